/** The small chart of a card as drawn: bars over the years, or a row for each economy, in numbers. Pure geometry, done at install. */

import type { IsoDate } from '../dataset/types.ts'
import type { Bar, StoredChart } from './stored.ts'

/** Size of the drawing in CSS px, labels included. */
export const CHART_WIDTH = 326
export const CHART_HEIGHT = 80
/** Room (CSS px) above the bars for values, below them for years. */
export const TOP_PX = 15
export const LABEL_PX = 14
export const ROW_PX = 20
/** Width of a dot, and the height of one without a range. */
const DOT_PX = 5
/** From the top of a bar or dot up to the line (CSS px) on which its value is written. */
export const VALUE_PX = 4
/** Left edge of the bars beside economies' names, and their longest; values follow them, and periods end at the right edge. */
const NAMES_PX = 104
const LONGEST_PX = 112
/** A chart of fewer bars tells less than the sentence above it. */
export const FEWEST = 3
const MOST_ECONOMIES = CHART_HEIGHT / ROW_PX
/** Longer names are written in brief, or cut; the drawing's description has them whole. */
const MOST_LETTERS = 16
/** Width of a character, about (CSS px); those of Chinese and Japanese are as wide as high. */
const CHAR_PX = 6.2
const WIDE_PX = 11
/** How much wider bold words are in a wide type: what comes that near to an edge stands at it. */
const WIDEST = 1.3
/** Height of a line's letters above it (CSS px). */
const LETTER_PX = 9

/** One bar's worth: a year, or an economy for as long as no newer figure of it counts. */
export interface ChartPoint {
  year: number
  /** Years that the value is of: "2024", "2020–23". */
  period: string
  /** The economy's name; '' over the years. */
  name: string
  /** What to write where the name is too long; '' where there is nothing briefer. */
  brief: string
  low: number
  high: number
  /** In words: "60–72%". */
  value: string
  /** The figure of an economy counts in articles of after `from`, up to and with `until` ('' to this day). */
  from: IsoDate
  until: IsoDate
}

/** A month's, quarter's or half-year's worth beside the years; `middle` of its period in years. */
export type PeriodPoint = Pick<ChartPoint, 'period' | 'low' | 'high' | 'value'> & { middle: number }

/** A tenth of a pixel is enough, and short to store. */
const px = (length: number) => Math.round(length * 10) / 10

/** The part of a full bar that a value takes: of the whole for shares, else of the largest. */
export type Share = (value: number) => number

/**
 * Bars over the years of `points` (one a year, oldest first), each with its value and year; a year without one stays empty.
 * Dots for `parts` of years that lie in or after the first of them.
 */
export function drawYears(points: readonly ChartPoint[], parts: readonly PeriodPoint[], share: Share): StoredChart {
  const first = points[0]?.year ?? 0
  const years = new Set([...points.map(({ year }) => year), ...parts.map(({ middle }) => Math.floor(middle))])
  const last = Math.max(...years)
  // A year without a figure stays empty, so that distance is time.
  const slot = CHART_WIDTH / (last - first + 1)
  const width = Math.min(28, Math.max(4, slot * 0.64))
  const floor = CHART_HEIGHT - LABEL_PX
  const tall = (value: number) => share(value) * (floor - TOP_PX)
  const dots = parts.map(({ middle, period, low, high, value }): Bar => {
    const left = (middle - first) * slot - DOT_PX / 2
    return {
      // Its outline is drawn inside, too.
      x: px(Math.min(Math.max(left, 1), CHART_WIDTH - DOT_PX - 1)),
      y: px(floor - tall(high) - DOT_PX / 2),
      width: DOT_PX,
      height: px(tall(high) - tall(low) + DOT_PX),
      label: period,
      value,
    }
  })
  const bars = points.map(({ year, low, high, value }): Bar => {
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
  })
  const inTime = [
    ...points.map(({ year, value }) => ({ middle: year + 0.5, text: `${year}: ${value}` })),
    ...parts.map(({ middle, period, value }) => ({ middle, text: `${period}: ${value}` })),
  ].sort((a, b) => a.middle - b.middle)
  return {
    kind: 'years',
    bars: bars.map((bar) => withWords(bar, dots)),
    ...(dots.length > 0 && { dots: dots.map((dot) => withWords(dot, dots)) }),
    gaps: Array.from({ length: last - first + 1 }, (_, at) => at).flatMap((at) =>
      years.has(first + at) ? [] : px((at + 0.5) * slot),
    ),
    height: CHART_HEIGHT,
    description: inTime.map(({ text }) => text).join(', '),
  }
}

/** Width of words, about (CSS px). */
const roomOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? WIDE_PX : CHAR_PX), 0)

/** Where words about a place over the years stand: in the middle above or below it, else at the edge that they would cross. */
function standOf(text: string, middle: number): number {
  const half = (roomOf(text) * WIDEST) / 2
  if (middle < half) return 0
  return middle > CHART_WIDTH - half ? CHART_WIDTH : middle
}

/** From where to where (CSS px) words about a place over the years reach. */
function reachOf(text: string, middle: number): [from: number, to: number] {
  const room = roomOf(text)
  const stand = standOf(text, middle)
  const from = stand === 0 ? 0 : stand === CHART_WIDTH ? CHART_WIDTH - room : middle - room / 2
  return [from, from + room]
}

/** The line (CSS px from the top), `usual` or above it, on which words run into no dot. */
function clearLine([from, to]: [number, number], usual: number, dots: readonly Bar[]): number {
  let line = usual
  // From the lowest up: what stands above one may run into the next.
  for (const { x, y, width, height } of dots.toSorted((a, b) => b.y - a.y)) {
    const isBeside = x + width < from || x > to
    const isApart = y > line + 2 || y + height < line - LETTER_PX
    if (!isBeside && !isApart) line = y - VALUE_PX
  }
  return line
}

/** A bar or dot with the places of its words, where they are not the usual ones. */
function withWords(bar: Bar, dots: readonly Bar[]): Bar {
  const { x, y, width, range = 0, value, label } = bar
  const middle = x + width / 2
  const reach = reachOf(value, middle)
  const at: Bar['at'] = [px(standOf(value, middle)), px(standOf(label, middle))]
  const usual = y - range - VALUE_PX
  const lift = px(usual - clearLine(reach, usual, dots))
  return {
    ...bar,
    ...(at.some((place) => Math.abs(place - middle) > 0.1) && { at }),
    ...(lift > 0 && { lift }),
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
  const bars = shown.map(({ name, brief, low, high, value, period }, row): Bar => {
    const width = Math.max(1, share(low) * LONGEST_PX)
    return {
      x: NAMES_PX,
      y: row * ROW_PX + 4,
      width: px(width),
      height: ROW_PX - 9,
      ...rangeOf(share(high) * LONGEST_PX - width),
      label: name.length > MOST_LETTERS ? brief || `${name.slice(0, MOST_LETTERS - 1)}…` : name,
      value,
      period,
    }
  })
  const description = shown.map(({ name, period, value }) => `${name} ${period}: ${value}`).join(', ')
  return [{ kind: 'economies', bars, gaps: [], height: shown.length * ROW_PX, description }, shown.indexOf(chosen)]
}

/** At most so many of a sorted list, from its first to its last: the largest alone would tell of a world that depends on one. */
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
      const words = [value, label].map((text) => reachOf(text, x + width / 2))
      const from = Math.min(...words.map(([left]) => left))
      const to = Math.max(...words.map(([, right]) => right))
      if (taken.some(([left, right]) => from < right + 6 && to > left - 6)) return false
      taken.push([from, to])
      return true
    })
}
