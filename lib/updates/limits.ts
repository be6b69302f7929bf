/** How much an edition may be: bytes, rows and cells. What is over is refused before anything is compiled. */

import type { RawTables } from '../dataset/check.ts'
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

/** What of a table is too much: its rows, a cell, or the form of a term. */
export interface Excess {
  table: string
  what: 'rows' | 'cell' | 'form'
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
  return null
}
