/** What a page asks the background: its edition and article, second looks that run out, and an economy that is never another article's. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { TextsAnswer, TextsQuestion } from '../../../lib/messaging/protocol.ts'
import type { Article } from '../../../lib/page/article.ts'

type Ask = (message: { type: string } & Partial<TextsQuestion>) => Promise<unknown>
const askBackground = vi.hoisted(() => vi.fn<Ask>())
vi.mock('../../../lib/platform/browser.ts', () => ({ browser: { runtime: { sendMessage: askBackground } } }))
const { Finding } = await import('../../../entrypoints/annotate/finding.ts')

const pointer = { edition: '2026.11.1', locale: 'en' } as const
const article = (about: Partial<Article> = {}): Article => ({
  headline: 'Headline',
  lead: 'Lead',
  date: null,
  declared: ['en'],
  ...about,
})
const answer = (about: Partial<TextsAnswer> = {}): TextsAnswer => ({
  found: [null],
  language: 'en',
  economy: null,
  looks: 0,
  ...about,
})
const findingOf = (about: Partial<Article> = {}, onOtherLanguage = () => {}) =>
  new Finding(pointer, article(about), onOtherLanguage)
const asked = (at: number) => askBackground.mock.calls[at]?.[0]

beforeEach(() => askBackground.mockReset().mockResolvedValue(answer()))

describe('a question', () => {
  it('says of which edition, on what page and what language that declares', async () => {
    await findingOf({ declared: ['ja', ''] }).find(['a'], ['senkaku'])
    expect(asked(0)).toEqual({
      type: 'texts.find',
      pointer,
      texts: ['a'],
      headline: 'Headline',
      lead: 'Lead',
      declared: ['ja', ''],
      topics: ['senkaku'],
      looks: 20,
    })
  })

  it('holds no endless headline', async () => {
    await findingOf({ headline: 'x'.repeat(100_000) }).find([], [])
    expect(asked(0)?.headline).toHaveLength(8192)
  })

  it('gives what was found, and null where nobody answers', async () => {
    const finding = findingOf()
    expect(await finding.find(['a'], [])).toEqual([null])
    askBackground.mockResolvedValue(null)
    expect(await finding.find(['a'], [])).toBeNull()
  })
})

describe('second looks', () => {
  it('run out, and are as many again for another article only', async () => {
    const finding = findingOf()
    askBackground.mockResolvedValue(answer({ looks: 15 }))
    await finding.find(['a'], [])
    await finding.find(['b'], [])
    await finding.find(['c'], [])
    finding.turnTo(article({ headline: 'Other words' }), false)
    await finding.find(['d'], [])
    finding.turnTo(article({ headline: 'Another' }), true)
    await finding.find(['e'], [])
    const withTexts = askBackground.mock.calls.filter(([{ texts }]) => texts?.length)
    expect(withTexts.map(([{ looks }]) => looks)).toEqual([20, 5, 0, 0, 20])
  })

  it('that the last article asked for are not taken from the next', async () => {
    const finding = findingOf()
    askBackground.mockImplementationOnce(async () => {
      finding.turnTo(article({ headline: 'Another' }), true)
      return answer({ looks: 15, economy: 'JPN' })
    })
    await finding.find(['a'], [])
    await finding.find(['b'], [])
    expect([askBackground.mock.lastCall?.[0].looks, finding.economy]).toEqual([20, null])
  })
})

describe('the economy of the article', () => {
  it('is what the last answer said of it', async () => {
    const finding = findingOf()
    askBackground.mockResolvedValue(answer({ economy: 'JPN' }))
    await finding.find(['a'], [])
    expect(finding.economy).toBe('JPN')
  })

  it('goes with the article, and stays where only its words change', async () => {
    const finding = findingOf()
    askBackground.mockResolvedValue(answer({ economy: 'JPN' }))
    await finding.find(['a'], [])
    finding.turnTo(article({ lead: 'More' }), false)
    expect(finding.economy).toBe('JPN')
    finding.turnTo(article({ lead: 'Another' }), true)
    expect(finding.economy).toBeNull()
  })
})

describe('the language of the article', () => {
  it('is what the first answer took it to be, and asked for where there was none yet', async () => {
    askBackground.mockResolvedValue(answer({ language: 'ko' }))
    const finding = findingOf()
    expect([await finding.language(), await finding.language()]).toEqual(['ko', 'ko'])
    expect(askBackground).toHaveBeenCalledTimes(1)
    askBackground.mockResolvedValue(null)
    expect(await findingOf().language()).toBeNull()
  })

  it('is asked about where the page turns to other words, and told where it is another', async () => {
    const onOther = vi.fn<() => void>()
    const finding = findingOf({}, onOther)
    await finding.find(['a'], [])
    finding.turnTo(article({ lead: 'More' }), false)
    await vi.waitFor(() => expect(askBackground).toHaveBeenCalledTimes(2))
    expect(onOther).not.toHaveBeenCalled()
    askBackground.mockResolvedValue(answer({ language: 'ja' }))
    finding.turnTo(article({ lead: 'もっと', declared: ['ja'] }), false)
    await vi.waitFor(() => expect(onOther).toHaveBeenCalledTimes(1))
  })

  it('goes before what is found: in another one nothing is taken', async () => {
    const onOther = vi.fn<() => void>()
    const finding = findingOf({}, onOther)
    await finding.find(['a'], [])
    askBackground.mockResolvedValueOnce(answer({ language: 'ja' }))
    expect(await finding.find(['b'], [])).toBeNull()
    expect(onOther).toHaveBeenCalledTimes(1)
  })
})

describe('numbers', () => {
  const passages = [{ text: '60% of its rare earths', start: 11, end: 22 }]

  it('are asked for in the language of the article', async () => {
    const number = { text: '60%', value: 60, unit: '%', of: null }
    askBackground.mockResolvedValueOnce(answer({ language: 'de' })).mockResolvedValueOnce({ numbers: [number] })
    expect(await findingOf().numbers(passages)).toEqual([number])
    expect(asked(1)).toEqual({ type: 'numbers.read', pointer, language: 'de', passages })
  })

  it('are null where nobody answers', async () => {
    const finding = findingOf()
    await finding.find(['a'], [])
    askBackground.mockResolvedValue(null)
    expect(await finding.numbers(passages)).toBeNull()
  })
})

describe('a reader’s question', () => {
  it('is answered with what was found, or that there is nothing', async () => {
    askBackground.mockResolvedValueOnce(answer({ language: 'ja' })).mockResolvedValueOnce({ mention: null })
    expect(await findingOf().ask('iron')).toBeNull()
    expect(asked(1)).toEqual({ type: 'text.ask', pointer, language: 'ja', text: 'iron' })
  })

  it('is asked again where nobody answers, and given up in the end', async () => {
    vi.useFakeTimers()
    const finding = findingOf()
    await finding.find(['a'], [])
    askBackground.mockClear().mockResolvedValue(null)
    const asking = finding.ask('xenon')
    await vi.advanceTimersByTimeAsync(5000)
    expect(await asking).toBeUndefined()
    expect(askBackground).toHaveBeenCalledTimes(3)
    vi.useRealTimers()
  })
})
