/** What changed between two states of the dataset, row by row and in words. */

import descriptor from '../../public/dataset/datapackage.json' with { type: 'json' }
import type { RawTable, RawTables } from './check.ts'

/** A row as text, by column; a column that the table does not have reads ''. */
type Cells = Readonly<Record<string, string>>

/** One row that was added, removed or revised. */
export type Change = { table: string; /** Cells of the primary key. */ key: string[] } & (
  | { kind: 'added'; after: Cells }
  | { kind: 'removed'; before: Cells }
  | { kind: 'revised'; before: Cells; after: Cells; /** Columns that differ. */ columns: string[] }
)

const KEYS = new Map(descriptor.resources.map(({ name, schema }) => [name, schema.primaryKey]))
const EMPTY: RawTable = { columns: [], rows: [] }

const cellsOf = ({ columns }: RawTable, row: readonly string[]): Cells =>
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

/** Names that turn ids into words: economies inside a sentence, entries, and publishers of sources. */
interface Names {
  economy: (code: string) => string
  entry: (id: string) => string
  source: (id: string) => string
}

function namesIn(tables: readonly RawTables[]): Names {
  const lookUp = (name: string, key: string, value: string, fits: (cells: Cells) => boolean = () => true) => {
    const found = new Map<string, string>()
    for (const table of tables.map((each) => each[name] ?? EMPTY)) {
      for (const row of table.rows) {
        const cells = cellsOf(table, row)
        if (fits(cells)) found.set(cells[key] ?? '', cells[value] ?? '')
      }
    }
    return (id: string) => found.get(id) || id
  }
  return {
    economy: lookUp('economies', 'economy', 'phrase', ({ lang }) => lang === 'en'),
    entry: lookUp('entries', 'id', 'name_en'),
    source: lookUp('sources', 'source_id', 'publisher'),
  }
}

const KINDS = ['added', 'revised', 'removed'] as const

/**
 * Changes in English, grouped by table: a line with counts, then a line for each row, indented by two spaces. Figures
 * say economy, measure, entry, period, value and publisher. `tables` are the states compared, older first: names come
 * from them. No change gives no line.
 */
export function changesInWords(changes: readonly Change[], ...tables: RawTables[]): string[] {
  const names = namesIn(tables)
  const lines: string[] = []
  for (const table of new Set(changes.map((change) => change.table))) {
    const own = changes.filter((change) => change.table === table)
    const count = (kind: Change['kind']) => own.filter((change) => change.kind === kind)
    const counts = KINDS.filter((kind) => count(kind).length > 0).map((kind) => `${count(kind).length} ${kind}`)
    lines.push(`${table}: ${counts.join(', ')}`)
    for (const kind of KINDS) for (const change of count(kind)) lines.push(`  ${kind}: ${inWords(change, names)}`)
  }
  return lines
}

function inWords(change: Change, names: Names): string {
  if (change.table === 'figures') return figureChange(change, names)
  const what = rowName(change.table, change.kind === 'removed' ? change.before : change.after, names)
  if (change.kind !== 'revised') return what.filter(Boolean).join(': ')
  return `${what[0]}: ${change.columns.map((column) => cellChange(column, change.before, change.after, names)).join('; ')}`
}

/** What a row is called, and what it says where its name does not tell. */
function rowName(table: string, cells: Cells, names: Names): string[] {
  const { entry = '', lang = '', locale = '' } = cells
  const quoted = (column: string) => `“${cells[column] ?? ''}”`
  switch (table) {
    case 'entries':
      return [`${cells.name_en} (${cells.id})`]
    case 'terms':
      return [`${quoted('form')} (${lang}) for ${names.entry(entry)}`]
    case 'texts':
      return [`${cells.field} of ${names.entry(entry)} (${locale})`, quoted('text')]
    case 'positions':
      return [`what ${capital(cells.party ?? '')} says on ${names.entry(entry)} (${locale})`, quoted('text')]
    case 'events':
      return [`${cells.date}, ${names.entry(entry)}`, `${cells.event} (${names.source(cells.source_id ?? '')})`]
    case 'event-texts':
      return [`event ${cells.event} (${locale})`, quoted('text')]
    case 'wordings':
      return [`${quoted('wording')} (${locale})`, quoted('text')]
    case 'sources':
      return [`${cells.source_id}`, `${cells.publisher}, ${quoted('title')}`]
    case 'economies':
      return [`${cells.economy} (${lang})`, cells.name ?? '']
    case 'words':
      return [`list ${cells.set} (${lang})`]
    case 'news-sites':
      return [`${cells.host} (${cells.name})`]
    default:
      return [`${cells.id}`, cells.description ?? '']
  }
}

function cellChange(column: string, before: Cells, after: Cells, names: Names): string {
  const said = (cells: Cells) => {
    const cell = cells[column] ?? ''
    if (cell === '') return 'empty'
    return column === 'source_id' ? `${names.source(cell)} (${cell})` : `“${cell}”`
  }
  return `${column} ${said(before)} → ${said(after)}`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const small = (text: string) => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

/** Columns that together are what a figure says. */
const SAID = new Set(['value', 'low', 'high', 'date_value', 'unit', 'qualifier'])

function figureChange(change: Change, names: Names): string {
  if (change.kind !== 'revised') {
    const row = change.kind === 'added' ? change.after : change.before
    return `${figureName(row, names)}: ${amount(row)} (${sourceOf(row, names)})`
  }
  const { before, after, columns } = change
  const others = columns.filter((column) => !SAID.has(column)).map((column) => cellChange(column, before, after, names))
  const said = columns.some((column) => SAID.has(column)) ? [amountChange(before, after)] : []
  return `${figureName(after, names)}: ${[...said, ...others].join('; ')} (${sourceOf(after, names)})`
}

const sourceOf = (row: Cells, names: Names) => `source ${names.source(row.source_id ?? '')}, ${row.id}`

/** "Japan's import-share for rare earths from China, 2024"; the commodity where it says more than the entry. */
function figureName(row: Cells, names: Names): string {
  const { reporter = '', partner = '', measure = '', entry = '', commodity = '', period = '' } = row
  const whose = names.economy(reporter)
  const goods =
    commodity !== '' && commodity.toLowerCase() !== names.entry(entry).toLowerCase() ? ` [${commodity}]` : ''
  const way = measure.startsWith('export') ? 'to' : /^(?:import|visitors)/.test(measure) ? 'from' : 'with'
  const other = partner === 'WLD' || partner === reporter ? '' : ` ${way} ${names.economy(partner)}`
  const owner = `${capital(whose)}${whose.endsWith('s') ? "'" : "'s"}`
  return `${owner} ${measure} for ${small(names.entry(entry))}${goods}${other}${period === '' ? '' : `, ${period}`}`
}

/** The number as the table has it, low and high where there is a range, without its unit. */
function number(row: Cells): string {
  const { value = '', low = '', high = '', date_value = '' } = row
  if (date_value !== '') return date_value
  const range = low !== '' || high !== '' ? `${low || '…'}–${high || '…'}` : ''
  return value !== '' && range !== '' ? `${value} (${range})` : value || range || 'no value'
}

const QUALIFIERS: Readonly<Record<string, string>> = {
  about: 'about ',
  'at-least': 'at least ',
  'at-most': 'at most ',
}
const qualified = (row: Cells) => (QUALIFIERS[row.qualifier ?? ''] ?? '') + number(row)

/** Counts, dates and years say what they are; every other number takes its unit. */
const UNITLESS = new Set(['', 'count', 'date', 'year'])
const unitOf = ({ unit = '' }: Cells) => (UNITLESS.has(unit) ? '' : ` ${unit}`)
const estimated = ({ qualifier }: Cells) => (qualifier === 'estimate' ? ' (estimate)' : '')

const amount = (row: Cells) => qualified(row) + unitOf(row) + estimated(row)

/** "60 → 62 %": what both share is said once. */
const amountChange = (before: Cells, after: Cells) =>
  before.unit === after.unit && estimated(before) === estimated(after)
    ? `${qualified(before)} → ${amount(after)}`
    : `${amount(before)} → ${amount(after)}`
