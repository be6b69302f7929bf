/** Flows of updates: one after another, seen from outside, and never rejected for what storage throws. */

import { describe, expect, it } from 'vitest'
import { Flows } from '../../../lib/updates/flows.ts'
import { wait } from '../../e2e/waiting.ts'

describe('flows', () => {
  it('run one after another, and say how far the one under way is', async () => {
    const flows = new Flows()
    expect(flows.progress).toBeNull()
    let end = () => {}
    const first = flows.run(async () => {
      flows.reach('reading', 5, 10)
      await new Promise<void>((resolve) => (end = resolve))
      return { ok: true, step: 1 }
    })
    const second = flows.run(async () => {
      // Not how far the one before came.
      expect(flows.progress).toBeNull()
      flows.reach('examining')
      return { ok: true, seen: flows.progress }
    })
    await wait(0)
    expect(flows.progress).toEqual({ step: 'reading', bytes: 5, of: 10 })
    end()
    expect(await first).toEqual({ ok: true, step: 1 })
    expect(await second).toEqual({ ok: true, seen: { step: 'examining', bytes: 0, of: 0 } })
    expect(flows.progress).toBeNull()
  })

  it.each([
    [new DOMException('no room', 'QuotaExceededError'), 'full'],
    [new Error('QUOTA_BYTES quota exceeded'), 'full'],
    [new Error('database is gone'), 'storage'],
    ['a word', 'storage'],
  ])('say what storage throws as a fault: %s', async (error, code) => {
    const flows = new Flows()
    const failed = await flows.run(async () => {
      flows.reach('installing')
      throw error
    })
    const problem = error instanceof Error ? error.message : error
    expect(failed).toEqual({ ok: false, fault: { code, values: { problem } } })
    expect(flows.progress).toBeNull()
    expect(await flows.run(async () => ({ ok: true }))).toEqual({ ok: true })
  })
})
