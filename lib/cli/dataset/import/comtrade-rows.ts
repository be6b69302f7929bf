/** Rows of UN Comtrade, whether from the API's JSON, a CSV download or a workbook, as numbers of one shape. */

import { isRecord } from '../../../unknown/record.ts'
import { badFile } from './faults.ts'
import { GOODS } from './comtrade-goods.ts'
import { ECONOMY_OF_NUMBER, WORLD } from './m49.ts'
import type { SourceRecord } from './records.ts'
import type { UncarriedCount } from './release.ts'

/** Columns without which a file is none of UN Comtrade. */
export const COMTRADE_COLUMNS = [
  'freqCode',
  'refYear',
  'reporterCode',
  'flowCode',
  'partnerCode',
  'cmdCode',
  'netWgt',
  'primaryValue',
]

/** Imports of goods by one economy from one partner in one year. */
export interface TradeRow {
  file: string
  row: number
  year: number
  /** ISO 3166-1 alpha-3. */
  reporter: string
  /** UN Comtrade's number; 0 is the world. */
  partner: number
  /** Economy of the partner, `WLD` for the world, or null for areas that are no economy of the dataset. */
  economy: string | null
  partnerName: string
  hs: string
  /** US dollars. */
  value: number
  /** Kilograms; null where none is given. */
  weight: number | null
  isWeightEstimated: boolean
}

/** The answer of the API, or the file that it was saved to. Throws an Error where it is not one, or not a whole one. */
export function recordsOfJson(text: string, file: string): SourceRecord[] {
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch (error) {
    throw badFile(file, `is no JSON, or was cut short (${(error as Error).message}).`)
  }
  const { data, count, error }: Record<string, unknown> = isRecord(answer) ? answer : {}
  if (typeof error === 'string' && error !== '') throw badFile(file, `UN Comtrade says: ${error}`)
  if (!Array.isArray(data)) throw badFile(file, 'has no list "data"; expected an answer of the UN Comtrade API.')
  if (typeof count === 'number' && count !== data.length)
    throw badFile(file, `was cut short: ${data.length} of ${count} rows.`)
  return data.map((item: unknown, index) => {
    const fields = isRecord(item) ? item : {}
    for (const column of COMTRADE_COLUMNS)
      if (!Object.hasOwn(fields, column)) throw badFile(file, `has no "${column}".`, { row: index + 1 })
    return {
      row: index + 1,
      cells: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, String(value ?? '')])),
    }
  })
}

/**
 * Annual imports of goods that the dataset follows; all else is counted in `uncarried`. Throws an Error by row and
 * column for an unknown reporter or a cell that is no number. `known`: codes of the dataset's economies.
 */
export function tradeRows(
  records: readonly SourceRecord[],
  file: string,
  known: ReadonlySet<string>,
  uncarried: UncarriedCount,
): TradeRow[] {
  const rows: TradeRow[] = []
  for (const { row, cells } of records) {
    const { cmdCode: hs = '', flowCode = '', partnerDesc = '' } = cells
    const why = whyNot(cells)
    if (why !== null) {
      uncarried.add(`HS ${hs}`, why)
      continue
    }
    const number = (column: string, isNeeded: boolean): number | null => {
      const cell = (cells[column] ?? '').trim()
      if (cell === '' && !isNeeded) return null
      const value = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(cell) ? Number(cell) : Number.NaN
      if (Number.isNaN(value)) throw badFile(file, `"${cell}" is no number.`, { row, column })
      return value
    }
    const reporterNumber = number('reporterCode', true) ?? 0
    const reporter = ECONOMY_OF_NUMBER.get(reporterNumber)
    if (reporter === undefined || !known.has(reporter)) {
      const name = cells.reporterDesc || cells.reporterISO || flowCode
      throw badFile(file, `unknown country ${reporterNumber} (${name}).`, { row, column: 'reporterCode' })
    }
    const partner = number('partnerCode', true) ?? 0
    rows.push({
      file,
      row,
      year: number('refYear', true) ?? 0,
      reporter,
      partner,
      economy: partner === WORLD ? 'WLD' : economyOf(partner, cells.partnerISO?.trim() ?? '', known),
      partnerName: partnerDesc || String(partner),
      hs,
      value: number('primaryValue', true) ?? 0,
      weight: number('netWgt', false),
      isWeightEstimated: /^true$/i.test(cells.isNetWgtEstimated ?? ''),
    })
  }
  return rows
}

function economyOf(partner: number, iso: string, known: ReadonlySet<string>): string | null {
  const economy = ECONOMY_OF_NUMBER.get(partner) ?? iso
  return known.has(economy) && economy !== 'WLD' ? economy : null
}

/** Why a row is not carried, in words; null where it is. */
function whyNot(cells: Readonly<Record<string, string>>): string | null {
  const is = (column: string, ...total: string[]) => ['', ...total].includes((cells[column] ?? '').trim())
  if (!is('freqCode', 'A')) return 'not annual'
  if (!Object.hasOwn(GOODS, cells.cmdCode ?? '')) return 'goods without an entry'
  if (!is('flowCode', 'M')) return `flow ${cells.flowCode}`
  if (!is('partner2Code', '0') || !is('customsCode', 'C00') || !is('motCode', '0')) return 'broken down further'
  return null
}
