/** Lays readings over the tables of the dataset: revises rows of the same source, adds new ones, supersedes older editions. Pure. */

import type { RawTable, RawTables } from '../../../dataset/check.ts'
import { cellsOf, type Cells } from '../../../dataset/diff.ts'
import type { Reading, Release } from './release.ts'

type Row = Record<string, string>
type Series = Pick<Reading, 'entry' | 'measure' | 'reporter' | 'partner' | 'period'>

/** Columns that an import keeps equal to the file; all others of a row that is there stay as people wrote them. */
const OWNED = [
  'value',
  'low',
  'high',
  'unit',
  'qualifier',
  'period_start',
  'period_end',
  'period_kind',
  'locator',
] as const

/** States and not sums: the newest edition's table stands in for the older one whatever year it names. */
const RESTATED = new Set(['reserves'])

const BOUNDS = new Set(['at-least', 'at-most'])

/** What merging changed, and what it left. */
export interface Merged {
  /** The tables that an import may change: `figures` and `sources`. */
  tables: RawTables
  /** Readings that add no row, each with the reason. */
  leftOut: { reading: Reading; why: string }[]
}

/** A number as the tables write it: no exponent, no noise of binary fractions. */
export function numberText(value: number): string {
  const text = String(Number(value.toPrecision(12)))
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text
}

/**
 * Readings laid over `figures` and `sources` of `tables`, which stay as they are. Throws an Error where two readings
 * would be one row.
 */
export function mergeRelease(tables: RawTables, release: Release): Merged {
  const figures = rowsOf(tables.figures)
  const sources = rowsOf(tables.sources)
  const wasSorted = isSorted(figures, 'id')
  const taken = new Set(figures.map(({ id }) => id))
  const bySeries = new Map<string, Row[]>()
  for (const row of figures) push(bySeries, tableKey(row), row)
  const leftOut: Merged['leftOut'] = []
  /** Rows that a reading has revised or made, with its locator. */
  const claimed = new Map<Row, string>()

  for (const reading of release.readings) {
    const others = bySeries.get(tableKey(reading)) ?? []
    const own = others.find((row) => row.source_id === reading.source && isSameRow(row, reading))
    const twin = own && claimed.get(own)
    if (twin !== undefined) throw new Error(`${twin} and ${reading.locator} give the same figure; nothing was written.`)
    if (own !== undefined) {
      claimed.set(own, reading.locator)
      revise(own, reading)
    } else {
      const better = others.find((row) => isSamePeriod(row, reading) && reading.unless?.(row))
      const why = reading.notAdded ?? (better && `the dataset has ${better.source_id} for it`)
      if (why !== undefined) {
        leftOut.push({ reading, why })
        continue
      }
    }
    const rivals = others
      .flatMap((row) => {
        const edition = release.otherEdition(row.source_id ?? '')
        return edition !== null && differs(row, reading) ? [{ row, ...edition }] : []
      })
      // Newest first: that is the one whose number the note of a row tells.
      .sort((a, b) => compare(b.name, a.name))
    const older = rivals.filter(({ isOlder }) => isOlder)
    const newer = rivals.find(({ isOlder }) => !isOlder)
    let row = own
    if (row === undefined) {
      row = newRow(reading, taken, older[0])
      claimed.set(row, reading.locator)
      figures.push(row)
      push(bySeries, tableKey(row), row)
    }
    // An older edition may be taken in after a newer one, for articles of its time.
    if (newer !== undefined && row.superseded !== 'yes')
      supersede(row, `Older vintage: ${newer.name} has ${amountOf(newer.row)}.`)
    if (reading.correctedBy === undefined)
      for (const each of older) supersede(each.row, `Older vintage: ${release.name} revised this to ${said(reading)}.`)
  }
  for (const withdrawal of release.withdrawals) {
    for (const row of bySeries.get(tableKey(withdrawal)) ?? []) {
      if (
        release.otherEdition(row.source_id ?? '')?.isOlder === true &&
        isSameGoods(row, withdrawal) &&
        row.superseded !== 'yes'
      )
        supersede(row, `Older vintage: ${release.name} gives no figure (${withdrawal.code}).`)
    }
  }

  const cited = new Set(figures.map(({ source_id }) => source_id))
  const known = new Set(sources.map(({ source_id }) => source_id))
  const sourcesWereSorted = isSorted(sources, 'source_id')
  sources.push(...release.sources.filter(({ source_id = '' }) => cited.has(source_id) && !known.has(source_id)))
  return {
    tables: {
      figures: tableOf(tables.figures, wasSorted ? sorted(figures, 'id') : figures),
      sources: tableOf(tables.sources, sourcesWereSorted ? sorted(sources, 'source_id') : sources),
    },
    leftOut,
  }
}

/** Rows of one official table share this; of a restated table whatever the year. */
function tableKey(series: Row | Series): string {
  const { entry, measure, reporter, partner } = series as Record<string, string>
  const period = typeof series.period === 'string' ? series.period : series.period?.period
  return [entry, measure, reporter, partner, RESTATED.has(measure ?? '') ? '' : period].join('\t')
}

const isSamePeriod = (row: Row, { period }: Pick<Reading, 'period'>) => row.period === period.period

const isSameGoods = (row: Row, { commodity, scope }: Pick<Reading, 'commodity' | 'scope'>) =>
  row.commodity === commodity && row.scope === scope

const isSameRow = (row: Row, reading: Reading) =>
  isSamePeriod(row, reading) && isSameGoods(row, reading) && row.basis === reading.basis

/** True where the row stands, of the same goods, with another number. */
function differs(row: Row, reading: Reading): boolean {
  if (row.superseded === 'yes' || !isSameGoods(row, reading) || row.basis !== reading.basis) return false
  const isBound = (qualifier: string | undefined) => (BOUNDS.has(qualifier ?? '') ? qualifier : '')
  return (
    !isEqual(row.value, reading.value) ||
    row.unit !== reading.unit ||
    isBound(row.qualifier) !== isBound(reading.qualifier)
  )
}

/** Compares as numbers, so that "1.50" of a hand-made row is no change. */
const isEqual = (cell: string | undefined, value: number | null) =>
  value === null || cell === undefined || cell === ''
    ? (cell ?? '') === '' && value === null
    : Number(cell) === Number(numberText(value))

const rowOf = (reading: Reading): Row => ({
  entry: reading.entry,
  measure: reading.measure,
  label: reading.label,
  reporter: reading.reporter,
  partner: reading.partner,
  commodity: reading.commodity,
  value: numberText(reading.value),
  low: reading.low === null ? '' : numberText(reading.low),
  high: reading.high === null ? '' : numberText(reading.high),
  date_value: '',
  unit: reading.unit,
  ...reading.period,
  qualifier: reading.qualifier,
  scenario: 'no',
  scope: reading.scope,
  basis: reading.basis,
  source_id: reading.source,
  locator: reading.locator,
  confidence: 'primary',
  note: reading.note,
  folder: 'import',
  same_as: '',
  superseded: 'no',
  original_unit: reading.unit,
  original_entry: reading.entry,
})

function revise(row: Row, reading: Reading): void {
  const now = rowOf(reading)
  for (const column of OWNED) {
    if (column === 'locator' && reading.keepsLocator) continue
    const isNumber = column === 'value' || column === 'low' || column === 'high'
    if (isNumber ? !isEqual(row[column], reading[column]) : row[column] !== now[column]) row[column] = now[column] ?? ''
  }
  if (reading.correctedBy !== undefined && row.superseded !== 'yes') supersede(row, reading.correctedBy)
}

function newRow(reading: Reading, taken: Set<string | undefined>, older?: { row: Row; name: string }): Row {
  const base = [reading.entry, reading.measure, reading.reporter, reading.partner, reading.period.period]
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  let id = base
  for (let copy = 2; taken.has(id); copy++) id = `${base}-${copy}`
  taken.add(id)
  const row: Row = { id, ...rowOf(reading) }
  if (older !== undefined && reading.correctedBy === undefined) {
    const { period = '' } = older.row
    const when = period === reading.period.period ? ' for the same period' : ` for ${period}`
    addNote(row, `Revised: ${older.name} had ${amountOf(older.row)}${when}.`)
  }
  if (reading.correctedBy !== undefined) supersede(row, reading.correctedBy)
  return row
}

function supersede(row: Row, why: string): void {
  row.superseded = 'yes'
  row.confidence = 'conflicting'
  addNote(row, why)
}

const addNote = (row: Row, note: string) => {
  row.note = [row.note, note].filter(Boolean).join(' ')
}

const amount = (value: string, unit: string) => {
  const number = Number(value).toLocaleString('en-US', { maximumFractionDigits: 12 })
  return unit === '%' ? `${number}%` : `${number} ${unit}`
}

const amountOf = ({ value = '', unit = '' }: Row) => amount(value, unit)

const said = ({ qualifier, value, unit }: Reading) =>
  `${qualifier === 'at-least' ? 'at least ' : qualifier === 'at-most' ? 'at most ' : ''}${amount(numberText(value), unit)}`

function push(map: Map<string, Row[]>, key: string, row: Row): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [row])
  else list.push(row)
}

const rowsOf = (table: RawTable | undefined): Row[] =>
  table === undefined ? [] : table.rows.map((row) => ({ ...cellsOf(table, row) }))

const tableOf = (table: RawTable | undefined, rows: readonly Cells[]): RawTable => {
  const columns = table?.columns ?? []
  return { columns, rows: rows.map((row) => columns.map((column) => row[column] ?? '')) }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const isSorted = (rows: readonly Row[], column: string) =>
  rows.every((row, at) => at === 0 || compare(rows[at - 1]?.[column] ?? '', row[column] ?? '') <= 0)
const sorted = <Each extends Cells>(rows: readonly Each[], column: string): Each[] =>
  rows.toSorted((a, b) => compare(a[column] ?? '', b[column] ?? ''))
