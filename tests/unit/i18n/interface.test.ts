/** The interface's words: in the language of the setting, else of the browser, and in English where a catalogue has none. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'

let catalogues: Record<string, Record<string, string>>
let browserLanguage: string
vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: {
    i18n: { getUILanguage: () => browserLanguage },
    runtime: { getURL: (path: string) => `extension://tradegloss/${path}` },
  },
}))
const { loadInterface } = await import('../../../lib/i18n/interface.ts')

beforeEach(() => {
  browserLanguage = 'de-AT'
  catalogues = {
    en: { card_pin: 'Pin', card_close: 'Close' },
    de: { card_pin: 'Anheften' },
    zh_TW: { card_pin: '釘選' },
  }
  vi.stubGlobal('fetch', async (address: string) => {
    const [, folder = ''] = /^extension:\/\/tradegloss\/_locales\/(\w+)\/messages\.json$/.exec(address) ?? []
    const messages = Object.entries(catalogues[folder] ?? {}).map(([key, message]) => [key, { message }])
    return messages.length > 0 ? Response.json(Object.fromEntries(messages)) : Promise.reject(new TypeError('no file'))
  })
})
afterEach(() => vi.unstubAllGlobals())

it('is in the browser’s language and its region’s numbers where the setting names none', async () => {
  const { locale, numbers, t } = await loadInterface('')
  expect([locale, numbers, t('card_pin')]).toEqual(['de', 'de-AT', 'Anheften'])
})

it('is in the language of the setting, whatever the browser’s is', async () => {
  const { locale, numbers, t } = await loadInterface('zh-TW')
  expect([locale, numbers, t('card_pin')]).toEqual(['zh-TW', 'zh-TW', '釘選'])
  expect((await loadInterface('en')).t('card_pin')).toBe('Pin')
})

it('says in English what the catalogue lacks, and all of it where there is no catalogue', async () => {
  expect((await loadInterface('de')).t('card_close')).toBe('Close')
  expect((await loadInterface('ko')).t('card_pin')).toBe('Pin')
})
