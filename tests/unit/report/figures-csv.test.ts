/** Figures of an entry as CSV: the dataset's own columns and rows, each with its source in words. */

import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { packFigures, unpackFigures } from '../../../lib/dataset/entry-figures.ts'
import { figuresCsv } from '../../../lib/report/figures-csv.ts'
import { edition, entryOf, tables } from '../dataset/bundled.ts'

const rowsOf = (id: string) =>
  parse(figuresCsv(unpackFigures(packFigures(edition, entryOf(id), 'en')), '2026.11.1'), {
    bom: true,
    columns: true,
  }) as Record<string, string>[]

it('has every row with its value as the dataset holds it', () => {
  const own = tables.figures.filter(({ entry }) => entry === 'rare-earths')
  const rows = rowsOf('rare-earths')
  expect(rows.map(({ id }) => id)).toEqual(own.map(({ id }) => id))
  for (const [at, row] of rows.entries()) {
    expect([row.id, row.value]).toEqual([own[at]?.id, String(own[at]?.value ?? '')])
    expect(row.unit).toBe(own[at]?.unit)
  }
})

it('names each source, and the edition', () => {
  for (const row of rowsOf('dysprosium')) {
    const source = tables.sources.find(({ source_id }) => source_id === row.source_id)
    expect(row).toMatchObject({ publisher: source?.publisher, address: source?.url, edition: '2026.11.1' })
  }
})
