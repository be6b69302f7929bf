/** Migrations: every version that was ever stored is read today; a step that is cut short is made again. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULTS } from '../../../lib/settings/definition.ts'
import { migrate, MIGRATIONS, VERSION, versionOf } from '../../../lib/settings/versions.ts'
import { createFakeStorage, type Stored } from './fake-storage.ts'

const browser = vi.hoisted(() => ({ storage: {} as ReturnType<typeof createFakeStorage> }))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
const { migrateStored } = await import('../../../lib/settings/migrate.ts')
const { readSettings } = await import('../../../lib/settings/store.ts')

beforeEach(() => {
  browser.storage = createFakeStorage()
})

/** What a reader had stored in each version, and the settings it means today. A new version adds its line here. */
const SAMPLES: Record<number, { sync: Stored; local: Stored; means: object }> = {
  1: {
    sync: {
      'setting.categories': { 'rare-earths': true, 'dual-use': false, senkaku: true, 'one-china': true },
      'setting.density': 'section',
      'setting.economy': 'EU',
      'setting.language': 'ja',
      'setting.theme': 'dark',
      'setting.markStyle': 'tint',
      'setting.showsCount': false,
    },
    local: {
      'setting.isPaused': true,
      'setting.sitesOff': ['www.ft.com'],
      'setting.notThis': [{ entry: 'senkaku-islands', text: 'the islands', host: 'www.ft.com' }],
    },
    means: {
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
    },
  },
}

it('has a sample of every version', () =>
  expect(Object.keys(SAMPLES).map(Number)).toEqual(Array.from({ length: VERSION }, (_, at) => at + 1)))

it.each(Object.entries(SAMPLES))('reads settings of version %s', async (version, { sync, local, means }) => {
  await browser.storage.sync.set({ ...sync, ...(version === '1' ? {} : { 'settings.version': Number(version) }) })
  await browser.storage.local.set({ ...local, ...(version === '1' ? {} : { 'settings.version': Number(version) }) })
  await migrateStored()
  expect(await readSettings()).toEqual({ ...DEFAULTS, ...means })
})

describe('steps', () => {
  /** Two later versions: one renames a key and its values, the other drops a key. */
  const steps = [
    ({ 'setting.theme': theme, ...rest }: Stored): Stored =>
      theme === undefined ? rest : { ...rest, 'setting.look': theme === 'dark' ? 'night' : 'day' },
    (stored: Stored): Stored => Object.fromEntries(Object.entries(stored).filter(([key]) => key !== 'setting.economy')),
  ]
  it('are taken from the stored version on, in order', () => {
    const stored = { 'setting.theme': 'dark', 'setting.economy': 'JPN', 'setting.other': 1 }
    expect(migrate(stored, 1, steps)).toEqual({ 'setting.look': 'night', 'setting.other': 1 })
    expect(migrate(stored, 2, steps)).toEqual({ 'setting.theme': 'dark', 'setting.other': 1 })
    expect(migrate(stored, 3, steps)).toEqual(stored)
    expect(migrate(stored, 9, steps)).toEqual(stored)
  })

  it('change both areas once, remove what went, and touch nothing that is no setting', async () => {
    await browser.storage.sync.set({ 'setting.theme': 'dark', 'setting.economy': 'JPN' })
    await browser.storage.local.set({ edition: { edition: '2026.11.1' }, 'setting.theme': 'light' })
    await migrateStored(steps)
    expect(Object.fromEntries(browser.storage.sync.data)).toEqual({ 'setting.look': 'night', 'settings.version': 3 })
    expect(Object.fromEntries(browser.storage.local.data)).toEqual({
      edition: { edition: '2026.11.1' },
      'setting.look': 'day',
      'settings.version': 3,
    })
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
    expect(browser.storage.sync.data.get('setting.look')).toBe('night')
  })

  it('leave alone what a later release has synced, and work where sync is off', async () => {
    await browser.storage.sync.set({ 'setting.theme': 'sepia', 'settings.version': 7 })
    await migrateStored(steps)
    expect(browser.storage.sync.data.get('setting.theme')).toBe('sepia')
    browser.storage.sync.get = () => Promise.reject(new Error('off'))
    await browser.storage.local.set({ 'setting.theme': 'dark' })
    browser.storage.local.data.delete('settings.version')
    await migrateStored(steps)
    expect(browser.storage.local.data.get('setting.look')).toBe('night')
  })
})

it('takes whatever is no version for the first', () => {
  expect([undefined, null, '2', 0, -1, 1.5].map(versionOf)).toEqual([1, 1, 1, 1, 1, 1])
  expect(versionOf(2)).toBe(2)
  expect(MIGRATIONS.length).toBe(VERSION - 1)
})
