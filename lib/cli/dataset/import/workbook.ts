/** Reads Excel workbooks as sheets of text. Node only. */

import { basename } from 'node:path'
import readWorkbookFile from 'read-excel-file/node'
import { readBytes } from './bytes.ts'
import { badFile } from './faults.ts'

/** A sheet: its name and its rows, every cell as text, all rows of one length. */
export interface Sheet {
  name: string
  rows: string[][]
}

/** All sheets of a workbook. Throws an Error in words where the file is missing, empty or no workbook. */
export async function readWorkbook(path: string): Promise<Sheet[]> {
  const file = basename(path)
  const bytes = await readBytes(path)
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw badFile(file, 'is not an Excel workbook (.xlsx).')
  try {
    const sheets = await readWorkbookFile(bytes)
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }))
  } catch (error) {
    throw badFile(file, `is not an Excel workbook (${(error as Error).message}).`)
  }
}

const cellText = (cell: unknown): string =>
  cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
