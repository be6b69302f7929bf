/** Freshness: when a figure is too old to be told in the present tense (design.md §4). */

import { STATE_MEASURES } from './measures.ts'
import type { FigureRow, IsoDate } from './types.ts'

/** Months after a period's end past which its figure counts as stale. */
const ANNUAL_MONTHS = 24
const MONTHLY_MONTHS = 6

/** `date` moved on by whole months; days past the month's end fall on its last day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const moved = new Date(Date.UTC(year, month - 1 + months, 1))
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate()
  moved.setUTCDate(Math.min(day, lastDay))
  return moved.toISOString().slice(0, 10)
}

/**
 * True where the figure is past its time on `today`: 24 months after a year's end, 6 after a month's.
 * Lists and laws stand until an event supersedes them; an undated row cannot be judged and is not called stale.
 */
export function isStale(row: Pick<FigureRow, 'measure' | 'period_end' | 'period_kind'>, today: IsoDate): boolean {
  if (row.period_end === '' || STATE_MEASURES.has(row.measure)) return false
  const isShort = row.period_kind === 'month' || row.period_kind === 'quarter' || row.period_kind === 'point'
  return addMonths(row.period_end, isShort ? MONTHLY_MONTHS : ANNUAL_MONTHS) < today
}
