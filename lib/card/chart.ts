/** The small chart of a card as drawn: bars over the years, or a row for each economy, in numbers. Pure geometry. */

import type { IsoDate } from '../dataset/types.ts'
import type { ChartPoint, StoredChart } from './stored.ts'

/** Size of the drawing in CSS px; design.md §6 allows 80 in height, labels included. */
export const CHART_WIDTH = 326
export const CHART_HEIGHT = 80
/** Room (CSS px) above the bars for values, below them for years. */
export const TOP_PX = 15
export const LABEL_PX = 14
export const ROW_PX = 20
/** Left edge of the bars beside economies' names, and their longest; values follow them. */
const NAMES_PX = 104
const LONGEST_PX = 150
/** A chart of fewer bars tells less than the sentence above it. */
const FEWEST = 3
const MOST_ECONOMIES = CHART_HEIGHT / ROW_PX
/** Narrower labels are not drawn side by side (CSS px for a character, about). */
const CHAR_PX = 6.2

export interface Bar {
  /** Left edge, top, width and height of the sure part (CSS px). */
  x: number
  y: number
  width: number
  height: number
  /** How far a range goes on beyond the sure part (CSS px): upwards over the years, to the right beside economies. */
  range: number
  label: string
  value: string
  /** Years: whether year and value are drawn; the others show theirs under a pointer. */
  isLabelled: boolean
  /** The bar of the figure shown above. */
  isChosen: boolean
}

export interface Chart {
  kind: StoredChart['kind']
  bars: Bar[]
  /** Middles (CSS px) of years without a figure. */
  gaps: number[]
  height: number
  /** Says all that the drawing says: "2008: at least 90%, …". */
  description: string
}

/** The chart around its point `own` in an article of `date`, or null where too few figures count then. */
export function drawChart({ kind, points, most }: StoredChart, own: number, date: IsoDate): Chart | null {
  const share = (value: number) => Math.max(0, value) / (most || 1)
  return kind === 'years' ? overYears(points, own, share) : besideEachOther(points, own, date, share)
}

/** The part of a full bar that a value takes. */
type Share = (value: number) => number

function overYears(points: readonly ChartPoint[], own: number, share: Share): Chart {
  const [first = 0, last = 0] = [points[0]?.year, points.at(-1)?.year]
  // A year without a figure stays empty, so that distance is time.
  const slot = CHART_WIDTH / (last - first + 1)
  const width = Math.min(28, Math.max(4, slot * 0.64))
  const floor = CHART_HEIGHT - LABEL_PX
  const tall = (value: number) => share(value) * (floor - TOP_PX)
  const bars = points.map(({ year, low, high = low, value }, at) => {
    const height = Math.max(1, tall(low))
    return {
      x: (year - first) * slot + (slot - width) / 2,
      y: floor - height,
      width,
      height,
      range: Math.max(0, tall(high) - height),
      label: String(year),
      value,
      isLabelled: false,
      isChosen: at === own,
    }
  })
  labelApart(bars)
  const years = new Set(points.map(({ year }) => year))
  return {
    kind: 'years',
    bars,
    gaps: Array.from({ length: last - first + 1 }, (_, at) => at).flatMap((at) =>
      years.has(first + at) ? [] : (at + 0.5) * slot,
    ),
    height: CHART_HEIGHT,
    description: points.map(({ year, value }) => `${year}: ${value}`).join(', '),
  }
}

function besideEachOther(points: readonly ChartPoint[], own: number, date: IsoDate, share: Share): Chart | null {
  const chosen = points[own]
  const beside = points
    .filter(
      (point) =>
        point === chosen ||
        (point.name !== chosen?.name && (point.from ?? '') < date && (!point.until || date <= point.until)),
    )
    .sort((a, b) => (b.high ?? b.low) - (a.high ?? a.low))
  if (!chosen || beside.length < FEWEST) return null
  const others = new Set(beside.filter((point) => point !== chosen).slice(0, MOST_ECONOMIES - 1))
  const shown = beside.filter((point) => point === chosen || others.has(point))
  return {
    kind: 'economies',
    bars: shown.map((point, row) => {
      const { name = '', low, high = low, value } = point
      const width = Math.max(1, share(low) * LONGEST_PX)
      return {
        x: NAMES_PX,
        y: row * ROW_PX + 4,
        width,
        height: ROW_PX - 9,
        range: Math.max(0, share(high) * LONGEST_PX - width),
        label: name,
        value,
        isLabelled: true,
        isChosen: point === chosen,
      }
    }),
    gaps: [],
    height: shown.length * ROW_PX,
    description: shown.map(({ name, year, value }) => `${name} ${year}: ${value}`).join(', '),
  }
}

/** Labels the chosen bar, then the first and the last, then any that leaves those legible. */
function labelApart(bars: Bar[]): void {
  const taken: [number, number][] = []
  const rank = (bar: Bar) => (bar.isChosen ? 0 : bar === bars[0] || bar === bars.at(-1) ? 1 : 2)
  for (const bar of bars.toSorted((a, b) => rank(a) - rank(b))) {
    const room = Math.max(bar.value.length, bar.label.length) * CHAR_PX
    const from = Math.min(Math.max(bar.x + (bar.width - room) / 2, 0), CHART_WIDTH - room)
    if (taken.some(([left, right]) => from < right + 6 && from + room > left - 6)) continue
    taken.push([from, from + room])
    bar.isLabelled = true
  }
}
