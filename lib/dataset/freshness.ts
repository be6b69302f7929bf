/** Freshness: when a figure is too old to be told in the present tense. */

import { addMonths } from './calendar.ts'
import { STATE_MEASURES } from './measures.ts'
import type { FigureRow, IsoDate } from './types.ts'

/** Months after a period's end past which its figure counts as stale. */
const ANNUAL_MONTHS = 24
const MONTHLY_MONTHS = 6

type Dated = Pick<FigureRow, 'measure' | 'period_end' | 'period_kind'>

/**
 * The last day on which the figure is told in the present: 24 months after a year's end, 6 after a month's; '' where it
 * never ages. Lists and laws stand until an event supersedes them; an undated row cannot be judged.
 */
export function freshUntil({ measure, period_end, period_kind }: Dated): IsoDate | '' {
  if (period_end === '' || STATE_MEASURES.has(measure)) return ''
  const isShort = period_kind === 'month' || period_kind === 'quarter' || period_kind === 'point'
  return addMonths(period_end, isShort ? MONTHLY_MONTHS : ANNUAL_MONTHS)
}

/**
 * The last day of articles for which the figure is not old by itself, so that today's belongs beside it: a state may have
 * changed since, too. '' where none is too late.
 */
export const presentUntil = (row: Dated): IsoDate | '' =>
  row.measure === 'states-with-formal-ties' && row.period_end !== ''
    ? addMonths(row.period_end, ANNUAL_MONTHS)
    : freshUntil(row)

/** True where the figure is past its time on `today`. */
export const isStale = (row: Dated, today: IsoDate): boolean => isPast(freshUntil(row), today)

const isPast = (day: IsoDate | '', today: IsoDate): boolean => day !== '' && day < today
