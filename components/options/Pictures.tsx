/** Small drawings of what a choice does to a page: lines of text with marks among them. */

import type { Density, MarkStyle } from '../../lib/settings/definition.ts'

/** A line of the drawing: from, to (0–100), and which words of it are marked. */
type Line = { to: number; isHeading?: true; marks: [from: number, to: number][] }

const TEXT: Line[] = [
  { to: 58, isHeading: true, marks: [] },
  { to: 100, marks: [[14, 40]] },
  { to: 92, marks: [[52, 78]] },
  { to: 46, isHeading: true, marks: [] },
  { to: 100, marks: [[30, 56]] },
  { to: 74, marks: [[4, 30]] },
]

const isDrawn: Record<Density, (line: number) => boolean> = {
  all: () => true,
  section: (line) => line === 1 || line === 4,
  first: (line) => line === 1,
}

export const DensityPicture = ({ density }: { density: Density }) => (
  <svg class="picture" viewBox="0 0 104 62" data-category="rare-earths">
    {TEXT.map(({ to, isHeading, marks }, line) => {
      const y = 5 + line * 9 + (line > 2 ? 7 : 0)
      return (
        <g key={y}>
          <path class={isHeading ? 'picture-heading' : 'picture-text'} d={`M2 ${y}H${to + 2}`} />
          {isDrawn[density](line) &&
            marks.map(([from, end]) => (
              <path
                key={from}
                class="picture-mark"
                d={`M${from + 2} ${y}H${end + 2}M${from + 2} ${y + 4}H${end + 2}`}
              />
            ))}
        </g>
      )
    })}
  </svg>
)

/** The words as they would be marked. */
export const StyleSample = ({ style, words }: { style: MarkStyle; words: string }) => (
  <span class="style-sample" data-category="rare-earths">
    <span class="style-mark" data-style={style}>
      {words}
    </span>
  </span>
)
