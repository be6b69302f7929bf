/** Rows that may stand for their entry: no part, no what-if, nothing replaced, and of full years. */

import { describe, expect, it } from 'vitest'
import { chooseHeadline } from '../../../lib/dataset/headline.ts'
import type { FigureRow } from '../../../lib/dataset/types.ts'
import { TODAY } from './bundled.ts'
import { choose, madeUp, RARE_EARTHS, sound, year } from './made-up-rows.ts'

describe('rows that must not count', () => {
  it.each<[string, Partial<FigureRow>]>([
    ['a superseded row', { superseded: 'yes' }],
    ['a scenario', { scenario: 'yes' }],
    ['a part', { scope: 'part' }],
    ['a half-year', { period_kind: 'half', period_end: '2024-06-30' }],
    ['a quarter', { period_kind: 'quarter', period_end: '2024-03-31' }],
    ['a month', { period_kind: 'month', period_end: '2024-01-31' }],
    ['a day', { period_kind: 'point', period_end: '2024-01-01' }],
    ['eleven months', { period_kind: 'range', period_end: '2024-11-30' }],
    ['a range from the middle of a year', { period_kind: 'range', period_start: '2022-07-01' }],
    ['an undated row', { period_kind: 'none', period_start: '', period_end: '' }],
    ['a year that has not ended', year(2026)],
    ['a forecast', { ...year(2030), scenario: 'yes' }],
    ['a date', { unit: 'date', value: null }],
    ['a year as a number', { unit: 'year', value: 2010 }],
    ['a row without a value', { value: null }],
  ])('%s does not', (_, change) => {
    expect(choose([madeUp('doubtful', change), sound])).toEqual(['sound'])
    expect(choose([madeUp('doubtful', change)])).toBeUndefined()
  })

  it('does not count a number twice', () => {
    const twice = [madeUp('a', year(2024)), madeUp('b', { ...year(2024), same_as: 'a', value: 60 })]
    expect(choose(twice)).toEqual(['a'])
  })

  it('counts a repetition whose original is of another period', () =>
    expect(choose([madeUp('a', { ...year(2024), same_as: 'gone' })])).toEqual(['a']))

  it('is one of those that repeat each other', () => {
    const ring = [madeUp('a', { ...year(2024), same_as: 'b' }), madeUp('b', { ...year(2024), same_as: 'a' })]
    expect(choose(ring)).toEqual(['a'])
  })

  it('keeps rows in different units apart', () =>
    expect(choose([madeUp('a', year(2024)), madeUp('b', { ...year(2024), unit: 't', value: 9000 })])).toEqual(['a']))

  it('takes low and high where the source prints a range', () => {
    const ranged = madeUp('r', { ...year(2024), value: null, low: 55, high: 65, qualifier: 'range' })
    const { headline } = chooseHeadline({ lineage: RARE_EARTHS, related: [], figures: [ranged] }, 'JPN', TODAY, TODAY)
    expect(headline).toMatchObject({ low: 55, high: 65, sourcesDiffer: false })
  })
})
