/** Editions: the one way from an edition's JSON to checked, typed tables, bundled or downloaded alike. */

import descriptor from '../../public/dataset/datapackage.json' with { type: 'json' }
import { isRecord } from '../unknown/record.ts'
import {
  checkTables,
  tableFaultLine,
  textFault,
  type Descriptor,
  type TableFault,
  type RawTable,
  type RawTables,
} from './check.ts'
import { isEditionNumber } from './edition-number.ts'
import { LOCALES } from './locales.ts'
import { PUBLIC_KEY } from './public-key.ts'
import type { Edition, Locale, Tables } from './types.ts'

/** Format of `edition.json`; raised when older extensions could not read a newer file. */
export const FORMAT = 1

/** `edition.json` as it is written: the tables of the Data Package, cells as text. */
export interface EditionFile {
  format: number
  edition: string
  locales: string[]
  tables: RawTables
  /** What its publisher says of it, plain text. */
  notes?: string
  /**
   * Raw public keys (32 bytes, base64) that sign the editions after this one in place of the key that signed it: how a
   * publisher moves to another key.
   */
  keys?: string[]
}

export type Loaded =
  /** `file` is what was read, whole: raw tables to compare with, notes and keys. */
  { ok: true; edition: Edition; file: EditionFile } | { ok: false; problem: string; faults: TableFault[] }

/** Longest notes, in UTF-16 units. */
export const MAX_NOTES = 20_000
const MAX_KEYS = 8

const NUMBERS = new Set(['number', 'integer'])

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((cell) => typeof cell === 'string')

function isRawTable(value: unknown): value is RawTable {
  return isRecord(value) && isTextList(value.columns) && Array.isArray(value.rows) && value.rows.every(isTextList)
}

/** Every rule is asked of each locale: a list without an end would keep the reader's browser busy until it gives up. */
const isLocaleList = (value: unknown): value is Locale[] =>
  isTextList(value) && value.length === new Set(value).size && value.every((each) => LOCALES.includes(each as Locale))

const isKeyList = (value: unknown): boolean =>
  isTextList(value) && value.length > 0 && value.length <= MAX_KEYS && value.every((key) => PUBLIC_KEY.test(key))

/** Checks and types an edition. Never throws: what is wrong is said in `problem`, with every fault by row and column. */
export function loadEdition(json: string): Loaded {
  const refuse = (problem: string, faults: TableFault[] = []): Loaded => ({ ok: false, problem, faults })
  let file: unknown
  try {
    file = JSON.parse(json)
  } catch {
    return refuse('The file is not JSON.')
  }
  if (!isRecord(file) || file.format !== FORMAT)
    return refuse(`The file is not a Tradegloss edition of format ${FORMAT}.`)
  if (typeof file.edition !== 'string' || !isEditionNumber(file.edition))
    return refuse('The edition has no number of the form YYYY.MM.N (no month beyond 12, no zeros before N).')
  if (!isLocaleList(file.locales))
    return refuse(`The edition does not say which locales are complete, each once and of ${LOCALES.join(', ')}.`)
  if (!isRecord(file.tables) || !Object.values(file.tables).every(isRawTable))
    return refuse('The edition has no tables.')
  if (file.notes !== undefined && (typeof file.notes !== 'string' || file.notes.length > MAX_NOTES))
    return refuse('The notes of the edition are no text, or too long.')
  const notesFault = textFault((file.notes as string | undefined) ?? '')
  if (notesFault !== null) return refuse(`The text of the notes ${notesFault}.`)
  if (file.keys !== undefined && !isKeyList(file.keys))
    return refuse('The edition hands over to keys that are no Ed25519 keys.')
  const tables = file.tables as RawTables
  const faults = checkTables(descriptor as Descriptor, tables)
  if (faults.length > 0)
    return refuse(
      `The edition has ${faults.length} fault(s); the first: ${tableFaultLine(faults[0] as TableFault)}`,
      faults,
    )
  return {
    ok: true,
    edition: { edition: file.edition, locales: file.locales, tables: typed(tables) },
    // Everything that the type promises was looked at above.
    file: file as unknown as EditionFile,
  }
}

/** Rows as objects; empty numbers are null. */
function typed(raw: RawTables): Tables {
  const tables: Record<string, unknown[]> = {}
  for (const { name, schema } of descriptor.resources) {
    const numeric = schema.fields.map((field) => NUMBERS.has(field.type))
    tables[name] = (raw[name] as RawTable).rows.map((cells) =>
      Object.fromEntries(
        schema.fields.map((field, at) => {
          const cell = cells[at] as string
          return [field.name, numeric[at] ? (cell === '' ? null : Number(cell)) : cell]
        }),
      ),
    )
  }
  // checkTables has proven the columns, so the shape is that of Tables.
  return tables as unknown as Tables
}
