/** Tables of official files as records by column name, from CSV text or from the rows of a sheet. */

import { parse } from 'csv-parse/sync'
import { separatorFault } from '../csv-table.ts'
import { badFile } from './faults.ts'

/** One row: its number in the file (the header is row 1 unless it stands lower) and its cells by column. */
export interface SourceRecord {
  row: number
  cells: Readonly<Record<string, string>>
}

/**
 * Records of a CSV file; `row` counts records, the header being 1. Throws an Error naming row and column where the
 * text is no CSV, a column of `required` is missing or a row has too many or too few cells.
 */
export function recordsOfCsv(text: string, file: string, required: readonly string[]): SourceRecord[] {
  const fault = separatorFault(text)
  if (fault !== null) throw badFile(file, fault)
  let rows: string[][]
  try {
    rows = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true }) as string[][]
  } catch (error) {
    const { lines, message } = error as Error & { lines?: number }
    throw badFile(file, `is no CSV (${message.split('\n')[0]}).`, lines === undefined ? {} : { row: lines })
  }
  return recordsOfRows(rows, file, required)
}

/** The same for rows at hand; `headerRow` is the number of the row with the column names, `sheet` names a sheet in errors. */
export function recordsOfRows(
  rows: readonly (readonly string[])[],
  file: string,
  required: readonly string[],
  { headerRow = 1, sheet }: { headerRow?: number; sheet?: string } = {},
): SourceRecord[] {
  const where = sheet === undefined ? {} : { sheet }
  const header = (rows[headerRow - 1] ?? []).map((name) => name.trim())
  for (const column of required) {
    if (!header.includes(column))
      throw badFile(
        file,
        `has no column "${column}"; its columns are ${header.filter(Boolean).join(', ') || 'empty'}.`,
        {
          ...where,
          row: headerRow,
        },
      )
  }
  return rows.slice(headerRow).map((cells, index) => {
    const row = headerRow + 1 + index
    // Downloads of UN Comtrade end every row but the header with a comma.
    const isOneEmptyMore = cells.length === header.length + 1 && cells.at(-1) === ''
    if (cells.length !== header.length && !isOneEmptyMore)
      throw badFile(file, `has ${cells.length} cells; the header has ${header.length}.`, { ...where, row })
    return { row, cells: Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ''])) }
  })
}
