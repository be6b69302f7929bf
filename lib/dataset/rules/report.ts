/** How a rule says what it found: by row and column of the table it looks at. */

import type { TableFault } from '../check.ts'

/** `index`: 0-based row of the table. */
export type Report = (index: number, column: string, message: string) => void

/** The same of one row. */
export type ReportOfRow = (column: string, message: string) => void

/** Collects into `faults` what is reported of one table; line 1 of its file is the header. */
export const reportTo =
  (faults: TableFault[], table: string): Report =>
  (index, column, message) => {
    faults.push({ table, row: index + 2, column, message })
  }
