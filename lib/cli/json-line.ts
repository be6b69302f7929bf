/** A line of `annotate --jsonl`: a text with its id, and what may be said of it. */

import { languageOfTag } from '../detect/language.ts'
import type { Language } from '../detect/types.ts'

export interface Line {
  id: unknown
  text: string
  lang?: Language
  date?: string
}

/** Windows tools put it before a file's first line; behind `cat` it stands before any. */
const BYTE_ORDER_MARK = /^\ufeff/

/** Reads one line of input. Throws an Error that says what is wrong with it. */
export function parseLine(source: string): Line {
  let value: unknown
  try {
    value = JSON.parse(source.replace(BYTE_ORDER_MARK, ''))
  } catch {
    throw new Error('is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('is not a JSON object')
  const { id, text, lang, date } = value as Record<string, unknown>
  if (id === undefined) throw new Error('has no "id"')
  if (typeof text !== 'string') throw new Error('has no "text"')
  const line: Line = { id, text }
  if (lang !== undefined && lang !== '') {
    const language = typeof lang === 'string' ? languageOfTag(lang) : null
    if (language !== null) line.lang = language
    else if (typeof lang !== 'string') throw new Error('"lang" is not text')
  }
  if (date !== undefined && date !== '') {
    if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(date))
      throw new Error('"date" is not of the form YYYY-MM-DD')
    line.date = date.slice(0, 10)
  }
  return line
}
