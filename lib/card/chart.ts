/** The small chart of a card as drawn: bars over the years, or a row for each economy, in numbers. Pure geometry, done at install. */

import type { IsoDate } from '../dataset/types.ts'
import type { Bar, StoredChart } from './stored.ts'

/** Size of the drawing in CSS px; design.md §6 allows 80 in height, labels included. */
export const CHART_WIDTH = 326
export const CHART_HEIGHT = 80
/** Room (CSS px) above the bars for values, below them for years. */
export const TOP_PX = 15
export const LABEL_PX = 14
export const ROW_PX = 20
/** Left edge of the bars beside economies' names, and their longest; values follow them, and periods end at the right edge. */
const NAMES_PX = 104
const LONGEST_PX = 112
/** A chart of fewer bars tells less than the sentence above it. */
export const FEWEST = 3
const MOST_ECONOMIES = CHART_HEIGHT / ROW_PX
/** Longer names are cut; the drawing's description has them whole. */
const MOST_LETTERS = 16
/** Narrower labels are not drawn side by side (CSS px for a character, about). */
const CHAR_PX = 6.2

/** One bar's worth: a year, or an economy for as long as no newer figure of it counts. */
export interface ChartPoint {
  year: number
  /** Years that the value is of: "2024", "2020–23". */
  period: string
  /** The economy's name; '' over the years. */
  name: string
  low: number
  high: number
  /** In words: "60–72%". */
  value: string
  /** The figure of an economy counts in articles of after `from`, up to and with `until` ('' to this day). */
  from: IsoDate
  until: IsoDate
}

/** A tenth of a pixel is enough, and short to store. */
const px = (length: number) => Math.round(length * 10) / 10

/** The part of a full bar that a value takes: of the whole for shares, else of the largest. */
export type Share = (value: number) => number

/** Bars over the years of `points` (one a year, oldest first), each with its value and year; a year without one stays empty. */
export function drawYears(points: readonly ChartPoint[], share: Share): StoredChart {
  const [first = 0, last = 0] = [points[0]?.year, points.at(-1)?.year]
  // A year without a figure stays empty, so that distance is time.
  const slot = CHART_WIDTH / (last - first + 1)
  const width = Math.min(28, Math.max(4, slot * 0.64))
  const floor = CHART_HEIGHT - LABEL_PX
  const tall = (value: number) => share(value) * (floor - TOP_PX)
  const years = new Set(points.map(({ year }) => year))
  return {
    kind: 'years',
    bars: points.map(({ year, low, high, value }) => {
      const height = Math.max(1, tall(low))
      return {
        x: px((year - first) * slot + (slot - width) / 2),
        y: px(floor - height),
        width: px(width),
        height: px(height),
        ...rangeOf(tall(high) - height),
        label: String(year),
        value,
      }
    }),
    gaps: Array.from({ length: last - first + 1 }, (_, at) => at).flatMap((at) =>
      years.has(first + at) ? [] : px((at + 0.5) * slot),
    ),
    height: CHART_HEIGHT,
    description: points.map(({ year, value }) => `${year}: ${value}`).join(', '),
  }
}

/** The economies beside `chosen` in an article of `date`, and the row of its own; null where too few figures count then. */
export function drawEconomies(
  points: readonly ChartPoint[],
  chosen: ChartPoint,
  date: IsoDate,
  share: Share,
): [chart: StoredChart, own: number] | null {
  const beside = points
    .filter(
      (point) =>
        point === chosen ||
        (point.name !== chosen.name && point.from < date && (point.until === '' || date <= point.until)),
    )
    .sort((a, b) => b.high - a.high)
  if (beside.length < FEWEST) return null
  const others = new Set(
    spread(
      beside.filter((point) => point !== chosen),
      MOST_ECONOMIES - 1,
    ),
  )
  const shown = beside.filter((point) => point === chosen || others.has(point))
  const bars = shown.map(({ name, low, high, value, period }, row): Bar => {
    const width = Math.max(1, share(low) * LONGEST_PX)
    return {
      x: NAMES_PX,
      y: row * ROW_PX + 4,
      width: px(width),
      height: ROW_PX - 9,
      ...rangeOf(share(high) * LONGEST_PX - width),
      label: name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name,
      value,
      period,
    }
  })
  const description = shown.map(({ name, period, value }) => `${name} ${period}: ${value}`).join(', ')
  return [{ kind: 'economies', bars, gaps: [], height: shown.length * ROW_PX, description }, shown.indexOf(chosen)]
}

/** So many of a sorted list, from its first to its last: the largest alone would tell of a world that depends on one. */
function spread<Item>(sorted: readonly Item[], most: number): Item[] {
  if (sorted.length <= most) return [...sorted]
  return Array.from({ length: most }, (_, at) => sorted[Math.round((at * (sorted.length - 1)) / (most - 1))] as Item)
}

const rangeOf = (length: number) => (length > 0.05 ? { range: px(length) } : {})

/** Bars over the years whose values are written: the chosen one, then the first and the last, then any that leaves those legible. */
export function labelledBars(bars: readonly Bar[], own: number): number[] {
  const taken: [number, number][] = []
  const rank = (at: number) => (at === own ? 0 : at === 0 || at === bars.length - 1 ? 1 : 2)
  return [...bars.keys()]
    .sort((a, b) => rank(a) - rank(b))
    .filter((at) => {
      const { x, width, value, label } = bars[at] as Bar
      const room = Math.max(value.length, label.length) * CHAR_PX
      const from = Math.min(Math.max(x + (width - room) / 2, 0), CHART_WIDTH - room)
      if (taken.some(([left, right]) => from < right + 6 && from + room > left - 6)) return false
      taken.push([from, from + room])
      return true
    })
}
