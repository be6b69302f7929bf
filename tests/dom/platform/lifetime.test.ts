/** One copy of ours a page: which of two gives way, and when an annotator may start at all. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const world = vi.hoisted(() => ({ isAlive: true }))
vi.mock('../../../lib/platform/browser.ts', () => ({ isAlive: () => world.isAlive }))
const { claimPage, hasCopy, isOwnPage, stopCopy, undoOnAbort } = await import('../../../lib/platform/lifetime.ts')
const { insistInPage } = await import('../../../lib/platform/article-gate.ts')

const invited = Symbol.for('tradegloss.invited')
const page = globalThis as { [key: symbol]: unknown }
beforeEach(() => {
  world.isAlive = true
  delete page[invited]
})
afterEach(stopCopy)

it('runs on a page of its own', () => expect(isOwnPage()).toBe(true))

it('runs one scout, the last', () => {
  expect(hasCopy()).toBe(false)
  const first = claimPage('scout')
  const second = claimPage('scout')
  expect([first?.aborted, second?.aborted]).toEqual([true, false])
  expect(hasCopy()).toBe(true)
})

it('has a scout give way to the annotator, and neither after that', () => {
  const scout = claimPage('scout')
  const annotator = claimPage('annotator')
  expect([scout?.aborted, annotator?.aborted]).toEqual([true, false])
  expect([claimPage('scout'), claimPage('annotator')]).toEqual([null, null])
  expect(annotator?.aborted).toBe(false)
})

it('starts no annotator on a page that none was brought for', () => {
  expect(claimPage('annotator')).toBeNull()
  claimPage('scout')
  stopCopy()
  expect(claimPage('annotator')).toBeNull()
})

it('starts an annotator where the reader asked for it', () => {
  insistInPage()
  expect(claimPage('annotator')?.aborted).toBe(false)
})

it('makes room where the extension of an older copy is gone', () => {
  const old = claimPage('scout')
  world.isAlive = false
  expect(hasCopy()).toBe(false)
  // An orphan's page is no page that was scouted.
  expect(claimPage('annotator')).toBeNull()
  world.isAlive = true
  stopCopy()
  expect(old?.aborted).toBe(true)
  expect(claimPage('scout')?.aborted).toBe(false)
})

it('stops by itself once its extension is gone', () => {
  vi.useFakeTimers()
  const signal = claimPage('scout')
  world.isAlive = false
  vi.advanceTimersByTime(2500)
  vi.useRealTimers()
  expect(signal?.aborted).toBe(true)
})

it('undoes each thing, whatever becomes of the others', () => {
  const controller = new AbortController()
  const last = vi.fn<() => void>()
  const gone = () => {
    throw new Error('Extension context invalidated.')
  }
  undoOnAbort(controller.signal, [gone, last])
  expect(last).not.toHaveBeenCalled()
  controller.abort()
  expect(last).toHaveBeenCalledTimes(1)
})
