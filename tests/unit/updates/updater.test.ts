/** Updates from the reader's word to the swapped edition: offered, refused, gone back from, handed over, and never half done. */

import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fingerprintOf, keyIdOf, rawPublicKey, signEdition } from '../../../lib/cli/dataset/keys.ts'
import { signedText } from '../../../lib/dataset/signed.ts'
import type { Surroundings } from '../../../lib/editions/ensure.ts'
import type { StoredEdition } from '../../../lib/editions/stored.ts'
import { messagesOf } from '../../../lib/i18n/t.ts'
import { createTurns } from '../../../lib/platform/turns.ts'
import { isDue } from '../../../lib/updates/schedule.ts'
import english from '../../../public/_locales/en/messages.json' with { type: 'json' }
import { feedOf } from '../../e2e/feed-server.ts'
import { bundleOf, smallText } from '../editions/small.ts'
import { createWorld, type World } from '../editions/world.ts'

const browser = vi.hoisted(() => ({
  i18n: { getUILanguage: () => 'en' },
  storage: {} as World['storage'] & { managed: { get(): Promise<object> } },
  permissions: { contains: async () => true },
}))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
// Lexicons take most of the time and are tested elsewhere.
vi.mock('../../../lib/detect/compile.ts', async (importActual) => {
  const { compileLexicon } = await importActual<typeof import('../../../lib/detect/compile.ts')>()
  const empty = compileLexicon({ entries: [], terms: [], words: [], economies: [] }, 'en')
  return { compileLexicon: () => empty }
})
const { ensureEdition } = await import('../../../lib/editions/ensure.ts')
const { readCard, readPointer } = await import('../../../lib/editions/read.ts')
const { withDatabase } = await import('../../../lib/editions/database.ts')
const { readSlot } = await import('../../../lib/editions/store.ts')
const { settle } = await import('../../../lib/editions/swap.ts')
const { readLog } = await import('../../../lib/updates/log.ts')
const { distrust, learnFrom, trust } = await import('../../../lib/updates/trust.ts')
const { readState } = await import('../../../lib/updates/state.ts')
const { Updater } = await import('../../../lib/updates/updater.ts')

const FEED = 'https://data.example/index.json'
const BUNDLED = smallText('2026.11.1', 'Bundled')
const SURROUNDINGS: Surroundings = {
  locale: 'en',
  messages: messagesOf(english),
  styles: { style: '', marks: '' },
  code: '1.0',
}

let world: World
let files: Map<string, string>
let policy: Record<string, unknown>
let updater: InstanceType<typeof Updater>

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKey: rawPublicKey(publicKey).toString('base64'), fingerprint: fingerprintOf(publicKey) }
}
const [ours, next, stranger] = [pair(), pair(), pair()]

/** Puts an edition on the feed. */
function publish(edition: string, mark: string, key: KeyObject = ours.privateKey, more = {}, index = {}): void {
  for (const [name, text] of feedOf(edition, smallText(edition, mark, more), key, index)) files.set(name, text)
}
const signedFile = (edition: string, mark: string, key = ours.privateKey, more = {}) =>
  signedText(signEdition(smallText(edition, mark, more), key))

async function startWorld(): Promise<void> {
  world = createWorld()
  policy = {}
  files = new Map()
  browser.storage = Object.assign(world.storage, { managed: { get: async () => policy } })
  updater = new Updater({
    readBundled: async () => BUNDLED,
    readSurroundings: async () => SURROUNDINGS,
    inTurn: createTurns(),
  })
  await ensureEdition(bundleOf(BUNDLED), SURROUNDINGS, true)
  await learnFrom(await readSlot('current'))
  await world.storage.local.set({ 'setting.feedUrl': FEED })
  await trust(ours.publicKey, FEED)
}

beforeEach(async () => {
  vi.stubGlobal('fetch', async (address: string) => {
    const text = files.get(new URL(address).pathname.slice(1))
    return text === undefined
      ? new Response('no', { status: 404 })
      : new Response(text, { headers: { 'content-type': 'application/json' } })
  })
  await startWorld()
})

/** What pages show now. */
async function shown(): Promise<string> {
  const pointer = await readPointer()
  if (pointer === null) return 'nothing'
  const card = await readCard(pointer, 'dysprosium')
  return `${pointer.edition} ${card?.title}${pointer.isUnsigned ? ' unsigned' : ''}`
}
const offered = async () => (await updater.status()).offer
async function accept() {
  const offer = await offered()
  if (offer === null) throw new Error('nothing is offered')
  return updater.accept(offer.sha256, offer.isUnsigned)
}
const code = (outcome: { ok: true } | { ok: false; fault: { code: string } }) =>
  outcome.ok ? null : outcome.fault.code

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
    policy = { publicKeys: [stranger.publicKey] }
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

describe('the status', () => {
  it('hashes nothing that did not change, and notices every change', async () => {
    publish('2026.12.1', 'Better')
    await updater.check(true)
    await updater.status()
    const digest = vi.spyOn(crypto.subtle, 'digest')
    for (let asked = 0; asked < 5; asked++) await updater.status()
    // Keys are named by their hash; no edition is so small.
    const hashed = () => digest.mock.calls.filter(([, bytes]) => bytes.byteLength > 1000).length
    expect(hashed()).toBe(0)
    await accept()
    expect((await updater.status()).current?.edition).toBe('2026.12.1')
    await updater.rollBack()
    expect((await updater.status()).current?.edition).toBe('2026.11.1')
    digest.mockRestore()
  })

  it('does not stand between a stored edition that went bad and the check that finds it', async () => {
    publish('2026.12.1', 'Better')
    await updater.check(false)
    expect((await updater.status()).previous?.edition).toBe('2026.11.1')
    await withDatabase(async (db) => {
      const previous = (await db.get('editions', 'previous')) as StoredEdition
      await db.put('editions', { ...previous, text: previous.text.replace('Bundled', 'Bungled') }, 'previous')
    })
    expect(code(await updater.rollBack())).toBe('no-previous')
    expect(await shown()).toBe('2026.12.1 Better')
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
    policy = { updatesOff: true, importOff: true }
    expect(code(await updater.check(true))).toBe('updates-off')
    expect(code(await updater.importFile(signedFile('2026.12.1', 'Better'), 'a.json'))).toBe('import-off')
    expect(code(await updater.readKey('https://data.example'))).toBe('updates-off')
    expect(await readLog()).toEqual([])
    expect((await updater.status()).isOff).toEqual({ updates: true, imports: true })
  })
  it('sets feed and keys, which alone count', async () => {
    publish('2026.12.1', 'Better', stranger.privateKey)
    policy = { feedUrl: 'https://data.example/index.json', publicKeys: [stranger.publicKey] }
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

describe('going back', () => {
  it('is to the edition before, and forth again by hand', async () => {
    publish('2026.12.1', 'Better')
    await updater.check(false)
    expect(await updater.rollBack()).toEqual({ ok: true })
    expect(await shown()).toBe('2026.11.1 Bundled')
    expect(await updater.rollBack()).toEqual({ ok: true })
    expect(await shown()).toBe('2026.12.1 Better')
  })
  it('to the bundled edition always works, and starts over', async () => {
    publish('2026.12.1', 'Better')
    await updater.check(false)
    publish('2026.12.2', 'Best')
    await updater.check(false)
    expect(await updater.useBundled()).toEqual({ ok: true })
    expect(await shown()).toBe('2026.11.1 Bundled')
    expect(await updater.check(false)).toEqual({ ok: true, isNew: false })
    expect(await updater.check(true)).toEqual({ ok: true, isNew: true })
  })
  it('has nowhere to go at first', async () => expect(code(await updater.rollBack())).toBe('no-previous'))
})

describe('another key', () => {
  it('takes over by an edition that the old key signed; the old one is accepted no more', async () => {
    publish('2026.12.1', 'Rotated', ours.privateKey, { keys: [next.publicKey] })
    await updater.check(true)
    expect(await offered()).toMatchObject({ handsOverTo: [next.fingerprint] })
    await accept()
    expect((await updater.status()).keys.inForce.map(({ publicKey }) => publicKey)).toEqual([next.publicKey])
    publish('2026.12.2', 'Stolen', ours.privateKey)
    expect(code(await updater.check(true))).toBe('unknown-key')
    publish('2026.12.3', 'Next', next.privateKey)
    await updater.check(false)
    expect(await shown()).toBe('2026.12.3 Next')
  })

  it('is learnt by a reader who missed that edition, from the feed’s word on which it was', async () => {
    publish('2026.12.1', 'Rotated', ours.privateKey, { keys: [next.publicKey] })
    publish('2026.12.2', 'Next', next.privateKey, {}, { handover: 'edition-2026.12.1.json' })
    await updater.check(false)
    expect(await shown()).toBe('2026.12.2 Next')
  })

  /** Three hand-overs in a row from our key on, and an edition of the last one's. */
  const moveOn = (): { keys: ReturnType<typeof pair>[]; handovers: { file: string; keyId: string }[] } => {
    const keys = [ours, next, pair(), pair()]
    const handovers = keys.slice(0, -1).map(({ privateKey }, index) => {
      publish(`2026.12.${index + 1}`, 'Rotated', privateKey, { keys: [(keys[index + 1] as typeof ours).publicKey] })
      return { file: `edition-2026.12.${index + 1}.json`, keyId: keyIdOf(privateKey) }
    })
    publish('2026.12.9', 'Last', (keys.at(-1) as typeof ours).privateKey, {}, { handovers })
    return { keys, handovers }
  }
  const asked = async () => (await readLog()).map(({ url }) => url.replace('https://data.example/', '')).reverse()

  it('is followed through all that a reader has missed, each by the one before', async () => {
    const { keys, handovers } = moveOn()
    expect(await updater.check(false)).toEqual({ ok: true, isNew: true })
    expect(await shown()).toBe('2026.12.9 Last')
    expect((await updater.status()).keys.inForce.map(({ publicKey }) => publicKey)).toEqual([keys.at(-1)?.publicKey])
    expect(await asked()).toEqual(['index.json', 'edition-2026.12.9.json', ...handovers.map(({ file }) => file)])
  })

  it('is followed from the reader’s key on: editions before it are not asked for', async () => {
    const { keys, handovers } = moveOn()
    await distrust(ours.publicKey)
    await trust(keys[2]?.publicKey ?? '', FEED)
    await updater.check(false)
    expect(await shown()).toBe('2026.12.9 Last')
    expect(await asked()).toEqual(['index.json', 'edition-2026.12.9.json', handovers[2]?.file])
  })

  it('is not believed where the list alone says so, and costs no more requests than a list may have', async () => {
    publish('2026.12.1', 'Evil', stranger.privateKey, { keys: [stranger.publicKey] })
    const lie = { file: 'edition-2026.12.1.json', keyId: keyIdOf(ours.privateKey) }
    const lies = (count: number) => ({ handovers: Array.from({ length: count }, () => lie) })
    publish('2026.12.2', 'Evil', stranger.privateKey, {}, lies(16))
    expect(code(await updater.check(true))).toBe('unknown-key')
    expect((await readState()).successions).toEqual({})
    expect(await asked()).toHaveLength(2 + 16)
    publish('2026.12.3', 'Evil', stranger.privateKey, {}, lies(17))
    expect(code(await updater.check(true))).toBe('not-index')
    expect(await asked()).toHaveLength(2 + 16 + 1)
  })

  it('that the reader removed stays away, and the one before counts again: an honest hand-over later is learnt', async () => {
    publish('2026.12.1', 'Stolen', ours.privateKey, { keys: [stranger.publicKey] })
    await updater.check(false)
    await distrust(stranger.publicKey)
    // Every start looks at the edition in use again.
    await learnFrom(await readSlot('current'))
    expect((await updater.status()).keys.inForce.map(({ publicKey }) => publicKey)).toEqual([ours.publicKey])
    publish('2026.12.2', 'Evil', stranger.privateKey, {}, { handover: 'edition-2026.12.1.json' })
    expect(code(await updater.check(true))).toBe('unknown-key')

    publish('2026.12.3', 'Rotated', ours.privateKey, { keys: [next.publicKey] })
    await updater.check(false)
    publish('2026.12.4', 'Next', next.privateKey)
    await updater.check(false)
    expect(await shown()).toBe('2026.12.4 Next')
    expect((await updater.status()).keys.inForce.map(({ publicKey }) => publicKey)).toEqual([next.publicKey])
    // And the reader's own word outweighs the one before.
    await trust(stranger.publicKey, '')
    expect((await updater.status()).keys.inForce.map(({ publicKey }) => publicKey)).toContain(stranger.publicKey)
  })

  it('counts beside those confirmed before, once however often it is confirmed', async () => {
    await trust(stranger.publicKey, '')
    await trust(stranger.publicKey, FEED)
    expect((await readState()).confirmed).toEqual([
      { publicKey: ours.publicKey, feed: FEED },
      { publicKey: stranger.publicKey, feed: FEED },
    ])
  })

  it('cannot be brought in by itself', async () => {
    publish('2026.12.1', 'Rotated', stranger.privateKey, { keys: [stranger.publicKey] })
    publish('2026.12.2', 'Evil', stranger.privateKey, {}, { handover: 'edition-2026.12.1.json' })
    expect(code(await updater.check(true))).toBe('unknown-key')
    expect((await readState()).successions).toEqual({})
  })

  it('is not forgotten where the browser is killed right after the swap', async () => {
    publish('2026.12.1', 'Rotated', ours.privateKey, { keys: [next.publicKey] })
    await updater.check(true)
    const before = world.count()
    expect(code(await accept())).toBeNull()
    const writes = world.count() - before
    const ends = new Set<string>()
    for (let after = 0; after < writes; after++) {
      await startWorld()
      publish('2026.12.1', 'Rotated', ours.privateKey, { keys: [next.publicKey] })
      await updater.check(true)
      world.killAfter(after)
      await accept().catch(() => {})
      world.revive()
      await settle()
      await learnFrom(await readSlot('current'))
      const now = await shown()
      ends.add(now)
      const [key] = (await updater.status()).keys.inForce
      expect([after, key?.publicKey]).toEqual([after, now.startsWith('2026.12.1') ? next.publicKey : ours.publicKey])
    }
    expect(ends).toEqual(new Set(['2026.11.1 Bundled', '2026.12.1 Rotated']))
  })
})
