/** Editions: the one way from an edition's JSON to checked, typed tables, bundled or downloaded alike. */

import descriptor from '../../public/dataset/datapackage.json' with { type: 'json' }
import { checkTables, faultLine, type Descriptor, type Fault, type RawTable, type RawTables } from './check.ts'
import type { Edition, Locale, Tables } from './types.ts'

/** Format of `edition.json`; raised when older extensions could not read a newer file. */
export const FORMAT = 1

/** `edition.json` as it is written: the tables of the Data Package, cells as text. */
export interface EditionFile {
  format: number
  edition: string
  locales: string[]
  tables: RawTables
}

export type Loaded = { ok: true; edition: Edition } | { ok: false; problem: string; faults: Fault[] }

const EDITION = /^\d{4}\.\d{1,2}\.\d+$/
const NUMBERS = new Set(['number', 'integer'])

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((cell) => typeof cell === 'string')

function isRawTable(value: unknown): value is RawTable {
  return isRecord(value) && isTextList(value.columns) && Array.isArray(value.rows) && value.rows.every(isTextList)
}

/** Checks and types an edition. Never throws: what is wrong is said in `problem`, with every fault by row and column. */
export function loadEdition(json: string): Loaded {
  const refuse = (problem: string, faults: Fault[] = []): Loaded => ({ ok: false, problem, faults })
  let file: unknown
  try {
    file = JSON.parse(json)
  } catch {
    return refuse('The file is not JSON.')
  }
  if (!isRecord(file) || file.format !== FORMAT)
    return refuse(`The file is not a Tradegloss edition of format ${FORMAT}.`)
  if (typeof file.edition !== 'string' || !EDITION.test(file.edition))
    return refuse('The edition has no number of the form YYYY.MM.N.')
  if (!isTextList(file.locales)) return refuse('The edition does not say which locales are complete.')
  if (!isRecord(file.tables) || !Object.values(file.tables).every(isRawTable))
    return refuse('The edition has no tables.')
  const tables = file.tables as RawTables
  const faults = checkTables(descriptor as Descriptor, tables)
  if (faults.length > 0)
    return refuse(`The edition has ${faults.length} fault(s); the first: ${faultLine(faults[0] as Fault)}`, faults)
  return { ok: true, edition: { edition: file.edition, locales: file.locales as Locale[], tables: typed(tables) } }
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
