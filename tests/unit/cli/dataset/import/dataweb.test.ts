/** DataWeb workbooks: full years and parts of years kept apart, quantities converted, bad sheets refused. */

import { beforeAll, describe, expect, it } from 'vitest'
import { readDataweb } from '../../../../../lib/cli/dataset/import/dataweb.ts'
import { economyCodes } from '../../../../../lib/cli/dataset/import/economies.ts'
import { readWorkbook, type Sheet } from '../../../../../lib/cli/dataset/import/workbook.ts'
import { readEditionFile } from '../../../../../lib/cli/dataset/package-files.ts'
import { fixture } from './paths.ts'

let sheets: Sheet[]
let codes: ReadonlyMap<string, string>

beforeAll(async () => {
  sheets = await readWorkbook(fixture('dataweb.xlsx'))
  codes = economyCodes((await readEditionFile()).tables)
})

const read = (change: (sheets: Sheet[]) => Sheet[] = (all) => all) =>
  readDataweb(change(structuredClone(sheets)), 'f.xlsx', codes)
/** Changes one cell of the sheet "First Unit of Quantity"; rows and columns count from 1. */
const withCell =
  (row: number, column: number, text: string, name = 'First Unit of Quantity') =>
  (all: Sheet[]) => {
    const cells = all.find((sheet) => sheet.name === name)?.rows[row - 1]
    if (cells) cells[column - 1] = text
    return all
  }

describe('readDataweb', () => {
  it('takes two full years and the months of the running one', () => {
    const china = read().readings.filter(({ partner, measure }) => partner === 'CHN' && measure === 'import-value')
    expect(china.map(({ period, value }) => [period.period, period.period_kind, value])).toEqual([
      ['2029', 'year', 2010],
      ['2030', 'year', 2020],
      ['2030-01/2030-04', 'range', 620],
      ['2031-01/2031-04', 'range', 630],
    ])
    expect(china[3]?.period).toMatchObject({ period_start: '2031-01-01', period_end: '2031-04-30' })
  })

  it('takes the year before of no other partner', () =>
    expect(
      read()
        .readings.filter(({ partner, measure }) => partner === 'DEU' && measure === 'import-value')
        .map(({ period }) => period.period),
    ).toEqual(['2029', '2030', '2031-01/2031-04']))

  it('never takes a running year for a full one', () => {
    for (const { period } of read().readings)
      expect(period.period_kind === 'year' ? Number(period.period) : 0).toBeLessThan(2031)
  })

  it('takes the newest year as full once it goes to December', () => {
    const release = read((all) =>
      all.map(({ name, rows }) => ({
        name,
        rows: rows.map((row) => row.map((cell) => cell.replace('Jan - Apr', 'Jan - Dec'))),
      })),
    )
    expect([...new Set(release.readings.map(({ period }) => period.period))]).toEqual(['2030', '2031'])
  })

  it('converts kilograms', () =>
    expect(
      read().readings.find(
        ({ partner, measure, period }) => partner === 'CHN' && measure === 'import-volume' && period.period === '2030',
      ),
    ).toMatchObject({ value: 11.13, unit: 't', basis: 'weight', locator: 'sheet First Unit of Quantity, HTS 2846' }))

  it('counts other goods, partners and sheets', () =>
    expect(read().uncarried).toContainEqual({
      commodity: 'HTS 2846 from Australia',
      statistic: 'Customs Value',
      count: 1,
    }))

  it('names its source by the day of the download', () =>
    expect(read()).toMatchObject({
      name: 'USITC DataWeb 2031',
      sources: [{ source_id: 'usitc-dataweb-2031', published: '2031-06-02' }],
    }))

  it.each([
    [
      'an unknown country',
      withCell(6, 2, 'Atlantis'),
      'f.xlsx sheet First Unit of Quantity, row 6, column Country: unknown country "Atlantis"; give it a name in economies.csv.',
    ],
    [
      'an unknown unit',
      withCell(6, 5, 'pieces'),
      'f.xlsx sheet First Unit of Quantity, row 6, column Quantity Description: unknown unit "pieces".',
    ],
    [
      'a cell that is no number',
      withCell(6, 8, 'W'),
      'f.xlsx sheet First Unit of Quantity, row 6, column 2030: "W" is no number.',
    ],
    ['a missing column', withCell(3, 2, 'Land'), 'f.xlsx sheet First Unit of Quantity, row 3: has no column "Country"'],
    [
      'a sheet cut short',
      withCell(2, 2, '99'),
      'f.xlsx sheet First Unit of Quantity, row 2: has 8 rows; its Data Row Count is 99.',
    ],
    [
      'a title without a month',
      withCell(1, 1, 'Imports'),
      'f.xlsx sheet First Unit of Quantity, row 1: "Imports" does not say to which month the newest year goes.',
    ],
    [
      'exports',
      withCell(3, 2, 'Domestic Exports', 'Query Parameters'),
      'f.xlsx sheet Query Parameters: holds "Domestic Exports"; expected "Imports For Consumption".',
    ],
    [
      'a missing sheet',
      (all: Sheet[]) => all.filter(({ name }) => name !== 'Customs Value YTD'),
      'f.xlsx: has no sheet "Customs Value YTD".',
    ],
    [
      'another workbook',
      () => [{ name: 'Sheet1', rows: [] }],
      'f.xlsx: has no sheet "Query Parameters"; expected a workbook of USITC DataWeb.',
    ],
  ])('refuses %s', (_, change, message) => expect(() => read(change)).toThrow(message))
})
