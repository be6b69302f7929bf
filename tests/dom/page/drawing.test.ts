/** Drawing: which categories are painted, how many marks at once, and that none is left behind. */

import { describe, expect, it, vi } from 'vitest'
import type { Category } from '../../../lib/detect/types.ts'
import { settle } from '../../helpers/settle.ts'
import { ALL, get, onEmptyPages, onPage, READ_MS, words } from './annotated.ts'

onEmptyPages()

describe('drawing', () => {
  it('hides and shows categories at once', async () => {
    const page = await onPage('<p>rare earth and one china</p>')
    page.annotator.show(new Set<Category>(['one-china']), 'all')
    expect([...page.ranges.values()]).toEqual(['one-china'])
    expect(words(page)).toEqual(['one china'])
    expect(page.annotator.counts()['rare-earths']).toBe(1)
    page.annotator.show(ALL, 'all')
    expect(page.ranges.size).toBe(2)
  })

  it('paints 400 marks at most and lists them all; where some go, others come', async () => {
    const page = await onPage(`<div id="d">${'<p>rare earth</p>'.repeat(450)}</div>`)
    expect(page.ranges.size).toBe(400)
    expect(page.annotator.counts()['rare-earths']).toBe(450)
    for (let at = 0; at < 30; at++) get('d').firstChild?.remove()
    await settle(READ_MS)
    expect(page.ranges.size).toBe(400)
    expect([...page.ranges.keys()].every(({ startContainer }) => startContainer.isConnected)).toBe(true)
  })

  it('paints those nearest to what is seen, and others in their place once the reader is elsewhere', async () => {
    const HEIGHT = 20
    let scrolled = 0
    // happy-dom lays nothing out: paragraph by paragraph down the page.
    const lieAt = (node: Node) => {
      const paragraph = (node instanceof Element ? node : node.parentElement)?.closest('p')
      const top = Number(paragraph?.id) * HEIGHT - scrolled
      return new DOMRect(0, top, 100, HEIGHT)
    }
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      return lieAt(this)
    })
    vi.spyOn(Range.prototype, 'getBoundingClientRect').mockImplementation(function (this: Range) {
      return lieAt(this.startContainer)
    })
    const page = await onPage(Array.from({ length: 1000 }, (_, at) => `<p id="${at}">rare earth</p>`).join(''))
    const numbers = () => [...page.ranges.keys()].map(({ startContainer }) => Number(startContainer.parentElement?.id))
    const scrollTo = async (top: number) => {
      scrolled = top
      // Of what scrolls inside the page, which does not bubble.
      document.body.dispatchEvent(new Event('scroll'))
      await settle(READ_MS)
    }
    expect([Math.min(...numbers()), Math.max(...numbers())]).toEqual([0, 399])
    await scrollTo(600 * HEIGHT)
    const inView = Math.ceil(innerHeight / HEIGHT)
    expect(numbers()).toEqual(expect.arrayContaining(Array.from({ length: inView }, (_, at) => 600 + at)))
    expect([page.ranges.size, Math.min(...numbers())]).toEqual([400, expect.closeTo(600 - (400 - inView) / 2, -1)])
    await scrollTo(0)
    expect([Math.min(...numbers()), Math.max(...numbers())]).toEqual([0, 399])
  })

  it('puts back what a page cleared, once a second while anything is marked', async () => {
    const page = await onPage('<p id="p">rare earth</p>')
    page.restore.mockClear()
    await vi.advanceTimersByTimeAsync(3000)
    expect(page.restore.mock.calls.length).toBeGreaterThanOrEqual(2)
    get('p').remove()
    await vi.advanceTimersByTimeAsync(3000)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('takes everything away for good', async () => {
    const page = await onPage('<p id="p">rare earth</p>')
    page.annotator.stop()
    expect(page.ranges.size).toBe(0)
    get('p').append('rare earth')
    await vi.advanceTimersByTimeAsync(5000)
    expect(page.ranges.size).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })
})
