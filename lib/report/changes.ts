/** What changed between two states of the dataset, in words of the reader's language; the dataset tool says the same in English. */

import type { RawTables } from '../dataset/check.ts'
import type { Cells, Change } from '../dataset/diff.ts'
import { languageOfLocale, type Locale } from '../dataset/locales.ts'
import { formatDate } from '../i18n/numbers.ts'
import type { CountedKey, MessageKey, Translate } from '../i18n/t.ts'
import { namesIn, type Names } from './change-names.ts'
import { FigureWords } from './figure-words.ts'

/** How changes are worded. */
export interface ChangeWording {
  t: Translate
  /** Whose names of entries, economies and labels are used; what it lacks comes in English. */
  locale: Locale
  /** BCP 47 locale for numbers, dates and languages. */
  numbers: string
}

const TABLES: Readonly<Record<string, MessageKey>> = {
  entries: 'change_entries',
  terms: 'change_terms',
  words: 'change_words',
  texts: 'change_texts',
  positions: 'change_positions',
  figures: 'change_figures',
  measures: 'change_measures',
  units: 'change_units',
  events: 'change_events',
  'event-texts': 'change_event_texts',
  wordings: 'change_wordings',
  sources: 'change_sources',
  economies: 'change_economies',
  'news-sites': 'change_news_sites',
}

const KINDS: Record<Change['kind'], { line: MessageKey; count: CountedKey }> = {
  added: { line: 'change_added', count: 'change_count_added' },
  revised: { line: 'change_revised', count: 'change_count_revised' },
  removed: { line: 'change_removed', count: 'change_count_removed' },
}

/**
 * Changes grouped by table: a line with counts, then a line for each row, indented by two spaces. Figures say economy,
 * entry, measure, period, value and publisher. `tables` are the states compared, older first: names come from them. No
 * change gives no line.
 */
export function changesInWords(changes: readonly Change[], wording: ChangeWording, ...tables: RawTables[]): string[] {
  const { t, locale, numbers } = wording
  const words = new ChangeWords(wording, namesIn(tables, locale))
  const list = new Intl.ListFormat(numbers, { type: 'unit', style: 'short' })
  const lines: string[] = []
  for (const [table, own] of Map.groupBy(changes, (change) => change.table)) {
    const byKind = (Object.keys(KINDS) as Change['kind'][])
      .map((kind) => ({ ...KINDS[kind], rows: own.filter((change) => change.kind === kind) }))
      .filter(({ rows }) => rows.length > 0)
    const counts = byKind.map((kind) => t(kind.count, { count: kind.rows.length }))
    const name = TABLES[table]
    lines.push(t('change_table', { table: name ? t(name) : table, counts: list.format(counts) }))
    for (const { line, rows } of byKind) for (const row of rows) lines.push(`  ${t(line, { what: words.of(row) })}`)
  }
  return lines
}

/** Columns that together are what a figure says. */
const SAID = new Set(['value', 'low', 'high', 'date_value', 'unit', 'qualifier'])

/** Says one row after another, with the same names. */
class ChangeWords {
  readonly #t: Translate
  readonly #numbers: string
  readonly #names: Names
  readonly #languages: Intl.DisplayNames
  readonly #figures: FigureWords

  constructor({ t, numbers }: ChangeWording, names: Names) {
    this.#t = t
    this.#numbers = numbers
    this.#names = names
    this.#figures = new FigureWords(t, numbers, names)
    this.#languages = new Intl.DisplayNames([numbers], { type: 'language' })
  }

  of(change: Change): string {
    if (change.table === 'figures') return this.#figureChange(change)
    const what = this.#rowName(change.table, change.kind === 'removed' ? change.before : change.after)
    if (change.kind !== 'revised') return what.filter(Boolean).join(': ')
    return `${what[0]}: ${this.#cellChanges(change.columns, change.before, change.after)}`
  }

  #quoted(text = ''): string {
    return this.#t('change_quoted', { text })
  }

  /** A language by its name; Chinese by its script. */
  #language({ lang, locale }: Cells): string {
    const code = languageOfLocale((lang || locale || '') as Locale)
    try {
      return this.#languages.of(code) ?? code
    } catch {
      // No language at all: another release may know more than languages.
      return code
    }
  }

  /** What a row is called, and what it says where its name does not tell. */
  #rowName(table: string, cells: Cells): string[] {
    const names = this.#names
    const entry = names.entry(cells.entry ?? '')
    const inLanguage = (what: string) => this.#t('change_in_language', { what, language: this.#language(cells) })
    switch (table) {
      case 'entries':
        return [`${names.entry(cells.id ?? '')} (${cells.id})`]
      case 'terms':
        return [this.#t('change_term', { term: inLanguage(this.#quoted(cells.form)), entry })]
      case 'texts':
        return [inLanguage(`${entry} · ${cells.field}`), this.#quoted(cells.text)]
      case 'positions':
        return [inLanguage(`${entry} · ${this.#t(`party_${cells.party}` as MessageKey)}`), this.#quoted(cells.text)]
      case 'events': {
        const said = names.event(cells.id ?? '')
        const event = said === cells.id ? cells.event : said
        return [
          `${formatDate(cells.date ?? '', this.#numbers)} · ${entry}`,
          `${event} (${names.source(cells.source_id ?? '')})`,
        ]
      }
      case 'event-texts':
        return [inLanguage(cells.event ?? ''), this.#quoted(cells.text)]
      case 'wordings':
        return [inLanguage(this.#quoted(cells.wording)), this.#quoted(cells.text)]
      case 'sources':
        return [cells.source_id ?? '', `${cells.publisher}, ${this.#quoted(cells.title)}`]
      case 'economies':
        return [inLanguage(cells.economy ?? ''), cells.name ?? '']
      case 'words':
        return [inLanguage(cells.set ?? '')]
      case 'news-sites':
        return [`${cells.host} (${cells.name})`]
      default:
        return [cells.id ?? '', cells.description ?? '']
    }
  }

  #cellChanges(columns: readonly string[], before: Cells, after: Cells): string {
    const said = (column: string, cell = '') => {
      if (cell === '') return this.#t('change_empty')
      return column === 'source_id' ? `${this.#names.source(cell)} (${cell})` : this.#quoted(cell)
    }
    return columns
      .map((column) => `${column} ${said(column, before[column])} → ${said(column, after[column])}`)
      .join('; ')
  }

  #figureChange(change: Change): string {
    if (change.kind !== 'revised') {
      const row = change.kind === 'added' ? change.after : change.before
      return `${this.#figures.nameOf(row)}: ${this.#figures.amount(row)} (${this.#figures.sourceOf(row)})`
    }
    const { before, after, columns } = change
    const others = columns.filter((column) => !SAID.has(column))
    const said = [
      ...(columns.some((column) => SAID.has(column)) ? [this.#figures.amountChange(before, after)] : []),
      ...(others.length > 0 ? [this.#cellChanges(others, before, after)] : []),
    ]
    return `${this.#figures.nameOf(after)}: ${said.join('; ')} (${this.#figures.sourceOf(after)})`
  }
}
