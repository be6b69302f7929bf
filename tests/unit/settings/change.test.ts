/** Changes: one after another from what is stored, and several at once. */

import { beforeEach, expect, it, vi } from 'vitest'
import { DEFAULTS } from '../../../lib/settings/definition.ts'
import { createFakeStorage } from './fake-storage.ts'

const browser = vi.hoisted(() => ({ storage: {} as ReturnType<typeof createFakeStorage> }))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
const { changeSetting, writeSettings } = await import('../../../lib/settings/change.ts')
const { readSettings } = await import('../../../lib/settings/store.ts')

beforeEach(() => {
  browser.storage = createFakeStorage()
})

it('counts two changes that are made at once', async () => {
  await Promise.all([
    changeSetting('sitesOff', (now) => [...now, 'www.ft.com']),
    changeSetting('sitesOff', (now) => [...now, 'www.reuters.com']),
  ])
  expect((await readSettings()).sitesOff).toEqual(['www.ft.com', 'www.reuters.com'])
})

it('goes on after storage refused one', async () => {
  const set = browser.storage.local.set
  browser.storage.local.set = () => Promise.reject(new Error('quota'))
  await expect(changeSetting('isPaused', () => true)).rejects.toThrow('quota')
  browser.storage.local.set = set
  await changeSetting('isPaused', () => true)
  expect((await readSettings()).isPaused).toBe(true)
})

it('writes several at once, keeps defaults out of storage and leaves the rest alone', async () => {
  await changeSetting('theme', () => 'dark')
  await changeSetting('economy', () => 'JPN')
  browser.storage.calls.length = 0
  await writeSettings({ economy: '', density: 'first', markStyle: 'tint', sitesOff: ['www.ft.com'] })
  expect(browser.storage.calls.filter(([, method]) => method !== 'get')).toEqual([
    ['sync', 'set', ['setting.density', 'setting.markStyle']],
    ['sync', 'remove', ['setting.economy']],
    ['local', 'set', ['setting.sitesOff']],
  ])
  expect(await readSettings()).toEqual({
    ...DEFAULTS,
    theme: 'dark',
    density: 'first',
    markStyle: 'tint',
    sitesOff: ['www.ft.com'],
  })
})

it('writes none of several where one area refuses its part', async () => {
  await changeSetting('theme', () => 'dark')
  const { set } = browser.storage.local
  browser.storage.local.set = () => Promise.reject(new Error('quota'))
  const all = { theme: 'light', density: 'first', sitesOff: ['www.ft.com'] } as const
  await expect(writeSettings({ ...all, sitesOff: [...all.sitesOff] })).rejects.toThrow('quota')
  browser.storage.local.set = set
  expect(await readSettings()).toEqual({ ...DEFAULTS, theme: 'dark' })
})

it('undoes nothing that another device changed: categories that both changed meanwhile all count', async () => {
  /** What the browser's sync brings, key by key: the last word on each. */
  const other = { 'setting.categories.senkaku': false, 'setting.theme': 'dark' }
  await changeSetting('categories', (now) => ({ ...now, 'one-china': false }))
  const readsBefore = changeSetting('categories', (now) => {
    // Arrives after we read and before we write.
    for (const [key, value] of Object.entries(other)) browser.storage.sync.data.set(key, value)
    return { ...now, 'dual-use': false }
  })
  await readsBefore
  const { categories, theme } = await readSettings()
  expect(categories).toEqual({ 'rare-earths': true, 'dual-use': false, senkaku: false, 'one-china': false })
  expect(theme).toBe('dark')
})

it('writes of several categories the one that changed', async () => {
  await changeSetting('categories', (now) => ({ ...now, senkaku: false }))
  browser.storage.calls.length = 0
  await changeSetting('categories', (now) => ({ ...now, 'dual-use': false }))
  await changeSetting('categories', (now) => ({ ...now, senkaku: true }))
  expect(browser.storage.calls.filter(([, method]) => method !== 'get')).toEqual([
    ['sync', 'set', ['setting.categories.dual-use']],
    ['sync', 'remove', ['setting.categories.senkaku']],
  ])
})
