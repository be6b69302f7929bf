/** Settings in storage: only what differs is kept, nonsense is ignored, changes are told. */

import { beforeEach, expect, it, vi } from 'vitest'
import { DEFAULTS, SETTINGS } from '../../../lib/settings/definition.ts'
import { createFakeStorage } from './fake-storage.ts'

const browser = vi.hoisted(() => ({ storage: {} as ReturnType<typeof createFakeStorage> }))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
const { readSettings, watchSettings } = await import('../../../lib/settings/store.ts')
const { writeSettings } = await import('../../../lib/settings/change.ts')

beforeEach(() => {
  browser.storage = createFakeStorage()
})

it('gives defaults where nothing is stored', async () => expect(await readSettings()).toEqual(DEFAULTS))

it('gives the default for what has the wrong shape, and keeps the rest', async () => {
  browser.storage.local.data.set('setting.sitesOff', 'everywhere').set('setting.isPaused', true)
  expect(await readSettings()).toEqual({ ...DEFAULTS, isPaused: true })
})

it('goes by the reader’s own settings where nothing sound stands in place of the organisation’s', async () => {
  browser.storage.local.data.set('policy', null)
  expect(await readSettings()).toEqual(DEFAULTS)
})

it('works where sync storage is switched off', async () => {
  browser.storage.sync.get = () => Promise.reject(new Error('off'))
  expect(await readSettings()).toEqual(DEFAULTS)
})

it('stores each setting in its area and reads it back', async () => {
  const categories = { ...SETTINGS.categories.default, senkaku: false }
  await writeSettings({ categories })
  await writeSettings({ sitesOff: ['www.ft.com'] })
  expect([...browser.storage.sync.data.keys()]).toEqual(['setting.categories.senkaku'])
  expect([...browser.storage.local.data.keys()]).toEqual(['setting.sitesOff'])
  expect(await readSettings()).toEqual({ ...DEFAULTS, categories, sitesOff: ['www.ft.com'] })
})

it('stores nothing that equals the default', async () => {
  await writeSettings({ isPaused: true })
  await writeSettings({ isPaused: false })
  await writeSettings({ categories: { ...SETTINGS.categories.default } })
  expect(browser.storage.local.data.size + browser.storage.sync.data.size).toBe(0)
})

it('reads each category for itself: one that is nonsense leaves the others as they are', async () => {
  browser.storage.sync.data.set('setting.categories.senkaku', 'no').set('setting.categories.dual-use', false)
  expect((await readSettings()).categories).toEqual({ ...DEFAULTS.categories, 'dual-use': false })
})

it('tells of a category as of any setting', async () => {
  const onChange = vi.fn<() => void>()
  const stop = watchSettings(onChange)
  await browser.storage.sync.set({ 'setting.categories.senkaku': false })
  expect(onChange).toHaveBeenCalledTimes(1)
  stop()
})

it('tells of changes to settings alone, until it is stopped', async () => {
  const onChange = vi.fn<() => void>()
  const stop = watchSettings(onChange)
  await writeSettings({ isPaused: true })
  expect(onChange).toHaveBeenCalledTimes(1)
  await browser.storage.local.set({ edition: {} })
  expect(onChange).toHaveBeenCalledTimes(1)
  stop()
  await writeSettings({ isPaused: false })
  expect(onChange).toHaveBeenCalledTimes(1)
  expect(browser.storage.listeners.size).toBe(0)
})
