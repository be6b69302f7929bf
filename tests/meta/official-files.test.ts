/** The real official files, where they are at hand: every figure that came from them comes out as it stands. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { comtradeImporter } from '../../lib/cli/dataset/import/comtrade-command.ts'
import { datawebImporter } from '../../lib/cli/dataset/import/dataweb-command.ts'
import { ds140Importer } from '../../lib/cli/dataset/import/ds140-command.ts'
import type { Importer, Values } from '../../lib/cli/dataset/import/importer.ts'
import { mergeRelease } from '../../lib/cli/dataset/import/merge.ts'
import type { Reading, Release } from '../../lib/cli/dataset/import/release.ts'
import { usgsImporter } from '../../lib/cli/dataset/import/usgs-command.ts'
import { readEditionFile } from '../../lib/cli/dataset/package-files.ts'
import type { RawTables } from '../../lib/dataset/check.ts'
import { diffTables } from '../../lib/dataset/diff.ts'
import { emptyFolder, HAS_OFFICIAL, official } from '../unit/cli/dataset/import/paths.ts'

const MCS = official('MCS2026_Commodities_Data.csv.gz')
const HISTORY = official('MCS2026_versionHist.txt')

let tables: RawTables
beforeAll(async () => {
  ;({ tables } = await readEditionFile())
})

const read = (importer: Importer, file: string, values: Values = {}) => importer.read([file], values, tables)
const changes = (release: Release, before = tables) =>
  diffTables(before, { ...before, ...mergeRelease(before, release).tables })
const rows = ({ figures }: RawTables) =>
  (figures?.rows ?? []).map((cells) =>
    Object.fromEntries((figures?.columns ?? []).map((name, at) => [name, cells[at] ?? ''])),
  )
/** Columns that an import decides, of a reading and of a row alike. */
const facts = (each: Reading | Record<string, string>) => {
  const cells = { ...each, ...(typeof each.period === 'object' ? each.period : {}) } as Record<string, unknown>
  const names =
    'entry measure reporter partner commodity value low high unit qualifier period period_start period_end period_kind scope basis locator'
  return names.split(' ').map((name) => String(cells[name] ?? ''))
}

describe.skipIf(!HAS_OFFICIAL)('official files (skipped without ../shared)', () => {
  it('MCS 2026 gives every one of the 626 rows that name a row of it, in every column that is not ours', async () => {
    const { readings } = await read(usgsImporter, MCS)
    const ours = rows(tables).filter(({ locator = '' }) => /^MCS2026_Commodities_Data\.csv row \d+$/.test(locator))
    expect(ours).toHaveLength(626)
    const printed = readings.filter(({ locator }) => / row \d+$/.test(locator)).map(facts)
    expect(printed.sort()).toEqual(ours.map(facts).sort())
  })

  it.each([[{}], [{ history: HISTORY }]])('MCS 2026 changes nothing (%j)', async (values) => {
    const release = await read(usgsImporter, MCS, values)
    expect(changes(release)).toEqual([])
    expect(release.rowCount).toBe(8886)
    expect(release.uncarried.reduce((sum, { count }) => sum + count, 0)).toBe(8886 - 626)
    expect(release.remarks.filter((line) => !line.startsWith('No --history'))).toEqual([])
  })

  it('the version history mends a dataset that lacks its corrections', async () => {
    const isCorrected = (id = '') => /^rare-earths-reserves-(?:bra|wld)-wld-2025$/.test(id)
    const { columns = [], rows: all = [] } = tables.figures ?? {}
    const at = (name: string) => columns.indexOf(name)
    const old = {
      columns,
      rows: all
        .filter((cells) => !isCorrected(cells[0]))
        .map((cells) =>
          cells[at('source_id')] === 'usgs-mcs2026-data'
            ? cells.with(at('superseded'), 'no').with(at('note'), '')
            : cells,
        ),
    }
    const before = { ...tables, figures: old }
    const made = changes(await read(usgsImporter, MCS, { history: HISTORY }), before)
    expect(made.map(({ kind, key }) => [kind, key[0]])).toEqual([
      ['added', 'rare-earths-reserves-bra-wld-2025'],
      ['revised', 'rare-earths-reserves-bra-wld-2025-2'],
      ['added', 'rare-earths-reserves-wld-wld-2025'],
      ['revised', 'rare-earths-reserves-wld-wld-2025-2'],
    ])
    expect(made[0]).toMatchObject({
      after: { value: '11000000', source_id: 'usgs-mcs2026-versions', superseded: 'no' },
    })
    expect(made[1]).toMatchObject({ after: { value: '21000000', superseded: 'yes' } })
    expect(made[2]).toMatchObject({ after: { value: '75000000', qualifier: 'at-least' } })
  })

  it('the same file a year on comes in as MCS 2027, and MCS 2026 stays', async () => {
    const file = join(emptyFolder(), 'MCS2027_Commodities_Data.csv')
    const text = gunzipSync(readFileSync(MCS)).toString('latin1')
    const moved = text
      .replaceAll(/,(20\d\d),/g, (_, year: string) => `,${Number(year) + 1},`)
      .replaceAll('2021\u009624', '2022\u009625')
      .replaceAll('2021-2024', '2022-2025')
    writeFileSync(file, moved, 'latin1')
    const release = await read(usgsImporter, file)
    const after = { ...tables, ...mergeRelease(tables, release).tables }
    const made = diffTables(tables, after)
    expect(made.filter(({ kind }) => kind === 'removed')).toEqual([])
    const added = rows(after).filter(({ source_id }) => source_id === 'usgs-mcs2027-data')
    expect(added.length).toBe(release.readings.length)
    expect(added.map(({ locator = '' }) => locator).filter((locator) => locator.startsWith('MCS2027_'))).toHaveLength(
      626,
    )
    const revised = made.filter(({ kind, table }) => kind === 'revised' && table === 'figures')
    expect(revised.length).toBeGreaterThan(100)
    for (const change of revised)
      expect(change).toMatchObject({ after: { superseded: 'yes' }, before: { superseded: 'no' } })
    expect(diffTables(after, { ...after, ...mergeRelease(after, release).tables })).toEqual([])
  })

  it('UN Comtrade, China 2846: the shares of the value that the dataset has come out equal', async () => {
    const release = await read(comtradeImporter, official('comtrade_CHN_M_2846_2024.json'))
    const made = changes(release)
    expect(made.filter(({ kind }) => kind !== 'added')).toEqual([])
    for (const change of made) expect(change).toMatchObject({ after: { basis: 'weight', measure: 'import-share' } })
    const byPartner = new Map(
      release.readings
        .filter(({ measure, basis }) => measure === 'import-share' && basis === 'value')
        .map((each) => [each.partner, each.value]),
    )
    const ours = rows(tables).filter(
      ({ source_id, measure, period }) =>
        source_id === 'uncomtrade-2846' && measure === 'import-share' && period === '2024',
    )
    expect(ours).toHaveLength(6)
    for (const { partner = '', value } of ours)
      expect([partner, byPartner.get(partner)]).toEqual([partner, Number(value)])
  })

  it('UN Comtrade, graphite from China: the weight that the dataset has comes out equal, and shares wait for the world', async () => {
    const release = await read(comtradeImporter, official('comtrade_QUAD_from_CHN_2504_2822_282520.xlsx'))
    expect(changes(release)).toEqual([])
    expect(release.remarks).toHaveLength(4)
    expect(
      release.readings.find(({ reporter, period }) => reporter === 'JPN' && period.period === '2024'),
    ).toMatchObject({ measure: 'import-volume', value: 39_492 })
  })

  it.each([
    ['DataWeb', datawebImporter, 'usitc_dataweb_imports_1993-2026.xlsx', 'usitc-dataweb-2026', 38],
    ['Data Series 140', ds140Importer, 'usgs_ds140_rare_earths_2020.xlsx', 'usgs-ds140', 13],
  ] as const)('%s changes nothing and gives every row that cites it', async (_, importer, name, source, count) => {
    const release = await read(importer, official(name))
    expect(changes(release)).toEqual([])
    const ours = rows(tables).filter(({ source_id }) => source_id === source)
    expect(ours).toHaveLength(count)
    const all = release.readings.map((each) => facts(each).join())
    for (const row of ours) expect(all).toContain(facts(row).join())
  })
})
