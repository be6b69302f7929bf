/** `dataset import ds140`: the workbook of USGS Data Series 140, rare earths. */

import { basename } from 'node:path'
import { progress } from '../progress.ts'
import { readDs140 } from './ds140.ts'
import type { Importer } from './importer.ts'
import { readWorkbook } from './workbook.ts'

export const ds140Importer: Importer = {
  summary: 'USGS Data Series 140, rare earths (XLSX)',
  help: `FILE [options]

  World production from 2005 on, for the years that no newer table in the dataset covers.
`,
  options: {},
  files: [1, 1],
  check() {},
  async read([path = '']) {
    progress(`Reading ${path} …`)
    return readDs140(await readWorkbook(path), basename(path))
  },
}
