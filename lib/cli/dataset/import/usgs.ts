/** Turns the data file of the USGS Mineral Commodity Summaries into readings, by the tables in `usgs-series.ts`. */

import { badFile } from './faults.ts'
import { recordsOfCsv, type SourceRecord } from './records.ts'
import { editionIn, UncarriedCount, yearPeriod, yearsPeriod, type Release, type Withdrawal } from './release.ts'
import { readCell } from './usgs-cells.ts'
import { placeCorrection } from './usgs-corrections.ts'
import type { Correction, VersionHistory } from './usgs-history.ts'
import { identity, readingsOf, REST, type FoundRow } from './usgs-reading.ts'
import { CARRIED_SERIES, seriesKey, UNITS, type CarriedSeries } from './usgs-series.ts'
import { sharesOf } from './usgs-shares.ts'

const COLUMNS = [
  'MCS chapter',
  'Section',
  'Commodity',
  'Country',
  'Statistics',
  'Statistics_detail',
  'Unit',
  'Year',
  'Value',
  'Notes',
]
const PUBLISHER = 'US Geological Survey, National Minerals Information Center'
const LICENCE = 'public domain (US government)'

/** What is known beside the data file. */
export interface UsgsOptions {
  /** English names of economies to codes. */
  codes: ReadonlyMap<string, string>
  history?: VersionHistory
  /** Day of publication (YYYY-MM-DD) and address of the release, for its row in `sources`. */
  published?: string
  url?: string
}

/**
 * Reads the data file (`text`; `file` is its name). Throws an Error by row and column where a column is missing, or
 * where a carried row holds an unknown country, unit, year or a value that is neither number nor known code.
 */
export function readUsgs(text: string, file: string, options: UsgsOptions): Release {
  const records = recordsOfCsv(text, file, COLUMNS)
  refuseWrongEncoding(records, file)
  const newest = newestYear(records, file)
  const edition = newest + 1
  const source = `usgs-mcs${edition}-data`
  const { history } = options
  if (history !== undefined && history.edition !== edition)
    throw badFile(file, `is of MCS ${edition}; the version history is of MCS ${history.edition}.`)
  const uncarried = new UncarriedCount()
  const remarks: string[] = []
  const byKey = new Map(
    CARRIED_SERIES.map((series) => [seriesKey(series.commodity, series.statistic, series.detail), series]),
  )
  const met = new Set<CarriedSeries>()

  const found: FoundRow[] = []
  const withdrawals: Withdrawal[] = []
  for (const record of records) {
    const { Commodity = '', Statistics = '', Statistics_detail = '', Country = '', Value = '' } = record.cells
    const series = byKey.get(seriesKey(Commodity, Statistics, Statistics_detail))
    if (series !== undefined) met.add(series)
    const isCarried =
      series !== undefined &&
      (Country !== REST || series.hasRest) &&
      !(series.isRecentOnly && Number(record.cells.Year) < newest - 2)
    if (!isCarried) {
      uncarried.add(Commodity.trim(), Statistics)
      continue
    }
    const cell = readCell(Value, series.measure === 'net-import-reliance')
    if (cell === null)
      throw badFile(file, `"${Value}" is neither a number nor a known code.`, { row: record.row, column: 'Value' })
    const each = { series, record, cell, ...placeOf(record, series, file, options.codes) }
    if (cell.kind === 'none') {
      uncarried.add(Commodity.trim(), `${Statistics}: no number but ${cell.code}`)
      withdrawals.push({ ...identity(each), code: cell.code })
    } else found.push(each)
  }
  for (const series of CARRIED_SERIES) {
    if (!met.has(series))
      remarks.push(`The file has no series "${series.detail}" (${series.commodity}, ${series.statistic}).`)
  }

  const corrected = new Map<SourceRecord, Correction>()
  for (const correction of history?.corrections ?? []) {
    const remark = placeCorrection(correction, records, corrected)
    if (remark !== null) remarks.push(remark)
  }
  for (const line of history?.unread ?? []) remarks.push(`Not understood in the version history: ${line}`)
  if (history === undefined)
    remarks.push('No --history given: numbers that USGS corrected after the data file stand as they were.')

  const release = { edition, source }
  const readings = found.flatMap((each) => readingsOf(each, release, corrected.get(each.record)))
  return {
    name: `MCS ${edition}`,
    sources: sourceRows(edition, file, options),
    readings: [...readings, ...sharesOf(readings, release, newest)],
    withdrawals,
    otherEdition: (id) => editionIn(id, /^usgs-mcs(\d{4})-/, 'MCS', edition),
    rowCount: records.length,
    uncarried: uncarried.list(),
    remarks,
  }
}

/** The dash in the names of sections is the first character that a wrong encoding spoils. */
function refuseWrongEncoding(records: readonly SourceRecord[], file: string): void {
  const odd = records.find(({ cells }) => /^Salient Statistics(?!\s*[—–-])/.test(cells.Section ?? ''))
  if (odd !== undefined)
    throw badFile(file, `"${odd.cells.Section}" shows a wrong encoding; expected Windows-1252 or UTF-8.`, {
      row: odd.row,
      column: 'Section',
    })
}

/** The newest year of the file, which an edition of the year after it reports. */
function newestYear(records: readonly SourceRecord[], file: string): number {
  const newest = Math.max(...records.map(({ cells }) => Number(/^20\d\d$/.exec(cells.Year ?? '')?.[0] ?? 0)), 0)
  if (newest === 0) throw badFile(file, 'has no row with a year.', { column: 'Year' })
  const named = /MCS(20\d\d)/i.exec(file)?.[1]
  if (named !== undefined && Number(named) !== newest + 1)
    throw badFile(file, `is named MCS${named}, but its newest year is ${newest}.`, { column: 'Year' })
  return newest
}

function placeOf(
  { row, cells }: SourceRecord,
  series: CarriedSeries,
  file: string,
  codes: ReadonlyMap<string, string>,
): Pick<FoundRow, 'period' | 'economy' | 'factor'> {
  const { Country = '', Unit = '', Year = '' } = cells
  const economy = Country === REST ? 'WLD' : codes.get(Country)
  if (economy === undefined)
    throw badFile(file, `unknown country "${Country}"; give it a name in economies.csv.`, { row, column: 'Country' })
  const unit = UNITS[Unit.trim()]
  // Oxide equivalent is a way of counting tons, which the file says in the chapter and not in the unit.
  if (unit === undefined || (unit.unit !== series.unit && `${unit.unit} REO` !== series.unit))
    throw badFile(file, `unknown unit "${Unit}" for ${series.unit}.`, { row, column: 'Unit' })
  const years = /^(20\d\d)(?:\s*[–-]\s*(?:20)?(\d\d))?$/.exec(Year.trim())
  if (years === null) throw badFile(file, `"${Year}" is neither a year nor years.`, { row, column: 'Year' })
  const first = Number(years[1])
  const period =
    years[2] === undefined ? yearPeriod(first) : yearsPeriod(first, Math.floor(first / 100) * 100 + Number(years[2]))
  return { economy, factor: unit.factor, period }
}

function sourceRows(edition: number, file: string, { published = '', url = '' }: UsgsOptions) {
  const common = {
    publisher: PUBLISHER,
    url,
    url_scheme: url.startsWith('https:') ? 'https' : url.startsWith('http:') ? 'http' : '',
    kind: 'official',
    licence: LICENCE,
    folders: 'import',
  }
  return [
    {
      ...common,
      source_id: `usgs-mcs${edition}-data`,
      title: `Mineral Commodity Summaries ${edition} data release (MCS${edition}_Commodities_Data.csv)`,
      published,
      read_via: file,
    },
    {
      ...common,
      source_id: `usgs-mcs${edition}-versions`,
      title: `Revision history for Mineral Commodity Summaries ${edition}`,
      published: '',
      url: '',
      url_scheme: '',
      read_via: `MCS${edition}_versionHist.txt`,
    },
  ]
}
