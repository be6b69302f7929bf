/** Updates from the reader's word to the swapped edition: offered, refused and never half done. */

import { afterEach, describe, expect, it, vi } from 'vitest'
import { readLog } from '../../../lib/updates/log.ts'
import { isDue } from '../../../lib/updates/schedule.ts'
import { readState } from '../../../lib/updates/state.ts'
import { distrust } from '../../../lib/updates/trust.ts'
import { smallText } from '../editions/small.ts'
import { browser } from './fake-browser.ts'
import {
  accept,
  code,
  FEED,
  files,
  offered,
  onNewWorlds,
  ours,
  publish,
  setPolicy,
  shown,
  signedFile,
  stranger,
  updater,
  world,
} from './updating.ts'

vi.mock('../../../lib/platform/browser.ts', () => import('./fake-browser.ts'))
vi.mock('../../../lib/detect/compile.ts', () => import('./no-lexicons.ts'))

onNewWorlds()

describe('by hand', () => {
  it('offers what would change in words, and swaps only when the reader says so', async () => {
    publish('2026.12.1', 'Better', ours.privateKey, { notes: 'A better name.' })
    expect(await updater.check(true)).toEqual({ ok: true, isNew: true })
    expect(await shown()).toBe('2026.11.1 Bundled')
    const offer = await offered()
    expect(offer).toMatchObject({
      from: '2026.11.1',
      to: '2026.12.1',
      notes: 'A better name.',
      isUnsigned: false,
      signer: ours.fingerprint,
      source: 'data.example',
    })
    expect(offer?.lines.join()).toContain('name_en “Bundled” → “Better”')
    expect(await accept()).toEqual({ ok: true })
    expect(await shown()).toBe('2026.12.1 Better')
    const status = await updater.status()
    expect(status).toMatchObject({
      current: { edition: '2026.12.1', origin: { kind: 'feed', url: FEED } },
      previous: { edition: '2026.11.1' },
      offer: null,
      last: { fault: null },
      changes: { from: '2026.11.1', to: '2026.12.1', notes: 'A better name.' },
    })
    expect(await updater.check(true)).toEqual({ ok: true, isNew: false })
    expect((await readLog()).map(({ url, outcome }) => [url.split('/').at(-1), outcome])).toEqual([
      ['index.json', 'ok'],
      ['edition-2026.12.1.json', 'ok'],
      ['index.json', 'ok'],
    ])
  })

  it('does nothing where the reader says no', async () => {
    publish('2026.12.1', 'Better')
    await updater.check(true)
    const offer = await offered()
    await updater.dismiss()
    expect(await offered()).toBeNull()
    expect(code(await updater.accept(offer?.sha256 ?? '', false))).toBe('no-offer')
    expect(await shown()).toBe('2026.11.1 Bundled')
  })

  it('accepts only what was shown', async () => {
    publish('2026.12.1', 'Better')
    await updater.check(true)
    expect(code(await updater.accept('0'.repeat(64), false))).toBe('no-offer')
    publish('2026.12.1', 'Better')
    await updater.check(true)
    expect(code(await updater.accept((await offered())?.sha256 ?? '', true))).toBe('no-offer')
    expect(await shown()).toBe('2026.11.1 Bundled')
  })

  it('offers nothing more of a key that is trusted no more, and refuses it where a page still shows it', async () => {
    publish('2026.12.1', 'Better')
    await updater.check(true)
    const offer = await offered()
    await distrust(ours.publicKey)
    expect(await offered()).toBeNull()
    expect(code(await updater.accept(offer?.sha256 ?? '', false))).toBe('unknown-key')
    expect(await shown()).toBe('2026.11.1 Bundled')
  })

  it('offers nothing more of a key that the organisation does not name', async () => {
    publish('2026.12.1', 'Better')
    await updater.check(true)
    setPolicy({ publicKeys: [stranger.publicKey] })
    expect(await offered()).toBeNull()
  })

  it('goes on offering a file without a signature whatever keys are trusted', async () => {
    await updater.importFile(smallText('2026.12.1', 'Bare'), 'bare.json')
    await distrust(ours.publicKey)
    expect((await offered())?.to).toBe('2026.12.1')
  })

  it('shows which key a feed signs with, and stores nothing', async () => {
    publish('2026.12.1', 'Better')
    expect(await updater.readKey('https://data.example')).toMatchObject({
      ok: true,
      url: FEED,
      key: { fingerprint: ours.fingerprint },
    })
    expect(await updater.readKey('http://data.example')).toMatchObject({ fault: { code: 'bad-address' } })
  })
})

describe('weekly', () => {
  it('installs at once, and says what changed', async () => {
    publish('2026.12.1', 'Better')
    expect(await updater.check(false)).toEqual({ ok: true, isNew: true })
    expect(await shown()).toBe('2026.12.1 Better')
    expect((await updater.status()).changes).toMatchObject({ from: '2026.11.1', to: '2026.12.1' })
  })

  it('leaves alone what the reader went back from, until something newer comes', async () => {
    publish('2026.12.1', 'Better')
    await updater.check(false)
    await updater.rollBack()
    expect(await shown()).toBe('2026.11.1 Bundled')
    expect(await updater.check(false)).toEqual({ ok: true, isNew: false })
    expect(await shown()).toBe('2026.11.1 Bundled')
    publish('2026.12.2', 'Best')
    await updater.check(false)
    expect(await shown()).toBe('2026.12.2 Best')
  })
})

describe('refusals, each with the old edition working', () => {
  const feedSays = async () => {
    const result = code(await updater.check(true))
    expect(await shown()).toBe('2026.11.1 Bundled')
    expect(await offered()).toBeNull()
    expect((await updater.status()).last?.fault?.code ?? null).toBe(result)
    return result
  }
  it('a key that is not trusted', async () => {
    publish('2026.12.1', 'Evil', stranger.privateKey)
    expect(await feedSays()).toBe('unknown-key')
  })
  it('no key trusted at all: nothing is asked', async () => {
    await distrust(ours.publicKey)
    expect(await feedSays()).toBe('no-key')
    expect(await readLog()).toEqual([])
  })
  it('an edition replayed that is lower', async () => {
    publish('2026.10.1', 'Old')
    expect(await feedSays()).toBe('lower')
  })
  it('an edition without a signature', async () => {
    publish('2026.12.1', 'Evil')
    const bare = smallText('2026.12.1', 'Evil')
    files.set('edition-2026.12.1.json', bare)
    const index = JSON.parse(files.get('index.json') ?? '')
    const { createHash } = await import('node:crypto')
    const sha256 = createHash('sha256').update(bare).digest('hex')
    files.set('index.json', JSON.stringify({ ...index, bytes: Buffer.byteLength(bare), sha256 }))
    expect(await feedSays()).toBe('unsigned')
  })
  it('a feed that changes between index and file', async () => {
    publish('2026.12.1', 'Better')
    const index = files.get('index.json') as string
    publish('2026.12.1', 'Bettor')
    files.set('index.json', index)
    expect(await feedSays()).toBe('changed')
  })
  it('a sound file under another number', async () => {
    publish('2026.12.2', 'Better')
    const index = JSON.parse(files.get('index.json') as string)
    files.set('index.json', JSON.stringify({ ...index, edition: '2026.12.3' }))
    expect(await feedSays()).toBe('changed')
  })
  it('an index that is none', async () => {
    files.set('index.json', '{"hello":1}')
    expect(await feedSays()).toBe('not-index')
  })
  it('an index that leads elsewhere', async () => {
    publish('2026.12.1', 'Better')
    const index = JSON.parse(files.get('index.json') as string)
    files.set('index.json', JSON.stringify({ ...index, file: '../../evil.json' }))
    expect(await feedSays()).toBe('not-index')
  })
  it('no feed, or one without https', async () => {
    await world.storage.local.set({ 'setting.feedUrl': '' })
    expect(await feedSays()).toBe('no-feed')
    await world.storage.local.set({ 'setting.feedUrl': 'http://data.example' })
    expect(await feedSays()).toBe('bad-address')
  })
  it('no permission and no answer: CORS is named', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await feedSays()).toBe('unreachable')
    browser.permissions.contains = async () => false
    expect(await feedSays()).toBe('no-access')
    browser.permissions.contains = async () => true
  })
  it('a browser without Ed25519', async () => {
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('no', 'NotSupportedError'))
    expect(await feedSays()).toBe('no-ed25519')
    expect((await updater.status()).canVerify).toBe(false)
    vi.restoreAllMocks()
  })
  it('storage that is full', async () => {
    publish('2026.12.1', 'Better')
    await updater.check(true)
    const { local } = world.storage
    const { set } = local
    local.set = async (items) => {
      if (Object.keys(items).some((key) => key.includes('2026.12.1'))) throw new Error('QUOTA_BYTES quota exceeded')
      return set(items)
    }
    expect(code(await accept())).toBe('full')
    local.set = set
    expect(await shown()).toBe('2026.11.1 Bundled')
    // The offer was spent; asking anew brings it back.
    await updater.check(true)
    expect(code(await accept())).toBeNull()
    expect(await shown()).toBe('2026.12.1 Better')
  })
})

describe('a clock that is wrong', () => {
  afterEach(() => vi.useRealTimers())
  it.each([
    ['at its beginning', 0],
    ['years behind', Date.UTC(1999, 0, 1)],
    ['years ahead', Date.UTC(2099, 0, 1)],
  ])(
    '%s: an edition is installed all the same, and once the clock is right the feed is asked weekly again',
    async (_, time) => {
      vi.useFakeTimers({ toFake: ['Date'], now: time })
      publish('2026.12.1', 'Better')
      expect(await updater.check(false)).toEqual({ ok: true, isNew: true })
      expect(await shown()).toBe('2026.12.1 Better')
      expect((await updater.status()).last).toEqual({ at: time, fault: null })
      const rightly = Date.UTC(2026, 11, 24)
      vi.setSystemTime(rightly)
      expect(isDue(await readState(), rightly)).toBe(true)
      publish('2026.12.2', 'Best')
      await updater.check(false)
      expect(await shown()).toBe('2026.12.2 Best')
      expect(isDue(await readState(), rightly + 1)).toBe(false)
    },
  )
})

describe('an organisation', () => {
  it('switches updates and imports off', async () => {
    publish('2026.12.1', 'Better')
    setPolicy({ updatesOff: true, importOff: true })
    expect(code(await updater.check(true))).toBe('updates-off')
    expect(code(await updater.importFile(signedFile('2026.12.1', 'Better'), 'a.json'))).toBe('import-off')
    expect(code(await updater.readKey('https://data.example'))).toBe('updates-off')
    expect(await readLog()).toEqual([])
    expect((await updater.status()).isOff).toEqual({ updates: true, imports: true })
  })
  it('that switches them off refuses what was offered before', async () => {
    publish('2026.12.1', 'Better')
    await updater.check(true)
    const fromFeed = await offered()
    setPolicy({ updatesOff: true })
    expect(code(await updater.accept(fromFeed?.sha256 ?? '', false))).toBe('updates-off')
    setPolicy({})
    await updater.importFile(signedFile('2026.12.1', 'Better'), 'a.json')
    const fromFile = await offered()
    setPolicy({ importOff: true })
    expect(code(await updater.accept(fromFile?.sha256 ?? '', false))).toBe('import-off')
    expect(await shown()).toBe('2026.11.1 Bundled')
  })
  it('sets feed and keys, which alone count', async () => {
    publish('2026.12.1', 'Better', stranger.privateKey)
    setPolicy({ feedUrl: 'https://data.example/index.json', publicKeys: [stranger.publicKey] })
    await world.storage.local.set({ 'setting.feedUrl': 'https://elsewhere.example' })
    expect(await updater.status()).toMatchObject({
      feed: { url: 'https://data.example/index.json', isManaged: true },
      schedule: 'weekly',
    })
    await updater.check(false)
    expect(await shown()).toBe('2026.12.1 Better')
    publish('2026.12.2', 'Ours')
    expect(code(await updater.check(true))).toBe('unknown-key')
  })
})

describe('a file', () => {
  it('that is signed is offered like a feed’s', async () => {
    expect(await updater.importFile(signedFile('2026.12.1', 'Better'), 'edition.json')).toEqual({ ok: true })
    expect(await offered()).toMatchObject({ isUnsigned: false, source: 'edition.json' })
    await accept()
    expect(await shown()).toBe('2026.12.1 Better')
  })

  it('without a signature is used after the warning only, stays marked, and gives way to a signed one', async () => {
    expect(await updater.importFile(smallText('2027.9.9', 'Anybody'), 'mine.json')).toEqual({ ok: true })
    const offer = await offered()
    expect(offer).toMatchObject({ isUnsigned: true, signer: '' })
    // A page that had not warned would say that it is signed.
    expect(code(await updater.accept(offer?.sha256 ?? '', false))).toBe('no-offer')
    await updater.importFile(smallText('2027.9.9', 'Anybody'), 'mine.json')
    expect(await accept()).toEqual({ ok: true })
    expect(await shown()).toBe('2027.9.9 Anybody unsigned')
    expect((await updater.status()).current).toMatchObject({ isUnsigned: true, keyId: '' })
    // Its number, which anybody can make up, locks nobody out.
    publish('2026.12.1', 'Better')
    await updater.check(false)
    expect(await shown()).toBe('2026.12.1 Better')
  })

  it('is refused where it is lower, changed or no edition', async () => {
    expect(code(await updater.importFile(signedFile('2026.10.1', 'Old'), 'a'))).toBe('lower')
    expect(code(await updater.importFile(signedFile('2026.12.1', 'Better').replace('Better', 'Bettor'), 'a'))).toBe(
      'forged',
    )
    expect(code(await updater.importFile('hello', 'a'))).toBe('not-signed')
    expect(await shown()).toBe('2026.11.1 Bundled')
  })
})
