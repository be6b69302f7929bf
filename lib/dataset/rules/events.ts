/** That an event has a date of the calendar, as precise as it says to be. */

import { isDate } from '../calendar.ts'
import type { EventRow } from '../types.ts'
import type { Report } from './report.ts'

/** How long a date of each precision is, in characters. */
const LENGTHS: Readonly<Record<string, number>> = { year: 4, month: 7, day: 10 }

/** Rules of `events`, whose rows have passed the schema. */
export function checkEvents(events: readonly EventRow[], report: Report): void {
  events.forEach(({ date, date_precision }, index) => {
    if (!isDate(date)) report(index, 'date', `"${date}" is no date of a calendar`)
    else if (date.length !== LENGTHS[date_precision])
      report(index, 'date_precision', `is ${date_precision}, though the date is "${date}"`)
  })
}
