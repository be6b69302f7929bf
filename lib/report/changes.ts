/** What changed between two states of the dataset, in words of the reader's language; the dataset tool says the same in English. */

import { valueInWords } from '../card/in-words.ts'
import { WORLD } from '../dataset/answering.ts'
import type { RawTable, RawTables } from '../dataset/check.ts'
import { cellsOf, type Cells, type Change } from '../dataset/diff.ts'
import type { Locale } from '../dataset/locales.ts'
import { languageOfLocale } from '../dataset/localised.ts'
import type { FigureRow } from '../dataset/types.ts'
import { formatDate, formatPeriod } from '../i18n/numbers.ts'
import type { CountedKey, MessageKey, Translate } from '../i18n/t.ts'

/** How changes are worded. */
export interface ChangeWording {
  t: Translate
  /** Whose names of entries, economies and labels are used; what it lacks comes in English. */
  locale: Locale
  /** BCP 47 locale for numbers, dates and languages. */
  numbers: string
}

/** Names that turn ids into words: economies, entries, labels, events and publishers of sources. */
interface Names {
  economy(code: string): string
  entry(id: string): string
  label(label: string): string
  event(id: string): string
  source(id: string): string
}

const EMPTY: RawTable = { columns: [], rows: [] }

/** Names as the tables have them; of two the later counts. */
function namesIn(tables: readonly RawTables[], locale: Locale): Names {
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

/** Measures that most figures have; the others are called as their source calls them. */
const MEASURES: Readonly<Record<string, MessageKey>> = {
  'import-share': 'change_import_share',
  'import-volume': 'change_import_volume',
  'import-value': 'change_import_value',
  'net-import-reliance': 'change_net_import_reliance',
  'mine-production': 'change_mine_production',
  'mine-share': 'change_mine_share',
  'refining-share': 'change_refining_share',
  'magnet-share': 'change_magnet_share',
  reserves: 'change_reserves',
  price: 'change_price',
}

/** A cell that is no number: an edition of another release may hold anything. */
const numberIn = (cell: string | undefined) => (cell ? Number(cell) : null)

/** Says one row after another, with the same names. */
class ChangeWords {
  readonly #t: Translate
  readonly #numbers: string
  readonly #names: Names
  readonly #languages: Intl.DisplayNames

  constructor({ t, numbers }: ChangeWording, names: Names) {
    this.#t = t
    this.#numbers = numbers
    this.#names = names
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
    const code = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' }[locale ?? ''] ?? (lang || locale || '')
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
      return `${this.#figureName(row)}: ${this.#amount(row)} (${this.#sourceOf(row)})`
    }
    const { before, after, columns } = change
    const others = columns.filter((column) => !SAID.has(column))
    const said = [
      ...(columns.some((column) => SAID.has(column)) ? [this.#amountChange(before, after)] : []),
      ...(others.length > 0 ? [this.#cellChanges(others, before, after)] : []),
    ]
    return `${this.#figureName(after)}: ${said.join('; ')} (${this.#sourceOf(after)})`
  }

  #sourceOf(row: Cells): string {
    return `${this.#t('change_source', { source: this.#names.source(row.source_id ?? '') })}, ${row.id}`
  }

  /** "Japan, from China · rare earths · import share · 2024"; the commodity where it says more than the entry. */
  #figureName(row: Cells): string {
    const { reporter = '', partner = '', commodity = '' } = row
    const entry = this.#names.entry(row.entry ?? '')
    const isSaid = commodity === '' || commodity.toLowerCase() === entry.toLowerCase()
    return [
      this.#whose(row.measure ?? '', reporter, partner),
      isSaid ? entry : `${entry} [${this.#names.label(commodity)}]`,
      this.#measure(row),
      formatPeriod({ period: '', period_start: '', period_end: '', period_kind: 'none', ...row }, this.#numbers) ||
        row.period,
    ]
      .filter(Boolean)
      .join(' · ')
  }

  #whose(measure: string, reporter: string, partner: string): string {
    const economy = this.#names.economy(reporter)
    if (partner === '' || partner === WORLD || partner === reporter) return economy
    const other = this.#names.economy(partner)
    const isFrom = /^(?:import|visitors)/.test(measure)
    return isFrom ? this.#t('panel_from', { economy, partner: other }) : `${economy} – ${other}`
  }

  #measure({ measure = '', label = '' }: Cells): string {
    const own = this.#names.label(label)
    if (label !== '' && own !== label) return own
    const message = MEASURES[measure]
    if (message && (label === '' || label === measure)) return this.#t(message)
    return label === measure ? measure.replaceAll('-', ' ') : label || measure
  }

  /** What a figure says: value or range with unit and qualifier, or a date. */
  #amount(row: Cells): string {
    const { date_value = '', unit = '', qualifier } = row
    if (date_value !== '') return formatDate(date_value, this.#numbers)
    const [value, low, high] = [numberIn(row.value), numberIn(row.low), numberIn(row.high)]
    const isPlain = [value, low, high].every((number) => number === null || Number.isFinite(number))
    // A year has no thousands, and half a range is said as it stands.
    if (!isPlain || unit === 'year' || (low === null) !== (high === null)) return this.#exactly(row)
    const say = (of: Pick<FigureRow, 'value' | 'low' | 'high'>) =>
      valueInWords({ ...of, unit, qualifier } as FigureRow, { t: this.#t, locale: this.#numbers, economies: {} })
    if (value === null) return low === null ? this.#t('change_no_value') : say({ value, low, high })
    const range = low === null ? '' : ` (${say({ value, low, high })})`
    return say({ value, low: null, high: null }) + range
  }

  /** The same as the table has it. */
  #exactly({ value = '', low = '', high = '', unit = '', qualifier = '' }: Cells): string {
    const range = low !== '' || high !== '' ? `${low || '…'}–${high || '…'}` : ''
    const number = value !== '' && range !== '' ? `${value} (${range})` : value || range || this.#t('change_no_value')
    return [number, unit === 'year' ? '' : unit, ['', 'exact', 'range'].includes(qualifier) ? '' : `(${qualifier})`]
      .filter(Boolean)
      .join(' ')
  }

  /** Words round; what differs only beyond that is told as the table has it. */
  #amountChange(before: Cells, after: Cells): string {
    const [from, to] = [this.#amount(before), this.#amount(after)]
    return from === to ? `${this.#exactly(before)} → ${this.#exactly(after)}` : `${from} → ${to}`
  }
}
