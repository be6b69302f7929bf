/** A line of `annotate --jsonl`: a text with its id, and what may be said of it. */

import { isDay } from '../../dataset/calendar.ts'
import { languageOfTag } from '../../detect/language.ts'
import type { Language } from '../../detect/types.ts'
import { isRecord } from '../../unknown/record.ts'

export interface Line {
  id: unknown
  text: string
  lang?: Language
  date?: string
}

/** Windows tools put it before a file's first line; behind `cat` it stands before any. */
const BYTE_ORDER_MARK = /^\ufeff/

/** What Node 22 has and the types do not know yet: the text of a number as it is read, and one to be written as it stands. */
interface ExactJson {
  parse: (text: string, revive: (key: string, value: unknown, context: { source?: string }) => unknown) => unknown
  rawJSON: (text: string) => unknown
}
const exactJson = JSON as unknown as ExactJson

/** JSON whose numbers are written again as they were: an id of 64 bits is more than a number of JavaScript holds. */
const parseExactly = (text: string): unknown =>
  exactJson.parse(text, (_, value, { source = '' }) =>
    typeof value === 'number' && String(value) !== source ? exactJson.rawJSON(source) : value,
  )

/** A day, alone or with a time of that day (ISO 8601). */
const DATE = /^(\d{4}-\d\d-\d\d)(?:[T ](?:[01]\d|2[0-4]):[0-5]\d(?::[0-6]\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/i

/** Reads one line of input. Throws an Error that says what is wrong with it. */
export function parseLine(source: string): Line {
  let value: unknown
  try {
    value = parseExactly(source.replace(BYTE_ORDER_MARK, ''))
  } catch {
    throw new Error('is not JSON')
  }
  if (!isRecord(value)) throw new Error('is not a JSON object')
  const { id, text, lang, date } = value
  if (id === undefined) throw new Error('has no "id"')
  if (text === undefined || text === null) throw new Error('has no "text"')
  if (typeof text !== 'string') throw new Error('"text" is not text')
  const line: Line = { id, text }
  if (lang !== undefined && lang !== null && lang !== '') {
    const language = typeof lang === 'string' ? languageOfTag(lang) : null
    if (language !== null) line.lang = language
    else if (typeof lang !== 'string') throw new Error('"lang" is not text')
  }
  if (date !== undefined && date !== null && date !== '') {
    const [, day] = typeof date === 'string' ? (DATE.exec(date) ?? []) : []
    if (day === undefined) throw new Error('"date" is not of the form YYYY-MM-DD')
    if (!isDay(day)) throw new Error(`"date" is no day of a calendar: ${day}`)
    line.date = day
  }
  return line
}
