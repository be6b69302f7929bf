/** Whether the extension has just begun to run: once, until the browser throws the session's storage away. */

import { expect, it, vi } from 'vitest'

const session = vi.hoisted(() => {
  const data: Record<string, unknown> = {}
  return { data, get: async () => ({ ...data }), set: async (items: object) => void Object.assign(data, items) }
})
vi.mock('../../../lib/platform/browser.ts', () => ({ browser: { storage: { session } } }))
const { isNewRun } = await import('../../../entrypoints/background/new-run.ts')

it('is so for the first background alone, and again once the reader has switched us on', async () => {
  expect([await isNewRun(), await isNewRun()]).toEqual([true, false])
  for (const key of Object.keys(session.data)) delete session.data[key]
  expect(await isNewRun()).toBe(true)
})
