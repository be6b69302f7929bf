/** Turns the workbook of USGS Data Series 140, rare earths, into readings: world production for the years no newer table covers. */

import { badFile } from './faults.ts'
import { recordsOfRows } from './records.ts'
import { UncarriedCount, yearPeriod, type Reading, type Release } from './release.ts'
import { readCell } from './usgs-cells.ts'
import type { Sheet } from './workbook.ts'

const SHEET = 'Rare earths'
const SOURCE = 'usgs-ds140'
const YEAR = 'Year'
const WORLD = 'World production'
/** Earlier years tell nothing about today's dependence. */
const FIRST_YEAR = 2005

/**
 * Reads a workbook (`file` is its name). Throws an Error by row and column where sheet, unit or columns are not those
 * of the series, or a year's production is neither number nor known code.
 */
export function readDs140(sheets: readonly Sheet[], file: string): Release {
  const sheet = sheets.find(({ name }) => name === SHEET)
  if (sheet === undefined) throw badFile(file, `has no sheet "${SHEET}"; expected Data Series 140, rare earths.`)
  const headerRow = sheet.rows.findIndex(([first]) => first?.trim() === YEAR) + 1
  if (headerRow === 0) throw badFile(file, `has no column "${YEAR}".`, { sheet: SHEET })
  const above = sheet.rows.slice(0, headerRow - 1).map(([first = '']) => first)
  if (!above.some((line) => /metric tons \(t\) rare-earth oxide equivalent/i.test(line)))
    throw badFile(file, 'unknown unit; expected metric tons (t) rare-earth oxide equivalent.', {
      sheet: SHEET,
      row: headerRow - 1,
    })

  const uncarried = new UncarriedCount()
  const readings: Reading[] = []
  const records = recordsOfRows(sheet.rows, file, [YEAR, WORLD], { headerRow, sheet: SHEET }).filter(({ cells }) =>
    /^\d{4}$/.test(cells[YEAR] ?? ''),
  )
  for (const { row, cells } of records) {
    const year = Number(cells[YEAR])
    for (const column of Object.keys(cells))
      if (column !== YEAR && (column !== WORLD || year < FIRST_YEAR)) uncarried.add('Rare earths', column)
    if (year < FIRST_YEAR) continue
    const cell = readCell(cells[WORLD] ?? '')
    if (cell?.kind === 'none') uncarried.add('Rare earths', `${WORLD}: no number but ${cell.code}`)
    else if (cell?.kind !== 'number')
      throw badFile(file, `"${cells[WORLD]}" is neither a number nor a known code.`, {
        sheet: SHEET,
        row,
        column: WORLD,
      })
    else readings.push(production(year, cell.value))
  }
  return {
    name: 'USGS Data Series 140',
    sources: [
      {
        source_id: SOURCE,
        publisher: 'US Geological Survey',
        title: 'Data Series 140: Rare Earths Statistics',
        published: '',
        url: 'https://www.usgs.gov/centers/national-minerals-information-center/rare-earths-statistics-and-information',
        url_scheme: 'https',
        kind: 'official',
        licence: 'public domain (US government)',
        read_via: file,
        folders: 'import',
      },
    ],
    readings,
    withdrawals: [],
    otherEdition: () => null,
    rowCount: records.length,
    uncarried: uncarried.list(),
    remarks: [],
  }
}

const production = (year: number, value: number): Reading => ({
  source: SOURCE,
  entry: 'rare-earths',
  measure: 'mine-production',
  label: 'mine-production',
  reporter: 'WLD',
  partner: 'WLD',
  commodity: 'rare earths, REO equivalent',
  value,
  low: null,
  high: null,
  unit: 't REO',
  // "Data are calculated, estimated, or reported", says the sheet, and not which.
  qualifier: 'estimate',
  period: yearPeriod(year),
  scope: 'whole',
  basis: 'content',
  locator: `sheet ${SHEET}, year ${year}, ${WORLD}`,
  note: '',
  // Yearbook and summaries are newer and go before it.
  unless: (row) => row.source_id !== SOURCE && row.superseded === 'no',
})
