/** What a card's chart shows: the series over the years, or the economies side by side, each point in words. Pure. */

import type { Headline } from '../dataset/headline.ts'
import { economiesOver, yearsOf, type Reign } from '../dataset/series.ts'
import type { FigureRow, IsoDate } from '../dataset/types.ts'
import { formatRange } from '../i18n/numbers.ts'
import { nameOf, valueInWords, type Wording } from './in-words.ts'
import { drawEconomies, drawYears, FEWEST, labelledBars, type ChartPoint, type Share } from './chart.ts'
import type { ChartStep, StoredChart } from './stored.ts'

const MOST_YEARS = 16

/** What a chart for the headline's question is drawn from: its years, else all economies; null where both are too few. */
export function seriesFor(figures: readonly FigureRow[], headline: Headline): Series | null {
  const { entry, measure, reporter, partner } = headline
  const years = yearsOf(figures, { entry, measure, reporter, partner }).slice(-MOST_YEARS)
  if (years.length >= FEWEST) return years
  const beside = economiesOver(figures, { entry, measure, partner })
  return new Set(beside.map(({ economy }) => economy)).size < FEWEST ? null : beside
}

/** Points over the years, or with the dates for which each counts. */
type Series = (Omit<Reign, 'from' | 'until'> & Partial<Reign>)[]

/** The part of a full bar that a value takes: of the whole for shares, else of the largest. */
function shareIn(series: Series): Share {
  const highest = Math.max(...series.map(({ high }) => high))
  const most = series[0]?.unit === '%' && highest <= 100 ? 100 : highest
  return (value) => Math.max(0, value) / (most || 1)
}

/** "2024", "2020–23". */
function yearsIn({ period_start, period_end }: FigureRow): string {
  const [from, to] = [period_start.slice(0, 4), period_end.slice(0, 4)]
  return from === to ? to : `${from}–${to.slice(2)}`
}

/** A point in words. */
function pointInWords(
  { year, economy, low, high, figures, unit, from = '', until = '' }: Series[number],
  wording: Wording,
): ChartPoint {
  const [only, ...others] = figures as [FigureRow, ...FigureRow[]]
  return {
    year,
    period: yearsIn(only),
    low,
    high,
    // A point with one row keeps its "at least"; rows that disagree are a range.
    value: others.length === 0 ? valueInWords(only, wording) : formatRange(low, high, unit, wording.locale),
    name: nameOf(economy, wording),
    from,
    until,
  }
}

/** The charts that go with the point of `isOwn` rows, by the date of the article; `keep` stores one and gives its place. */
export function chartSteps(
  series: Series,
  isOwn: (row: { id: string }) => boolean,
  wording: Wording,
  keep: (chart: StoredChart) => number,
): ChartStep[] {
  const own = series.findIndex(({ figures }) => figures.some(isOwn))
  const points = series.map((point) => pointInWords(point, wording))
  const chosen = points[own]
  if (chosen === undefined) return []
  const share = shareIn(series)
  if (series[0]?.from === undefined) {
    const chart = drawYears(points, share)
    return [['', keep(chart), own, labelledBars(chart.bars, own)]]
  }
  // Beside each other they change whenever a newer figure of any begins to count.
  const steps: ChartStep[] = []
  for (const from of ['', ...new Set(points.map((point) => point.from).toSorted())]) {
    const drawn = drawEconomies(points, chosen, dayAfter(from), share)
    const step: ChartStep = drawn ? [from, keep(drawn[0]), drawn[1], []] : [from, -1, -1, []]
    if (step[1] !== (steps.at(-1)?.[1] ?? -1) || step[2] !== (steps.at(-1)?.[2] ?? -1)) steps.push(step)
  }
  return steps
}

/** Sorts after a date and before the next; before all of them for ''. */
const dayAfter = (date: IsoDate) => (date === '' ? '0' : `${date}~`)
