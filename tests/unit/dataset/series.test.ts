/** Series: what charts and lists draw of the bundled figures, and rules that hold for every material and economy. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { economiesOver, yearsOf } from '../../../lib/dataset/series.ts'
import { tables, TODAY } from './bundled.ts'

const JAPAN = { entry: 'rare-earths', measure: 'import-share', reporter: 'JPN', partner: 'CHN' }
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

  it('leaves out months, halves, undated rows, averages over years and what an edition replaced', () => {
    const kinds = yearsOf(tables.figures, JAPAN).flatMap(({ figures }) => figures)
    expect(kinds.length).toBeGreaterThan(0)
    for (const row of kinds)
      expect([row.period_kind, row.scenario, row.superseded, row.scope]).toEqual(['year', 'no', 'no', 'whole'])
    expect(yearsOf(tables.figures, { ...JAPAN, reporter: 'EU' }).map(({ year }) => year)).toEqual([2021, 2022, 2024])
  })

  it('is empty for a question nobody answered', () => {
    expect(yearsOf(tables.figures, { ...JAPAN, reporter: 'BRA' })).toEqual([])
  })

  it('keeps to one unit', () => {
    const price = { ...JAPAN, measure: 'purchase-price', entry: 'senkaku-nationalisation-2012', partner: 'JPN' }
    expect(new Set(yearsOf(tables.figures, price).map(({ unit }) => unit)).size).toBeLessThanOrEqual(1)
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
