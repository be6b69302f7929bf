/** Errors of our own: told once where the console is ours, and nowhere else. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { noteError, noting } from '../../../lib/platform/errors.ts'

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
beforeEach(() => warn.mockClear())
afterEach(() => vi.unstubAllGlobals())

it('are told once each in the extension’s own console', async () => {
  for (const protocol of ['chrome-extension:', 'moz-extension:']) {
    vi.stubGlobal('location', { protocol })
    noteError('menus', new Error(`no menus in ${protocol}`))
    noteError('menus', new Error(`no menus in ${protocol}`))
    noteError('badge', new Error(`no menus in ${protocol}`))
  }
  await Promise.reject(new Error('nobody waits')).catch(noting('badge'))
  expect(warn.mock.calls).toEqual([
    ['Tradegloss, menus: no menus in chrome-extension:'],
    ['Tradegloss, badge: no menus in chrome-extension:'],
    ['Tradegloss, menus: no menus in moz-extension:'],
    ['Tradegloss, badge: no menus in moz-extension:'],
    ['Tradegloss, badge: nobody waits'],
  ])
})

it('are kept from the console of a page, and where there is no page at all', () => {
  for (const location of [{ protocol: 'https:' }, undefined]) {
    vi.stubGlobal('location', location)
    noteError('drawing', new Error(`on ${location?.protocol}`))
  }
  expect(warn).not.toHaveBeenCalled()
})
