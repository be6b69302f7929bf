/** Series: what charts and lists draw of the bundled figures, and rules that hold for every material and economy. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { economiesOver, partsOfYears, yearsOf, type Point } from '../../../lib/dataset/series.ts'
import type { FigureRow } from '../../../lib/dataset/types.ts'
import { tables, TODAY } from './bundled.ts'

const JAPAN = { entry: 'rare-earths', measure: 'import-share', reporter: 'JPN', partner: 'CHN' }
const YEAR = 'rare-earths-import-share-jpn-chn-2018'
const shown = (points: { year: number; low: number; high: number }[]) =>
  points.map(({ year, low, high }) => [year, low, high])

describe('yearsOf', () => {
  it('gives a point a year, low to high where sources differ, oldest first', () => {
    expect(shown(yearsOf(tables.figures, JAPAN))).toEqual([
      [2008, 90, 90],
      [2009, 84, 85.49],
      [2010, 81.61, 81.61],
      [2011, 68.37, 68.37],
      [2014, 59.64, 59.64],
      [2018, 58, 58],
      [2024, 60, 71.9],
    ])
  })

  it('counts no months, halves, undated rows, averages over years and what an edition replaced', () => {
    const kinds = yearsOf(tables.figures, JAPAN).flatMap(({ figures }) => figures)
    expect(kinds.length).toBeGreaterThan(0)
    for (const row of kinds)
      expect([row.period_kind, row.scenario, row.superseded, row.scope]).toEqual(['year', 'no', 'no', 'whole'])
    expect(yearsOf(tables.figures, { ...JAPAN, reporter: 'EU' }).map(({ year }) => year)).toEqual([2021, 2022, 2024])
  })

  it('is empty for a question nobody answered', () => {
    expect(yearsOf(tables.figures, { ...JAPAN, reporter: 'BRA' })).toEqual([])
  })

  it('has one point for a calendar year and a fiscal year that ends in it', () => {
    const year = tables.figures.find(({ id }) => id === YEAR) as FigureRow
    const dates = { period_start: '2017-04-01', period_end: '2018-03-31', period_kind: 'fiscal-year' } as const
    expect(shown(yearsOf([year, { ...year, ...dates, id: 'fiscal', value: 61 }], JAPAN))).toEqual([[2018, 58, 58]])
  })

  it('keeps to the unit that most rows have', () => {
    const rows = (['t', '%', '%'] as const).map((unit, at): FigureRow => {
      const period = { period_start: `${2018 + at}-01-01`, period_end: `${2018 + at}-12-31` }
      return { ...(tables.figures.find(({ id }) => id === YEAR) as FigureRow), ...period, id: `${at}`, unit }
    })
    for (const of of [rows, rows.toReversed()])
      expect(yearsOf(of, JAPAN).map(({ year, unit }) => [year, unit])).toEqual([
        [2019, '%'],
        [2020, '%'],
      ])
  })
})

describe('partsOfYears', () => {
  const years = yearsOf(tables.figures, JAPAN)
  const [first] = years as [Point]
  const half = tables.figures.find(({ id }) => id === 'rare-earths-import-share-jpn-chn-2024-01-2024-06') as FigureRow
  /** Periods, low and high of what stands beside the years with `half` changed so, and nothing else. */
  const besides = (change: Partial<FigureRow>) =>
    partsOfYears([{ ...half, ...change }], JAPAN, first).map(({ low, high, middle }) => [
      Math.round(middle * 100) / 100,
      low,
      high,
    ])

  it('gives months and half-years in order of time, low to high where sources differ', () => {
    const parts = partsOfYears(tables.figures, JAPAN, first)
    expect(parts.map(({ figures: [row], low, high }) => [row?.period_start, row?.period_end, low, high])).toEqual([
      ['2024-01-01', '2024-06-30', 79.6, 79.6],
      ['2025-01-01', '2025-01-31', 72.6, 72.6],
      ['2026-01-01', '2026-01-31', 60, 76],
    ])
  })

  it('stands each in the middle of its period', () => {
    expect(besides({})).toEqual([[2024.25, 79.6, 79.6]])
    const quarter = { period_start: '2025-10-01', period_end: '2025-12-31', period_kind: 'quarter' } as const
    expect(besides(quarter)).toEqual([[2025.87, 79.6, 79.6]])
    const month = { period_start: '2023-12-01', period_end: '2023-12-31', period_kind: 'month' } as const
    expect(besides(month)).toEqual([[2023.96, 79.6, 79.6]])
  })

  it('leaves out what speaks of a part, might be, was replaced, or is of another time or kind than the years', () => {
    expect(besides({ scope: 'part' })).toEqual([])
    expect(besides({ scenario: 'yes' })).toEqual([])
    expect(besides({ superseded: 'yes' })).toEqual([])
    expect(besides({ reporter: 'USA' })).toEqual([])
    expect(besides({ period_start: '2007-01-01', period_end: '2007-06-30' })).toEqual([])
    expect(besides({ period_start: '2008-01-01', period_end: '2008-06-30' })).toHaveLength(1)
    // Amounts add up over a year; tonnes beside shares would stand anywhere.
    expect(besides({ unit: 't' })).toEqual([])
    expect(partsOfYears([{ ...half, unit: 't' }], JAPAN, { ...first, unit: 't' })).toEqual([])
  })

  it('has no place for a period that the source does not state', () => {
    const undated = tables.figures.filter(
      ({ entry, measure, reporter, period_kind }) =>
        entry === JAPAN.entry && measure === JAPAN.measure && reporter === 'JPN' && period_kind === 'none',
    )
    expect(undated.length).toBeGreaterThan(0)
    expect(partsOfYears(undated, JAPAN, first)).toEqual([])
  })

  it('adds nothing to the years', () => {
    const ids = new Set(years.flatMap(({ figures }) => figures.map(({ id }) => id)))
    for (const { figures } of partsOfYears(tables.figures, JAPAN, first))
      for (const { id } of figures) expect(ids).not.toContain(id)
  })
})

/** The economies whose figures count in an article of `date`, the most dependent first. */
const economiesAt = (...[rows, question, date]: [...Parameters<typeof economiesOver>, date: string]) =>
  economiesOver(rows, question)
    .filter(({ from, until }) => from < date && (until === '' || date <= until))
    .toSorted((a, b) => b.high - a.high)

describe('economiesOver', () => {
  it('sets economies side by side, each with its newest full period, the most dependent first', () => {
    const points = economiesAt(tables.figures, JAPAN, TODAY)
    expect(points.map(({ economy, year, high }) => [economy, year, high])).toEqual([
      ['KOR', 2025, 80],
      ['JPN', 2024, 71.9],
      ['USA', 2024, 71],
      ['DEU', 2024, 65.5],
      ['EU', 2024, 46.3],
    ])
  })

  it('knows nothing of later than the date asked for', () => {
    const points = economiesAt(tables.figures, JAPAN, '2012-06-30')
    expect(points.map(({ economy, year }) => [economy, year])).toEqual([['JPN', 2011]])
  })
})

it('holds for every material and economy: each number stands in the table, once a year or once an economy', () => {
  const materials = tables.entries
    .filter(({ kind }) => ['material', 'group', 'product'].includes(kind))
    .map(({ id }) => id)
  const measure = fc.constantFrom(
    'import-share',
    'net-import-reliance',
    'mine-share',
    'refining-share',
    'mine-production',
  )
  const economy = fc.constantFrom('JPN', 'USA', 'EU', 'CHN', 'WLD', 'KOR', 'DEU')
  const partner = fc.constantFrom('CHN', 'WLD')
  fc.assert(
    fc.property(fc.constantFrom(...materials), measure, economy, partner, (entry, of, reporter, from) => {
      const years = yearsOf(tables.figures, { entry, measure: of, reporter, partner: from })
      const beside = economiesAt(tables.figures, { entry, measure: of, partner: from }, TODAY)
      expect(new Set(years.map(({ year }) => year)).size).toBe(years.length)
      expect(new Set(beside.map((point) => point.economy)).size).toBe(beside.length)
      for (const { low, high, figures, unit } of [...years, ...beside]) {
        const numbers = figures.flatMap((row) => [row.value, row.low, row.high])
        expect(numbers).toContain(low)
        expect(numbers).toContain(high)
        expect(
          figures.every((row) => row.unit === unit && row.period_end < TODAY && tables.figures.includes(row)),
        ).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
