/** Letting what was begun come to its end. */

import { vi } from 'vitest'

/** Lets `ms` go by, by the test's own clock where it has one: with none to wait, all that was asked is answered. */
export async function settle(ms = 0): Promise<void> {
  if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(ms)
  else await new Promise((done) => setTimeout(done, ms))
}
