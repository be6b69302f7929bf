/** Looking for a mention: all of a page is asked about, and what comes later, and nothing of it twice. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ScoutAnswer, ScoutQuestion } from '../../../lib/messaging/protocol.ts'
import { wait } from '../../e2e/waiting.ts'

const askBackground = vi.hoisted(() => vi.fn<(question: ScoutQuestion) => Promise<ScoutAnswer | null>>())
vi.mock('../../../lib/messaging/client.ts', () => ({ askBackground }))
const { Looking } = await import('../../../entrypoints/scout/looking.ts')

const answer = (about: Partial<ScoutAnswer> = {}): ScoutAnswer => ({
  isDoubtful: false,
  language: 'en',
  ...about,
})

let looking: InstanceType<typeof Looking>
const onRead = vi.fn<() => void>()
const texts = () => askBackground.mock.calls.flatMap(([question]) => question.texts)

function look(html: string) {
  document.body.innerHTML = html
  looking = new Looking(onRead)
}
beforeEach(() => {
  askBackground.mockReset().mockResolvedValue(answer())
  onRead.mockReset()
})
afterEach(() => looking.stop())

describe('looking', () => {
  it('asks about every run of text, and says once that all is read', async () => {
    document.documentElement.lang = 'en'
    look(
      '<main><h1>Trade</h1><p>One <b>two</b></p><div>three<p>four</p>five</div><script>no()</script><p>12:30</p></main>',
    )
    await vi.waitFor(() => expect(onRead).toHaveBeenCalledTimes(1))
    expect(texts().toSorted()).toEqual(['One two', 'Trade', 'five', 'four', 'three'])
    expect(askBackground.mock.calls[0]?.[0]).toMatchObject({
      type: 'texts.scout',
      headline: 'Trade',
      lead: 'One two\nfour\n12:30\n',
      declared: ['en', ''],
    })
    expect(askBackground).toHaveBeenCalledTimes(1)
  })

  it('asks about what comes later, and about nothing else again', async () => {
    look('<main><p>One</p></main>')
    await vi.waitFor(() => expect(onRead).toHaveBeenCalled())
    askBackground.mockClear()
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p>Two</p>')
    await vi.waitFor(() => expect(texts()).toEqual(['Two']))
    expect(onRead).toHaveBeenCalledTimes(1)
  })

  it('reads what lies in a shadow root', async () => {
    document.body.innerHTML = '<news-body></news-body>'
    const host = document.querySelector('news-body') as Element
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>Inside</p>'
    looking = new Looking(onRead)
    await vi.waitFor(() => expect(texts()).toEqual(['Inside']))
  })

  it('asks again where nobody answered', async () => {
    askBackground.mockResolvedValueOnce(null)
    look('<p>One</p>')
    await vi.waitFor(() => expect(onRead).toHaveBeenCalled(), 3000)
    expect(texts()).toEqual(['One', 'One'])
  })

  it('asks nothing any more once it was stopped', async () => {
    look('<p>One</p>')
    await vi.waitFor(() => expect(onRead).toHaveBeenCalled())
    looking.stop()
    askBackground.mockClear()
    document.body.insertAdjacentHTML('beforeend', '<p>Two</p>')
    await wait(400)
    expect(askBackground).not.toHaveBeenCalled()
  })

  it.each<[string, boolean, string, Partial<ScoutAnswer>, Partial<ScoutAnswer>]>([
    ['it says the same of itself', false, 'Trade', { isDoubtful: true }, {}],
    ['its language is the same, and no term was met', false, 'Prices', {}, {}],
    ['its language is another', true, 'Prices', {}, { language: 'ja' }],
    ['a term may be a mention under its new headline', true, 'Prices', { isDoubtful: true }, {}],
  ])('knows whether a page is to be searched again: %s', async (_, isDue, headline, before, after) => {
    askBackground.mockResolvedValue(answer(before))
    look('<h1>Trade</h1><p>One</p>')
    await vi.waitFor(() => expect(onRead).toHaveBeenCalled())
    askBackground.mockClear().mockResolvedValue(answer(after))
    // Not heard of by the observer yet.
    const title = document.querySelector('h1') as Element
    title.textContent = headline
    expect(await looking.isOutdated()).toBe(isDue)
    expect(askBackground.mock.calls[0]?.[0].texts ?? []).toEqual([])
  })

  it('sends no headline that is longer than a message may be', async () => {
    document.head.innerHTML = `<meta property="og:title" content="${'x'.repeat(100_000)}">`
    look('<p>One</p>')
    await vi.waitFor(() => expect(onRead).toHaveBeenCalled())
    document.head.innerHTML = ''
    expect(askBackground.mock.calls[0]?.[0].headline.length).toBe(8192)
  })
})
