/** Settings as a file: what goes out comes back, and what is wrong is refused whole and named. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULTS, type Settings } from '../../../lib/settings/definition.ts'
import {
  changedKeys,
  EXCHANGED,
  exportSettings,
  firstSettings,
  importSettings,
} from '../../../lib/settings/exchange.ts'

const own: Settings = {
  ...DEFAULTS,
  categories: { ...DEFAULTS.categories, senkaku: false },
  density: 'first',
  economy: 'JPN',
  language: 'zh-TW',
  sitesOff: ['www.ft.com', '*.ft.com', 'localhost', '[::1]', 'xn--bcher-kva.example'],
  notThis: [{ entry: 'senkaku-islands', text: 'the islands', host: null }],
  isPaused: true,
  feedUrl: 'https://data.example.org/',
}
const file = (settings: object, more: object = {}) =>
  JSON.stringify({ format: 'tradegloss-settings', version: 1, settings, ...more })
const problemOf = (text: string) => {
  const read = importSettings(text)
  return read.ok ? null : read.problem
}

describe('a file', () => {
  it('brings back all that it holds', () => {
    const read = importSettings(exportSettings(own))
    expect(read).toEqual({ ok: true, settings: Object.fromEntries(EXCHANGED.map((key) => [key, own[key]])) })
  })
  it('holds neither the pause nor the feed nor anything of the organisation’s', () => {
    const text = exportSettings(own)
    const { settings } = JSON.parse(text) as { settings: Record<string, unknown> }
    expect(Object.keys(settings).toSorted()).toEqual(
      [
        'categories',
        'density',
        'economy',
        'language',
        'theme',
        'markStyle',
        'showsCount',
        'sitesOff',
        'notThis',
      ].toSorted(),
    )
    expect(text).not.toContain('data.example.org')
  })
  it('may hold a part only, and start with a byte order mark', () =>
    expect(importSettings(`\uFEFF${file({ theme: 'dark' })}`)).toEqual({ ok: true, settings: { theme: 'dark' } }))
  it('brings no field that nobody knows', () =>
    expect(importSettings(file({ categories: { ...own.categories, trade: true } }))).toEqual({
      ok: true,
      settings: { categories: own.categories },
    }))
})

describe('what is refused', () => {
  it.each([
    ['options_import_no_json', ''],
    ['options_import_no_json', exportSettings(own).slice(0, -4)],
    ['options_import_other_file', 'null'],
    ['options_import_other_file', '[]'],
    ['options_import_other_file', '{}'],
    ['options_import_other_file', '{"format":"tradegloss-settings","version":1}'],
    ['options_import_other_file', file([])],
    ['options_import_other_file', file({}, { version: '1' })],
    ['options_import_other_file', file({}, { version: 0 })],
    ['options_import_newer', file({}, { version: 99 })],
    ['options_import_too_large', ' '.repeat(1_000_001)],
  ])('%s', (says, text) => expect(problemOf(text)).toEqual({ says, values: {} }))

  it.each([
    ['density', { density: 'some' }],
    ['economy', { economy: 'Japan' }],
    ['categories', { categories: { senkaku: true } }],
    ['sitesOff', { theme: 'dark', sitesOff: [1] }],
    // None of these is a host: they would stand in the list and switch nothing off.
    ...['https://www.ft.com/a', 'me@www.ft.com', 'www.ft.com/*', 'www.f\u0442.com', 'www.ft.com\u202e', '*', ''].map(
      (host): [string, object] => ['sitesOff', { sitesOff: ['www.ft.com', host] }],
    ),
    ['notThis', { notThis: [{ entry: 'x' }] }],
    ['showsCount', { showsCount: null }],
  ])('a wrong value of %s, by name', (key, settings) =>
    expect(problemOf(file(settings))).toEqual({ says: 'options_import_bad_value', values: { key } }),
  )

  it.each(['isPaused', 'feedUrl', 'sitesAllowed', 'policy', 'nonsense', '__proto__'])('the key %s, by name', (key) =>
    expect(problemOf(`{"format":"tradegloss-settings","version":1,"settings":{"${key}":true}}`)).toEqual({
      says: 'options_import_unknown_key',
      values: { key },
    }),
  )

  it('is refused in words, whatever it is: nothing throws', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => file(JSON.parse(json) as object)),
        ),
        (text) => {
          const read = importSettings(text)
          expect(typeof read.ok).toBe('boolean')
        },
      ),
    ))
})

it('tells which settings would change', () => {
  expect(changedKeys(own, { density: 'first', theme: 'dark', sitesOff: [] })).toEqual(['theme', 'sitesOff'])
  expect(changedKeys(DEFAULTS, firstSettings())).toEqual([])
})

it('resets everything but the dataset’s feed', () => {
  expect(Object.keys(DEFAULTS).filter((key) => !(key in firstSettings()))).toEqual(
    expect.arrayContaining(['feedUrl', 'updates', 'sitesAllowed']),
  )
  expect(Object.keys(firstSettings())).toHaveLength(Object.keys(DEFAULTS).length - 3)
  expect(firstSettings().isPaused).toBe(false)
})
