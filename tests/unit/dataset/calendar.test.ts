/** Days counted from others. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, dayAfter, isDate, isDay, yearsBefore } from '../../../lib/dataset/calendar.ts'

describe('a date', () => {
  it.each(['2024-02-29', '2025-12-31'])('%s is a day', (date) => expect(isDay(date)).toBe(true))
  it.each(['2025-02-29', '2025-02-31', '2025-13-01', '2025-1-1', '2025-01', '12025-01-01', ''])('%j is none', (date) =>
    expect(isDay(date)).toBe(false),
  )
  it.each(['2025', '2025-02', '2024-02-29'])('%s is as precise as is known', (date) => expect(isDate(date)).toBe(true))
  it.each(['', '25', '2025-13', '2025-2', '2025-02-29', '2025-', '2025-02-01-01', '2025-02-01T00:00:00Z'])(
    '%j is no date',
    (date) => expect(isDate(date)).toBe(false),
  )
})

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

describe('dayAfter', () => {
  it.each([
    ['2024-02-28', '2024-02-29'],
    ['2025-02-28', '2025-03-01'],
    ['2024-12-31', '2025-01-01'],
  ])('of %s is %s', (date, next) => expect(dayAfter(date)).toBe(next))
})

describe('yearsBefore', () => {
  it('keeps month and day', () => {
    expect(yearsBefore('2026-11-28', 2)).toBe('2024-11-28')
    expect(yearsBefore('2024-02-29', 2)).toBe('2022-02-29')
  })
})
