/** What `dataset check` finds beyond schema and rules: what readers would refuse has to be told before it is published. */

import { expect, it, vi } from 'vitest'
import { findingsOf, printFaults } from '../../../../lib/cli/dataset/findings.ts'
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

it('prints as many faults of a table as are asked for, and how many more there are', () => {
  const log = vi.spyOn(console, 'log').mockReturnValue()
  const of = (table: string, rows: number[]) => rows.map((row) => ({ table, row, column: 'id', message: 'is odd' }))
  printFaults([...of('terms', [2, 3, 4]), ...of('texts', [5, 6])], 2)
  const printed = log.mock.calls.map(([line]) => line as string)
  log.mockRestore()
  expect(printed).toEqual([
    'terms row 2, column id: is odd',
    'terms row 3, column id: is odd',
    'terms: and 1 more.',
    'texts row 5, column id: is odd',
    'texts row 6, column id: is odd',
  ])
})
