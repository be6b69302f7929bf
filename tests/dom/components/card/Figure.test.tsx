/** The figure on the card: its value, what it rests on, its readings, and what is said of it. */

import { describe, expect, it } from 'vitest'
import type { FigureView } from '../../../../lib/card/figure-view.ts'
import { t } from '../words.ts'
import { draw, figure, full, textOf } from './sample-card.tsx'

describe('the figure', () => {
  const drawn = (change: Partial<FigureView> = {}) =>
    draw({ ...full, figure: { ...figure, ...change } }).card.querySelector('.figure') as HTMLElement

  it('is a named group that leads with the value', () => {
    expect(drawn().getAttribute('role')).toBe('group')
    expect(drawn().getAttribute('aria-label')).toBe('Figure')
    expect(textOf(drawn().firstElementChild)).toBe('60–72%')
  })

  it('sets long values smaller', () => {
    const isLong = (value: string) => drawn({ value }).querySelector('.value')?.getAttribute('data-long')
    expect(isLong('60–72%')).toBe('false')
    expect(isLong('10.7 trillion yen')).toBe('true')
  })

  it('names its sources, linked where they can be', () => {
    expect(textOf(drawn().querySelector('.meta'))).toBe('2024 · sources differ · Reuters · Old site')
    expect([...drawn().querySelectorAll('.meta a')].map(textOf)).toEqual(['Reuters'])
  })

  it('leaves the period out where there is none', () =>
    expect(textOf(drawn({ period: '', sources: [] }).querySelector('.meta'))).toBe('sources differ'))

  it('shows notes, today and comparison only where there are any', () => {
    const figureAlone = drawn({ notes: [], now: null, comparison: null })
    expect(figureAlone.querySelectorAll('.note, .now, .compare')).toHaveLength(0)
    expect(textOf(drawn().querySelector('.compare'))).toBe('This article: 60% · dataset: 60–72% (2024, sources differ)')
    const [toldBy] = figure.sources
    expect(textOf(drawn({ toldBy: toldBy ? [toldBy] : [] }).querySelector('.compare'))).toMatch(
      /sources differ\) \[\d\]$/,
    )
    const amount = drawn({ comparison: ['This article: 400 tonnes', null] })
    expect(textOf(amount.querySelector('.compare'))).toBe('This article: 400 tonnes')
  })

  it('opens on every reading, with the chosen ones marked', () => {
    const items = [...drawn().querySelectorAll('.readings li')]
    expect(items.map(textOf)).toEqual(['60%2024 · by valueReuters, p. 3', 'about 72%Old site'])
    expect(items.map((item) => item.getAttribute('aria-current'))).toEqual(['true', 'false'])
    expect(drawn().querySelector('.readings')?.hasAttribute('open')).toBe(false)
  })

  it('says that sources differ only where they do, and hides a single reading', () => {
    expect(textOf(drawn({ sourcesDiffer: false }).querySelector('summary'))).toBe(t('readings_open', { count: 2 }))
    expect(drawn({ readings: figure.readings.slice(0, 1) }).querySelector('.readings')).toBeNull()
  })
})
