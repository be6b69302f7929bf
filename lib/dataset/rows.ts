/** What rows of `figures` are good for: whether one may stand for its entry, whether its period is full years, which say one thing. */

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

/** Rows that are shown as one figure, at least one; the first says what it is a figure of. */
export type SomeRows = readonly [FigureRow, ...FigureRow[]]

const isSome = (rows: readonly FigureRow[]): rows is SomeRows => rows.length > 0

/** The rows by what `keyOf` gives of them, in order of first use. */
export function grouped(rows: readonly FigureRow[], keyOf: (row: FigureRow) => string): SomeRows[] {
  const groups: (readonly FigureRow[])[] = [...Map.groupBy(rows, keyOf).values()]
  return groups.filter(isSome)
}

/** From the lowest value to the highest; of rows that hold a number ({@link isUsable}). */
export const rangeOf = (rows: SomeRows): { low: number; high: number } => ({
  low: Math.min(...rows.flatMap((row) => lowOf(row) ?? [])),
  high: Math.max(...rows.flatMap((row) => highOf(row) ?? [])),
})

/**
 * Rows of the same period and unit as `first`, which is one of them, without those that only repeat another's number;
 * `first` alone where each repeats another.
 */
export function samePeriod(rows: readonly FigureRow[], first: FigureRow): SomeRows {
  const period = rows.filter(
    (row) => row.period_start === first.period_start && row.period_end === first.period_end && row.unit === first.unit,
  )
  const ids = new Set(period.map((row) => row.id))
  const own = period.filter((row) => !ids.has(row.same_as))
  return isSome(own) ? own : [first]
}
