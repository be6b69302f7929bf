/** What a row of `figures` is good for: whether it may stand for its entry, and whether its period is full years. */

import type { FigureRow } from './types.ts'

/** The row's value, or the lower end of a printed range. */
export const lowOf = (row: FigureRow): number | null => row.low ?? row.value

/** The row's value, or the upper end of a printed range. */
export const highOf = (row: FigureRow): number | null => row.high ?? row.value

/** True for rows that speak of the whole entry, that happened, that nothing newer replaces, and that hold a number. */
export const isUsable = (row: FigureRow): boolean =>
  row.scope === 'whole' &&
  row.scenario === 'no' &&
  row.superseded === 'no' &&
  row.unit !== 'date' &&
  row.unit !== 'year' &&
  lowOf(row) !== null

/** True for a year, a fiscal year, or a range from 1 January to 31 December. */
export function isFullYears(row: FigureRow): boolean {
  if (row.period_kind === 'year' || row.period_kind === 'fiscal-year') return true
  return row.period_kind === 'range' && row.period_start.endsWith('-01-01') && row.period_end.endsWith('-12-31')
}

/** Rows of the same period and unit as `first`, without those that only repeat another's number. */
export function samePeriod(rows: readonly FigureRow[], first: FigureRow): FigureRow[] {
  const period = rows.filter(
    (row) => row.period_start === first.period_start && row.period_end === first.period_end && row.unit === first.unit,
  )
  const ids = new Set(period.map((row) => row.id))
  return period.filter((row) => !ids.has(row.same_as))
}
