/** The card's chart: bars over the years and dots for parts of them, or one row an economy; the card's own in the accent colour. */

import { CHART_HEIGHT, CHART_WIDTH, LABEL_PX, TOP_PX, VALUE_PX } from '../../lib/card/chart.ts'
import type { Chart as ChartModel } from '../../lib/card/figure-view.ts'
import type { Bar } from '../../lib/card/stored.ts'
import type { Translate } from '../../lib/i18n/t.ts'

const FLOOR = CHART_HEIGHT - LABEL_PX

/** Label and value of a bar or dot over the years: always drawn for some, for the others while the pointer is on them. */
function Labels({ bar: { x, y, width, range = 0, lift = 0, at, label, value } }: { bar: Bar }) {
  const middle = x + width / 2
  return (
    <>
      <text x={at ? at[0] : middle} y={y - range - lift - VALUE_PX} text-anchor="middle">
        {value}
      </text>
      <text x={at ? at[1] : middle} y={CHART_HEIGHT - 2} text-anchor="middle">
        {label}
      </text>
    </>
  )
}

const Years = ({ bars, dots = [], gaps, own, labelled }: ChartModel) => (
  <>
    <path class="axis" d={`M0 ${TOP_PX}.5H${CHART_WIDTH}M0 ${FLOOR}.5H${CHART_WIDTH}`} />
    {gaps.map((x) => (
      <circle key={x} cx={x} cy={FLOOR - 3} r="1" />
    ))}
    {[...bars, ...dots].map((bar, at) => {
      const dot = bars[at] ? '' : 'dot'
      return (
        <g key={bar.label} class={`${at === own ? 'chosen' : ''} ${labelled.includes(at) ? 'labelled' : ''}`}>
          {/* That of a dot leaves the bar behind it within reach. */}
          <rect
            class="reach"
            x={bar.x - 2}
            y={dot ? bar.y - 2 : 0}
            width={bar.width + 4}
            height={dot ? bar.height + 4 : CHART_HEIGHT}
          />
          {bar.range && (
            <rect class="range" x={bar.x} y={bar.y - bar.range} width={bar.width} height={bar.range} rx="1" />
          )}
          <rect class={dot} x={bar.x} y={bar.y} width={bar.width} height={bar.height} rx="1" />
          <Labels bar={bar} />
        </g>
      )
    })}
  </>
)

const Economies = ({ bars, own }: ChartModel) => (
  <>
    {bars.map(({ x, y, width, height, range = 0, label, value, period }, at) => (
      <g key={y} class={`labelled ${at === own ? 'chosen' : ''}`}>
        <text x="0" y={y + height - 1}>
          {label}
        </text>
        {range > 0 && <rect class="range" x={x + width} y={y} width={range} height={height} rx="1" />}
        <rect x={x} y={y} width={width} height={height} rx="1" />
        <text x={x + width + range + 6} y={y + height - 1}>
          {value}
        </text>
        <text class="period" x={CHART_WIDTH} y={y + height - 1} text-anchor="end">
          {period}
        </text>
      </g>
    ))}
  </>
)

/** Words that are drawn under the pointer only are folded up below, for the keyboard (`card.css` shows the fold when it comes there). */
export const Chart = ({ chart, t }: { chart: ChartModel; t: Translate }) => (
  <>
    <svg
      class="chart"
      role="img"
      aria-label={chart.description}
      preserveAspectRatio="xMinYMid"
      viewBox={`0 0 ${CHART_WIDTH} ${chart.height}`}
    >
      {chart.kind === 'years' ? <Years {...chart} /> : <Economies {...chart} />}
    </svg>
    <details class="chart-words">
      <summary>{t('card_chart')}</summary>
      <p>{chart.description}</p>
    </details>
  </>
)
