/** Hearing of pages that change: from our own scripts in a tab, and from nobody else. */

import { expect, it, vi } from 'vitest'

type Listener = (message: unknown, sender: unknown) => unknown
const listeners = vi.hoisted(() => new Set<Listener>())
vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: {
    runtime: {
      id: 'us',
      onMessage: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
  },
}))
const { watchPages } = await import('../../../lib/messaging/page-changes.ts')

it('hears which tab it is, of changes and of pages that a scout begins with', () => {
  const heard: number[] = []
  const stop = watchPages((tabId) => heard.push(tabId))
  const send = (message: unknown, id = 'us', tab: object | null = { id: 7 }) =>
    [...listeners].map((listener) => listener(message, { id, ...(tab && { tab }) }))
  // Answering is the background's.
  expect(send({ type: 'page.changed' })).toEqual([undefined])
  send({ type: 'page.begin' }, 'us', { id: 8 })
  send({ type: 'texts.scout' })
  send({ type: 'page.changed' }, 'another-extension')
  send({ type: 'page.changed' }, 'us', null)
  send(null)
  expect(heard).toEqual([7, 8])
  stop()
  send({ type: 'page.changed' })
  expect(heard).toEqual([7, 8])
})
