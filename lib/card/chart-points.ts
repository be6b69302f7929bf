/** What a card's chart shows: the series over the years, or the economies side by side, each point in words. Pure. */

import type { Headline } from '../dataset/headline.ts'
import { highOf, lowOf } from '../dataset/rows.ts'
import { economiesOver, partsOfYears, yearsOf, type PartOfYear, type Point, type Reign } from '../dataset/series.ts'
import type { FigureRow, IsoDate } from '../dataset/types.ts'
import { dashIn, formatPeriod, formatRange } from '../i18n/numbers.ts'
import { nameOf, valueInWords, type Wording } from './in-words.ts'
import {
  drawEconomies,
  drawYears,
  FEWEST,
  labelledBars,
  type ChartPoint,
  type PeriodPoint,
  type Share,
} from './chart.ts'
import type { ChartStep, StoredChart } from './stored.ts'

const MOST_YEARS = 16
/** More dots could not be told apart, and the list of readings has them all. */
const MOST_PARTS = 24

/** What a chart for the headline's question is drawn from: its years, else all economies; null where both are too few. */
export function seriesFor(figures: readonly FigureRow[], headline: Headline): Series | null {
  const { entry, measure, reporter, partner } = headline
  const question = { entry, measure, reporter, partner }
  const years = yearsOf(figures, question).slice(-MOST_YEARS)
  const [first] = years
  // The time drawn begins with the first bar; what is older would only make the bars narrower.
  if (first && years.length >= FEWEST)
    return { points: years, parts: partsOfYears(figures, question, first).slice(-MOST_PARTS) }
  const points = economiesOver(figures, question)
  return new Set(points.map(({ economy }) => economy)).size < FEWEST ? null : { points, parts: [] }
}

/** What a chart is drawn from. */
interface Series {
  /** Over the years, or of economies with the dates for which each counts. */
  points: (Point & Partial<Reign>)[]
  /** Months, quarters and half-years beside the years. */
  parts: PartOfYear[]
}

/** The part of a full bar that a value takes: of the whole for shares, else of the largest. */
function shareIn({ points, parts }: Series): Share {
  const highest = Math.max(...[...points, ...parts].map(({ high }) => high))
  const most = points[0]?.unit === '%' && highest <= 100 ? 100 : highest
  return (value) => Math.max(0, value) / (most || 1)
}

/** "2024", "2020–23". */
function yearsIn({ period_start, period_end }: FigureRow, locale: string): string {
  const [from, to] = [period_start.slice(0, 4), period_end.slice(0, 4)]
  return from === to ? to : from + dashIn(locale) + to.slice(2)
}

/** A point's value in words: rows that agree keep their "at least"; rows that disagree are a range. */
function valueOf({ low, high, figures, unit }: Point, wording: Wording): string {
  const isAgreed = figures.every((row) => lowOf(row) === low && highOf(row) === high)
  return isAgreed ? valueInWords(figures[0], wording) : formatRange(low, high, unit, wording.locale)
}

/** A year or an economy in words. */
function pointInWords(point: Series['points'][number], wording: Wording): ChartPoint {
  const { year, economy, low, high, figures, from = '', until = '' } = point
  return {
    year,
    period: yearsIn(figures[0], wording.locale),
    low,
    high,
    value: valueOf(point, wording),
    name: nameOf(economy, wording),
    brief: wording.brief?.[economy] ?? '',
    from,
    until,
  }
}

/** A month, quarter or half-year in words. */
const partInWords = (part: PartOfYear, wording: Wording): PeriodPoint => ({
  middle: part.middle,
  period: formatPeriod(part.figures[0], wording.locale),
  low: part.low,
  high: part.high,
  value: valueOf(part, wording),
})

/** The charts that go with the point of `isOwn` rows, by the date of the article; `keep` stores one and gives its place. */
export function chartSteps(
  series: Series,
  isOwn: (row: { id: string }) => boolean,
  wording: Wording,
  keep: (chart: StoredChart) => number,
): ChartStep[] {
  const own = series.points.findIndex(({ figures }) => figures.some(isOwn))
  const points = series.points.map((point) => pointInWords(point, wording))
  const chosen = points[own]
  if (chosen === undefined) return []
  const share = shareIn(series)
  if (series.points[0]?.from === undefined) {
    const parts = series.parts.map((part) => partInWords(part, wording))
    const chart = drawYears(points, parts, share)
    return [['', keep(chart), own, labelledBars(chart.bars, own)]]
  }
  // Beside each other they change whenever a newer figure of any begins to count.
  const steps: ChartStep[] = []
  for (const from of ['', ...new Set(points.map((point) => point.from).toSorted())]) {
    const drawn = drawEconomies(points, chosen, justAfter(from), share)
    const step: ChartStep = drawn ? [from, keep(drawn[0]), drawn[1], []] : [from, -1, -1, []]
    if (step[1] !== (steps.at(-1)?.[1] ?? -1) || step[2] !== (steps.at(-1)?.[2] ?? -1)) steps.push(step)
  }
  return steps
}

/** Sorts after a date and before the next; before all of them for ''. */
const justAfter = (date: IsoDate) => (date === '' ? '0' : `${date}~`)
