/** Series: the figures of one question over the years, and of several economies side by side. Pure; what charts and lists draw. */

import { grouped, isFullYears, isUsable, rangeOf, samePeriod, type SomeRows } from './rows.ts'
import type { Economy, FigureRow, IsoDate } from './types.ts'

/** What a series is about: one measure of one entry between two economies. */
export interface Question {
  entry: string
  measure: string
  reporter: Economy
  partner: Economy
}

/** One period of one economy: what its rows say, low to high where they disagree. */
export interface Point {
  /** Calendar year in which the period ends. */
  year: number
  economy: Economy
  low: number
  high: number
  unit: string
  /** Rows of figures.csv behind it. */
  figures: SomeRows
}

/** A month, quarter or half-year. */
export interface PartOfYear extends Point {
  /** Middle of the period in years: 2024.25 is the end of March 2024. */
  middle: number
}

const fits = (row: FigureRow, question: Omit<Question, 'reporter'>): boolean =>
  row.entry === question.entry && row.measure === question.measure && row.partner === question.partner && isUsable(row)

/** Single years stand in a series; an average over several years is not one of them. */
const isOneYear = (row: FigureRow): boolean => row.period_kind === 'year' || row.period_kind === 'fiscal-year'

const PARTS: ReadonlySet<FigureRow['period_kind']> = new Set(['month', 'quarter', 'half'])

/**
 * Parts of a year stand beside the years as shares only: an amount adds up, so a month's would look like a collapse. Rows
 * without a stated period stay out: where they name a year at all, it is that of the report and not known to be the
 * figure's, so no place on an axis of time would be true.
 */
const isPartOfYear = (row: FigureRow): boolean => PARTS.has(row.period_kind) && row.unit === '%'

function pointOf(rows: SomeRows): Point {
  const [first] = rows
  return {
    year: Number(first.period_end.slice(0, 4)),
    economy: first.reporter,
    ...rangeOf(rows),
    unit: first.unit,
    figures: rows,
  }
}

/** Rows of the unit that most rows have; others would not compare. */
function ofOneUnit(rows: FigureRow[]): FigureRow[] {
  const counts = new Map<string, number>()
  for (const { unit } of rows) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return rows.filter(({ unit }) => unit === most?.[0])
}

/** The series over the years, oldest first: one point a year, in one unit. Superseded, partial and what-if rows are left out. */
export function yearsOf(figures: readonly FigureRow[], question: Question): Point[] {
  const rows = ofOneUnit(
    figures.filter((row) => row.reporter === question.reporter && fits(row, question) && isOneYear(row)),
  )
  return grouped(rows, (row) => row.period_end.slice(0, 4))
    .map((of) => pointOf(samePeriod(of, of[0])))
    .sort((a, b) => a.year - b.year)
}

/** Months, quarters and half-years that can stand beside the years from `first` on, by the middle of their period. */
export function partsOfYears(figures: readonly FigureRow[], question: Question, first: Point): PartOfYear[] {
  const rows = figures.filter(
    (row) =>
      row.reporter === question.reporter &&
      fits(row, question) &&
      isPartOfYear(row) &&
      row.unit === first.unit &&
      Number(row.period_start.slice(0, 4)) >= first.year,
  )
  return grouped(rows, (row) => `${row.period_start} ${row.period_end}`)
    .map((of) => ({ ...pointOf(samePeriod(of, of[0])), middle: middleOf(of[0]) }))
    .sort((a, b) => a.middle - b.middle)
}

/** The middle day of a period in years: its year, and how much of it had gone. */
function middleOf({ period_start, period_end }: FigureRow): number {
  const time = (Date.parse(period_start) + Date.parse(period_end)) / 2
  const year = new Date(time).getUTCFullYear()
  const [begins, ends] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)]
  return year + (time - begins) / (ends - begins)
}

/** An economy's figure while it is the newest: in articles of after `from`, up to and with `until` ('' to this day). */
export interface Reign extends Point {
  from: IsoDate
  until: IsoDate
}

/**
 * The economies side by side: of each, every full period's figure with the dates on which it is the newest that had
 * ended. Periods differ from economy to economy; each point says its own.
 */
export function economiesOver(figures: readonly FigureRow[], question: Omit<Question, 'reporter'>): Reign[] {
  const rows = ofOneUnit(figures.filter((row) => fits(row, question) && isFullYears(row)))
  return [...Map.groupBy(rows, (row) => row.reporter).values()].flatMap((of) => {
    const periods = [...Map.groupBy(of, (row) => row.period_end).entries()].sort(([a], [b]) => a.localeCompare(b))
    return periods.map(([from, ended], at): Reign => {
      // Of periods that end together the shortest says most about that time.
      const shortest = ended.reduce((a, b) => (b.period_start > a.period_start ? b : a))
      return { ...pointOf(samePeriod(ended, shortest)), from, until: periods[at + 1]?.[0] ?? '' }
    })
  })
}
