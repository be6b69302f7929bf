/** Somebody's output and reserves, in words to stand beside an article's number. */

import { describe, expect, it } from 'vitest'
import { toldIn } from '../../../lib/card/told.ts'
import type { FigureRow } from '../../../lib/dataset/types.ts'
import { wording } from '../../helpers/wording.ts'
import { factsOf } from '../dataset/bundled.ts'

const { told } = factsOf('rare-earths')
const china = told.find(({ measure, reporter }) => measure === 'mine-share' && reporter === 'CHN') as FigureRow

/** China's share of mining as if stated so. */
const share = (year: number, value: number, more: Partial<FigureRow> = {}): FigureRow => ({
  ...china,
  id: `${year} ${value}`,
  value,
  period: `${year}`,
  period_start: `${year}-01-01`,
  period_end: `${year}-12-31`,
  ...more,
})
const inWords = (...rows: FigureRow[]) =>
  Object.fromEntries(
    Object.entries(toldIn(rows, wording, () => 0)).map(([key, of]) => [key, of.map(([, words]) => words)]),
  )

describe('what is told', () => {
  it('names the measure, since the headline above is of another, and is in order of time', () => {
    expect(inWords(share(2025, 69), share(2024, 71))).toEqual({
      mined: ['dataset: share of world mining 71% (2024)', 'dataset: share of world mining 69% (2025)'],
    })
  })

  it('keeps limits and doubts in words, and shows sources that differ as a range', () => {
    expect(inWords(share(2024, 58.7, { qualifier: 'at-most' })).mined).toEqual([
      'dataset: share of world mining at most 58.7% (2024)',
    ])
    expect(inWords(share(2024, 61), share(2024, 71)).mined).toEqual([
      'dataset: share of world mining 61–71% (2024, sources differ)',
    ])
    expect(inWords(share(2024, 61, { confidence: 'conflicting' })).mined?.[0]).toMatch(/sources differ/)
  })

  it('has of reserves the newest estimate only, for each economy', () => {
    const reserves = (year: number, value: number, reporter: string) =>
      share(year, value, { measure: 'reserves', unit: 't REO', reporter })
    expect(inWords(reserves(2025, 11e6, 'BRA'), reserves(2024, 21e6, 'BRA'), reserves(2025, 35e5, 'VNM'))).toEqual({
      'reserves BRA t': ['dataset: reserves 11,000,000 t REO (2025)'],
      'reserves VNM t': ['dataset: reserves 3,500,000 t REO (2025)'],
    })
  })
})

describe('facts', () => {
  it('have of the world’s output the main supplier’s share only, of reserves everybody’s, and nothing superseded', () => {
    expect(
      new Set(
        told.filter(({ unit, measure }) => unit === '%' && measure !== 'reserve-share').map(({ reporter }) => reporter),
      ),
    ).toEqual(new Set(['CHN']))
    expect(
      told.filter(({ reporter, measure }) => reporter === 'BRA' && measure === 'reserves').map(({ value }) => value),
    ).toEqual([11e6])
    expect(told.filter(({ superseded }) => superseded === 'yes')).toEqual([])
  })
})
