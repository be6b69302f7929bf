/** Numbers and dates follow the browser's region where its language is that of the texts. */

import { expect, it } from 'vitest'
import { numbersLocale } from '../../../lib/i18n/locale.ts'

it.each([
  ['en', 'en-US', 'en-US'],
  ['en', 'fr-FR', 'en-GB'],
  ['de', 'de-CH', 'de-CH'],
  ['de', 'en-US', 'de'],
  ['zh-TW', 'zh-HK', 'zh-HK'],
  ['zh-CN', 'zh-TW', 'zh-CN'],
  ['ja', 'xx', 'ja'],
] as const)('texts in %s in a browser in %s: %s', (locale, browser, expected) =>
  expect(numbersLocale(locale, browser)).toBe(expected),
)
