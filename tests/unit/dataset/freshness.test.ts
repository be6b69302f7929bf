/** When a figure is too old for the present tense. */

import { describe, expect, it } from 'vitest'
import { isStale } from '../../../lib/dataset/freshness.ts'
import { STATE_MEASURES } from '../../../lib/dataset/measures.ts'

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
