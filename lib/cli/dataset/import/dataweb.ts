/** Turns a workbook of USITC DataWeb (US imports for consumption) into readings. A part of a year never counts as a year. */

import { badFile } from './faults.ts'
import { recordsOfRows } from './records.ts'
import {
  editionIn,
  UncarriedCount,
  yearPeriod,
  yearToDate,
  type Period,
  type Reading,
  type Release,
} from './release.ts'
import type { Sheet } from './workbook.ts'

const QUERY = 'Query Parameters'
const COLUMNS = ['Data Type', 'Country', 'HTS Number', 'Quantity Description']
/** Row of a data sheet that holds the names of its columns. */
const HEADER_ROW = 3

/** Goods that the dataset follows: by HTS number, with the partners that get a row. */
const GOODS: Readonly<Record<string, { entry: string; wording: string; partners: string[] }>> = {
  '2846': {
    entry: 'rare-earths',
    wording: 'HTS 2846 rare-earth compounds',
    partners: ['CHN', 'DEU', 'EST', 'JPN', 'KOR', 'MYS'],
  },
}

/** Full years that are taken from a workbook, the newest ones. */
const FULL_YEARS = 2
/** Whose part of the year before is taken too, to set the newest part of a year beside. */
const COMPARED = new Set(['CHN'])

/** Data sheets: what each holds. `quantity` is how the sheet must name what it counts. */
const SHEETS: Readonly<
  Record<string, { measure: string; unit: string; factor: number; quantity: RegExp; basis: string; note: string }>
> = {
  'Customs Value': {
    measure: 'import-value',
    unit: 'USD',
    factor: 1,
    quantity: /^Value for: /,
    basis: 'value',
    note: 'Imports for consumption, customs value.',
  },
  'First Unit of Quantity': {
    measure: 'import-volume',
    unit: 't',
    factor: 0.001,
    quantity: /^kilograms$/,
    basis: 'weight',
    note: 'Gross weight.',
  },
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * Reads a workbook (`file` is its name); `codes`: English names of economies to codes. Throws an Error by sheet, row
 * and column where a sheet or column is missing, rows were cut off, or a followed row holds an unknown country, unit
 * or a cell that is no number.
 */
export function readDataweb(sheets: readonly Sheet[], file: string, codes: ReadonlyMap<string, string>): Release {
  const { year: edition, date } = queryOf(sheets, file)
  const source = `usitc-dataweb-${edition}`
  const uncarried = new UncarriedCount()
  const readings: Reading[] = []
  let rowCount = 0
  for (const name of Object.keys(SHEETS).flatMap((each) => [each, `${each} YTD`]))
    if (!sheets.some((sheet) => sheet.name === name)) throw badFile(file, `has no sheet "${name}".`)
  for (const sheet of sheets) {
    if (sheet.name === QUERY) continue
    const kind = SHEETS[sheet.name.replace(/ YTD$/, '')]
    const records = dataRecords(sheet, file)
    rowCount += records.length
    for (const { row, cells } of records) {
      const { 'HTS Number': hts = '', Country = '', 'Quantity Description': quantity = '' } = cells
      const goods = GOODS[hts]
      if (kind === undefined || goods === undefined) {
        uncarried.add(`HTS ${hts}`, sheet.name)
        continue
      }
      const at = (column: string) => ({ sheet: sheet.name, row, column })
      const partner = codes.get(Country)
      if (partner === undefined)
        throw badFile(file, `unknown country "${Country}"; give it a name in economies.csv.`, at('Country'))
      if (!kind.quantity.test(quantity)) throw badFile(file, `unknown unit "${quantity}".`, at('Quantity Description'))
      if (!goods.partners.includes(partner)) {
        uncarried.add(`HTS ${hts} from ${Country}`, sheet.name)
        continue
      }
      for (const [column, period] of periodsOf(sheet, Object.keys(cells), file, partner)) {
        const cell = (cells[column] ?? '').replaceAll(',', '')
        if (!/^\d+(?:\.\d+)?$/.test(cell)) throw badFile(file, `"${cells[column]}" is no number.`, at(column))
        readings.push({
          source,
          entry: goods.entry,
          measure: kind.measure,
          label: kind.measure,
          reporter: 'USA',
          partner,
          commodity: goods.wording,
          value: Number((Number(cell) * kind.factor).toPrecision(12)),
          low: null,
          high: null,
          unit: kind.unit,
          qualifier: 'exact',
          period,
          scope: 'part',
          basis: kind.basis,
          locator: `sheet ${sheet.name}, HTS ${hts}`,
          note: kind.note,
        })
      }
    }
  }
  return {
    name: `USITC DataWeb ${edition}`,
    sources: [sourceRow(source, date, file)],
    readings,
    withdrawals: [],
    otherEdition: (id) => editionIn(id, /^usitc-dataweb-(\d{4})$/, 'USITC DataWeb', edition),
    rowCount,
    uncarried: uncarried.list(),
    remarks: [],
  }
}

/** Day of the download, from the sheet that repeats the query. */
function queryOf(sheets: readonly Sheet[], file: string): { year: number; date: string } {
  const query = sheets.find(({ name }) => name === QUERY)
  if (query === undefined) throw badFile(file, `has no sheet "${QUERY}"; expected a workbook of USITC DataWeb.`)
  const value = (name: string) => query.rows.find(([key]) => key === name)?.[1] ?? ''
  if (value('Trade Flow') !== 'Imports For Consumption')
    throw badFile(file, `holds "${value('Trade Flow')}"; expected "Imports For Consumption".`, { sheet: QUERY })
  const date = /^\d{4}-\d{2}-\d{2}/.exec(value('Download Date'))?.[0]
  if (date === undefined) throw badFile(file, 'has no Download Date.', { sheet: QUERY })
  return { year: Number(date.slice(0, 4)), date }
}

/** Rows of a data sheet without the total below them; their number stands above them. */
function dataRecords(sheet: Sheet, file: string) {
  const records = recordsOfRows(sheet.rows, file, COLUMNS, { headerRow: HEADER_ROW, sheet: sheet.name }).filter(
    ({ cells }) => cells['HTS Number'] !== '' && cells['Data Type'] !== 'Total:',
  )
  const [name = '', count = ''] = sheet.rows[1] ?? []
  if (name !== 'Data Row Count' || Number(count) !== records.length)
    throw badFile(file, `has ${records.length} rows; its Data Row Count is ${count || 'missing'}.`, {
      sheet: sheet.name,
      row: 2,
    })
  return records
}

/** Columns that are taken for a partner, each with its period. */
function periodsOf(
  sheet: Sheet,
  columns: readonly string[],
  file: string,
  partner: string,
): [column: string, period: Period][] {
  const title = sheet.rows[0]?.[0] ?? ''
  const month = MONTHS.indexOf(/Year-To-Date Data from Jan - (\w{3})/i.exec(title)?.[1] ?? '') + 1
  if (month === 0)
    throw badFile(file, `"${title}" does not say to which month the newest year goes.`, { sheet: sheet.name, row: 1 })
  const isYearToDate = sheet.name.endsWith(' YTD')
  const years = columns.flatMap((column) => {
    const year = (isYearToDate ? /^(\d{4})_Year_to_date$/ : /^(\d{4})$/).exec(column)?.[1]
    return year === undefined ? [] : [Number(year)]
  })
  if (years.length === 0) throw badFile(file, 'has no column for a year.', { sheet: sheet.name, row: HEADER_ROW })
  const newest = Math.max(...years)
  if (isYearToDate) {
    if (month === 12) return []
    const taken = COMPARED.has(partner) ? [newest - 1, newest] : [newest]
    return taken.filter((year) => years.includes(year)).map((year) => [`${year}_Year_to_date`, yearToDate(year, month)])
  }
  // The newest column is a year still running, printed as zero.
  const lastFull = month === 12 ? newest : newest - 1
  return years
    .filter((year) => year <= lastFull && year > lastFull - FULL_YEARS)
    .map((year) => [String(year), yearPeriod(year)])
}

const sourceRow = (source: string, date: string, file: string) => ({
  source_id: source,
  publisher: 'US International Trade Commission',
  title: `DataWeb query: imports for consumption by HTS number and country, downloaded ${date}`,
  published: date,
  url: 'https://dataweb.usitc.gov',
  url_scheme: 'https',
  kind: 'official',
  licence: 'public domain (US government)',
  read_via: file,
  folders: 'import',
})
