/** What choosing a headline and picking a stored one share: whose figure stands for all, and from when an article is old. */

import type { Economy } from './types.ts'

/** Also the answer where the supplier is asked about itself. */
export const WORLD: Economy = 'WLD'
/** An article over this many years old is shown the figure of its own year. */
export const OLD_YEARS = 2
