/** Sites taken off the reader's list: their permission goes with them, but for that of a feed. */

import { beforeEach, expect, it, vi } from 'vitest'
import { createFakeStorage } from '../settings/fake-storage.ts'

const browser = vi.hoisted(() => ({
  storage: {} as ReturnType<typeof createFakeStorage> & { managed?: unknown },
  permissions: { remove: vi.fn<(given: object) => Promise<boolean>>() },
}))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
const { forgetSites } = await import('../../../lib/sites/forget.ts')
const { readAdded } = await import('../../../lib/sites/added.ts')

const BLOG = 'https://blog.example/*'
const FEED = 'https://feed.example/*'
let managed: object = {}
beforeEach(async () => {
  managed = {}
  browser.storage = { ...createFakeStorage(), managed: { get: async () => managed } }
  browser.permissions.remove.mockReset().mockResolvedValue(true)
  await browser.storage.local.set({ 'sites.added': { [BLOG]: 'granted', [FEED]: 'granted' } })
})

it('gives the permission back', async () => {
  expect(await forgetSites([BLOG])).toEqual([])
  expect(await readAdded()).toEqual({ [FEED]: 'granted' })
  expect(browser.permissions.remove).toHaveBeenCalledExactlyOnceWith({ origins: [BLOG] })
})

it.each([
  ['the reader’s', () => browser.storage.local.set({ 'setting.feedUrl': 'https://feed.example:8443/data/index.json' })],
  ['the organisation’s', async () => void (managed = { feedUrl: 'https://feed.example/data' })],
])('keeps that of a feed, which could not be read any more: %s', async (_, use) => {
  await use()
  expect(await forgetSites([BLOG, FEED])).toEqual([FEED])
  expect(await readAdded()).toEqual({})
  expect(browser.permissions.remove).toHaveBeenCalledExactlyOnceWith({ origins: [BLOG] })
})
