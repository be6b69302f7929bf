/** Small editions that pass the schema: three entries and what belongs to them, so that compiling takes no time. */

import type { EditionFile } from '../../../lib/dataset/edition.ts'
import { readEditionFile } from '../../../lib/cli/dataset/package-files.ts'
import { compileLexicon } from '../../../lib/detect/compile.ts'
import { LANGUAGES } from '../../../lib/detect/types.ts'
import type { Bundle } from '../../../lib/editions/ensure.ts'
import type { LexiconTexts } from '../../../lib/editions/install.ts'
import { sha256Of } from '../../../lib/editions/store.ts'
import type { StoredEdition } from '../../../lib/editions/stored.ts'

type Table = EditionFile['tables'][string]

const whole = await readEditionFile()
const IDS = new Set(['dysprosium', 'heavy-rare-earths', 'rare-earths'])

/** Rows of a table whose column says one of the entries. */
function rowsOf(table: string, column: string) {
  const { columns, rows } = whole.tables[table] as Table
  const at = columns.indexOf(column)
  return { columns, rows: rows.filter((row) => IDS.has(row[at] as string)) }
}

/** Values of a column; lists in cells are taken apart. */
function valuesOf({ columns, rows }: Table, column: string): string[] {
  const at = columns.indexOf(column)
  return rows.flatMap((row) => (row[at] as string).split(' '))
}

/** The English rows of a table that has a locale. */
function inEnglish({ columns, rows }: Table): Table {
  const at = columns.indexOf('locale')
  return { columns, rows: rows.filter((row) => row[at] === 'en') }
}

const figures = rowsOf('figures', 'entry')
const texts = inEnglish(rowsOf('texts', 'entry'))
const events = rowsOf('events', 'entry')
const positions = inEnglish(rowsOf('positions', 'entry'))
const cited = new Set([
  ...[figures, events].flatMap((table) => valuesOf(table, 'source_id')),
  ...[texts, positions].flatMap((table) => valuesOf(table, 'sources')),
])
const economies = new Set([...valuesOf(figures, 'reporter'), ...valuesOf(figures, 'partner'), 'WLD'])
const only = (table: string, keys: ReadonlySet<string>) => {
  const { columns, rows } = whole.tables[table] as Table
  return { columns, rows: rows.filter(([key]) => keys.has(key as string)) }
}
const SMALL = {
  ...whole.tables,
  terms: rowsOf('terms', 'entry'),
  texts,
  figures,
  events,
  positions,
  sources: only('sources', cited),
  economies: only('economies', economies),
  'event-texts': only('event-texts', new Set()),
  wordings: only('wordings', new Set()),
  'news-sites': only('news-sites', new Set()),
}

/**
 * JSON of a small edition that passes schema and rules. `mark` becomes the name of dysprosium in every locale, so that
 * editions can be told apart on a card.
 */
export function smallText(edition: string, mark: string, more: Partial<EditionFile> = {}): string {
  const { columns, rows } = rowsOf('entries', 'id')
  const [name, related] = [columns.indexOf('name_en'), columns.indexOf('related')]
  const entries = {
    columns,
    rows: rows.map((row) => row.with(related, '').with(name, row[0] === 'dysprosium' ? mark : (row[name] as string))),
  }
  const named = texts.columns.indexOf('text')
  const titled = {
    columns: texts.columns,
    rows: texts.rows.map((row) => (row[0] === 'dysprosium' && row.includes('title') ? row.with(named, mark) : row)),
  }
  return JSON.stringify({ ...whole, edition, locales: ['en'], tables: { ...SMALL, entries, texts: titled }, ...more })
}

/** A lexicon as the build leaves it, of no terms; a blank at its end tells it from one that was compiled. */
export const NO_TERMS = `${JSON.stringify(compileLexicon({ entries: [], terms: [], words: [], economies: [] }, 'en'))} `

/** What ships with an extension whose edition is `text`. */
export const bundleOf = (text: string): Bundle => ({
  readEdition: async () => text,
  readLexicons: async () => Object.fromEntries(LANGUAGES.map((language) => [language, NO_TERMS])) as LexiconTexts,
})

/** A small edition as a feed's is stored. */
export async function storedSmall(edition: string, mark: string): Promise<StoredEdition> {
  const text = smallText(edition, mark)
  return {
    edition,
    isUnsigned: false,
    signature: { keyId: '0123456789abcdef', signature: 'A'.repeat(88) },
    text,
    sha256: await sha256Of(text),
    handsOverTo: [],
    origin: { kind: 'feed', url: 'https://data.example/index.json' },
    addedAt: 1,
  }
}
