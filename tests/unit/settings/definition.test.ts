/** The settings table: defaults are valid, nonsense is not, and nothing that names a site is synced. */

import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '../../../lib/detect/types.ts'
import { SETTING_KEYS, SETTINGS, storageKeysIn } from '../../../lib/settings/definition.ts'
import { fits } from '../../../lib/settings/shape.ts'

describe('the table', () => {
  it('has valid defaults', () => {
    for (const key of SETTING_KEYS) expect([key, fits(SETTINGS[key].default, SETTINGS[key].shape)]).toEqual([key, true])
  })
  it('survives storage: defaults are plain data', () => {
    for (const key of SETTING_KEYS)
      expect(JSON.parse(JSON.stringify(SETTINGS[key].default))).toEqual(SETTINGS[key].default)
  })
  it('shows every category at first, on every site', () => {
    expect(SETTINGS.categories.default).toEqual(Object.fromEntries(CATEGORIES.map((category) => [category, true])))
    expect(SETTINGS.isPaused.default).toBe(false)
    expect(SETTINGS.sitesOff.default).toEqual([])
  })
  it('asks no feed unless it is told to', () => {
    expect(SETTINGS.feedUrl.default).toBe('')
    expect(SETTINGS.updates.default).toBe('never')
  })
  it('never syncs what names a site, nor the pause', () => {
    expect(SETTINGS.sitesOff.area).toBe('local')
    expect(SETTINGS.isPaused.area).toBe('local')
    expect(SETTINGS.notThis.area).toBe('local')
    expect(SETTINGS.feedUrl.area).toBe('local')
  })
  it('gives every setting a key of its own', () => {
    const keys = (['sync', 'local', 'policy'] as const).flatMap(storageKeysIn)
    expect(new Set(keys).size).toBe(keys.length)
    // Each category has one: two devices may change different ones.
    expect(keys).toHaveLength(SETTING_KEYS.length + CATEGORIES.length - 1)
  })
})

describe('validity', () => {
  const all = { 'rare-earths': true, 'dual-use': false, senkaku: true, 'one-china': false }
  it('of categories: all four, each on or off', () => {
    const isValid = (value: unknown) => fits(value, SETTINGS.categories.shape)
    expect(isValid(all)).toBe(true)
    for (const value of [
      undefined,
      null,
      true,
      'all',
      [],
      {},
      { ...all, senkaku: 'yes' },
      { ...all, senkaku: undefined },
    ])
      expect(isValid(value)).toBe(false)
  })
  it('of the pause: true or false', () => {
    expect(fits(true, SETTINGS.isPaused.shape)).toBe(true)
    for (const value of [undefined, null, 0, 'true', {}]) expect(fits(value, SETTINGS.isPaused.shape)).toBe(false)
  })
  it('of sites: a list of hosts', () => {
    expect(fits(['www.reuters.com'], SETTINGS.sitesOff.shape)).toBe(true)
    for (const value of [undefined, null, 'www.reuters.com', [1], [null], { 0: 'a' }])
      expect(fits(value, SETTINGS.sitesOff.shape)).toBe(false)
  })
  it('of what is chosen from a list: one of it', () => {
    for (const [key, value] of [
      ['density', 'section'],
      ['theme', 'dark'],
      ['markStyle', 'tint'],
      ['language', 'zh-TW'],
      ['language', ''],
    ] as const) {
      expect(fits(value, SETTINGS[key].shape)).toBe(true)
      for (const nonsense of [undefined, null, 1, 'nonsense', [value]])
        expect(fits(nonsense, SETTINGS[key].shape)).toBe(false)
    }
  })
  it('of the economy: a code, or none', () => {
    for (const value of ['', 'EU', 'JPN']) expect(fits(value, SETTINGS.economy.shape)).toBe(true)
    for (const value of [undefined, 'Japan', 'jpn', 'JP']) expect(fits(value, SETTINGS.economy.shape)).toBe(false)
  })
  it('of what the reader does not want marked: words, an entry, and where', () => {
    const isValid = (value: unknown) => fits(value, SETTINGS.notThis.shape)
    expect(isValid([{ entry: 'senkaku-islands', text: 'islands', host: null }])).toBe(true)
    expect(isValid([{ entry: 'senkaku-islands', text: 'islands', host: 'www.ft.com' }])).toBe(true)
    for (const value of [{}, ['islands'], [{ entry: 'senkaku-islands', text: 'islands' }], [null]])
      expect(isValid(value)).toBe(false)
  })
})
