/** Checks raw tables against the Table Schemas of the Data Package and names every fault by table, row and column. */

import { spoiltBy } from './spoilt.ts'

/** A table as text: what a CSV file or an edition holds. */
export interface RawTable {
  columns: string[]
  rows: string[][]
}

export type RawTables = Record<string, RawTable>

export interface TableFault {
  table: string
  /** 1-based line of the CSV file, the header being line 1; 0 where the whole table is meant. */
  row: number
  column: string
  message: string
}

interface Field {
  name: string
  type: string
  example?: string
  constraints?: { required?: boolean; pattern?: string; enum?: string[] }
}

interface ForeignKey {
  fields: string[]
  reference: { resource: string; fields: string[] }
}

/** The part of a Data Package descriptor that checking reads. */
export interface Descriptor {
  resources: { name: string; schema: { fields: Field[]; primaryKey: string[]; foreignKeys?: ForeignKey[] } }[]
}

/** One line for people: "figures row 12, column unit: …". */
export const tableFaultLine = ({ table, row, column, message }: TableFault): string =>
  `${table}${row > 0 ? ` row ${row}` : ''}${column ? `, column ${column}` : ''}: ${message}`

/**
 * What changes the direction of the text around it, invisibly: a name with one of these could turn the sentence that it
 * stands in about. The joiners that some scripts are spelled with (U+200C, U+200D) are none.
 */
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/

/** What is wrong with a text that people are shown, or null. */
export function textFault(text: string): string | null {
  const [control] = TURNS.exec(text) ?? []
  if (control === undefined) return null
  return `has an invisible control of the direction of text (U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')})`
}

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

function cellFault(field: Field, cell: string, pattern: RegExp | null): string | null {
  const { required, enum: allowed } = field.constraints ?? {}
  if (cell === '') return required ? 'is empty' : null
  const fault = spoiltBy(cell) ?? textFault(cell)
  if (fault !== null) return fault
  if (field.type === 'number' && !/^-?\d+(?:\.\d+)?$/.test(cell))
    return `"${cell}" is no number, written as 40000 or 0.5 is`
  if (field.type === 'integer' && !/^-?\d+$/.test(cell)) return `"${cell}" is no whole number`
  if ((field.type === 'number' || field.type === 'integer') && Math.abs(Number(cell)) > Number.MAX_SAFE_INTEGER)
    return `"${cell}" is a larger number than can be told to the unit`
  if (field.type === 'date' && !DATE.test(cell)) return `"${cell}" is no date (YYYY-MM-DD)`
  if (allowed && !allowed.includes(cell)) return `"${cell}" is none of ${allowed.join(', ')}`
  if (pattern && !pattern.test(cell))
    return `"${cell}" is not of the form ${field.constraints?.pattern}${field.example ? `, as "${field.example}" is` : ''}`
  return null
}

/** What is wrong with the header of a table: which columns it lacks and which nobody knows, else their order. */
function headerFault(columns: readonly string[], expected: readonly string[]): string {
  if (columns.join('') === '') return 'has no header line'
  const lacking = expected.filter((name) => !columns.includes(name))
  const unnamed = columns.filter((name) => name === '').length
  const unknown = columns.filter((name) => name !== '' && !expected.includes(name))
  const named = (names: readonly string[]) => `column${names.length === 1 ? '' : 's'} ${names.join(', ')}`
  const faults = [
    ...(lacking.length > 0 ? [`lacks the ${named(lacking)}`] : []),
    ...(unknown.length > 0 ? [`has the unknown ${named(unknown)}`] : []),
    ...(unnamed > 0
      ? [
          `has ${unnamed === 1 ? 'a column' : `${unnamed} columns`} without a name: delete ${unnamed === 1 ? 'it' : 'them'}`,
        ]
      : []),
  ]
  return faults.join(' and ') || `has its columns in another order; expected ${expected.join(', ')}`
}

/** What is wrong with the number of a row's cells, or null. Where it is, none of them can be told to be of its column. */
function lengthFault(cells: readonly string[], expected: number): string | null {
  if (cells.join('') === '') return 'is empty: delete the line'
  if (cells.length === expected) return null
  return `has ${cells.length} cell${cells.length === 1 ? '' : 's'}; expected ${expected}`
}

/** Types, required cells, enumerations, unique keys and foreign keys of all tables. An empty list means sound. */
export function checkTables(descriptor: Descriptor, tables: RawTables): TableFault[] {
  const faults: TableFault[] = []
  const values = new Map<string, Set<string>>()
  for (const { name, schema } of descriptor.resources) {
    const table = tables[name]
    const add = (row: number, column: string, message: string) => faults.push({ table: name, row, column, message })
    if (table === undefined) {
      add(0, '', 'is missing')
      continue
    }
    const expected = schema.fields.map((field) => field.name)
    if (expected.join() !== table.columns.join()) {
      add(1, '', headerFault(table.columns, expected))
      continue
    }
    const patterns = schema.fields.map(({ constraints }) =>
      constraints?.pattern ? new RegExp(`^(?:${constraints.pattern})$`) : null,
    )
    const keyAt = schema.primaryKey.map((column) => expected.indexOf(column))
    const keys = new Map<string, number>()
    table.rows.forEach((cells, index) => {
      const row = index + 2
      const fault = lengthFault(cells, expected.length)
      if (fault !== null) return add(row, '', fault)
      schema.fields.forEach((field, at) => {
        const message = cellFault(field, cells[at] ?? '', patterns[at] ?? null)
        if (message) add(row, field.name, message)
      })
      const key = keyAt.map((at) => cells[at]).join(' · ')
      const before = keys.get(key)
      if (before !== undefined) add(row, schema.primaryKey.join('+'), `"${key}" stands already in row ${before}`)
      keys.set(key, row)
    })
    expected.forEach((column, at) =>
      values.set(`${name}.${column}`, new Set(table.rows.map((cells) => cells[at] ?? ''))),
    )
  }
  for (const { name, schema } of descriptor.resources) {
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const [column = ''] = fields
      const target = `${reference.resource || name}.${reference.fields[0]}`
      const known = values.get(target)
      const table = tables[name]
      // Of a table whose header is at fault nothing is known.
      if (!known || !table || !values.has(`${name}.${column}`)) continue
      const at = table.columns.indexOf(column)
      table.rows.forEach((cells, index) => {
        const cell = cells.length === table.columns.length ? (cells[at] as string) : ''
        if (cell !== '' && !known.has(cell))
          faults.push({ table: name, row: index + 2, column, message: `"${cell}" is not in ${target}` })
      })
    }
  }
  return faults
}
