/** What changed between two states of the dataset: found by key, told in words. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEditionFile } from '../../../lib/cli/package-files.ts'
import type { RawTable, RawTables } from '../../../lib/dataset/check.ts'
import { changesInWords, diffTables } from '../../../lib/dataset/diff.ts'

const bundled = (await readEditionFile()).tables
const tableOf = (name: string, tables = bundled) => tables[name] as RawTable

/** The bundled tables with cells of the row changed whose first cell is `id`. */
function revised(name: string, id: string, cells: Record<string, string>): RawTables {
  const { columns, rows } = tableOf(name)
  const next = rows.map((row) => (row[0] === id ? row.map((cell, at) => cells[columns[at] as string] ?? cell) : row))
  return { ...bundled, [name]: { columns, rows: next } }
}
const words = (before: RawTables, after: RawTables) => changesInWords(diffTables(before, after), before, after)

const FIGURE = 'rare-earths-import-share-jpn-chn-2024'

describe('diffTables', () => {
  it('finds nothing between equals, whatever the order of rows and columns', () => {
    const { columns, rows } = tableOf('figures')
    const turned = {
      columns: columns.toReversed(),
      rows: rows.map((row) => row.toReversed()).toReversed(),
    }
    expect(diffTables(bundled, { ...bundled, figures: turned })).toEqual([])
    expect(words(bundled, bundled)).toEqual([])
  })

  it('names the columns that differ', () => {
    expect(diffTables(bundled, revised('figures', FIGURE, { value: '62', locator: 'p. 9' }))).toMatchObject([
      { table: 'figures', kind: 'revised', key: [FIGURE], columns: ['value', 'locator'] },
    ])
  })

  it('takes a row of another key for another row', () => {
    const changes = diffTables(bundled, revised('figures', FIGURE, { id: 'renamed' }))
    expect(changes.map(({ kind, key }) => [kind, ...key])).toEqual([
      ['removed', FIGURE],
      ['added', 'renamed'],
    ])
  })

  it('uses all columns of a key', () => {
    const { columns, rows } = tableOf('terms')
    const without = { ...bundled, terms: { columns, rows: rows.slice(1) } }
    expect(diffTables(without, bundled)).toMatchObject([{ kind: 'added', key: rows[0]?.slice(0, 3) }])
  })

  it('reads a table that is missing as one without rows', () => {
    const { events, ...others } = bundled
    expect(diffTables(others, bundled)).toHaveLength(events?.rows.length ?? 0)
    expect(diffTables(bundled, others).every(({ kind }) => kind === 'removed')).toBe(true)
  })

  it('leads from one state to the other, whatever they are', () => {
    const rows = fc.uniqueArray(fc.tuple(fc.string(), fc.string(), fc.string()), { selector: ([id]) => id })
    const keys = new Map([['t', ['id']]])
    const asTable = (list: string[][]): RawTables => ({ t: { columns: ['id', 'a', 'b'], rows: list } })
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const state = new Map(before.map(([id, a, b]) => [id, { id, a, b }]))
        for (const change of diffTables(asTable(before), asTable(after), keys)) {
          if (change.kind === 'removed') state.delete(change.before.id as string)
          else state.set(change.after.id as string, change.after as never)
        }
        expect(state).toEqual(new Map(after.map(([id, a, b]) => [id, { id, a, b }])))
      }),
    )
  })
})

describe('changesInWords', () => {
  const plain = { value: '60', low: '', high: '', unit: '%', qualifier: 'exact', locator: 'p. 1' }
  const before = revised('figures', FIGURE, plain)
  const lineAfter = (cells: Record<string, string>) =>
    words(before, revised('figures', FIGURE, { ...plain, ...cells }))[1]

  it('says a revised figure from and to, with what it is and who publishes it', () => {
    const line = lineAfter({ value: '62' })
    expect(line).toMatch(
      /^ {2}revised: Japan's import-share for rare earths.* from China, 2024: 60 → 62 % \(source .+\)$/,
    )
    expect(line).toContain(FIGURE)
  })

  it.each<[Record<string, string>, string]>([
    [{ qualifier: 'about' }, ': 60 → about 60 % ('],
    [{ qualifier: 'estimate' }, ': 60 % → 60 % (estimate) ('],
    [{ value: '', low: '55', high: '65', qualifier: 'range' }, ': 60 → 55–65 % ('],
    [{ value: '58', low: '55', high: '65' }, ': 60 → 58 (55–65) % ('],
    [{ unit: 't' }, ': 60 % → 60 t ('],
    [{ locator: 'p. 9' }, ': locator “p. 1” → “p. 9” ('],
    [{ value: '61', locator: '' }, ': 60 → 61 %; locator “p. 1” → empty ('],
  ])('says %o', (cells, expected) => expect(lineAfter(cells)).toContain(expected))

  it('names both publishers where the source changes', () => {
    expect(lineAfter({ source_id: 'usgs-mcs2026-data' })).toMatch(
      /source_id .+ \(.+\) → US Geological Survey, .+ \(usgs-mcs2026-data\)/,
    )
  })

  it('leaves China and the world out where they would be said twice', () => {
    const world = tableOf('figures').rows.find(([id]) => id?.includes('mine-production-chn-wld')) as string[]
    const { columns, rows } = tableOf('figures')
    const without = { ...bundled, figures: { columns, rows: rows.filter((row) => row !== world) } }
    const [head, line] = words(without, bundled)
    expect(head).toBe('figures: 1 added')
    expect(line).toMatch(/^ {2}added: China's mine-production for [^:]+: [\d.]+ t/)
    expect(line).not.toContain('orld')
  })

  it('counts by table: added, revised, removed', () => {
    const { columns, rows } = tableOf('sources')
    const changed = {
      ...revised('events', tableOf('events').rows[0]?.[0] as string, { event: 'Something else.' }),
      sources: { columns, rows: [...rows.slice(1), rows[0]?.with(0, 'new') as string[]] },
    }
    const lines = words(bundled, changed)
    expect(lines.filter((line) => !line.startsWith(' '))).toEqual(['events: 1 revised', 'sources: 1 added, 1 removed'])
    expect(lines).toHaveLength(5)
  })

  it('has a line without holes for every row of every table', () => {
    const empty = Object.fromEntries(
      Object.entries(bundled).map(([name, { columns }]) => [name, { columns, rows: [] }]),
    )
    const lines = words(empty, bundled)
    const rows = Object.values(bundled).reduce((sum, table) => sum + table.rows.length, 0)
    expect(lines).toHaveLength(rows + Object.values(bundled).filter((table) => table.rows.length > 0).length)
    expect(lines.filter((line) => /undefined|NaN|null|\s{3}|“”|: $|\(\)/.test(line))).toEqual([])
  })
})
