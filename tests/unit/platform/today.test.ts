/** Today is the day where the reader is, not in Greenwich. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { today } from '../../../lib/platform/today.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-27T22:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

it.each([
  ['Asia/Tokyo', '2026-11-28'],
  ['UTC', '2026-11-27'],
  ['America/New_York', '2026-11-27'],
])('is in %s %s', (zone, day) => {
  vi.stubEnv('TZ', zone)
  expect(today()).toBe(day)
})
