/** Receiving messages: sender and shape are checked before a handler sees them, and what a handler throws is an answer. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  MAX_FILE,
  MAX_NAME,
  MAX_SELECTION,
  MAX_SITES,
  MAX_PASSAGE,
  MAX_PASSAGES,
  MAX_TEXT,
  MAX_TEXTS,
} from '../../../lib/messaging/protocol.ts'

type Listener = (message: unknown, sender: unknown, respond: (reply: unknown) => void) => unknown

const world = vi.hoisted(() => {
  const listeners = new Set<Listener>()
  const onMessage = {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
  }
  return {
    listeners,
    runtime: {
      id: 'us',
      onMessage,
      getURL: (path: string) => `extension://us/${path}`,
    },
  }
})
vi.mock('../../../lib/platform/browser.ts', () => ({ browser: { runtime: world.runtime } }))
const { serveBackground, servePage } = await import('../../../lib/messaging/server.ts')
/** Serves the messages that a test is about. */
const serveSome = (handlers: object) => serveBackground(handlers as never)

beforeEach(() => world.listeners.clear())

/** Sends as the browser would; `undefined` where nobody answers. */
function send(message: unknown, id = 'us', url = 'https://www.reuters.com/'): Promise<unknown> {
  return new Promise((resolve) => {
    const answers = [...world.listeners].map((listener) => listener(message, { id, url }, resolve))
    if (!answers.includes(true)) resolve(undefined)
  })
}
const question = (text = 'Japan buys 60%.', start = 0, end = 5) => ({ text, start, end })
const pointer = { edition: '2026.11.1', locale: 'en' as const, code: '1.0' }
const texts = { pointer, declared: ['en'], texts: ['a'], headline: 'b', lead: 'c', topics: ['senkaku'], looks: 20 }
const scouted = (other: object) => ({
  type: 'texts.scout',
  texts: ['a'],
  headline: 'b',
  lead: 'c',
  declared: ['en', ''],
  ...other,
})
const opened = (other: object) => ({
  type: 'panel.open',
  entry: 'dysprosium',
  economy: 'JPN',
  articleDate: null,
  ...other,
})
const find = (other: object) => ({ type: 'texts.find', ...texts, ...other })
const reading = { type: 'numbers.read', pointer, language: 'en' } as const
const read = (...passages: unknown[]) => ({ ...reading, passages })

const finding = vi.fn<() => object>(() => ({ found: [] }))
const asking = vi.fn<() => object>(() => ({ mention: null }))
const scouting = vi.fn<() => object>(() => ({ isDoubtful: false }))

const opening = vi.fn<(message: { entry: string }) => object>(() => ({}))
const showing = vi.fn<(message: { index: number }) => Record<never, never>>(() => ({}))
const explaining = vi.fn<(message: { text: string }) => { isExplained: boolean }>(() => ({ isExplained: true }))
const page = {
  'page.state': () => Promise.reject(),
  'page.mentions': () => ({ mentions: [], date: null }),
  'page.report': () => ({ report: null }),
  'page.show': showing,
  'page.next': () => ({}),
  'page.previous': () => ({}),
  'page.toggle': () => ({}),
  'page.explain': explaining,
}

describe('a page', () => {
  beforeEach(() => {
    showing.mockClear()
    explaining.mockClear()
    servePage(page)
  })

  it('shows the mention at a place in its list', async () => {
    expect(await send({ type: 'page.show', index: 3 })).toEqual({})
    expect(showing.mock.lastCall?.[0]).toMatchObject({ index: 3 })
  })

  it.each(['page.mentions', 'page.report', 'page.next', 'page.previous', 'page.toggle'] as const)(
    'answers %s, which says it all',
    async (type) => expect(await send({ type })).toEqual(page[type]()),
  )

  it('explains a selection, up to a length', async () => {
    expect(await send({ type: 'page.explain', text: 'x'.repeat(MAX_SELECTION) })).toEqual({ isExplained: true })
    expect(await send({ type: 'page.explain', text: 'x'.repeat(MAX_SELECTION + 1) })).toBeUndefined()
  })

  it.each<[string, unknown]>([
    ['no index', { type: 'page.show' }],
    ['an index that is text', { type: 'page.show', index: '1' }],
    ['a negative index', { type: 'page.show', index: -1 }],
    ['no text', { type: 'page.explain' }],
    ['text that is a list', { type: 'page.explain', text: ['rare earths'] }],
  ])('leaves unanswered: %s', async (_, message) => {
    expect(await send(message)).toBeUndefined()
    expect(showing).not.toHaveBeenCalled()
    expect(explaining).not.toHaveBeenCalled()
  })
})

describe('the background', () => {
  const handler = vi.fn<(message: { passages: unknown[] }) => { numbers: null[] }>(
    ({ passages }: { passages: unknown[] }) => ({ numbers: passages.map(() => null) }),
  )
  beforeEach(() => {
    handler.mockClear()
    finding.mockClear()
    asking.mockClear()
    scouting.mockClear()
    serveSome({
      'numbers.read': handler,
      'texts.find': finding,
      'texts.scout': scouting,
      'text.ask': asking,
      'panel.open': opening,
    })
  })

  it('answers a sound question', async () =>
    expect(await send(read(question(), question()))).toEqual({ numbers: [null, null] }))

  it.each(['page.begin', 'page.changed'])('answers %s, which says it all', async (type) => {
    serveSome({ [type]: () => ({ isHeard: true }) })
    expect(await send({ type })).toEqual({ isHeard: true })
  })

  it('searches sound texts, and what a reader asks about', async () => {
    expect(await send(find({}))).toEqual({ found: [] })
    expect(await send(find({ texts: [] }))).toEqual({ found: [] })
    expect(await send({ type: 'text.ask', pointer, language: 'ja', text: 'x' })).toEqual({ mention: null })
    expect(await send(scouted({}))).toEqual({ isDoubtful: false })
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'numbers.read'],
    ['no type', {}],
    ['a type that is none', { type: 7 }],
    ['an unknown type', { type: 'passages.write' }],
    ['a type that every object has', { type: 'constructor' }],
    ['a type that every object has', { type: '__proto__' }],
    ['no passages', reading],
    ['passages without an edition', { ...read(question()), pointer: undefined }],
    ['passages that are no list', { ...reading, passages: 'x' }],
    ['too many', read(...Array.from({ length: MAX_PASSAGES + 1 }, () => question()))],
    ['one too long', read(question('x'.repeat(MAX_PASSAGE + 1)))],
    ['an end beyond the text', read(question('abc', 0, 4))],
    ['an empty span', read(question('abc', 1, 1))],
    ['a span the wrong way round', read(question('abc', 2, 1))],
    ['a negative start', read(question('abc', -1, 2))],
    ['offsets that are no whole numbers', read(question('abc', 0.5, 2))],
    ['offsets that are text', read({ text: 'abc', start: '0', end: '2' })],
    ['a sentence that is null', read(null)],
    ['passages in no language of ours', { ...read(question()), language: 'xx' }],
    ['no edition', find({ pointer: null })],
    ['an edition that is none', find({ pointer: { edition: 7, locale: 'en' } })],
    ['texts in a language that is none', find({ declared: [7] })],
    ['texts that are no list', find({ texts: 'a' })],
    ['a text that is none', find({ texts: [7] })],
    ['too many texts', find({ texts: Array<string>(MAX_TEXTS + 1).fill('a') })],
    ['a text too long', find({ texts: ['x'.repeat(MAX_TEXT + 1)] })],
    ['a headline too long', find({ headline: 'x'.repeat(MAX_TEXT + 1) })],
    ['a lead that is none', find({ lead: null })],
    ['a category that is none', find({ topics: ['prices'] })],
    ['more categories than there are', find({ topics: Array<string>(5).fill('senkaku') })],
    ['a number of looks that is none', find({ looks: -1 })],
    ['scouted texts that are too many', scouted({ texts: Array<string>(MAX_TEXTS + 1).fill('a') })],
    ['scouted texts without a lead', scouted({ lead: undefined })],
    ['scouted texts in too many languages', scouted({ declared: ['en', 'de', 'fr'] })],
    ['scouted texts in a language that is none', scouted({ declared: [7] })],
    ['a selection without its edition', { type: 'text.ask', language: 'en', text: 'x' }],
    ['a selection in no language of ours', { type: 'text.ask', pointer, language: 'xx', text: 'x' }],
    ['a selection too long', { type: 'text.ask', pointer, language: 'en', text: 'x'.repeat(MAX_SELECTION + 1) }],
    ['a selection that is a list', { type: 'text.ask', pointer, language: 'en', text: ['x'] }],
    ['a sentence that is a list', read({ text: ['a', 'b'], start: 0, end: 1 })],
    ['an entry that is a list', opened({ entry: ['dysprosium'] })],
    ['an entry that is no text', opened({ entry: 7 })],
    ['an entry too long', opened({ entry: 'x'.repeat(101) })],
    ['an entry of nobody', opened({ economy: undefined })],
    ['an entry of a date that is none', opened({ articleDate: 7 })],
  ])('leaves unanswered: %s', async (_, message) => {
    expect(await send(message)).toBeUndefined()
    expect(handler).not.toHaveBeenCalled()
    expect(finding).not.toHaveBeenCalled()
    expect(asking).not.toHaveBeenCalled()
    expect(scouting).not.toHaveBeenCalled()
    expect(opening).not.toHaveBeenCalled()
  })

  it('is asked at once, while the click behind the message still counts', () => {
    void send(opened({}))
    expect(opening).toHaveBeenCalledTimes(1)
    opening.mockClear()
  })

  it('answers nobody but this extension', async () => {
    expect(await send(read(question()), 'another-extension')).toBeUndefined()
    expect(handler).not.toHaveBeenCalled()
  })

  it('takes exactly as much as it says', async () => {
    const most = Array.from({ length: MAX_PASSAGES }, () => question('x'.repeat(MAX_PASSAGE)))
    expect(await send(read(...most))).toMatchObject({ numbers: { length: MAX_PASSAGES } })
  })
})

describe('updates of the dataset', () => {
  const handler = vi.fn<() => object>(() => ({ ok: true }))
  const TYPES = ['status', 'check', 'file', 'accept', 'dismiss', 'rollback', 'bundled', 'key', 'trust', 'distrust']
  const OWN = 'extension://us/options.html'
  beforeEach(() => {
    handler.mockClear()
    serveSome({ ...Object.fromEntries(TYPES.map((type) => [`update.${type}`, handler])), 'sites.add': handler })
  })
  const sound = {
    'update.status': {},
    'update.check': {},
    'update.file': { text: '{}', name: 'edition.json' },
    'update.accept': { sha256: '0'.repeat(64), isUnsigned: false },
    'update.dismiss': {},
    'update.rollback': {},
    'update.bundled': {},
    'update.key': { url: 'https://data.example' },
    'update.trust': { publicKey: 'x', feed: '' },
    'update.distrust': { publicKey: 'x' },
    'sites.add': { patterns: ['https://blog.example/*'] },
  }
  it.each(Object.entries(sound))('only the extension’s own pages ask for updates and sites: %s', async (type, rest) => {
    expect(await send({ type, ...rest })).toBeUndefined()
    for (const url of ['https://extension//us/', 'extension://other/options.html', ''])
      expect(await send({ type, ...rest }, 'us', url)).toBeUndefined()
    expect(handler).not.toHaveBeenCalled()
    expect(await send({ type, ...rest }, 'us', OWN)).toEqual({ ok: true })
  })
  it.each<[string, object]>([
    ['a file that is no text', { type: 'update.file', text: 7, name: 'x' }],
    ['a file that is a list', { type: 'update.file', text: ['{}'], name: 'x' }],
    ['a file without a name', { type: 'update.file', text: '{}' }],
    ['a file beyond all measure', { type: 'update.file', text: 'x'.repeat(MAX_FILE + 1), name: 'x' }],
    ['an acceptance that does not say of what', { type: 'update.accept', isUnsigned: true }],
    ['an acceptance that does not say whether it warned', { type: 'update.accept', sha256: 'x' }],
    ['an address that is none', { type: 'update.key', url: null }],
    ['a key that is a list', { type: 'update.trust', publicKey: ['x'], feed: '' }],
    ['a site that is no text', { type: 'sites.add', patterns: [7] }],
    ['too many sites', { type: 'sites.add', patterns: Array<string>(MAX_SITES + 1).fill('https://blog.example/*') }],
    ['sites that are no list', { type: 'sites.add', patterns: 'https://blog.example/*' }],
    ['an address too long', { type: 'update.key', url: 'x'.repeat(MAX_NAME + 1) }],
  ])('leaves unanswered: %s', async (_, message) => expect(await send(message, 'us', OWN)).toBeUndefined())
})

describe('a handler', () => {
  it('that rejects is answered with null', async () => {
    serveSome({ 'numbers.read': () => Promise.reject(new Error('no')) })
    expect(await send(read(question()))).toBeNull()
  })

  it('that throws is answered with null', async () => {
    serveSome({
      'numbers.read': () => {
        throw new Error('no')
      },
      'panel.open': opening,
    })
    expect(await send(read(question()))).toBeNull()
  })

  it('is missing: nobody answers', async () => {
    servePage({ 'page.next': page['page.next'] })
    expect(await send({ type: 'page.next' })).toEqual({})
    expect(await send({ type: 'page.mentions' })).toBeUndefined()
  })

  it('is not asked any more once it is stopped', async () => {
    const stop = servePage(page)
    expect(await send({ type: 'page.mentions' })).toEqual({ mentions: [], date: null })
    stop()
    expect(await send({ type: 'page.mentions' })).toBeUndefined()
  })
})
