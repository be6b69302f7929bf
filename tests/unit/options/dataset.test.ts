/** The options page's questions about the dataset: one at a time, the newest answer last, and never left drawn as busy. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { MAX_EDITION_BYTES } from '../../../lib/updates/limits.ts'
import type { UpdateStatus } from '../../../lib/updates/status.ts'
import { createFakeStorage } from '../settings/fake-storage.ts'

type Reply = (value: unknown) => void

const browser = vi.hoisted(() => ({
  storage: {} as ReturnType<typeof createFakeStorage>,
  runtime: {
    sendMessage: vi.fn<(message: { type: string }) => Promise<unknown>>(),
    getManifest: () => ({ content_scripts: [{ matches: [] }], host_permissions: [] }),
  },
  permissions: {
    contains: vi.fn<(asked: object) => Promise<boolean>>(async () => false),
    request: vi.fn<(asked: object) => Promise<boolean>>(async () => true),
    remove: vi.fn<(given: object) => Promise<boolean>>(async () => true),
  },
}))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
const { createDataset } = await import('../../../entrypoints/options/dataset.ts')

const FEED = 'https://feed.example/feed/index.json'

/** Questions that wait for an answer, by type, the oldest first. */
let waiting: { type: string; reply: Reply }[]
let drawn: string[]
let dataset: ReturnType<typeof createDataset>

const editionIs = (edition: string, url = '') =>
  ({ current: { edition }, feed: { url }, keys: { inForce: [] } }) as unknown as UpdateStatus
const questions = (type: string) => waiting.filter((question) => question.type === type)
/** Answers the oldest question of a type, which may be just about to be asked. */
async function answer(type: string, value: unknown): Promise<void> {
  await vi.advanceTimersByTimeAsync(0)
  expect(questions(type)).not.toEqual([])
  const at = waiting.findIndex((question) => question.type === type)
  const [question] = waiting.splice(at, 1)
  question?.reply(value)
  await vi.advanceTimersByTimeAsync(0)
}

beforeEach(async () => {
  vi.useFakeTimers()
  vi.clearAllMocks()
  waiting = []
  drawn = []
  browser.storage = createFakeStorage()
  browser.runtime.sendMessage.mockImplementation(({ type }) => new Promise((reply) => waiting.push({ type, reply })))
  dataset = createDataset(() => {
    const view = dataset.view()
    const { outcome } = view ?? {}
    const end = typeof outcome === 'object' ? outcome?.code : outcome
    drawn.push(
      view ? `${view.status.current?.edition}${view.errand ? ` ${view.errand}` : ''}${end ? `: ${end}` : ''}` : '',
    )
  })
  await vi.advanceTimersByTimeAsync(0)
  await answer('update.status', editionIs('2026.12.1'))
  drawn.length = 0
})
afterEach(() => vi.useRealTimers())

it('asks a slow background one question at a time, and once more when the errand has ended', async () => {
  dataset.onBundled()
  // Thirty times the interval, with the first question still open.
  await vi.advanceTimersByTimeAsync(9000)
  expect(questions('update.status')).toHaveLength(1)
  await answer('update.bundled', { ok: true })
  // What was asked before the end may be answered with how it was before.
  await answer('update.status', editionIs('2026.12.1'))
  expect(questions('update.status')).toHaveLength(1)
  await answer('update.status', editionIs('2026.11.1'))
  expect(drawn.at(-1)).toBe('2026.11.1')
  await vi.advanceTimersByTimeAsync(5000)
  expect(waiting).toEqual([])
})

it('says at once how an errand ended', async () => {
  dataset.onCheck()
  await answer('update.check', { ok: false, fault: { code: 'not-found', values: {} } })
  expect(drawn.at(-1)).toBe('2026.12.1 check: not-found')
  await answer('update.status', editionIs('2026.12.1'))
  expect(drawn.at(-1)).toBe('2026.12.1: not-found')
})

it('asks again where there was no answer, and is not busy for good where there never is one', async () => {
  dataset.onRollBack()
  await answer('update.rollback', { ok: true })
  await answer('update.status', null)
  await vi.advanceTimersByTimeAsync(300)
  await answer('update.status', editionIs('2026.11.1'))
  expect(drawn.at(-1)).toBe('2026.11.1')

  browser.runtime.sendMessage.mockRejectedValue(new Error('Could not establish connection.'))
  dataset.onCheck()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(drawn.at(-1)).toBe('2026.11.1: no-answer')
})

it('asks again when the background or the organisation changed something, and for nothing else', async () => {
  await browser.storage.sync.set({ 'updates.changed': 1 })
  await browser.storage.local.set({ other: 1 })
  expect(questions('update.status')).toEqual([])
  await browser.storage.local.set({ 'updates.changed': 1 })
  await answer('update.status', editionIs('2026.12.1'))
  for (const listener of browser.storage.listeners) listener({ feedUrl: { newValue: FEED } }, 'managed')
  await answer('update.status', editionIs('2026.12.1'))
  expect(questions('update.status')).toEqual([])
})

it.each([
  ['larger than an edition may be', 'too-large', { size: MAX_EDITION_BYTES + 1 } as File],
  ['no text', 'not-text', new File([new Uint8Array([0xff, 0xfe])], 'edition.json')],
])('hands no file on that is %s', async (_, code, file) => {
  dataset.onFile(file)
  await vi.waitFor(() => expect(dataset.view()?.outcome).toMatchObject({ code }))
  expect(questions('update.file')).toEqual([])
})

it('hands a file on as text, with its name', async () => {
  const text = '{"edition":"希土類"}'
  dataset.onFile(new File([text], 'edition.json'))
  await vi.waitFor(() => expect(questions('update.file')).toHaveLength(1))
  expect(browser.runtime.sendMessage.mock.lastCall?.[0]).toEqual({ type: 'update.file', text, name: 'edition.json' })
})

const PATTERN = { origins: ['https://feed.example/*'] }

it('gives back what was allowed for a feed that is none, though the last drawing has it in use', async () => {
  dataset.onCheck()
  await answer('update.check', { ok: true, isNew: true })
  await answer('update.status', editionIs('2026.12.1', FEED))
  expect(dataset.view()?.status.feed.url).toBe(FEED)
  // It was removed since, and is entered again.
  dataset.onFeed(FEED)
  await answer('update.key', { ok: false, fault: { code: 'not-found', values: {} } })
  await answer('update.status', editionIs('2026.12.1'))
  expect(browser.permissions.remove).toHaveBeenCalledExactlyOnceWith(PATTERN)
})

it('keeps what was allowed where another address on the site of the feed in use is none', async () => {
  dataset.onFeed('https://feed.example/old/')
  await answer('update.key', { ok: false, fault: { code: 'not-found', values: {} } })
  await answer('update.status', editionIs('2026.12.1', FEED))
  expect(browser.permissions.remove).not.toHaveBeenCalled()
})

it('asks the browser once for a feed that is clicked twice', async () => {
  dataset.onFeed(FEED)
  dataset.onFeed(FEED)
  expect(browser.permissions.request).toHaveBeenCalledExactlyOnceWith(PATTERN)
})

it('leaves what is granted anew to the background, which may hear of it late, and forgets what was asked otherwise', async () => {
  const asked = async () => Object.keys(await browser.storage.local.get('sites.asked-for-feed'))
  dataset.onFeed(FEED)
  await answer('update.key', { ok: false, fault: { code: 'not-found', values: {} } })
  await answer('update.status', editionIs('2026.12.1'))
  expect(await asked()).toEqual(['sites.asked-for-feed'])
  await answer('update.status', editionIs('2026.12.1'))

  browser.permissions.contains.mockResolvedValueOnce(true)
  dataset.onFeed(FEED)
  await answer('update.key', { ok: false, fault: { code: 'not-found', values: {} } })
  await answer('update.status', editionIs('2026.12.1'))
  expect(await asked()).toEqual([])
})

const KEY = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='

it('says so where a key could not be trusted, and goes on showing it', async () => {
  dataset.onKey(KEY)
  await vi.waitFor(() => expect(dataset.view()?.proposed?.key.publicKey).toBe(KEY))
  await answer('update.status', editionIs('2026.12.1'))
  dataset.onTrust(true)
  await answer('update.trust', null)
  expect(dataset.view()?.outcome).toEqual({ code: 'no-answer', values: {} })
  expect(dataset.view()?.proposed?.key.publicKey).toBe(KEY)
})

it('goes on showing a key that is confirmed while something else is under way', async () => {
  dataset.onKey(KEY)
  await vi.waitFor(() => expect(dataset.view()?.proposed?.key.publicKey).toBe(KEY))
  await answer('update.status', editionIs('2026.12.1'))
  dataset.onBundled()
  dataset.onTrust(true)
  expect(dataset.view()?.proposed?.key.publicKey).toBe(KEY)
  await answer('update.bundled', { ok: true })
  await answer('update.status', editionIs('2026.12.1'))
  dataset.onTrust(true)
  await answer('update.trust', { ok: true })
  expect(dataset.view()?.proposed).toBeNull()
})

it('puts a key that is not the right one away at once, with what was allowed for its feed', async () => {
  dataset.onFeed(FEED)
  const key = { publicKey: KEY, id: '21fe31dfa154a261', fingerprint: '' }
  await answer('update.key', { ok: true, url: FEED, key })
  expect(dataset.view()?.proposed).toEqual({ feed: FEED, key })
  await answer('update.status', editionIs('2026.12.1'))
  drawn.length = 0
  dataset.onTrust(false)
  expect(dataset.view()?.proposed).toBeNull()
  expect(drawn).toHaveLength(1)
  await answer('update.status', editionIs('2026.12.1'))
  expect(browser.permissions.remove).toHaveBeenCalledExactlyOnceWith(PATTERN)
})

it.each([
  ['a key could not be removed', 'update.distrust', () => dataset.onDistrust(KEY)],
  ['an offer could not be put aside', 'update.dismiss', () => dataset.onDismiss()],
] as const)('says so where %s', async (_, type, act) => {
  act()
  await answer(type, null)
  expect(dataset.view()?.outcome).toEqual({ code: 'no-answer', values: {} })
  await answer('update.status', editionIs('2026.12.1'))
  act()
  await answer(type, { ok: true })
  expect(dataset.view()?.outcome).toBeNull()
})
