/** The follower: reads all of a page and what changes, tells when it is through, and goes quiet when it is stopped. */

import { afterEach, expect, it, vi } from 'vitest'
import { Follower, type FollowerOptions } from '../../../lib/page/follower.ts'
import { settle } from '../../helpers/settle.ts'

/** Long enough for what changed to be read. */
const QUIET_MS = 400

let follower: Follower
afterEach(() => follower.stop())

function follow(html: string, options: Partial<FollowerOptions> = {}) {
  document.body.innerHTML = html
  const told = {
    texts: [] as string[],
    onPart: vi.fn<() => void>(),
    after: vi.fn<() => number[]>(() => []),
    onRead: vi.fn<() => void>(),
    onGone: vi.fn<() => void>(),
    onRoot: vi.fn<(root: ShadowRoot) => void>(),
    onError: vi.fn<(error: unknown) => void>(),
  }
  follower = new Follower({
    ...told,
    onText: (_, blocks) => told.texts.push(...blocks.map(({ text }) => text)),
    isBusy: () => false,
    ...options,
  })
  follower.start()
  return told
}

it('reads every run of text once, and says so', async () => {
  const told = follow('<p>One <b>two</b></p><div>three<p>four</p></div>')
  await vi.waitFor(() => expect(told.onRead).toHaveBeenCalled())
  expect(told.texts.toSorted()).toEqual(['One two', 'four', 'three'])
  await settle(QUIET_MS)
  expect([told.texts.length, told.onRead.mock.calls.length]).toEqual([3, 1])
})

it('reads again what changed, and nothing beside it', async () => {
  const told = follow('<p>One</p><p id="a">two</p>')
  await vi.waitFor(() => expect(told.onRead).toHaveBeenCalled())
  told.texts.length = 0
  const changed = document.querySelector('#a') as Element
  ;(changed.firstChild as Text).data = 'three'
  await vi.waitFor(() => expect(told.texts).toEqual(['three']))
})

it('says what went, and reads what came in whole', async () => {
  const told = follow('<p>One</p><div id="a"></div>')
  await vi.waitFor(() => expect(told.onRead).toHaveBeenCalled())
  told.onGone.mockClear()
  told.texts.length = 0
  document.querySelector('p')?.remove()
  document.querySelector('#a')?.insertAdjacentHTML('beforeend', '<section><p>two</p><p>three</p></section>')
  await vi.waitFor(() => expect(told.texts).toEqual(['two', 'three']))
  expect(told.onGone).toHaveBeenCalledTimes(1)
})

it('reads what an attribute shows, and says that what it hides has gone', async () => {
  const told = follow('<section hidden>One <p>two</p></section><p>Three <b id="b">four</b></p>')
  await vi.waitFor(() => expect(told.onRead).toHaveBeenCalled())
  told.texts.length = 0
  const section = document.querySelector('section') as HTMLElement
  section.hidden = false
  await vi.waitFor(() => expect(told.texts).toEqual(['two', 'One ']))
  told.onGone.mockClear()
  section.setAttribute('aria-hidden', 'true')
  document.querySelector('#b')?.setAttribute('hidden', '')
  await vi.waitFor(() => expect(told.texts).toEqual(['two', 'One ', 'Three ']))
  expect(told.onGone).toHaveBeenCalledTimes(1)
})

it('reads nothing again of the whole app where a dialog hides that from screen readers', async () => {
  const told = follow('<div id="app"><h1>One</h1><p>two</p></div>')
  await vi.waitFor(() => expect(told.onRead).toHaveBeenCalled())
  told.texts.length = 0
  const app = document.querySelector('#app') as Element
  app.setAttribute('aria-hidden', 'true')
  await settle(QUIET_MS)
  app.removeAttribute('aria-hidden')
  await settle(QUIET_MS)
  expect(told.texts).toEqual([])
})

it('tells of shadow roots, and reads them', async () => {
  const told = follow('<p>One</p>')
  const host = document.createElement('div')
  host.attachShadow({ mode: 'open' }).innerHTML = '<p>Inside</p>'
  document.body.append(host)
  await vi.waitFor(() => expect(told.texts).toContain('Inside'))
  expect(told.onRoot.mock.calls).toEqual([[host.shadowRoot]])
})

it('counts as read once nothing is to come any more, or after three seconds', async () => {
  let isBusy = true
  const told = follow('<p>One</p>', { isBusy: () => isBusy })
  await settle(QUIET_MS)
  expect(told.onRead).not.toHaveBeenCalled()
  isBusy = false
  follower.wake()
  await vi.waitFor(() => expect(told.onRead).toHaveBeenCalledTimes(1))
  follower.stop()
  const other = follow('<p>One</p>', { isBusy: () => true })
  await settle(3100)
  expect(other.onRead).not.toHaveBeenCalled()
  follower.wake()
  await vi.waitFor(() => expect(other.onRead).toHaveBeenCalledTimes(1))
})

it('tells of an error, and reads the rest', async () => {
  const texts: string[] = []
  const told = follow('<p>One</p>', {
    onText: (_, blocks) => {
      texts.push(...blocks.map(({ text }) => text))
      if (texts.length === 1) throw new Error('no')
    },
  })
  await vi.waitFor(() => expect(told.onError).toHaveBeenCalledTimes(1))
  document.body.insertAdjacentHTML('beforeend', '<p>two</p>')
  await vi.waitFor(() => expect(texts).toEqual(['One', 'two']))
})

it('reads nothing any more once it is stopped', async () => {
  const told = follow('<p>One</p>')
  await vi.waitFor(() => expect(told.onRead).toHaveBeenCalled())
  follower.stop()
  told.texts.length = 0
  document.body.insertAdjacentHTML('beforeend', '<p>two</p>')
  await settle(QUIET_MS)
  expect(told.texts).toEqual([])
})
