/** When the feed is asked by itself, also with a clock that is wrong. */

import { describe, expect, it } from 'vitest'
import { isDue } from '../../../lib/updates/schedule.ts'

const DAY = 24 * 3600 * 1000
const NOW = Date.UTC(2026, 10, 28)

describe('isDue', () => {
  it.each([
    ['never asked', 0, true],
    ['a week ago', NOW - 7 * DAY, true],
    ['six days ago', NOW - 6 * DAY, false],
    ['just now', NOW, false],
    ['in ten years, by a clock that was ahead', NOW + 3650 * DAY, true],
  ])('%s', (_, succeededAt, due) => expect(isDue({ succeededAt }, NOW)).toBe(due))
  it('is due where the clock stands at its beginning', () => expect(isDue({ succeededAt: NOW }, 0)).toBe(true))
})
