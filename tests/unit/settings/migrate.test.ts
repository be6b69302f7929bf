/** Migrations: every form that was ever stored is read today, also where old and new keys of two devices meet; a step that is cut short is made again. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULTS } from '../../../lib/settings/definition.ts'
import { migrate, MIGRATIONS } from '../../../lib/settings/versions.ts'
import { createFakeStorage, type Stored } from './fake-storage.ts'

const browser = vi.hoisted(() => ({ storage: {} as ReturnType<typeof createFakeStorage> }))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
const { migrateStored, watchOldForms } = await import('../../../lib/settings/migrate.ts')
const { readSettings } = await import('../../../lib/settings/store.ts')

beforeEach(() => {
  browser.storage = createFakeStorage()
})

const LOCAL: Stored = {
  'setting.isPaused': true,
  'setting.sitesOff': ['www.ft.com'],
  'setting.notThis': [{ entry: 'senkaku-islands', text: 'the islands', host: 'www.ft.com' }],
  'setting.feedUrl': 'https://data.example/index.json',
  'setting.updates': 'weekly',
}
const SYNC: Stored = {
  'setting.density': 'section',
  'setting.economy': 'EU',
  'setting.language': 'ja',
  'setting.theme': 'dark',
  'setting.markStyle': 'tint',
  'setting.showsCount': false,
}
const MEANS = {
  categories: { 'rare-earths': true, 'dual-use': false, senkaku: true, 'one-china': true },
  density: 'section',
  economy: 'EU',
  language: 'ja',
  theme: 'dark',
  markStyle: 'tint',
  showsCount: false,
  isPaused: true,
  sitesOff: ['www.ft.com'],
  notThis: [{ entry: 'senkaku-islands', text: 'the islands', host: 'www.ft.com' }],
  feedUrl: 'https://data.example/index.json',
  updates: 'weekly',
}

/** What a reader had stored in each form, and the settings it means today. A new form adds its line here. */
const SAMPLES: Record<number, { sync: Stored; local: Stored; means: object }> = {
  1: {
    sync: {
      ...SYNC,
      'setting.categories': { 'rare-earths': true, 'dual-use': false, senkaku: true, 'one-china': true },
    },
    local: LOCAL,
    means: MEANS,
  },
  2: { sync: { ...SYNC, 'setting.categories.dual-use': false }, local: LOCAL, means: MEANS },
}

it('has a sample of every form', () =>
  expect(Object.keys(SAMPLES).map(Number)).toEqual(MIGRATIONS.concat([(stored) => stored]).map((_, at) => at + 1)))

it.each(Object.entries(SAMPLES))('reads settings of form %s, and leaves them in the newest', async (_, sample) => {
  await browser.storage.sync.set(sample.sync)
  await browser.storage.local.set(sample.local)
  await migrateStored()
  expect(await readSettings()).toEqual({ ...DEFAULTS, ...sample.means })
  expect(Object.fromEntries(browser.storage.sync.data)).toEqual(SAMPLES[MIGRATIONS.length + 1]?.sync)
  browser.storage.calls.length = 0
  await migrateStored()
  expect(browser.storage.calls.filter(([, method]) => method !== 'get')).toEqual([])
})

describe('categories of two devices, one of an older release', () => {
  it('both count: what is there in the new form wins, and the old one fills in', async () => {
    await browser.storage.sync.set({
      'setting.categories': { 'rare-earths': true, 'dual-use': false, senkaku: false, 'one-china': true },
      'setting.categories.one-china': false,
      'setting.categories.senkaku': true,
    })
    await migrateStored()
    expect((await readSettings()).categories).toEqual({
      'rare-earths': true,
      'dual-use': false,
      senkaku: true,
      'one-china': false,
    })
  })

  it.each([null, 'all', [], { senkaku: 'no' }])('%o in the old form changes nothing', async (together) => {
    await browser.storage.sync.set({ 'setting.categories': together })
    await migrateStored()
    expect(await readSettings()).toEqual(DEFAULTS)
    expect(browser.storage.sync.data.size).toBe(0)
  })
})

describe('steps', () => {
  /** Two later forms: one renames a key and its values, the other drops a key. */
  const steps = [
    ({ 'setting.theme': theme, ...rest }: Stored): Stored =>
      theme === undefined ? rest : { 'setting.look': theme === 'dark' ? 'night' : 'day', ...rest },
    (stored: Stored): Stored => Object.fromEntries(Object.entries(stored).filter(([key]) => key !== 'setting.economy')),
  ]
  it('are taken in order, and change nothing the second time', () => {
    const stored = { 'setting.theme': 'dark', 'setting.economy': 'JPN', 'setting.other': 1 }
    const next = { 'setting.look': 'night', 'setting.other': 1 }
    expect(migrate(stored, steps)).toEqual(next)
    expect(migrate(next, steps)).toEqual(next)
  })

  it('change both areas once, remove what went, and touch nothing that is no setting', async () => {
    await browser.storage.sync.set({ 'setting.theme': 'dark', 'setting.economy': 'JPN' })
    await browser.storage.local.set({ edition: { edition: '2026.11.1' }, 'setting.theme': 'light' })
    await migrateStored(steps)
    expect(Object.fromEntries(browser.storage.sync.data)).toEqual({ 'setting.look': 'night' })
    expect(Object.fromEntries(browser.storage.local.data)).toEqual({
      edition: { edition: '2026.11.1' },
      'setting.look': 'day',
    })
    expect(browser.storage.calls.filter(([, method]) => method === 'set').slice(2)).toEqual([
      ['sync', 'set', ['setting.look']],
      ['local', 'set', ['setting.look']],
    ])
    browser.storage.calls.length = 0
    await migrateStored(steps)
    expect(browser.storage.calls.filter(([, method]) => method !== 'get')).toEqual([])
  })

  it('lose nothing where the browser is killed before old keys are removed', async () => {
    await browser.storage.sync.set({ 'setting.theme': 'dark' })
    const { remove } = browser.storage.sync
    browser.storage.sync.remove = () => Promise.reject(new Error('killed'))
    await expect(migrateStored(steps)).rejects.toThrow('killed')
    browser.storage.sync.remove = remove
    await migrateStored(steps)
    expect(Object.fromEntries(browser.storage.sync.data)).toEqual({ 'setting.look': 'night' })
  })

  it('leave alone what a later release has synced, and work where sync is off', async () => {
    await browser.storage.sync.set({ 'setting.appearance': 'sepia' })
    await migrateStored(steps)
    expect(browser.storage.sync.data.get('setting.appearance')).toBe('sepia')
    browser.storage.sync.get = () => Promise.reject(new Error('off'))
    await browser.storage.local.set({ 'setting.theme': 'dark' })
    await migrateStored(steps)
    expect(browser.storage.local.data.get('setting.look')).toBe('night')
  })
})

it('reads an older form that the browser’s sync brings later, as from another device', async () => {
  watchOldForms((error) => {
    throw error
  })
  await browser.storage.sync.set({ 'setting.categories': { ...DEFAULTS.categories, senkaku: false } })
  await vi.waitFor(async () => expect((await readSettings()).categories.senkaku).toBe(false))
  await vi.waitFor(() => expect([...browser.storage.sync.data.keys()]).toEqual(['setting.categories.senkaku']))
  browser.storage.calls.length = 0
  await browser.storage.sync.set({ 'setting.theme': 'dark' })
  expect(browser.storage.calls).toEqual([['sync', 'set', ['setting.theme']]])
})
