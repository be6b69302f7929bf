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
