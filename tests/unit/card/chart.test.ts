/** The card's chart: bars inside the drawing, the card's own emphasised, values to read off, and words for all of it. */

import { describe, expect, it } from 'vitest'
import { CHART_HEIGHT, CHART_WIDTH } from '../../../lib/card/chart.ts'
import { compileCard } from '../../../lib/card/compile.ts'
import { buildCard, type Chart } from '../../../lib/card/model.ts'
import { englishWording } from '../../../lib/cli/english-wording.ts'
import { economyNames } from '../../../lib/dataset/economies.ts'
import { economyPhrases } from '../../../lib/dataset/facts.ts'
import { factsOf, tables, TODAY } from '../dataset/bundled.ts'

const wording = { ...(await englishWording(economyPhrases(tables, 'en'))), names: economyNames(tables, 'en') }

function chart(id: string, economy: string, date = TODAY): Chart | null {
  const request = { economy, articleDate: date, today: TODAY, number: null }
  return buildCard(compileCard(factsOf(id), wording), request, wording).figure?.chart ?? null
}

describe('a chart', () => {
  it('draws the years of Japan on China, the chosen one emphasised', () => {
    const years = chart('rare-earths', 'JPN')
    expect(years?.kind).toBe('years')
    expect(years?.bars[years.own]?.label).toBe('2024')
    expect(years?.description).toBe(
      '2008: at least 90%, 2009: 84–85%, 2010: 81.61%, 2011: 68.37%, 2014: 59.64%, 2018: 58%, 2024: 60–72%',
    )
    const [first, , third, fourth, fifth] = years?.bars ?? []
    // Three years apart are three times as far as one.
    expect((fifth?.x ?? 0) - (fourth?.x ?? 0)).toBeCloseTo(3 * ((fourth?.x ?? 0) - (third?.x ?? 0)), 0)
    expect(first?.height).toBeGreaterThan(third?.height ?? 0)
    // 2012, 2013, 2015–2017 and 2019–2023 have no figure, and say so.
    expect(years?.gaps).toHaveLength(10)
  })

  it('writes the value of the chosen bar, the first and the last, and none over another', () => {
    const old = chart('rare-earths', 'JPN', '2010-10-15')
    expect(old?.labelled.map((at) => [old.bars[at]?.label, old.bars[at]?.value])).toEqual(
      expect.arrayContaining([
        ['2010', '81.61%'],
        ['2024', '60–72%'],
      ]),
    )
    expect(old?.bars[old.own]?.label).toBe('2010')
  })

  it('sets economies by name side by side where there are too few years, its own among them', () => {
    const beside = chart('rare-earth-magnets', 'USA')
    expect(beside?.kind).toBe('economies')
    expect(beside?.bars).toHaveLength(4)
    expect(beside?.bars[beside.own]?.label).toBe('United States')
    expect(beside?.description).toContain('United States 2022: 76.8%')
  })

  it('says of which years each economy’s figure is', () => {
    const beside = chart('rare-earths', 'USA')
    expect(beside?.bars.map(({ label, period }) => [label, period])).toEqual(
      expect.arrayContaining([
        ['United States', '2021–24'],
        ['South Korea', '2025'],
      ]),
    )
  })

  it('leaves out neither the most nor the least dependent where there is no room for all', () => {
    const description = chart('rare-earths', 'USA')?.description
    for (const name of ['South Korea', 'European Union', 'United States']) expect(description).toContain(name)
  })

  it('draws nothing from two figures', () => {
    expect(chart('seafood-ban', 'JPN')).toBe(null)
    expect(chart('taiwan-contingency', 'WLD')).toBe(null)
  })

  it('stays inside its drawing, for every entry, economy and time', () => {
    let drawn = 0
    for (const { id } of tables.entries)
      for (const economy of ['JPN', 'USA', 'EU', 'KOR', 'WLD'])
        for (const date of [TODAY, '2023-05-01', '2011-05-01']) {
          const found = chart(id, economy, date)
          if (!found) continue
          drawn++
          expect(found.bars[found.own]).toBeDefined()
          expect(found.height).toBeLessThanOrEqual(CHART_HEIGHT)
          for (const { x, y, width, height, range = 0, value, period = '' } of found.bars) {
            const isUp = found.kind === 'years'
            // Some 6 px a character: beside economies the value ends before the period begins.
            const words = isUp ? 0 : range + 6 * (value.length + period.length + 1)
            expect(x).toBeGreaterThanOrEqual(0)
            expect(x + width + words).toBeLessThanOrEqual(CHART_WIDTH)
            expect(y - (isUp ? range : 0)).toBeGreaterThanOrEqual(0)
            expect(y + height).toBeLessThanOrEqual(found.height)
          }
        }
    expect(drawn).toBeGreaterThan(60)
  })
})
