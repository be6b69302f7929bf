/** The card's chart: bars inside the drawing, the card's own emphasised, and words for all of it. */

import { describe, expect, it } from 'vitest'
import { CHART_HEIGHT, CHART_WIDTH, chartOf, type Chart } from '../../../lib/card/chart.ts'
import { englishWording } from '../../../lib/cli/english-wording.ts'
import { economyPhrases } from '../../../lib/dataset/facts.ts'
import { ask, factsOf, tables, TODAY } from '../dataset/bundled.ts'

const wording = await englishWording(economyPhrases(tables, 'en'))

function chart(id: string, economy: string, date = TODAY): Chart | null {
  const { headline } = ask(id, economy, date)
  return headline && chartOf(factsOf(id).figures, headline, date, wording)
}

describe('chartOf', () => {
  it('draws the years of Japan on China, the chosen one emphasised and labelled', () => {
    const years = chart('rare-earths', 'JPN')
    expect(years?.kind).toBe('years')
    expect(years?.bars.filter(({ isChosen }) => isChosen).map(({ label }) => label)).toEqual(['2024'])
    expect(years?.description).toBe(
      '2008: at least 90%, 2009: 84–85%, 2010: 81.61%, 2011: 68.37%, 2014: 59.64%, 2018: 58%, 2024: 60–72%',
    )
    const [first, , third, fourth, fifth] = years?.bars ?? []
    // Three years apart are three times as far as one.
    expect((fifth?.x ?? 0) - (fourth?.x ?? 0)).toBeCloseTo(3 * ((fourth?.x ?? 0) - (third?.x ?? 0)))
    expect(first?.low).toBeLessThan(third?.low ?? 0)
  })

  it('emphasises 2010 in an article of October 2010', () => {
    expect(chart('rare-earths', 'JPN', '2010-10-15')?.bars.find(({ isChosen }) => isChosen)?.label).toBe('2010')
  })

  it('sets economies side by side where there are too few years', () => {
    const beside = chart('rare-earth-magnets', 'USA')
    expect(beside?.kind).toBe('economies')
    expect(beside?.bars.filter(({ isChosen }) => isChosen).map(({ label }) => label)).toEqual(['USA'])
    expect(beside?.description).toContain('Japan 2022: 31.1%')
  })

  it('draws nothing from two figures', () => {
    expect(chart('seafood-ban', 'JPN')).toBe(null)
    expect(chart('taiwan-contingency', 'WLD')).toBe(null)
  })

  it('stays inside its drawing, for every entry and economy', () => {
    let drawn = 0
    for (const { id } of tables.entries)
      for (const economy of ['JPN', 'USA', 'EU', 'KOR', 'WLD']) {
        const found = chart(id, economy)
        if (!found) continue
        drawn++
        expect(found.bars.some(({ isChosen }) => isChosen)).toBe(true)
        for (const { x, width, low, high } of found.bars) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x + width).toBeLessThanOrEqual(CHART_WIDTH)
          expect(high).toBeGreaterThanOrEqual(0)
          expect(low).toBeGreaterThanOrEqual(high)
          expect(low).toBeLessThanOrEqual(CHART_HEIGHT)
        }
      }
    expect(drawn).toBeGreaterThan(20)
  })
})
