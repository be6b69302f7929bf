/** Reads a table of a package from its CSV file, and says of what a spreadsheet may have made of it how to save it. Node only. */

import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { RawTable } from '../../dataset/check.ts'
import { inWords } from '../fail.ts'

/** What a spreadsheet parts cells with where a comma parts decimals, or in "text" files. */
const SEPARATORS = [
  { separator: ';', name: 'semicolons' },
  { separator: '\t', name: 'tabs' },
] as const

/** How an .xlsx or .ods begins, whatever its name. */
const ZIP = 'PK\u0003\u0004'

/** What to say of a CSV whose header is parted by something else than commas, or null. */
export function separatorFault(text: string): string | null {
  const [header = ''] = text.split('\n', 1)
  const other = SEPARATORS.find(({ separator }) => header.includes(separator))
  return other && !header.includes(',') ? `is parted by ${other.name}; save it with commas.` : null
}

/** The table in `file`. Throws an Error that names the file, and the line where one is no CSV. */
export async function readTable(file: string): Promise<RawTable> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? `${file}: is missing, though datapackage.json names it.` : inWords(error)
    throw new Error(reason, { cause: error })
  })
  if (['\u00ff\u00fe', '\u00fe\u00ff'].includes(bytes.toString('latin1', 0, 2)))
    throw new Error(`${file}: is UTF-16; save it as UTF-8.`)
  if (bytes.toString('latin1', 0, 4) === ZIP) throw new Error(`${file}: is a workbook; save it as CSV in UTF-8.`)
  const text = bytes.toString('utf8')
  const fault = separatorFault(text)
  if (fault !== null) throw new Error(`${file}: ${fault}`)
  try {
    const [columns = [], ...rows] = parse(text, { bom: true, relax_column_count: true }) as string[][]
    return { columns, rows }
  } catch (error) {
    const [reason] = inWords(error).split('\n')
    throw new Error(`${file}: is no CSV (${reason}).`, { cause: error })
  }
}
