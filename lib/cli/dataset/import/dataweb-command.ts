/** `dataset import dataweb`: a workbook of USITC DataWeb. */

import { basename } from 'node:path'
import { progress } from '../progress.ts'
import { readDataweb } from './dataweb.ts'
import { economyCodes } from './economies.ts'
import type { Importer } from './importer.ts'
import { readWorkbook } from './workbook.ts'

export const datawebImporter: Importer = {
  summary: 'USITC DataWeb, US imports for consumption (XLSX)',
  help: `FILE [options]

  FILE is the workbook of a DataWeb query "Imports For Consumption" by country and 4-digit HTS number, with customs
  value and first unit of quantity, annual and year to date. HTS 2846 is carried: the two newest full years, and the
  months of the running year as such.
`,
  options: {},
  files: [1, 1],
  check() {},
  async read([path = ''], _values, tables) {
    progress(`Reading ${path} …`)
    return readDataweb(await readWorkbook(path), basename(path), economyCodes(tables))
  },
}
