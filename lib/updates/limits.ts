/** How much an edition may be: bytes, rows and cells. What is over is refused before anything is compiled. */

import type { RawTables } from '../dataset/check.ts'
import { fault, type Fault } from './fault.ts'
import type { Limits } from './download.ts'

const MB = 1_000_000

/** Most bytes of an edition's file (design.md §8). */
export const MAX_EDITION_BYTES = 8 * MB

/** A slow line brings 8 MB in two minutes at 0.55 Mbit/s; ten seconds without a byte is no line. */
export const EDITION_LIMITS: Limits = { maxBytes: MAX_EDITION_BYTES, totalMs: 120_000, stallMs: 10_000 }
export const INDEX_LIMITS: Limits = { maxBytes: 64_000, totalMs: 20_000, stallMs: 10_000 }

/**
 * Most rows of a table; other tables have {@link MAX_ROWS}. Several times what the edition of November 2026 has, and few
 * enough to be compiled within the half minute that browsers leave a background to itself.
 */
const ROWS: Readonly<Record<string, number>> = { entries: 1_000, terms: 30_000, measures: 1_000, units: 1_000 }
const MAX_ROWS = 20_000
/** Longest cell, and longest term (UTF-16 units). */
const MAX_CELL = 4_000
const MAX_FORM = 1_000

/** What is too much about the tables, or null. */
export function overLimit(tables: RawTables): Fault | null {
  for (const [table, { columns, rows }] of Object.entries(tables)) {
    const most = ROWS[table] ?? MAX_ROWS
    const over = (what: string, limit: number) => fault('over-limit', { what: `${table}: ${what}`, limit }).fault
    if (rows.length > most) return over('rows', most)
    const formAt = table === 'terms' ? columns.indexOf('form') : -1
    for (const row of rows) {
      if (row.some((cell) => cell.length > MAX_CELL)) return over('cell', MAX_CELL)
      if (formAt >= 0 && (row[formAt]?.length ?? 0) > MAX_FORM) return over('form', MAX_FORM)
    }
  }
  return null
}
