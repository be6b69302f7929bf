/** How much an edition may be: bytes, rows and cells. What is over is refused before anything is compiled. */

import type { RawTable, RawTables } from '../dataset/check.ts'
import type { Limits } from './download.ts'

const MB = 1_000_000

/** Most bytes of an edition's file: three times the bundled one, so that no feed fills the disk. */
export const MAX_EDITION_BYTES = 8 * MB

/** A slow line brings 8 MB in two minutes at 0.55 Mbit/s; ten seconds without a byte mean that it is broken. */
export const EDITION_LIMITS: Limits = { maxBytes: MAX_EDITION_BYTES, totalMs: 120_000, stallMs: 10_000 }
export const INDEX_LIMITS: Limits = { maxBytes: 64_000, totalMs: 20_000, stallMs: 10_000 }

/**
 * Most rows of a table; other tables have {@link MAX_ROWS}. Several times what the edition of November 2026 has, and few
 * enough to be compiled within the half minute that browsers leave a background to itself.
 */
const ROWS: Readonly<Record<string, number>> = { entries: 1_000, terms: 30_000, measures: 1_000, units: 1_000 }
const MAX_ROWS = 20_000
/** Longest cell, and longest term (UTF-16 units). A list of context words is one cell: the longest has 4,300. */
const MAX_CELL = 16_000
const MAX_FORM = 1_000
/**
 * Most figures of one entry, measure, reporter and partner: each date at which another of them begins to count is looked
 * at with all of them. The most now are 26; 300 are 25 years of months.
 */
const MAX_OF_ONE = 300
const QUESTION = ['entry', 'measure', 'reporter', 'partner']

/** What of a table is too much: its rows, a cell, the form of a term, or the figures of one thing. */
export interface Excess {
  table: string
  what: 'rows' | 'cell' | 'form' | 'figures'
  /** 1-based line of the CSV file; 0 where it is the rows. */
  row: number
  column: string
  limit: number
}

/** The first thing that is too much about the tables, or null. */
export function overLimit(tables: RawTables): Excess | null {
  for (const [table, { columns, rows }] of Object.entries(tables)) {
    const most = ROWS[table] ?? MAX_ROWS
    if (rows.length > most) return { table, what: 'rows', row: 0, column: '', limit: most }
    const formAt = table === 'terms' ? columns.indexOf('form') : -1
    for (const [at, row] of rows.entries()) {
      const [line, long] = [at + 2, row.findIndex((cell) => cell.length > MAX_CELL)]
      if (long >= 0) return { table, what: 'cell', row: line, column: columns[long] ?? '', limit: MAX_CELL }
      if (formAt >= 0 && (row[formAt]?.length ?? 0) > MAX_FORM)
        return { table, what: 'form', row: line, column: 'form', limit: MAX_FORM }
    }
  }
  return tables.figures === undefined ? null : tooManyOfOne(tables.figures)
}

function tooManyOfOne({ columns, rows }: RawTable): Excess | null {
  const places = QUESTION.map((column) => columns.indexOf(column))
  const counts = new Map<string, number>()
  for (const [at, row] of rows.entries()) {
    const question = places.map((place) => row[place]).join(' ')
    const count = (counts.get(question) ?? 0) + 1
    if (count > MAX_OF_ONE)
      return { table: 'figures', what: 'figures', row: at + 2, column: 'measure', limit: MAX_OF_ONE }
    counts.set(question, count)
  }
  return null
}
