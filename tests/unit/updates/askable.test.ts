/** Which feed is asked, and what is against it: the organisation first, then the browser, then the address. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFakeStorage } from '../settings/fake-storage.ts'

const browser = vi.hoisted(() => ({
  storage: {} as ReturnType<typeof createFakeStorage> & { managed: { get(): Promise<object> } },
}))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
const { askable, feedInUse } = await import('../../../lib/updates/askable.ts')

let policy: Record<string, unknown>

beforeEach(() => {
  policy = {}
  browser.storage = Object.assign(createFakeStorage(), { managed: { get: async () => policy } })
})
afterEach(() => vi.restoreAllMocks())

const refusal = (code: string) => ({ ok: false, fault: { code, values: {} } })

it('is asked at the index in the folder that was entered', async () =>
  expect(await askable('https://data.example/feed')).toEqual({
    ok: true,
    url: 'https://data.example/feed/index.json',
  }))

it.each([
  ['', 'no-feed'],
  ['http://data.example', 'bad-address'],
])('is not asked at "%s"', async (entered, code) => expect(await askable(entered)).toEqual(refusal(code)))

it('is not asked where the browser cannot check signatures, and nothing else counts where the organisation is against it', async () => {
  vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('no', 'NotSupportedError'))
  expect(await askable('')).toEqual(refusal('no-ed25519'))
  policy = { updatesOff: true }
  expect(await askable('')).toEqual(refusal('updates-off'))
})

it('is the reader’s own, but for an organisation that names another', async () => {
  expect(await feedInUse()).toEqual(refusal('no-feed'))
  await browser.storage.local.set({ 'setting.feedUrl': 'https://own.example/' })
  expect(await feedInUse()).toEqual({ ok: true, url: 'https://own.example/index.json' })
  policy = { feedUrl: 'https://work.example/index.json' }
  expect(await feedInUse()).toEqual({ ok: true, url: 'https://work.example/index.json' })
})
