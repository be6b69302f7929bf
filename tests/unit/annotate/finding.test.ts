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
  language: 'en',
  ...about,
})
const answer = (about: Partial<TextsAnswer> = {}): TextsAnswer => ({ found: [null], economy: null, looks: 0, ...about })
const asked = (at: number) => askBackground.mock.calls[at]?.[0]

beforeEach(() => askBackground.mockReset().mockResolvedValue(answer()))

describe('a question', () => {
  it('says of which edition, in which language and on what page', async () => {
    await new Finding(pointer, article({ language: 'ja' })).find(['a'], ['senkaku'])
    expect(asked(0)).toEqual({
      type: 'texts.find',
      pointer,
      language: 'ja',
      texts: ['a'],
      headline: 'Headline',
      lead: 'Lead',
      strong: ['senkaku'],
      looks: 20,
    })
  })

  it('holds no endless headline', async () => {
    await new Finding(pointer, article({ headline: 'x'.repeat(100_000) })).find([], [])
    expect(asked(0)?.headline).toHaveLength(8192)
  })

  it('gives what was found, and null where nobody answers', async () => {
    const finding = new Finding(pointer, article())
    expect(await finding.find(['a'], [])).toEqual([null])
    askBackground.mockResolvedValue(null)
    expect(await finding.find(['a'], [])).toBeNull()
  })
})

describe('second looks', () => {
  it('run out, and are as many again for another article only', async () => {
    const finding = new Finding(pointer, article())
    askBackground.mockResolvedValue(answer({ looks: 15 }))
    await finding.find(['a'], [])
    await finding.find(['b'], [])
    await finding.find(['c'], [])
    finding.turnTo(article({ headline: 'Other words' }), false)
    await finding.find(['d'], [])
    finding.turnTo(article({ headline: 'Another' }), true)
    await finding.find(['e'], [])
    expect([0, 1, 2, 3, 4].map((at) => asked(at)?.looks)).toEqual([20, 5, 0, 0, 20])
  })

  it('that the last article asked for are not taken from the next', async () => {
    const finding = new Finding(pointer, article())
    askBackground.mockImplementationOnce(async () => {
      finding.turnTo(article({ headline: 'Another' }), true)
      return answer({ looks: 15, economy: 'JPN' })
    })
    await finding.find(['a'], [])
    await finding.find(['b'], [])
    expect([asked(1)?.looks, finding.economy]).toEqual([20, null])
  })
})

describe('the economy of the article', () => {
  it('is what the last answer said of it', async () => {
    const finding = new Finding(pointer, article())
    askBackground.mockResolvedValue(answer({ economy: 'JPN' }))
    await finding.find(['a'], [])
    expect(finding.economy).toBe('JPN')
  })

  it('goes with the article, and stays where only its words change', async () => {
    const finding = new Finding(pointer, article())
    askBackground.mockResolvedValue(answer({ economy: 'JPN' }))
    await finding.find(['a'], [])
    finding.turnTo(article({ lead: 'More' }), false)
    expect(finding.economy).toBe('JPN')
    finding.turnTo(article({ lead: 'Another' }), true)
    expect(finding.economy).toBeNull()
  })
})

describe('a reader’s question', () => {
  it('is answered with what was found, or that there is nothing', async () => {
    askBackground.mockResolvedValueOnce({ mention: null })
    expect(await new Finding(pointer, article()).ask('iron')).toBeNull()
  })

  it('is asked again where nobody answers, and given up in the end', async () => {
    vi.useFakeTimers()
    askBackground.mockResolvedValue(null)
    const asking = new Finding(pointer, article()).ask('xenon')
    await vi.advanceTimersByTimeAsync(5000)
    expect(await asking).toBeUndefined()
    expect(askBackground).toHaveBeenCalledTimes(3)
    vi.useRealTimers()
  })
})
