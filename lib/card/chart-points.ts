/** What a card's chart shows: the series over the years, or the economies side by side, each point in words. Pure. */

import type { Headline } from '../dataset/headline.ts'
import { economiesOver, yearsOf, type Reign } from '../dataset/series.ts'
import type { FigureRow } from '../dataset/types.ts'
import { formatRange } from '../i18n/numbers.ts'
import { valueInWords, type Wording } from './in-words.ts'
import type { ChartPoint, StoredChart } from './stored.ts'

/** A chart of fewer bars tells less than the sentence above it. */
const FEWEST = 3
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

/** The points in words. */
export function storedChart(series: Series, wording: Wording): StoredChart {
  const highest = Math.max(...series.map(({ high }) => high))
  return {
    kind: series[0]?.from === undefined ? 'years' : 'economies',
    points: series.map((point) => pointOf(point, wording)),
    // Shares are drawn against the whole, anything else against the largest.
    most: series[0]?.unit === '%' && highest <= 100 ? 100 : highest,
  }
}

function pointOf(
  { year, economy, low, high, figures, unit, from, until }: Series[number],
  wording: Wording,
): ChartPoint {
  const [only, ...others] = figures
  return {
    year,
    low,
    ...(high !== low && { high }),
    // A point with one row keeps its "at least"; rows that disagree are a range.
    value: only && others.length === 0 ? valueInWords(only, wording) : formatRange(low, high, unit, wording.locale),
    ...(from !== undefined && { from, name: wording.names?.[economy] ?? wording.economies[economy] ?? economy }),
    ...(until && { until }),
  }
}
