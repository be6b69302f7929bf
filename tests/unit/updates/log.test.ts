/** The network log: newest first, capped, sound, cleared at will. */

import { beforeEach, expect, it, vi } from 'vitest'
import { createFakeStorage } from '../settings/fake-storage.ts'

const browser = vi.hoisted(() => ({ storage: {} as ReturnType<typeof createFakeStorage> }))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
const { clearLog, LOG_KEY, logRequest, MAX_REQUESTS, readLog } = await import('../../../lib/updates/log.ts')

beforeEach(() => {
  browser.storage = createFakeStorage()
})
const request = (at: number) => ({
  at,
  url: 'https://data.example/index.json',
  bytes: 1,
  outcome: 'ok' as const,
  values: {},
})

it('keeps the newest requests, and so many only', async () => {
  for (let at = 1; at <= MAX_REQUESTS + 5; at++) await logRequest(request(at))
  const log = await readLog()
  expect(log).toHaveLength(MAX_REQUESTS)
  expect([log[0]?.at, log.at(-1)?.at]).toEqual([MAX_REQUESTS + 5, 6])
})

it('stays on this machine', async () => {
  await logRequest(request(1))
  expect([...browser.storage.local.data.keys()]).toEqual([LOG_KEY])
  expect(browser.storage.sync.data.size).toBe(0)
})

it('passes over what is no request', async () => {
  await browser.storage.local.set({ [LOG_KEY]: [null, 7, {}, request(1), { ...request(2), url: 3 }] })
  expect(await readLog()).toEqual([request(1)])
  await browser.storage.local.set({ [LOG_KEY]: 'nonsense' })
  expect(await readLog()).toEqual([])
})

it('passes over what cannot be shown: a time that no calendar has, an outcome of another release', async () => {
  const odd = [
    { ...request(1), at: 1e300 },
    { ...request(2), outcome: 'moved' },
  ]
  await browser.storage.local.set({ [LOG_KEY]: [...odd, { ...request(3), outcome: 'forged' }] })
  expect((await readLog()).map(({ at }) => at)).toEqual([3])
})

it('is empty once it was cleared', async () => {
  await logRequest(request(1))
  await clearLog()
  expect(await readLog()).toEqual([])
})
