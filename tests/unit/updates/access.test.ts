/** Permission for a feed's site: asked in the click, and given back when the feed is left. */

import { beforeEach, expect, it, vi } from 'vitest'
import { createFakeStorage } from '../settings/fake-storage.ts'

const ADDRESS = 'https://data.example/feed/index.json'
const PATTERN = 'https://data.example/*'

const browser = vi.hoisted(() => ({
  storage: {} as ReturnType<typeof createFakeStorage>,
  permissions: { request: vi.fn<() => Promise<boolean>>(), remove: vi.fn<() => Promise<boolean>>() },
  runtime: { getManifest: () => ({ content_scripts: [{ matches: ['https://*.listed.example/*'] }] }) },
}))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
const { giveUpAccess, requestAccess } = await import('../../../lib/updates/access.ts')

beforeEach(() => {
  browser.storage = createFakeStorage()
  browser.permissions.request.mockReset().mockResolvedValue(true)
  browser.permissions.remove.mockReset().mockResolvedValue(true)
})

it('is asked for before anything is awaited, while the click still counts', async () => {
  const answer = requestAccess(ADDRESS)
  expect(browser.permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: [PATTERN] })
  expect(await answer).toBe(true)
})

it('is given back when the feed is left', async () => {
  await giveUpAccess(ADDRESS)
  expect(browser.permissions.remove).toHaveBeenCalledExactlyOnceWith({ origins: [PATTERN] })
})

it.each([
  ['the reader added the site', ADDRESS, { [PATTERN]: 'granted' }],
  ['the reader added all sites', ADDRESS, { 'https://*/*': 'granted' }],
  ['the site is listed', 'https://feed.listed.example/index.json', {}],
])('is kept where %s', async (_, address, added) => {
  await browser.storage.local.set({ 'sites.added': added })
  await giveUpAccess(address)
  expect(browser.permissions.remove).not.toHaveBeenCalled()
})
