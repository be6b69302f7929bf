/** Passages: what is asked of a page’s text, how often, and what becomes of marks while answers are slow or nobody answers. */

import { describe, expect, it, vi } from 'vitest'
import type { Find } from '../../../lib/page/asking.ts'
import { settle } from '../../helpers/settle.ts'
import { annotate, findWith, get, onEmptyPages, onPage, READ_MS, textOf, words } from './annotated.ts'

onEmptyPages()

/** A finder that is slow, or away, as a test has it. */
function findLater() {
  const state = { delayMs: 5, isThere: true }
  const answer = findWith(
    { lead: '' },
    () => undefined,
    () => state.delayMs,
  )
  const find: Find = async (texts, topics) => {
    const found = await answer(texts, topics)
    return state.isThere ? found : null
  }
  return { state, find }
}
const annotateWith = (find: Find) => annotate('', undefined, 'all', find)

describe('while answers are slow, or nobody answers', () => {
  it('a text that is longer than a question is decided by the whole page all the same', async () => {
    const page = await onPage(`<p>xenon ${'word '.repeat(20_000)} rare earth</p>`)
    expect(words(page)).toEqual(['xenon', 'rare earth'])
    const asked = page.asked.mock.calls.length
    await vi.advanceTimersByTimeAsync(10_000)
    expect(page.asked.mock.calls.length).toBe(asked)
  })

  it('keeps marks where nobody answers to what was added, and goes on where somebody does again', async () => {
    const { state, find } = findLater()
    document.body.innerHTML = '<p id="p">rare earth</p><p id="q">iron</p>'
    const page = annotateWith(find)
    await settle(READ_MS)
    state.isThere = false
    get('p').append(' and one china')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(words(page)).toEqual(['rare earth'])
    state.isThere = true
    textOf('q').data = 'one china'
    await settle(READ_MS)
    expect(words(page)).toEqual(['rare earth', 'one china', 'one china'])
  })

  it('lets what went before it was answered to vouch for nothing', async () => {
    const { state, find } = findLater()
    state.delayMs = 400
    document.body.innerHTML = '<p id="v">rare earth</p><p>xenon</p>'
    const page = annotateWith(find)
    await vi.advanceTimersByTimeAsync(200)
    expect(page.asked.mock.calls[0]?.[0]).toContain('rare earth')
    get('v').remove()
    await vi.advanceTimersByTimeAsync(5000)
    expect(words(page)).toEqual([])
  })

  it('asks again when the tab is seen again', async () => {
    const { state, find } = findLater()
    state.isThere = false
    document.body.innerHTML = '<p>rare earth</p>'
    const page = annotateWith(find)
    await vi.advanceTimersByTimeAsync(20_000)
    expect([page.onRead.mock.calls.length, page.told]).toEqual([1, []])
    state.isThere = true
    document.dispatchEvent(new Event('visibilitychange'))
    await settle(READ_MS)
    expect(words(page)).toEqual(['rare earth'])
  })

  it('searches again only what changed of a long text', async () => {
    const page = await onPage(`<p>rare earth ${'word '.repeat(20_000)}<b id="b">1 apple</b></p>`)
    page.asked.mockClear()
    for (let count = 2; count < 12; count++) {
      textOf('b').data = `${count} apples`
      await settle(READ_MS)
    }
    const units = page.asked.mock.calls.flatMap(([texts]) => texts).reduce((sum, { length }) => sum + length, 0)
    expect(units).toBeGreaterThan(0)
    expect(units).toBeLessThan(10 * 2 * 6144)
    expect(words(page)).toEqual(['rare earth'])
  })

  it.each([
    ['tells of marks', 'rare earth', ['rare earth']],
    ['tells that all is read where there is nothing', 'iron', []],
  ])('%s on a page that changes faster than it is answered', async (_, text, told) => {
    const { state, find } = findLater()
    state.delayMs = 400
    document.body.innerHTML = `<p>${text}</p><p id="tick">one tick</p>`
    const page = annotateWith(find)
    for (let count = 0; count < 100; count++) {
      textOf('tick').data = `tick number ${count}`
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(page.told.map(({ mention }) => mention.text)).toEqual(told)
    expect(page.onRead).toHaveBeenCalledTimes(1)
  })

  it('asks first about what is seen, and not again when the rest is read', async () => {
    document.body.innerHTML = Array.from({ length: 600 }, (_, at) => `<p id="p${at}">rare earth ${at}</p>`).join('')
    vi.spyOn(document, 'elementFromPoint').mockReturnValue(get('p550'))
    vi.stubGlobal('scrollY', 9000)
    const page = annotate()
    await settle(READ_MS)
    expect(page.asked.mock.calls[0]?.[0]).toEqual(['rare earth 550'])
    expect(page.asked.mock.calls.flatMap(([texts]) => texts).filter((text) => text === 'rare earth 550')).toHaveLength(
      1,
    )
    expect(page.annotator.counts()['rare-earths']).toBe(600)
    vi.unstubAllGlobals()
  })
})
