/** Days that exist: forms know that 31 February is written like one, and not that it is none. */

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
