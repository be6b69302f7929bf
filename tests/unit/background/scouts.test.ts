/** Scouts: they hear whether the reader wants a page marked, and the content script comes where there is a mention, and only there. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Lexicon } from '../../../lib/detect/lexicon.ts'
import type { Language } from '../../../lib/detect/types.ts'
import type { EditionPointer } from '../../../lib/editions/keys.ts'
import type { ScoutQuestion } from '../../../lib/messaging/protocol.ts'
import { DEFAULTS, type Settings } from '../../../lib/settings/definition.ts'
import { lexiconOf, term } from '../../helpers/lexicons.ts'

const world = vi.hoisted(() => ({
  swap: () => undefined as void,
  readPointer: vi.fn<() => Promise<EditionPointer | null>>(),
  readSettings: vi.fn<() => Promise<Settings>>(),
  readLexicon: vi.fn<(pointer: EditionPointer, language: Language) => Promise<Lexicon | null>>(),
  injectInto: vi.fn<(tabId: number, files: { js: string[] }, documentId?: string) => Promise<void>>(),
}))
vi.mock('../../../lib/editions/read.ts', () => ({
  readPointer: world.readPointer,
  watchPointer: (onSwap: () => void) => (world.swap = onSwap),
}))
vi.mock('../../../lib/editions/lexicon.ts', () => ({ readLexicon: world.readLexicon }))
vi.mock('../../../lib/settings/store.ts', () => ({ readSettings: world.readSettings }))
vi.mock('../../../lib/sites/scripts.ts', () => ({
  CONTENT_SCRIPT: { js: ['annotate.js'], css: [] },
  injectInto: world.injectInto,
}))
const { scoutHandlers } = await import('../../../entrypoints/background/scouts.ts')
const onLacking = vi.fn<(isUnreadable: boolean) => void>()
const handlers = scoutHandlers(onLacking)
const { followEdition } = await import('../../../entrypoints/background/find.ts')

const pointer = { edition: '2026.11.1', locale: 'en' } as const
const lexicon = lexiconOf(
  [
    term('rare earth'),
    term('xenon', { rule: 'needs:supply' }),
    term('argon', { rule: 'judge' }),
    term('neon', { rule: 'never' }),
  ],
  { words: { supply: ['export', 'mine'] } },
)
const sender = { id: 'us', url: 'https://www.reuters.com/world/', documentId: 'doc', tab: { id: 7 } } as never
const begin = () => handlers['page.begin']({ type: 'page.begin' }, sender)
const look = (texts: string[], about: Partial<ScoutQuestion> = {}) =>
  handlers['texts.scout'](
    { type: 'texts.scout', texts, headline: '', lead: '', declared: ['en', ''], ...about },
    sender,
  )

followEdition()
beforeEach(() => {
  world.swap()
  world.readPointer.mockReset().mockResolvedValue(pointer)
  world.readSettings.mockReset().mockResolvedValue(DEFAULTS)
  world.readLexicon.mockReset().mockResolvedValue(lexicon)
  world.injectInto.mockReset().mockResolvedValue()
  onLacking.mockReset()
})

describe('how things stand', () => {
  it('for a page that is to be marked', async () => expect(await begin()).toEqual({ isOn: true, hasEdition: true }))
  it.each<[string, Partial<Settings>]>([
    ['everything is paused', { isPaused: true }],
    ['its site is off', { sitesOff: ['www.reuters.com'] }],
    ['only other sites are allowed', { sitesAllowed: ['www.ft.com'] }],
  ])('where %s', async (_, other) => {
    world.readSettings.mockResolvedValue({ ...DEFAULTS, ...other })
    expect(await begin()).toEqual({ isOn: false, hasEdition: true })
  })
  it('before there is an edition', async () => {
    world.readPointer.mockResolvedValue(null)
    expect(await begin()).toEqual({ isOn: true, hasEdition: false })
    // Storage may have been cleared under a running browser: nobody else would have it supplied.
    expect(onLacking.mock.calls).toEqual([[false]])
  })
})

describe('a mention', () => {
  it.each<[string, string[], Partial<ScoutQuestion>]>([
    ['in one of the texts', ['Nothing.', 'Rare earth prices'], {}],
    ['by the words beside it', ['The export of xenon'], {}],
    ['by the words of the headline', ['More xenon'], { headline: 'Mine may export' }],
    ['by the words of headline and lead', ['More xenon'], { headline: 'Export ban', lead: 'The mine is open.' }],
    ['that is to be judged first', ['An argon lamp'], {}],
  ])('brings the content script: %s', async (_, texts, about) => {
    expect(await look(texts, about)).toMatchObject({ language: 'en' })
    expect(world.injectInto.mock.calls).toEqual([[7, { js: ['annotate.js'], css: [] }, 'doc']])
  })

  it.each<[string, string[]]>([
    ['no texts', []],
    ['texts without a term', ['Nothing.', 'Nothing again.']],
    ['a term out of place', ['A xenon lamp']],
    ['a term that is never marked by itself', ['A neon lamp']],
  ])('is none, and nothing is brought: %s', async (_, texts) => {
    await look(texts)
    expect(world.injectInto).not.toHaveBeenCalled()
  })

  it('may be one under another headline', async () => {
    expect(await look(['A xenon lamp'])).toEqual({ isDoubtful: true, language: 'en' })
    expect(await look(['Nothing'])).toEqual({ isDoubtful: false, language: 'en' })
  })

  it('is looked for in the language of the article', async () => {
    await look(['x'], { declared: ['', 'ko_KR'] })
    await look(['x'], { declared: ['en', ''], headline: '中国がレアアースの輸出を止めた' })
    expect(world.readLexicon.mock.calls.map(([, language]) => language)).toEqual(['ko', 'ja'])
  })

  it('is not to be known where there is no edition', async () => {
    world.readPointer.mockResolvedValue(null)
    await expect(look(['Rare earth'])).rejects.toThrow('no lexicon')
    expect(onLacking.mock.calls).toEqual([[false]])
  })

  it('is not to be known where the lexicon went bad, which is told, to be mended', async () => {
    world.readLexicon.mockRejectedValue(new SyntaxError('no JSON'))
    await expect(look(['Rare earth'])).rejects.toThrow('no lexicon')
    expect(onLacking.mock.calls).toEqual([[true]])
    world.readLexicon.mockResolvedValue(lexicon)
    expect(await look(['Rare earth'])).toMatchObject({ language: 'en' })
  })

  it('is not answered to for a page in no tab', async () => {
    const asked = { type: 'texts.scout', texts: ['Rare earth'], headline: '', lead: '', declared: ['en', ''] } as const
    await expect(handlers['texts.scout'](asked, { id: 'us' } as never)).rejects.toThrow('no tab')
  })

  it('is not answered to where the browser lets nothing be brought: it will be asked about again', async () => {
    world.injectInto.mockRejectedValue(new Error('Cannot access contents of the page'))
    await expect(look(['Rare earth'])).rejects.toThrow('Cannot access')
  })
})
