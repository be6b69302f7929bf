/** How much a dataset holds, in the order in which people ask. */

import type { RawTables } from './check.ts'

const COUNTED = ['figures', 'sources', 'events', 'entries', 'terms', 'texts', 'positions'] as const

/** "1,235 figures, 305 sources, …", rows of each table; economies count once, whatever their languages. */
export function totalsInWords(tables: RawTables): string {
  const rows = (table: string) => tables[table]?.rows.length ?? 0
  const { columns = [], rows: economies = [] } = tables.economies ?? {}
  const at = columns.indexOf('economy')
  const counts: [string, number][] = [
    ...COUNTED.map((table): [string, number] => [table, rows(table)]),
    ['economies', new Set(economies.map((row) => row[at])).size],
    ['hosts', rows('news-sites')],
  ]
  return counts.map(([name, count]) => `${count.toLocaleString('en')} ${name}`).join(', ')
}
