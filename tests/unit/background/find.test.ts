/** Finding for pages: each edition's own terms, held while they are in use, and nothing remembered of private windows. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Lexicon } from '../../../lib/detect/lexicon.ts'
import type { Language } from '../../../lib/detect/types.ts'
import type { EditionPointer } from '../../../lib/editions/keys.ts'
import type { TextsQuestion } from '../../../lib/messaging/protocol.ts'
import { lexiconOf, term } from '../../helpers/lexicons.ts'

const world = vi.hoisted(() => ({
  readLexicon: vi.fn<(pointer: EditionPointer, language: Language) => Promise<Lexicon | null>>(),
  isMention: vi.fn<() => boolean>(() => false),
  swap: () => undefined as void,
}))
vi.mock('../../../lib/editions/lexicon.ts', () => ({ readLexicon: world.readLexicon }))
vi.mock('../../../lib/editions/read.ts', () => ({ watchPointer: (onSwap: () => void) => (world.swap = onSwap) }))
vi.mock('../../../lib/detect/judge.ts', () => ({ isMention: world.isMention }))
const { findHandlers, followEdition } = await import('../../../entrypoints/background/find.ts')

const knowing = (form: string) => lexiconOf([term(form, { rule: 'judge' })], { economies: { JPN: ['Japan'] } })
const pointer = { edition: '2026.11.1', locale: 'en' } as const
const question = (about: Partial<TextsQuestion> = {}): TextsQuestion & { type: 'texts.find' } => ({
  type: 'texts.find',
  pointer,
  declared: ['en'],
  texts: ['xenon lamps'],
  headline: '',
  lead: '',
  topics: [],
  looks: 20,
  ...about,
})
const find = (about: Partial<TextsQuestion> = {}, isPrivate = false) =>
  findHandlers['texts.find'](question(about), { tab: { incognito: isPrivate } } as never)

followEdition()
beforeEach(() => {
  world.swap()
  world.readLexicon.mockReset().mockImplementation(async () => knowing('xenon'))
  world.isMention.mockReset().mockReturnValue(true)
})

describe('texts.find', () => {
  it('finds what texts hold, what the article is about, and counts the looks it took', async () => {
    const headline = 'Japan imports xenon, and Japan pays'
    const { found, economy, looks } = await find({ headline })
    expect(found[0]?.mentions.map(({ text }) => text)).toEqual(['xenon'])
    expect([economy, looks]).toEqual(['JPN', 1])
  })

  it('reads the lexicon of the language that the page declares, or that its words are in where they contradict that', async () => {
    const lead = '日本はレアアースの六割を中国から輸入している。'
    expect([(await find()).language, (await find({ lead })).language]).toEqual(['en', 'ja'])
    expect(world.readLexicon.mock.calls.map(([, language]) => language)).toEqual(['en', 'ja'])
  })

  it('reads a lexicon once while its edition is in use, and anew after a swap, though it bear the same number', async () => {
    await find()
    await find()
    expect(world.readLexicon).toHaveBeenCalledTimes(1)
    world.readLexicon.mockImplementation(async () => knowing('argon'))
    world.swap()
    expect((await find({ texts: ['xenon', 'argon'] })).found.map((each) => each !== null)).toEqual([false, true])
  })

  it('fails where there is no such edition, and finds it once it is there', async () => {
    world.readLexicon.mockResolvedValueOnce(null)
    await expect(find()).rejects.toThrow('2026.11.1')
    expect((await find()).found[0]?.mentions.map(({ text }) => text)).toEqual(['xenon'])
  })

  it('tries again where storage failed', async () => {
    world.readLexicon.mockRejectedValueOnce(new Error('no'))
    await expect(find()).rejects.toThrow('no')
    expect((await find()).found[0]?.mentions.map(({ text }) => text)).toEqual(['xenon'])
  })

  it('remembers second looks, but none of private windows', async () => {
    const text = { texts: ['A xenon lamp of its own.'] }
    await find(text, true)
    await find(text, true)
    expect(world.isMention).toHaveBeenCalledTimes(2)
    await find(text)
    await find(text)
    expect(world.isMention).toHaveBeenCalledTimes(3)
  })
})

describe('numbers.read', () => {
  it.each([
    ['Japan buys 60% of its xenon from China.', [{ text: '60%', value: 60, unit: '%', of: 'bought' }]],
    [
      'Japan bought 60% of its xenon from China in 2019.',
      [{ text: '60%', value: 60, unit: '%', of: 'bought', year: 2019 }],
    ],
    ['Japan buys xenon.', [null]],
  ])('says of "%s" what is tied to its term, and of which year where it says so', async (text, numbers) => {
    const start = text.indexOf('xenon')
    const passages = [{ text, start, end: start + 'xenon'.length }]
    expect(
      await findHandlers['numbers.read']({ type: 'numbers.read', pointer, language: 'en', passages }, {} as never),
    ).toEqual({ numbers })
  })
})

describe('text.ask', () => {
  const ask = (text: string) =>
    findHandlers['text.ask']({ type: 'text.ask', pointer, language: 'en', text }, {} as never)
  it('finds a term, or says that there is none', async () => {
    expect((await ask('a xenon lamp')).mention).toMatchObject({ text: 'xenon', entry: 'thing' })
    expect((await ask('iron')).mention).toBeNull()
  })
  it('fails where nobody can know', async () => {
    world.readLexicon.mockResolvedValueOnce(null)
    await expect(ask('xenon')).rejects.toThrow('no lexicon')
  })
})
