/** That a figure's period, its kind and its dates say the same: a month taken for a year would be shown as a headline. */

import { isDay, lastDayOf } from '../calendar.ts'
import type { FigureRow, PeriodKind } from '../types.ts'
import type { ReportOfRow } from './report.ts'

/** How a period of each kind is written. */
const FORMS: Readonly<Record<PeriodKind, RegExp>> = {
  year: /^\d{4}$/,
  half: /^(?:\d{4}-H[12]|\d{4}-\d\d\/\d{4}-\d\d)$/,
  quarter: /^(?:\d{4}-Q[1-4]|\d{4}-\d\d\/\d{4}-\d\d)$/,
  month: /^\d{4}-\d\d$/,
  'fiscal-year': /^\d{4}-\d\d\/\d{4}-\d\d$/,
  range: /^(?:\d{4}[-/]\d{4}|\d{4}-\d\d(?:-\d\d)?\/\d{4}-\d\d(?:-\d\d)?)$/,
  point: /^\d{4}-\d\d-\d\d$/,
  // What the source says without a beginning: "n.d.", "12 months", "2025".
  none: /^(?:n\.d\.|\d+ [a-z]+|\d{4}(?:-\d{4})?)$/,
}

/** Kinds that their form does not tell apart, with the months that each takes. */
const MONTHS: Partial<Record<PeriodKind, number>> = { 'fiscal-year': 12, half: 6, quarter: 3 }

/** A year with what of it is meant; of "2021-2024" there are two. */
const PART = /(\d{4})(?:-(?:([HQ])(\d)|(\d\d)(?!\d)(?:-(\d\d)(?!\d))?))?/g

interface Part {
  start: string
  end: string
  /** Months since the year 0. */
  from: number
  to: number
}

function partOf([, years = '', portion, number, month, day]: string[]): Part {
  const year = Number(years)
  const length = portion === 'H' ? 6 : portion === 'Q' ? 3 : month === undefined ? 12 : 1
  const last = month === undefined ? length * Number(number ?? 1) : Number(month)
  const first = `${years}-${String(last - length + 1).padStart(2, '0')}`
  return {
    start: `${first}-${day ?? '01'}`,
    end: day === undefined ? lastDayOf(year, last) : `${first}-${day}`,
    from: 12 * year + last - length,
    to: 12 * year + last,
  }
}

/** Adds what is wrong with the period of a row. */
export function checkPeriod({ period, period_start, period_end, period_kind }: FigureRow, add: ReportOfRow): void {
  for (const [column, date] of [['period_start', period_start] as const, ['period_end', period_end] as const]) {
    if (date !== '' && !isDay(date)) return add(column, `"${date}" is no day of a calendar`)
    if ((date === '') !== (period_kind === 'none'))
      return add(
        column,
        date === '' ? `is empty, though period_kind is ${period_kind}` : 'has a date, though period_kind is none',
      )
  }
  if (period_end < period_start) return add('period_end', `${period_end} is before the start, ${period_start}`)
  if (!FORMS[period_kind].test(period)) {
    const isOfAnother = Object.values(FORMS).some((form) => form.test(period))
    return isOfAnother
      ? add('period_kind', `is ${period_kind}, though the period is "${period}"`)
      : add('period', `"${period}" is no period, like 2024, 2024-05, 2024-05-17, 2021-2024 or 2024-01/2024-06`)
  }
  if (period_kind === 'none') return
  const parts = [...period.matchAll(PART)].map(partOf)
  const [first, last] = [parts[0], parts.at(-1)] as [Part, Part]
  if (period_start !== first.start)
    add('period_start', `${period_start} does not begin "${period}", which ${first.start} does`)
  if (period_end !== last.end) add('period_end', `${period_end} does not end "${period}", which ${last.end} does`)
  const [months, due] = [last.to - first.from, MONTHS[period_kind]]
  if (due !== undefined && months !== due)
    add('period_kind', `is ${period_kind}, though "${period}" takes ${months} months and not ${due}`)
}
