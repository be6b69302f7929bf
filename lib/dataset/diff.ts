/** What changed between two states of the dataset, row by row; `lib/report/changes.ts` says it in words. */

import descriptor from '../../public/dataset/datapackage.json' with { type: 'json' }
import type { RawTable, RawTables } from './check.ts'

/** A row as text, by column. */
export type Cells = Readonly<Record<string, string>>

/** One row that was added, removed or revised. */
export type Change = { table: string; /** Cells of the primary key. */ key: string[] } & (
  | { kind: 'added'; after: Cells }
  | { kind: 'removed'; before: Cells }
  | { kind: 'revised'; before: Cells; after: Cells; /** Columns that differ. */ columns: string[] }
)

const KEYS = new Map(descriptor.resources.map(({ name, schema }) => [name, schema.primaryKey]))
const EMPTY: RawTable = { columns: [], rows: [] }

/** A row of a table by column; a cell that is missing reads ''. */
export const cellsOf = ({ columns }: RawTable, row: readonly string[]): Cells =>
  Object.fromEntries(columns.map((column, at) => [column, row[at] ?? '']))

/**
 * Compares tables row by row; rows are the same where their primary key is (`keys`, by table; those of the bundled
 * descriptor unless told). Order of rows and columns does not count. Changes come by table in the descriptor's order,
 * and by key.
 */
export function diffTables(
  before: RawTables,
  after: RawTables,
  keys: ReadonlyMap<string, readonly string[]> = KEYS,
): Change[] {
  const changes: Change[] = []
  for (const [table, columns] of keys) {
    const old = byKey(before[table] ?? EMPTY, columns)
    const now = byKey(after[table] ?? EMPTY, columns)
    const names = [...new Set([...(before[table]?.columns ?? []), ...(after[table]?.columns ?? [])])]
    for (const id of [...new Set([...old.keys(), ...now.keys()])].sort()) {
      const key = id.split('\t')
      const [from, to] = [old.get(id), now.get(id)]
      if (from === undefined && to !== undefined) changes.push({ table, key, kind: 'added', after: to })
      else if (from !== undefined && to === undefined) changes.push({ table, key, kind: 'removed', before: from })
      else if (from !== undefined && to !== undefined) {
        const differing = names.filter((name) => (from[name] ?? '') !== (to[name] ?? ''))
        if (differing.length > 0)
          changes.push({ table, key, kind: 'revised', before: from, after: to, columns: differing })
      }
    }
  }
  return changes
}

const byKey = (table: RawTable, key: readonly string[]): Map<string, Cells> =>
  new Map(
    table.rows.map((row) => {
      const cells = cellsOf(table, row)
      return [key.map((column) => cells[column] ?? '').join('\t'), cells]
    }),
  )
