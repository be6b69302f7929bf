/** When a figure is too old for the present tense. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, isStale } from '../../../lib/dataset/freshness.ts'
import { STATE_MEASURES } from '../../../lib/dataset/measures.ts'

describe('addMonths', () => {
  it.each([
    ['2024-12-31', 24, '2026-12-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-03-31', 1, '2024-04-30'],
    ['2025-12-31', 1, '2026-01-31'],
    ['2025-12-01', 1, '2026-01-01'],
    ['2026-01-15', 0, '2026-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-10', -1, '2025-12-10'],
    ['1999-12-31', 2, '2000-02-29'],
  ])('moves %s by %i months to %s', (date, months, moved) => expect(addMonths(date, months)).toBe(moved))

  it('never skips a month and never moves backwards', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.nat(600), (time, months) => {
        const date = time.toISOString().slice(0, 10)
        const moved = addMonths(date, months)
        const count = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7))
        expect(count(moved) - count(date)).toBe(months)
        expect(moved >= date).toBe(true)
        expect(Number(moved.slice(8))).toBeLessThanOrEqual(Number(date.slice(8)))
      }),
    )
  })
})

describe('isStale', () => {
  const year = { measure: 'import-share', period_end: '2024-12-31', period_kind: 'year' } as const
  const month = { measure: 'visitors-change', period_end: '2026-04-30', period_kind: 'month' } as const

  it('gives annual figures 24 months after the end of the period', () => {
    expect(isStale(year, '2026-12-31')).toBe(false)
    expect(isStale(year, '2027-01-01')).toBe(true)
    expect(isStale({ ...year, period_kind: 'fiscal-year', period_end: '2025-03-31' }, '2027-03-31')).toBe(false)
    expect(isStale({ ...year, period_kind: 'fiscal-year', period_end: '2025-03-31' }, '2027-04-01')).toBe(true)
    expect(isStale({ ...year, period_kind: 'range' }, '2027-01-01')).toBe(true)
  })

  it('gives monthly figures six', () => {
    expect(isStale(month, '2026-10-30')).toBe(false)
    expect(isStale(month, '2026-10-31')).toBe(true)
  })

  it('lets lists and laws stand', () => {
    for (const measure of STATE_MEASURES)
      expect(isStale({ measure, period_end: '2010-01-01', period_kind: 'point' }, '2026-11-21')).toBe(false)
  })

  it('does not judge what has no date', () =>
    expect(isStale({ measure: 'import-share', period_end: '', period_kind: 'none' }, '2099-01-01')).toBe(false))
})
