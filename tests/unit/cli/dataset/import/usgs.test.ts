/** The USGS data file: what becomes of its rows, what is refused, and how a new edition meets the dataset. */

import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { readEditionFile } from '../../../../../lib/cli/dataset/package-files.ts'
import { decode } from '../../../../../lib/cli/dataset/import/bytes.ts'
import { economyCodes } from '../../../../../lib/cli/dataset/import/economies.ts'
import { mergeRelease } from '../../../../../lib/cli/dataset/import/merge.ts'
import type { Release } from '../../../../../lib/cli/dataset/import/release.ts'
import { readHistory } from '../../../../../lib/cli/dataset/import/usgs-history.ts'
import { CARRIED_SERIES, COMPUTED_SHARES, seriesKey } from '../../../../../lib/cli/dataset/import/usgs-series.ts'
import { readUsgs } from '../../../../../lib/cli/dataset/import/usgs.ts'
import type { RawTable, RawTables } from '../../../../../lib/dataset/check.ts'
import { diffTables } from '../../../../../lib/dataset/diff.ts'
import { fixture } from './paths.ts'

const FILE = 'MCS2031_Commodities_Data.csv'
const text = decode(readFileSync(fixture(FILE)), FILE)
const history = readHistory(readFileSync(fixture('MCS2031_versionHist.txt'), 'latin1'), 'MCS2031_versionHist.txt')
/** The same a year on, and with another number for the year before. */
const NEXT_FILE = 'MCS2032_Commodities_Data.csv'
const ofNextYear = text.replaceAll('2030', '2031').replaceAll('2029', '2030')
const revised = ofNextYear.replace(
  'China,Production,Mine production,metric tons,2030,"41,000"',
  'China,Production,Mine production,metric tons,2030,"44,500"',
)
let tables: RawTables
let codes: ReadonlyMap<string, string>

beforeAll(async () => {
  ;({ tables } = await readEditionFile())
  codes = economyCodes(tables)
})

const rowsOf = (table: RawTable | undefined) =>
  (table?.rows ?? []).map((cells) =>
    Object.fromEntries((table?.columns ?? []).map((name, at) => [name, cells[at] ?? ''])),
  )
const figure = (list: Release['readings'], entry: string, measure: string, reporter: string, period: string) =>
  list.filter(
    (each) =>
      each.entry === entry && each.measure === measure && each.reporter === reporter && each.period.period === period,
  )
const lineOf = (part: string) => text.split('\r\n').findIndex((line) => line.includes(part)) + 1

describe('the mapping', () => {
  it('names entries, measures and units that the dataset has', () => {
    const ids = (name: string) => new Set(rowsOf(tables[name]).map(({ id }) => id))
    for (const series of CARRIED_SERIES) {
      expect(ids('entries')).toContain(series.entry)
      expect(ids('measures')).toContain(series.measure)
      expect(ids('units')).toContain(series.unit)
      expect(['weight', 'value', 'content', 'unknown']).toContain(series.basis)
    }
    for (const share of COMPUTED_SHARES) expect(ids('measures')).toContain(share.measure)
  })

  it('has no series twice', () => {
    const keys = CARRIED_SERIES.map(({ commodity, statistic, detail }) => seriesKey(commodity, statistic, detail))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('knows a series again whose spelling or years changed', () =>
    expect(seriesKey('Antimony', 'Import sources 2026-2029', 'Total metal  and oxide: rounded')).toBe(
      seriesKey('ANTIMONY', 'Import sources', 'Total metal and oxide'),
    ))
})

describe('readUsgs', () => {
  it('reads bounds, net exporters, footnote letters and estimates', () => {
    const { readings } = readUsgs(text, FILE, { codes })
    const reliance = readings.filter(({ measure }) => measure === 'net-import-reliance')
    expect(reliance.map(({ period, value, qualifier }) => [period.period, value, qualifier])).toEqual([
      ['2026', 50, 'at-least'],
      ['2027', 25, 'at-most'],
      ['2028', 0, 'at-most'],
      ['2029', 61, 'exact'],
      ['2030', 64, 'estimate'],
    ])
    expect(reliance[2]?.note).toBe('USGS code E: net exporter. Defined as imports – exports.')
  })

  it('reads thousands, dashes, countries and world totals', () => {
    const { readings } = readUsgs(text, FILE, { codes })
    const world = readings.filter(({ entry, measure }) => entry === 'antimony' && measure === 'mine-production')
    expect(world.map(({ reporter, period, value, qualifier }) => [reporter, period.period, value, qualifier])).toEqual([
      ['USA', '2029', 0, 'exact'],
      ['CHN', '2029', 41_000, 'estimate'],
      ['KOR', '2029', 1234, 'exact'],
      ['TJK', '2029', 20_500, 'exact'],
      ['WLD', '2029', 82_000, 'estimate'],
      ['CHN', '2030', 41_000, 'estimate'],
      ['KOR', '2030', 1234, 'exact'],
      ['TJK', '2030', 20_500, 'exact'],
      ['WLD', '2030', 80_000, 'estimate'],
    ])
    expect(world[1]).toMatchObject({
      unit: 't',
      commodity: 'antimony content',
      scope: 'whole',
      basis: 'content',
      source: 'usgs-mcs2031-data',
      locator: `${FILE} row ${lineOf('China,Production,Mine production,metric tons,2029')}`,
    })
  })

  it('converts kilograms and thousand tons, and says so', () => {
    const { readings } = readUsgs(text, FILE, { codes })
    expect(figure(readings, 'gallium', 'refinery-production', 'CHN', '2030')).toMatchObject([
      { value: 800, unit: 't', note: 'Published in kilograms.' },
    ])
    expect(figure(readings, 'molybdenum', 'reserves', 'CHL', '2030')).toMatchObject([
      { value: 1_500_000, unit: 't', note: 'Published in thousand metric tons.', qualifier: 'estimate' },
    ])
  })

  it('keeps both ends of a range', () => {
    const { readings } = readUsgs(text, FILE, { codes })
    expect(figure(readings, 'scandium', 'price', 'CHN', '2029')).toMatchObject([
      { low: 890, high: 1000, value: 1000, qualifier: 'range', unit: 'USD/kg' },
    ])
    expect(figure(readings, 'scandium', 'price', 'CHN', '2030')).toMatchObject([{ low: 700, high: 740 }])
  })

  it('makes import sources shares of the United States from each partner, averaged over years', () => {
    const { readings } = readUsgs(text, FILE, { codes })
    expect(readings.filter(({ measure }) => measure === 'import-share')).toMatchObject([
      {
        reporter: 'USA',
        partner: 'CHN',
        value: 41,
        period: { period: '2026-2029', period_start: '2026-01-01', period_end: '2029-12-31', period_kind: 'range' },
        note: 'Includes Hong Kong.',
      },
      { partner: 'BEL', value: 17 },
    ])
  })

  it('names each measure by its id, whatever the file calls it this year: languages have no other name for it', () => {
    for (const { label, measure } of readUsgs(text, FILE, { codes }).readings) expect(label).toBe(measure)
  })

  it('carries the last three years of a price series', () =>
    expect(
      figure(readUsgs(text, FILE, { codes }).readings, 'antimony', 'price', 'WLD', '2028').length +
        figure(readUsgs(text, FILE, { codes }).readings, 'antimony', 'price', 'WLD', '2027').length,
    ).toBe(1))

  it('carries other countries together only where the dataset does, as a part of the world', () => {
    const { readings } = readUsgs(text, FILE, { codes })
    expect(figure(readings, 'rare-earths', 'mine-production', 'WLD', '2030')).toMatchObject([
      { value: 600, scope: 'part', unit: 't REO' },
    ])
  })

  it('computes shares of world tables', () => {
    const { readings } = readUsgs(text, FILE, { codes })
    expect(figure(readings, 'antimony', 'mine-share', 'CHN', '2030')).toMatchObject([
      { value: 51.3, unit: '%', note: 'Computed from rounded USGS figures: 41,000 of 80,000 t.' },
    ])
    expect(figure(readings, 'gallium', 'refining-share', 'CHN', '2029')).toMatchObject([{ value: 98.6 }])
  })

  it('takes a part for all of a total that was rounded below it, and refuses one that is greater', () => {
    const ofWorld = (world: string) =>
      text.replace(/(World total.*Mine production: rounded,metric tons,2030,)"80,000"/, `$1"${world}"`)
    const { readings } = readUsgs(ofWorld('40,900'), FILE, { codes })
    expect(figure(readings, 'antimony', 'mine-share', 'CHN', '2030')).toMatchObject([{ value: 100 }])
    expect(() => readUsgs(ofWorld('4,000'), FILE, { codes })).toThrow(
      /^MCS2031_Commodities_Data\.csv row 22: mine-production of CHN, 41,000 t, is more than the world's, 4,000 t \(MCS2031_Commodities_Data\.csv row 25\)\.$/,
    )
  })

  it('counts what it does not carry by commodity and statistic', () => {
    const { uncarried, rowCount, readings } = readUsgs(text, FILE, { codes })
    expect(uncarried).toEqual([
      { commodity: 'Abrasives (Manufactured)', statistic: 'Price', count: 1 },
      { commodity: 'Antimony', statistic: 'Price', count: 2 },
      { commodity: 'Antimony', statistic: 'Import sources 2026-2029', count: 1 },
      { commodity: 'Antimony', statistic: 'Production: no number but W', count: 1 },
      { commodity: 'Antimony', statistic: 'Reserves: no number but NA', count: 1 },
    ])
    const computed = readings.filter(({ locator }) => locator.includes('computed')).length
    expect(uncarried.reduce((sum, { count }) => sum + count, 0) + readings.length - computed).toBe(rowCount)
  })

  it('names carried series that the file no longer has', () =>
    expect(readUsgs(text, FILE, { codes }).remarks).toContain(
      'The file has no series "Refinery production" (Bismuth, Production).',
    ))

  it.each([
    [
      'a cell that is neither number nor code',
      ['41,000', '41.000,5'],
      'column Value: "41.000,5" is neither a number nor a known code.',
    ],
    [
      'an unknown country',
      ['Tajikistan', 'Atlantis'],
      'column Country: unknown country "Atlantis"; give it a name in economies.csv.',
    ],
    [
      'an unknown unit',
      ['Mine production,metric tons', 'Mine production,stone'],
      'column Unit: unknown unit "stone" for t.',
    ],
    ['a year that is none', ['2026–29', 'lately'], 'column Year: "lately" is neither a year nor years.'],
    [
      'a spoilt dash',
      ['Statistics—United', 'StatisticsÑUnited'],
      'column Section: "Salient StatisticsÑUnited States" shows a wrong encoding; expected Windows-1252 or UTF-8.',
    ],
  ] as const)('refuses %s by row and column', (_, [from, to], message) => {
    const row = lineOf(from)
    expect(() => readUsgs(text.replace(from, to), FILE, { codes })).toThrow(`${FILE} row ${row}, ${message}`)
  })

  it('refuses a file without a column, a row with too few cells, and broken quotes', () => {
    expect(() => readUsgs(text.replace('Statistics_detail,', 'Detail,'), FILE, { codes })).toThrow(
      `${FILE} row 1: has no column "Statistics_detail"; its columns are MCS chapter, Section, `,
    )
    expect(() => readUsgs(`${text}ANTIMONY,x\r\n`, FILE, { codes })).toThrow(
      /row \d+: has 2 cells; the header has 12\.$/,
    )
    expect(() => readUsgs(`${text}"ANTIMONY,x\r\n`, FILE, { codes })).toThrow(
      /^MCS2031_Commodities_Data\.csv.*is no CSV/,
    )
  })

  it('says how to save a file that a spreadsheet has saved with semicolons', () =>
    expect(() => readUsgs(text.replaceAll(',', ';'), FILE, { codes })).toThrow(
      `${FILE}: is parted by semicolons; save it with commas.`,
    ))

  it('refuses a file whose name and years disagree, and a history of another year', () => {
    expect(() => readUsgs(text, NEXT_FILE, { codes })).toThrow('is named MCS2032, but its newest year is 2030.')
    expect(() => readUsgs(text, FILE, { codes, history: { ...history, edition: 2030 } })).toThrow(
      'is of MCS 2031; the version history is of MCS 2030.',
    )
  })
})

describe('an edition that the dataset does not have', () => {
  it('is added with its source, under new ids', () => {
    const merged = mergeRelease(
      tables,
      readUsgs(text, FILE, { codes, published: '2031-02-03', url: 'https://doi.org/x' }),
    )
    const added = rowsOf(merged.tables.figures).filter(({ source_id }) => source_id === 'usgs-mcs2031-data')
    expect(added.map(({ id }) => id)).toContain('antimony-mine-production-chn-wld-2030')
    expect(new Set(rowsOf(merged.tables.figures).map(({ id }) => id)).size).toBe(merged.tables.figures?.rows.length)
    expect(rowsOf(merged.tables.sources).find(({ source_id }) => source_id === 'usgs-mcs2031-data')).toMatchObject({
      published: '2031-02-03',
      url: 'https://doi.org/x',
      url_scheme: 'https',
    })
    expect(rowsOf(merged.tables.sources).some(({ source_id }) => source_id === 'usgs-mcs2031-versions')).toBe(false)
  })

  it('keeps the rows that it revises, marked as superseded, and tells both what the other says', () => {
    const first = { ...tables, ...mergeRelease(tables, readUsgs(text, FILE, { codes })).tables }
    const next = mergeRelease(first, readUsgs(revised, NEXT_FILE, { codes })).tables
    const rows = rowsOf(next.figures).filter(
      ({ entry, measure, reporter, period }) =>
        entry === 'antimony' && measure === 'mine-production' && reporter === 'CHN' && period === '2030',
    )
    expect(rows).toMatchObject([
      {
        source_id: 'usgs-mcs2031-data',
        value: '41000',
        superseded: 'yes',
        note: 'Older vintage: MCS 2032 revised this to 44,500 t.',
      },
      {
        source_id: 'usgs-mcs2032-data',
        value: '44500',
        superseded: 'no',
        note: 'Revised: MCS 2031 had 41,000 t for the same period.',
      },
    ])
    // Korea says the same in both editions: nothing is revised, and both stay.
    const korea = rowsOf(next.figures).filter(({ id = '' }) => id.startsWith('antimony-mine-production-kor-wld-2030'))
    expect(korea.map(({ superseded }) => superseded)).toEqual(['no', 'no'])
  })

  it('stands as superseded where a newer one was taken in before it', () => {
    const newer = readUsgs(revised, NEXT_FILE, { codes })
    const both = [newer, readUsgs(text, FILE, { codes }), newer, readUsgs(text, FILE, { codes })].reduce<RawTables>(
      (before, release) => ({ ...before, ...mergeRelease(before, release).tables }),
      tables,
    )
    const rows = rowsOf(both.figures).filter(
      ({ entry, measure, reporter, period }) =>
        entry === 'antimony' &&
        /^mine-(?:production|share)$/.test(measure ?? '') &&
        reporter === 'CHN' &&
        period === '2030',
    )
    expect(rows).toMatchObject([
      { measure: 'mine-production', value: '44500', superseded: 'no', note: '' },
      {
        measure: 'mine-production',
        value: '41000',
        superseded: 'yes',
        confidence: 'conflicting',
        note: 'Older vintage: MCS 2032 has 44,500 t.',
      },
      { measure: 'mine-share', source_id: 'usgs-mcs2032-data', superseded: 'no' },
      { measure: 'mine-share', source_id: 'usgs-mcs2031-data', superseded: 'yes' },
    ])
  })

  it('adds no computed share where it prints one, though a newer edition has revised that', () => {
    const { readings } = readUsgs(text, FILE, { codes })
    const [share] = figure(readings, 'antimony', 'mine-share', 'CHN', '2030')
    const printed = { source_id: 'usgs-mcs2031-t7', superseded: 'yes' }
    expect(share?.unless?.(printed)).toBe(true)
    expect(share?.unless?.({ ...printed, source_id: 'usgs-mcs2032-t7' })).toBe(false)
  })

  it('supersedes a number that it withholds', () => {
    const first = { ...tables, ...mergeRelease(tables, readUsgs(text, FILE, { codes })).tables }
    const moved = ofNextYear.replace('"670,000"', 'NA')
    const next = mergeRelease(first, readUsgs(moved, NEXT_FILE, { codes })).tables
    expect(
      rowsOf(next.figures).find(
        ({ id = '', source_id }) =>
          id.startsWith('antimony-reserves-chn-wld-2030') && source_id === 'usgs-mcs2031-data',
      ),
    ).toMatchObject({
      superseded: 'yes',
      note: expect.stringContaining('Older vintage: MCS 2032 gives no figure (NA).') as string,
    })
  })

  it('changes nothing when it is imported again, also without the history of the first time', () => {
    const once = { ...tables, ...mergeRelease(tables, readUsgs(text, FILE, { codes, history })).tables }
    for (const options of [{ codes, history }, { codes }]) {
      const again = { ...once, ...mergeRelease(once, readUsgs(text, FILE, options)).tables }
      expect(diffTables(once, again)).toEqual([])
    }
  })

  it('is refused where two of its rows would be one figure', () => {
    const twice = `${text}${text.split('\r\n').find((line) => line.includes('Tajikistan') && line.includes(',2030,'))}\r\n`
    expect(() => mergeRelease(tables, readUsgs(twice, FILE, { codes }))).toThrow(
      /^MCS2031_Commodities_Data\.csv row \d+ and MCS2031_Commodities_Data\.csv row \d+ give the same figure; nothing was written\.$/,
    )
  })

  it('leaves what people wrote by hand into a row', () => {
    const once = mergeRelease(tables, readUsgs(text, FILE, { codes })).tables
    const rows = rowsOf(once.figures).map((row) =>
      row.id === 'antimony-mine-production-chn-wld-2030' ? { ...row, note: 'Seen by hand.', value: '1' } : row,
    )
    const columns = once.figures?.columns ?? []
    const edited = {
      ...tables,
      ...once,
      figures: { columns, rows: rows.map((row) => columns.map((name) => row[name] ?? '')) },
    }
    const again = mergeRelease(edited, readUsgs(text, FILE, { codes })).tables
    expect(rowsOf(again.figures).find(({ id }) => id === 'antimony-mine-production-chn-wld-2030')).toMatchObject({
      note: 'Seen by hand.',
      value: '41000',
    })
  })
})

describe('the version history', () => {
  it('supersedes the printed number and adds the corrected one', () => {
    const release = readUsgs(text, FILE, { codes, history })
    const merged = rowsOf(mergeRelease(tables, release).tables.figures)
    const brazil = merged.filter(({ id = '' }) => id.startsWith('rare-earths-reserves-bra-wld-2030'))
    expect(brazil.map(({ value, superseded, source_id }) => [value, superseded, source_id])).toEqual([
      ['17000000', 'yes', 'usgs-mcs2031-data'],
      ['12000000', 'no', 'usgs-mcs2031-versions'],
    ])
    expect(brazil[0]?.note).toContain('version 1.2 (May 20, 2031), which says 12,000,000')
    expect(merged.find(({ id }) => id === 'rare-earths-reserves-wld-wld-2030-2')).toMatchObject({
      value: '65000000',
      qualifier: 'at-least',
    })
    expect(release.remarks).not.toContain(
      'No --history given: numbers that USGS corrected after the data file stand as they were.',
    )
  })

  it('does nothing where the file was corrected already', () => {
    const corrected = text.replace('17,000,000', '12,000,000').replace('70,000,000', '65,000,000')
    const { readings, remarks } = readUsgs(corrected, FILE, { codes, history })
    expect(figure(readings, 'rare-earths', 'reserves', 'BRA', '2030')).toMatchObject([{ value: 12_000_000 }])
    expect(remarks.filter((line) => line.startsWith('Look at it'))).toEqual([])
  })

  it('says which correction it cannot place', () => {
    const gone = text.replace('17,000,000', '18,000,000')
    expect(readUsgs(gone, FILE, { codes, history }).remarks).toContain(
      'Look at it by hand: version 1.2 changed reserves of Brazil from 17,000,000 to 12,000,000, but the file has neither.',
    )
  })
})
