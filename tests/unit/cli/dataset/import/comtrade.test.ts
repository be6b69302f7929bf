/** UN Comtrade: shares computed from its rows, whatever the download, and what is refused. */

import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GOODS } from '../../../../../lib/cli/dataset/import/comtrade-goods.ts'
import { comtradeImporter } from '../../../../../lib/cli/dataset/import/comtrade-command.ts'
import { recordsOfJson, tradeRows } from '../../../../../lib/cli/dataset/import/comtrade-rows.ts'
import { readComtrade } from '../../../../../lib/cli/dataset/import/comtrade.ts'
import { knownEconomies } from '../../../../../lib/cli/dataset/import/economies.ts'
import { ECONOMY_OF_NUMBER, NUMBER_OF_ECONOMY } from '../../../../../lib/cli/dataset/import/m49.ts'
import { UncarriedCount } from '../../../../../lib/cli/dataset/import/release.ts'
import { readEditionFile } from '../../../../../lib/cli/dataset/package-files.ts'
import type { RawTables } from '../../../../../lib/dataset/check.ts'
import { fixture } from './paths.ts'

const answer = JSON.parse(readFileSync(fixture('comtrade.json'), 'utf8')) as {
  count: number
  data: Record<string, unknown>[]
}
let tables: RawTables

beforeAll(async () => {
  ;({ tables } = await readEditionFile())
})

/** Reads the fixture's rows after `change` has had its way with them. */
function read(change: (data: Record<string, unknown>[]) => Record<string, unknown>[] = (data) => data) {
  const data = change(structuredClone(answer.data))
  const uncarried = new UncarriedCount()
  const records = recordsOfJson(JSON.stringify({ count: data.length, data, error: '' }), 'f.json')
  return readComtrade(
    tradeRows(records, 'f.json', knownEconomies(tables), uncarried),
    records.length,
    uncarried,
    'f.json',
  )
}
const withFirst = (fields: Record<string, unknown>) => (data: Record<string, unknown>[]) =>
  data.map((row, at) => (at === 1 ? { ...row, ...fields } : row))
const shares = (release: ReturnType<typeof read>, basis: string) =>
  release.readings
    .filter((each) => each.measure === 'import-share' && each.basis === basis && each.notAdded === undefined)
    .map(({ entry, reporter, partner, value, qualifier }) => [entry, reporter, partner, value, qualifier])

describe('codes', () => {
  it('give every economy of the dataset a number, and only those', () => {
    const economies = [...knownEconomies(tables)].filter((code) => code !== 'WLD').sort()
    expect([...NUMBER_OF_ECONOMY.keys()].sort()).toEqual(economies)
  })

  it('follow UN Comtrade where it numbers its own way', () =>
    expect([842, 251, 699, 757, 579, 490].map((number) => ECONOMY_OF_NUMBER.get(number))).toEqual([
      'USA',
      'FRA',
      'IND',
      'CHE',
      'NOR',
      'TWN',
    ]))

  it('name entries that the dataset has', () => {
    const entries = new Set(tables.entries?.rows.map(([id]) => id))
    for (const { entry } of Object.values(GOODS)) expect(entries).toContain(entry)
  })
})

describe('readComtrade', () => {
  it('computes shares of the value, with Other Asia as Taiwan', () =>
    expect(shares(read(), 'value')).toEqual([
      ['rare-earths', 'JPN', 'CHN', 60, 'exact'],
      ['rare-earths', 'JPN', 'TWN', 30, 'exact'],
      ['rare-earths', 'JPN', 'USA', 9.5, 'exact'],
      ['graphite', 'USA', 'CHN', 75, 'exact'],
    ]))

  it('computes shares of the weight where every partner has one; estimates stay estimates', () =>
    expect(shares(read(), 'weight')).toEqual([
      ['rare-earths', 'JPN', 'CHN', 75, 'estimate'],
      ['rare-earths', 'JPN', 'TWN', 20, 'estimate'],
      ['rare-earths', 'JPN', 'USA', 4.8, 'estimate'],
    ]))

  it('takes a share of an estimated weight alone for an estimate', () => {
    const release = read((data) => data.map((row) => ({ ...row, isNetWgtEstimated: row.partnerCode === 156 })))
    expect(shares(release, 'weight').map(([, , partner, , qualifier]) => [partner, qualifier])).toEqual([
      ['CHN', 'estimate'],
      ['TWN', 'exact'],
      ['USA', 'exact'],
    ])
  })

  it('computes none of the weight where a partner lacks it, or partners and world do not agree', () => {
    expect(shares(read(withFirst({ netWgt: null })), 'weight')).toEqual([])
    expect(shares(read(withFirst({ netWgt: 900 })), 'weight')).toEqual([])
  })

  it('computes one of the weight where a partner has all of it, and none where it has more', () => {
    const alone = (netWgt: number) => (data: Record<string, unknown>[]) =>
      data
        .filter(({ cmdCode, partnerCode }) => cmdCode === '2846' && (partnerCode === 0 || partnerCode === 156))
        .map((row) => ({ ...row, netWgt: row.partnerCode === 0 ? 1000 : netWgt }))
    expect(shares(read(alone(1000)), 'weight').map(([, , partner, value]) => [partner, value])).toEqual([['CHN', 100]])
    expect(shares(read(alone(1001)), 'weight')).toEqual([])
  })

  it('adds no row for partners below 1%, which stay up to date where they are', () =>
    expect(
      read()
        .readings.filter(({ partner }) => partner === 'FRA')
        .map(({ notAdded }) => notAdded),
    ).toEqual(['weights get no row of their own', 'partner below 1%', 'partner below 1%']))

  it('tells the value of all imports', () =>
    expect(read().readings.filter(({ measure }) => measure === 'import-value')).toMatchObject([
      {
        reporter: 'JPN',
        partner: 'WLD',
        value: 1_000_000,
        unit: 'USD',
        locator: '2030, reporter JPN, flow M, partner World',
      },
      { reporter: 'USA', partner: 'WLD', value: 2000 },
    ]))

  it('counts what it does not carry', () =>
    expect(read().uncarried).toEqual([
      { commodity: 'HS 2846', statistic: 'flow X', count: 1 },
      { commodity: 'HS 2846', statistic: 'broken down further', count: 1 },
      { commodity: 'HS 9999', statistic: 'goods without an entry', count: 1 },
      { commodity: 'HS 2846', statistic: 'partner Areas, nes', count: 1 },
    ]))

  it.each([{ partner2Code: 36 }, { customsCode: 'C01' }, { motCode: 1000 }])(
    'carries nothing that is broken down further: %o',
    (fields) =>
      expect(read(withFirst(fields)).uncarried).toContainEqual({
        commodity: 'HS 2846',
        statistic: 'broken down further',
        count: 2,
      }),
  )

  it('says where the world is missing, and computes no share there', () => {
    const release = read((data) => data.filter(({ partnerCode, cmdCode }) => partnerCode !== 0 || cmdCode === '2504'))
    expect(shares(release, 'value')).toEqual([['graphite', 'USA', 'CHN', 75, 'exact']])
    expect(release.remarks).toEqual([
      'HS 2846, JPN, 2030: no row for the partner World (0), so no share can be computed; give the file with it too.',
    ])
  })

  it('takes a row that comes twice once, and refuses two that differ', () => {
    expect(
      shares(
        read((data) => [...data, ...data]),
        'value',
      ),
    ).toHaveLength(4)
    expect(() => read((data) => [...data, { ...data[1], primaryValue: 5 }])).toThrow(
      'f.json row 12: imports of HS 2846 by JPN from China in 2030 stand already in f.json row 2, with other numbers.',
    )
  })

  it.each([
    [
      'an unknown reporter',
      { reporterCode: 9999, reporterDesc: 'Atlantis' },
      'row 2, column reporterCode: unknown country 9999 (Atlantis).',
    ],
    ['a value that is no number', { primaryValue: 'much' }, 'row 2, column primaryValue: "much" is no number.'],
    ['a missing value', { primaryValue: null }, 'row 2, column primaryValue: "" is no number.'],
    [
      'more than the world has',
      { primaryValue: 1_168_000 },
      'row 2, column primaryValue: imports from China, 1168000, are more than those from the World, 1000000.4 (f.json row 1).',
    ],
    ['a negative weight', { netWgt: -1 }, 'row 2, column netWgt: "-1" is no number.'],
  ])('refuses %s by row and column', (_, fields, message) =>
    expect(() => read(withFirst(fields))).toThrow(`f.json ${message}`),
  )
})

describe('recordsOfJson', () => {
  it.each([
    ['text', '<html>', /^f\.json: is no JSON, or was cut short/],
    ['half an answer', '{"count":2,"data":[{"a":1}', /^f\.json: is no JSON, or was cut short/],
    ['fewer rows than it counts', '{"count":2,"data":[],"error":""}', /^f\.json: was cut short: 0 of 2 rows\.$/],
    ['another JSON', '[1]', /^f\.json: has no list "data"/],
    ['an error of the API', '{"data":[],"error":"period is wrong"}', /^f\.json: UN Comtrade says: period is wrong$/],
    ['rows without a column', '{"data":[{"freqCode":"A"}]}', /^f\.json row 1: has no "refYear"\.$/],
  ])('refuses %s', (_, text, message) => expect(() => recordsOfJson(text, 'f.json')).toThrow(message))
})

describe('downloads', () => {
  it.each(['comtrade.csv', 'comtrade.xlsx'])('%s gives the same as the JSON', async (name) => {
    const json = await comtradeImporter.read([fixture('comtrade.json')], {}, tables)
    const other = await comtradeImporter.read([fixture(name)], {}, tables)
    expect(other.readings).toEqual(json.readings)
    expect(other.uncarried).toEqual(json.uncarried)
  })

  it('may come together', async () => {
    const files = [fixture('comtrade.json'), fixture('comtrade.csv')]
    expect((await comtradeImporter.read(files, {}, tables)).readings).toHaveLength(read().readings.length)
  })
})
