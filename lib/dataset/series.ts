/** Series: the figures of one question over the years, and of several economies side by side. Pure; what charts and lists draw. */

import { highOf, isFullYears, isUsable, lowOf, samePeriod } from './rows.ts'
import type { Economy, FigureRow, IsoDate } from './types.ts'

/** What a series is about: one measure of one entry between two economies. */
export interface Question {
  entry: string
  measure: string
  reporter: Economy
  partner: Economy
}

/** One year, or one economy: what its rows say, low to high where they disagree. */
export interface Point {
  /** Calendar year in which the period ends. */
  year: number
  economy: Economy
  low: number
  high: number
  unit: string
  /** Rows of figures.csv behind it. */
  figures: FigureRow[]
}

const fits = (row: FigureRow, question: Omit<Question, 'reporter'>): boolean =>
  row.entry === question.entry &&
  row.measure === question.measure &&
  row.partner === question.partner &&
  isUsable(row) &&
  isFullYears(row)

/** Single years stand in a series; an average over several years is not one of them. */
const isOneYear = (row: FigureRow): boolean => row.period_kind === 'year' || row.period_kind === 'fiscal-year'

function pointOf(rows: FigureRow[]): Point {
  const [first] = rows as [FigureRow]
  return {
    year: Number(first.period_end.slice(0, 4)),
    economy: first.reporter,
    low: Math.min(...rows.map((row) => lowOf(row) as number)),
    high: Math.max(...rows.map((row) => highOf(row) as number)),
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
  const byYear = Map.groupBy(rows, (row) => row.period_end.slice(0, 4))
  return [...byYear.values()].map((of) => pointOf(samePeriod(of, of[0] as FigureRow))).sort((a, b) => a.year - b.year)
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
  const rows = ofOneUnit(figures.filter((row) => fits(row, question)))
  return [...Map.groupBy(rows, (row) => row.reporter).values()].flatMap((of) => {
    const periods = [...Map.groupBy(of, (row) => row.period_end).entries()].sort(([a], [b]) => a.localeCompare(b))
    return periods.map(([from, ended], at): Reign => {
      // Of periods that end together the shortest says most about that time.
      const shortest = ended.reduce((a, b) => (b.period_start > a.period_start ? b : a))
      return { ...pointOf(samePeriod(ended, shortest)), from, until: periods[at + 1]?.[0] ?? '' }
    })
  })
}
