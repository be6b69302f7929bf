/** Permission prompts: asked in the click, and what each was for told apart, whatever became of the page that asked. */

import { beforeEach, expect, it, vi } from 'vitest'
import { createFakeStorage } from '../settings/fake-storage.ts'

const FEED = 'https://data.example/*'
const NEWS = 'https://news.example/*'

const browser = vi.hoisted(() => ({
  storage: {} as ReturnType<typeof createFakeStorage>,
  permissions: { request: vi.fn<() => Promise<boolean>>() },
  runtime: { sendMessage: vi.fn<() => Promise<object>>() },
}))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
const { addSites, ask, forgetAsked, forSites } = await import('../../../lib/sites/permission-prompt.ts')

beforeEach(() => {
  browser.storage = createFakeStorage()
  browser.permissions.request.mockReset().mockResolvedValue(true)
  browser.runtime.sendMessage.mockReset().mockResolvedValue({})
})

it.each(['sites', 'feed'] as const)('for %s is asked before anything is awaited, while the click counts', (what) => {
  void ask([FEED], what)
  expect(browser.permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: [FEED] })
})

it('counts as refused where the browser will not ask', async () => {
  browser.permissions.request.mockRejectedValue(new Error('no gesture'))
  expect(await ask([FEED], 'feed')).toBe(false)
})

it('makes no news site of a feed, once', async () => {
  await ask([FEED], 'feed')
  expect(await forSites([FEED, NEWS])).toEqual([NEWS])
  expect(await forSites([FEED])).toEqual([FEED])
})

it('makes no news site of a feed where another site was granted before it', async () => {
  await ask([FEED], 'feed')
  expect(await forSites([NEWS])).toEqual([NEWS])
  expect(await forSites([FEED])).toEqual([])
})

it('makes a news site of it once the feed was dealt with', async () => {
  await ask([FEED], 'feed')
  await forgetAsked()
  expect(await forSites([FEED])).toEqual([FEED])
})

it('takes a site for what it was asked for last, where the page that asked for the feed was closed over the prompt', async () => {
  browser.permissions.request.mockReturnValueOnce(new Promise(() => {}))
  void ask([FEED], 'feed')
  await addSites([FEED])
  expect(await forSites([FEED])).toEqual([FEED])
})

it('tells the background of added sites itself: a permission that a feed brought before makes no event', async () => {
  await addSites([FEED])
  expect(browser.runtime.sendMessage).toHaveBeenCalledExactlyOnceWith({ type: 'sites.add', patterns: [FEED] })
})

it('adds nothing where the reader says no', async () => {
  browser.permissions.request.mockResolvedValue(false)
  await addSites([FEED])
  expect(browser.runtime.sendMessage).not.toHaveBeenCalled()
})
