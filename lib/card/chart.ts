/** The small chart of a card: the series over the years, or the economies side by side, as bars in numbers. Pure geometry. */

import type { Headline } from '../dataset/headline.ts'
import { economiesOf, yearsOf, type Point } from '../dataset/series.ts'
import type { FigureRow, IsoDate } from '../dataset/types.ts'
import { formatRange } from '../i18n/numbers.ts'
import { valueInWords, type Wording } from './in-words.ts'

/** Size of the drawing in CSS px; design.md §6 allows 80 in height, labels included. */
export const CHART_WIDTH = 326
export const CHART_HEIGHT = 72
const LABEL_PX = 14
/** A chart of fewer bars tells less than the sentence above it. */
const FEWEST = 3
const MOST_ECONOMIES = 6
const MOST_YEARS = 16

export interface Bar {
  /** Left edge and width (CSS px). */
  x: number
  width: number
  /** Top of the sure part and of the range above it (CSS px from the top); equal where sources agree. */
  low: number
  high: number
  /** Below the bar; '' where there is no room for every label. */
  label: string
  /** The bar of the figure shown above. */
  isChosen: boolean
}

export interface Chart {
  kind: 'years' | 'economies'
  bars: Bar[]
  /** Says all that the drawing says: "Rare earths, share of …: 2008 at least 90%, …". */
  description: string
}

/** The chart for a headline, or null where there are too few figures to draw. */
export function chartOf(
  figures: readonly FigureRow[],
  headline: Headline,
  date: IsoDate,
  wording: Wording,
): Chart | null {
  const { entry, measure, reporter, partner } = headline
  const years = yearsOf(figures, { entry, measure, reporter, partner }).slice(-MOST_YEARS)
  const chosen = new Set(headline.figures.map(({ id }) => id))
  const isChosen = (point: Point) => point.figures.some(({ id }) => chosen.has(id))
  if (years.length >= FEWEST) {
    const first = years[0]?.year ?? 0
    const last = years.at(-1)?.year ?? 0
    // A year without a figure stays empty, so that distance is time.
    const slot = CHART_WIDTH / (last - first + 1)
    const labelled = new Set([first, last, ...years.filter(isChosen).map(({ year }) => year)])
    return {
      kind: 'years',
      bars: years.map((point) =>
        bar(
          point,
          (point.year - first) * slot,
          slot,
          top(years),
          labelled.has(point.year) ? String(point.year) : '',
          isChosen(point),
        ),
      ),
      description: describe(years, (point) => String(point.year), wording),
    }
  }
  const beside = economiesOf(figures, { entry, measure, partner }, date)
  if (beside.length < FEWEST || !beside.some(isChosen)) return null
  const own = beside.findIndex(isChosen)
  const shown =
    own < MOST_ECONOMIES
      ? beside.slice(0, MOST_ECONOMIES)
      : [...beside.slice(0, MOST_ECONOMIES - 1), beside[own] as Point]
  const slot = CHART_WIDTH / shown.length
  const name = ({ economy }: Point) => wording.economies[economy] ?? economy
  return {
    kind: 'economies',
    bars: shown.map((point, index) => bar(point, index * slot, slot, top(shown), point.economy, isChosen(point))),
    description: describe(shown, (point) => `${name(point)} ${point.year}`, wording),
  }
}

/** Shares are drawn against the whole, anything else against the largest. */
const top = (points: readonly Point[]) =>
  points[0]?.unit === '%' && points.every(({ high }) => high <= 100) ? 100 : Math.max(...points.map(({ high }) => high))

function bar(point: Point, left: number, slot: number, most: number, label: string, isChosen: boolean): Bar {
  const room = CHART_HEIGHT - LABEL_PX
  const width = Math.min(28, Math.max(4, slot * 0.62))
  const y = (value: number) => room - (Math.max(0, value) / (most || 1)) * room
  return { x: left + (slot - width) / 2, width, low: y(point.low), high: y(point.high), label, isChosen }
}

const describe = (points: readonly Point[], name: (point: Point) => string, wording: Wording): string =>
  points.map((point) => `${name(point)}: ${inWords(point, wording)}`).join(', ')

/** A year with one row keeps its "at least"; rows that disagree are a range. */
function inWords({ figures, low, high, unit }: Point, wording: Wording): string {
  const [only, ...others] = figures
  return only && others.length === 0 ? valueInWords(only, wording) : formatRange(low, high, unit, wording.locale)
}
