/** What is too much about an edition's tables: told with its place, so that a maintainer can find it. */

import { describe, expect, it } from 'vitest'
import { overLimit } from '../../../lib/updates/limits.ts'

const row = (form: string, rule = '') => ['dysprosium', 'en', form, rule]
const terms = (...rows: string[][]) => ({ terms: { columns: ['entry', 'lang', 'form', 'rule'], rows } })

describe('overLimit', () => {
  it('lets pass what is long and no longer than it may be', () => {
    expect(overLimit(terms(row('x'.repeat(1000)), row('y', 'z'.repeat(16_000))))).toBeNull()
  })

  it('names the row and the column of a cell, and of a term, that is too long', () => {
    expect(overLimit(terms(row('x'), row('y', 'z'.repeat(16_001))))).toEqual({
      table: 'terms',
      what: 'cell',
      row: 3,
      column: 'rule',
      limit: 16_000,
    })
    expect(overLimit(terms(row('x'.repeat(1001))))).toMatchObject({ what: 'form', row: 2, column: 'form', limit: 1000 })
  })

  it('names the figure that is one too many of one thing', () => {
    const columns = ['id', 'entry', 'measure', 'reporter', 'partner']
    const rows = Array.from({ length: 301 }, (_, at) => [`f${at}`, 'gallium', 'import-share', 'JPN', 'CHN'])
    const others = rows.map((cells) => cells.with(3, 'USA'))
    // Where entry, measure, reporter or partner differs, they are of another.
    const apart = columns.slice(1).flatMap((_, at) => rows.slice(1).map((cells) => cells.with(at + 1, 'another')))
    expect(overLimit({ figures: { columns, rows: [...rows.slice(1), ...apart] } })).toBeNull()
    expect(overLimit({ figures: { columns, rows: [...others.slice(1), ...rows] } })).toEqual({
      table: 'figures',
      what: 'figures',
      row: 602,
      column: 'measure',
      limit: 300,
    })
  })

  it('names the table that has too many rows', () => {
    const entries = { columns: ['id'], rows: Array.from({ length: 1001 }, (_, at) => [`e${at}`]) }
    expect(overLimit({ entries })).toMatchObject({ table: 'entries', what: 'rows', row: 0, limit: 1000 })
    const figures = { columns: ['id'], rows: Array.from({ length: 20_001 }, (_, at) => [`f${at}`]) }
    expect(overLimit({ figures })).toMatchObject({ table: 'figures', what: 'rows', row: 0, limit: 20_000 })
  })
})
