/** What choosing a headline and picking a stored one share: who supplies, and from when an article is old. */

import type { Economy, IsoDate } from './types.ts'

/** Rare earths come from here; asked about itself, the answer is the world's. */
export const SUPPLIER: Economy = 'CHN'
export const WORLD: Economy = 'WLD'
/** An article over this many years old is shown the figure of its own year. */
export const OLD_YEARS = 2

export const yearsBefore = (date: IsoDate, years: number): IsoDate =>
  `${Number(date.slice(0, 4)) - years}${date.slice(4)}`
