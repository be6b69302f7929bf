/** Shadow roots: also those that a page attaches after its elements came, and late ones when the reader scrolls. */

import { describe, expect, it, vi } from 'vitest'
import { get, onEmptyPages, onPage, words } from './annotated.ts'

onEmptyPages()

describe('shadow roots that come late', () => {
  it('are found by looking again at custom elements, a few times', async () => {
    const page = await onPage('<news-card id="c"></news-card><old-card id="o"></old-card>')
    await vi.advanceTimersByTimeAsync(3000)
    get('c').attachShadow({ mode: 'open' }).innerHTML = '<p>rare earth</p>'
    await vi.advanceTimersByTimeAsync(2000)
    expect(words(page)).toEqual(['rare earth'])
    await vi.advanceTimersByTimeAsync(60_000)
    get('o').attachShadow({ mode: 'open' }).innerHTML = '<p>rare earth</p>'
    await vi.advanceTimersByTimeAsync(60_000)
    expect(words(page)).toEqual(['rare earth'])
  })

  it('are found at the latest when the reader has scrolled', async () => {
    const page = await onPage('<news-card id="c"></news-card>')
    await vi.advanceTimersByTimeAsync(60_000)
    get('c').attachShadow({ mode: 'open' }).innerHTML = '<p>rare earth</p>'
    await vi.advanceTimersByTimeAsync(60_000)
    expect(words(page)).toEqual([])
    document.dispatchEvent(new Event('scroll'))
    await vi.advanceTimersByTimeAsync(2000)
    expect(words(page)).toEqual(['rare earth'])
  })
})
