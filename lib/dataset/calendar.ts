/** Days that exist, and days counted from one: forms know that 31 February is written like one, and not that it is none. */

import type { IsoDate } from './types.ts'

/** True for a day of the calendar, `YYYY-MM-DD`. */
export function isDay(date: string): boolean {
  const time = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 10) === date
}

/** True for a year, a month or a day of the calendar: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const isDate = (date: string): boolean =>
  /^\d{4}(?:-\d\d){0,2}$/.test(date) && isDay(`${date}-01-01`.slice(0, 10))

/** The last day of a month, as `YYYY-MM-DD`; months count from 1. */
export const lastDayOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

/** `date` moved on by whole months; days past the month's end fall on its last day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const moved = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = lastDayOf(moved.getUTCFullYear(), moved.getUTCMonth() + 1)
  const same = `${last.slice(0, 8)}${String(day).padStart(2, '0')}`
  return same < last ? same : last
}

/** The day after a day of the calendar. */
export const dayAfter = (date: IsoDate): IsoDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** The same day so many years earlier, to be compared as text: of 29 February it may be no day of the calendar. */
export const yearsBefore = (date: IsoDate, years: number): IsoDate =>
  `${Number(date.slice(0, 4)) - years}${date.slice(4)}`
