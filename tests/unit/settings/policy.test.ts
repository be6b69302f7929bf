/** The policy in storage: read, copied for pages, and stronger than the reader's own settings without being written to them. */

import { beforeEach, expect, it, vi } from 'vitest'
import { DEFAULTS } from '../../../lib/settings/definition.ts'
import { exportSettings } from '../../../lib/settings/exchange.ts'
import { createFakeStorage, type Stored } from './fake-storage.ts'

const browser = vi.hoisted(() => ({ storage: {} as ReturnType<typeof createFakeStorage> & { managed?: unknown } }))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
const { mirrorPolicy, readPolicy, readPolicyReport, watchPolicy } = await import('../../../lib/settings/policy.ts')
const { changeSetting } = await import('../../../lib/settings/change.ts')
const { readSettings, readStored, watchSettings } = await import('../../../lib/settings/store.ts')

let managed: Stored = {}
beforeEach(() => {
  managed = {}
  browser.storage = { ...createFakeStorage(), managed: { get: async () => structuredClone(managed) } }
})

it('is nothing where the browser has none', async () => {
  browser.storage.managed = { get: () => Promise.reject(new Error('Managed storage manifest not found')) }
  expect(await readPolicy()).toMatchObject({ economy: null, feedUrl: null, updatesOff: false, importOff: false })
  await mirrorPolicy()
  expect(browser.storage.local.data.size).toBe(0)
})

it.each([[null], ['rubbish'], [{ sitesOff: 5 }]])(
  'is taken away where storage has %j in its place',
  async (rubbish) => {
    browser.storage.local.data.set('policy', rubbish)
    await mirrorPolicy()
    expect(browser.storage.local.data.size).toBe(0)
  },
)

it('names what it cannot use', async () => {
  managed = { economy: 'Japan', importOff: true }
  const { policy, ignored } = await readPolicyReport()
  expect(ignored).toEqual(['economy'])
  expect(policy.importOff).toBe(true)
})

it('wins over the reader, category by category, and adds its sites to the reader’s', async () => {
  await changeSetting('categories', (now) => ({ ...now, 'dual-use': false }))
  await changeSetting('sitesOff', () => ['www.ft.com'])
  managed = { categories: { senkaku: false, 'dual-use': true }, economy: 'JPN', sitesOff: ['*.reuters.com'] }
  await mirrorPolicy()
  expect(await readSettings()).toEqual({
    ...DEFAULTS,
    categories: { ...DEFAULTS.categories, senkaku: false, 'dual-use': true },
    economy: 'JPN',
    sitesOff: ['www.ft.com', '*.reuters.com'],
  })
})

it('is never written to the reader’s settings, which are back as they were when it ends', async () => {
  await changeSetting('economy', () => 'DEU')
  managed = { categories: { senkaku: false }, economy: 'JPN', sitesOff: ['www.reuters.com'] }
  await mirrorPolicy()
  // What a switch starts from is the reader's own.
  await changeSetting('categories', (now) => ({ ...now, 'one-china': false }))
  await changeSetting('sitesOff', (now) => [...now, 'www.ft.com'])
  const { own } = await readStored()
  expect(own.categories).toEqual({ ...DEFAULTS.categories, 'one-china': false })
  expect(own.sitesOff).toEqual(['www.ft.com'])
  expect(exportSettings(own)).not.toMatch(/reuters|JPN/)
  managed = {}
  await mirrorPolicy()
  expect(await readSettings()).toEqual({
    ...DEFAULTS,
    categories: { ...DEFAULTS.categories, 'one-china': false },
    economy: 'DEU',
    sitesOff: ['www.ft.com'],
  })
})

it('tells pages nothing of the dataset’s part, and tells them once', async () => {
  const onChange = vi.fn<() => void>()
  const stop = watchSettings(onChange)
  managed = { feedUrl: 'https://data.example.org/', updatesOff: true }
  await mirrorPolicy()
  expect(browser.storage.local.data.size).toBe(0)
  managed = { ...managed, language: 'ja' }
  await mirrorPolicy()
  await mirrorPolicy()
  expect(browser.storage.local.data.get('policy')).toEqual({ language: 'ja' })
  expect(onChange).toHaveBeenCalledTimes(1)
  stop()
})

it('is told when the organisation changes it, and when nobody else changes anything', async () => {
  const onChange = vi.fn<() => void>()
  watchPolicy(onChange)
  await changeSetting('economy', () => 'DEU')
  expect(onChange).not.toHaveBeenCalled()
  for (const listener of browser.storage.listeners) listener({ economy: { newValue: 'JPN' } }, 'managed')
  expect(onChange).toHaveBeenCalledOnce()
})
