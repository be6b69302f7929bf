/** Small editions that pass the schema: three entries and what belongs to them, so that compiling takes no time. */

import type { EditionFile } from '../../../lib/dataset/edition.ts'
import { readEditionFile } from '../../../lib/cli/package-files.ts'
import { sha256Of } from '../../../lib/editions/store.ts'
import type { StoredEdition } from '../../../lib/editions/stored.ts'

const whole = await readEditionFile()
const IDS = new Set(['dysprosium', 'heavy-rare-earths', 'rare-earths'])

/** Rows of a table whose column says one of the entries. */
function rowsOf(table: string, column: string) {
  const { columns, rows } = whole.tables[table] as EditionFile['tables'][string]
  const at = columns.indexOf(column)
  return { columns, rows: rows.filter((row) => IDS.has(row[at] as string)) }
}

/** JSON of a small edition. `mark` becomes the name of dysprosium, so that editions can be told apart on a card. */
export function smallText(edition: string, mark = 'Dysprosium', more: Partial<EditionFile> = {}): string {
  const entries = rowsOf('entries', 'id')
  const at = entries.columns.indexOf('name_en')
  const tables = {
    ...whole.tables,
    entries: {
      ...entries,
      rows: entries.rows.map((row) => (row[0] === 'dysprosium' ? row.with(at, mark) : row)),
    },
    terms: rowsOf('terms', 'entry'),
    texts: rowsOf('texts', 'entry'),
    figures: rowsOf('figures', 'entry'),
    events: rowsOf('events', 'entry'),
    positions: rowsOf('positions', 'entry'),
    'news-sites': { ...(whole.tables['news-sites'] as EditionFile['tables'][string]), rows: [] },
  }
  return JSON.stringify({ ...whole, edition, tables, ...more })
}

export async function storedSmall(
  edition: string,
  mark?: string,
  origin: StoredEdition['origin'] = { kind: 'feed', url: 'https://data.example/index.json' },
): Promise<StoredEdition> {
  const text = smallText(edition, mark)
  return {
    edition,
    isUnsigned: false,
    signature: { keyId: '0123456789abcdef', signature: 'A'.repeat(88) },
    text,
    sha256: await sha256Of(text),
    handsOverTo: [],
    origin,
    addedAt: 1,
  }
}
