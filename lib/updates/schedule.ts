/** When the feed is asked by itself: a week after it last answered, and every day while it does not. Pure. */

import type { UpdateState } from './state.ts'

/** How often it is considered (minutes). */
export const LOOK_MINUTES = 24 * 60

const WEEK_MS = 7 * LOOK_MINUTES * 60_000

/** True where a week has passed. A last time in the future is that of a clock that was wrong, and counts for nothing. */
export const isDue = ({ succeededAt }: Pick<UpdateState, 'succeededAt'>, nowMs: number): boolean =>
  succeededAt > nowMs || nowMs - succeededAt >= WEEK_MS
