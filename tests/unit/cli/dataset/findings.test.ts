/** What `dataset check` finds beyond schema and rules: what readers would refuse has to be told before it is published. */

import { expect, it } from 'vitest'
import { findingsOf } from '../../../../lib/cli/dataset/findings.ts'
import { readEditionFile } from '../../../../lib/cli/dataset/package-files.ts'

it('names a cell that is longer than readers take, by row and column', async () => {
  const file = await readEditionFile()
  const { columns, rows } = file.tables.words ?? { columns: [], rows: [] }
  const [first = [], ...rest] = rows
  const forms = columns.indexOf('forms')
  const words = { columns, rows: [first.with(forms, 'x'.repeat(17_000)), ...rest] }
  expect(findingsOf({ ...file, tables: { ...file.tables, words } }).faults).toEqual([
    {
      table: 'words',
      row: 2,
      column: 'forms',
      message: 'readers take no edition of which a cell has more than 16,000 characters',
    },
  ])
})
