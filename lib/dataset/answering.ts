/** What choosing a headline and picking a stored one share: whose figure stands for all, and from when an article is old. */

import type { Economy, IsoDate } from './types.ts'

/** Also the answer where the supplier is asked about itself. */
export const WORLD: Economy = 'WLD'
/** An article over this many years old is shown the figure of its own year. */
export const OLD_YEARS = 2

/** The same day so many years earlier, to be compared as text: of 29 February it may be no day of the calendar. */
export const yearsBefore = (date: IsoDate, years: number): IsoDate =>
  `${Number(date.slice(0, 4)) - years}${date.slice(4)}`
