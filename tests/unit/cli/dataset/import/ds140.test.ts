/** Data Series 140: world production from its one sheet, between headings and footnotes. */

import { beforeAll, describe, expect, it } from 'vitest'
import { readDs140 } from '../../../../../lib/cli/dataset/import/ds140.ts'
import { readWorkbook, type Sheet } from '../../../../../lib/cli/dataset/import/workbook.ts'
import { fixture } from './paths.ts'

let sheets: Sheet[]
beforeAll(async () => {
  sheets = await readWorkbook(fixture('ds140.xlsx'))
})

const read = (from = '', to = '') =>
  readDs140(
    sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map((cell) => (cell === from ? to : cell))) })),
    'f.xlsx',
  )

describe('readDs140', () => {
  it('reads years from 2005 on and counts the rest', () => {
    const { readings, uncarried } = read()
    expect(readings.map(({ period, value, unit }) => [period.period, value, unit])).toEqual([
      ['2005', 1234, 't REO'],
      ['2007', 5678, 't REO'],
    ])
    expect(uncarried).toEqual([
      { commodity: 'Rare earths', statistic: 'Production', count: 5 },
      { commodity: 'Rare earths', statistic: 'Imports', count: 5 },
      { commodity: 'Rare earths', statistic: 'World production', count: 2 },
      { commodity: 'Rare earths', statistic: 'World production: no number but NA', count: 1 },
    ])
  })

  it.each([
    [
      'a cell that is no number',
      '5678',
      'much',
      'f.xlsx sheet Rare earths, row 10, column World production: "much" is neither a number nor a known code.',
    ],
    [
      'a missing column',
      'World production',
      'World',
      'f.xlsx sheet Rare earths, row 5: has no column "World production"',
    ],
    [
      'another unit',
      '[All quantities in metric tons (t) rare-earth oxide equivalent unless otherwise noted]',
      '[Kilograms]',
      'f.xlsx sheet Rare earths, row 4: unknown unit',
    ],
    ['no years', 'Year', 'When', 'f.xlsx sheet Rare earths: has no column "Year".'],
  ])('refuses %s', (_, from, to, message) => expect(() => read(from, to)).toThrow(message))
})
