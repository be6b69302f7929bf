/** How much a dataset holds: said in one line; at least what it began with; no figure changed on its way from the merged facts. */

import { LOCALES } from '../../../lib/dataset/locales.ts'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { PACKAGE_FOLDER } from '../../../lib/cli/dataset/package-files.ts'
import { totalsInWords } from '../../../lib/dataset/totals.ts'
import { tables } from './bundled.ts'

it('tells the totals in one line, an economy once for all its names', () => {
  const economies = ['JPN', 'JPN', 'EU', 'WLD'].map((economy, at) => [`name ${at}`, economy])
  const figures = Array.from({ length: 1235 }, (_, at) => [`f${at}`])
  expect(
    totalsInWords({
      figures: { columns: ['id'], rows: figures },
      economies: { columns: ['name', 'economy'], rows: economies },
      'news-sites': { columns: ['host'], rows: [['example.com']] },
    }),
  ).toBe('1,235 figures, 0 sources, 0 events, 0 entries, 0 terms, 0 texts, 0 positions, 3 economies, 1 hosts')
  expect(totalsInWords({})).toBe(
    '0 figures, 0 sources, 0 events, 0 entries, 0 terms, 0 texts, 0 positions, 0 economies, 0 hosts',
  )
})

it.each([
  ['figures', 1235],
  ['sources', 305],
  ['events', 180],
  ['positions', 31 * LOCALES.length],
  ['entries', 68],
] as const)('has lost none of the %s that it began with', (table, rows) =>
  expect(tables[table].length).toBeGreaterThanOrEqual(rows),
)

it('says something of every entry', () => {
  expect(tables.texts.length).toBeGreaterThanOrEqual(2 * tables.entries.length)
  expect(tables.terms.length).toBeGreaterThanOrEqual(1800)
})

it('has no share of more than all', () => {
  const shares = new Set(tables.measures.filter(({ unit_family }) => unit_family === 'share').map(({ id }) => id))
  const wrong = tables.figures.filter(
    ({ measure, value, high, unit }) =>
      shares.has(measure) && unit === '%' && ((value ?? 0) > 100 || (high ?? 0) > 100),
  )
  expect(wrong.map(({ id }) => id)).toEqual([])
})

it('has ranges and periods the right way round', () => {
  const wrong = tables.figures.filter(
    ({ low, high, period_start, period_end }) =>
      (low !== null && high !== null && low > high) || (period_end !== '' && period_start > period_end),
  )
  expect(wrong.map(({ id }) => id)).toEqual([])
})

const merged = fileURLToPath(new URL('../../../../shared/facts/merged/figures.csv', import.meta.url))

describe('figures.csv', () => {
  type Row = Record<string, string>
  const read = (path: string) => parse(readFileSync(path, 'utf8'), { columns: true, bom: true }) as Row[]

  it('holds every row of the merged facts unchanged', ({ skip }) => {
    skip(!existsSync(merged), 'skipped: ../shared/facts/merged is absent')
    const shipped = new Map(read(`${PACKAGE_FOLDER}figures.csv`).map((row) => [row.id, row]))
    const original = read(merged)
    expect(original).toHaveLength(1235)
    for (const row of original) expect(shipped.get(row.id)).toEqual(row)
  })
})
