/** What changed between two states of the dataset: found by key. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEditionFile } from '../../../lib/cli/dataset/package-files.ts'
import type { RawTable, RawTables } from '../../../lib/dataset/check.ts'
import { diffTables } from '../../../lib/dataset/diff.ts'

const bundled = (await readEditionFile()).tables
const tableOf = (name: string, tables = bundled) => tables[name] as RawTable

/** The bundled tables with cells of the row changed whose first cell is `id`. */
function revised(name: string, id: string, cells: Record<string, string>): RawTables {
  const { columns, rows } = tableOf(name)
  const next = rows.map((row) => (row[0] === id ? row.map((cell, at) => cells[columns[at] as string] ?? cell) : row))
  return { ...bundled, [name]: { columns, rows: next } }
}

const FIGURE = 'rare-earths-import-share-jpn-chn-2024'

describe('diffTables', () => {
  it('finds nothing between equals, whatever the order of rows and columns', () => {
    const { columns, rows } = tableOf('figures')
    const turned = {
      columns: columns.toReversed(),
      rows: rows.map((row) => row.toReversed()).toReversed(),
    }
    expect(diffTables(bundled, { ...bundled, figures: turned })).toEqual([])
  })

  it('names the columns that differ', () => {
    expect(diffTables(bundled, revised('figures', FIGURE, { value: '62', locator: 'p. 9' }))).toMatchObject([
      { table: 'figures', kind: 'revised', key: [FIGURE], columns: ['value', 'locator'] },
    ])
  })

  it('names a column that only one of the two has, where something stands in it', () => {
    const [keys, id] = [new Map([['t', ['id']]]), ['a']]
    const narrow = { t: { columns: ['id'], rows: [id] } }
    const wide = (cell: string) => ({ t: { columns: ['id', 'note'], rows: [[...id, cell]] } })
    for (const [before, after] of [
      [narrow, wide('new')],
      [wide('old'), narrow],
    ] as const)
      expect(diffTables(before, after, keys)).toMatchObject([{ kind: 'revised', key: id, columns: ['note'] }])
    expect(diffTables(narrow, wide(''), keys)).toEqual([])
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
