/** Names that turn the ids of changed rows into words, as the states compared have them. */

import type { RawTable, RawTables } from '../dataset/check.ts'
import { cellsOf, type Cells } from '../dataset/diff.ts'
import { languageOfLocale, type Locale } from '../dataset/locales.ts'

/** Names that turn ids into words: economies, entries, labels, events and publishers of sources. */
export interface Names {
  economy(code: string): string
  entry(id: string): string
  label(label: string): string
  event(id: string): string
  source(id: string): string
}

const EMPTY: RawTable = { columns: [], rows: [] }

/** Names as the tables have them; of two the later counts. */
export function namesIn(tables: readonly RawTables[], locale: Locale): Names {
  const lookUp = (name: string, key: string, value: string, fits: (cells: Cells) => boolean = () => true) =>
    tables
      .map((each) => each[name] ?? EMPTY)
      .flatMap((table) => table.rows.map((row) => cellsOf(table, row)).filter(fits))
      .map((cells): [string, string] => [cells[key] ?? '', cells[value] ?? ''])
  const naming = (...pairs: [string, string][]) => {
    const found = new Map(pairs)
    return (id: string) => found.get(id) || id
  }
  const inLanguage = (language: string) => lookUp('economies', 'economy', 'name', ({ lang }) => lang === language)
  const inLocale = ({ locale: own }: Cells) => own === locale
  const isTitle = (cells: Cells) => inLocale(cells) && cells.field === 'title'
  return {
    economy: naming(...inLanguage('en'), ...inLanguage(languageOfLocale(locale))),
    entry: naming(...lookUp('entries', 'id', 'name_en'), ...lookUp('texts', 'entry', 'text', isTitle)),
    label: naming(...lookUp('wordings', 'wording', 'text', inLocale)),
    event: naming(...lookUp('event-texts', 'event', 'text', inLocale)),
    source: naming(...lookUp('sources', 'source_id', 'publisher')),
  }
}
