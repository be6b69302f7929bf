/** Which of our locales serves which reader. */

import { expect, it } from 'vitest'
import { languageOfLocale, localeOf } from '../../../lib/dataset/locales.ts'

it.each([
  ['en-US', 'en'],
  ['ja', 'ja'],
  ['zh', 'zh-CN'],
  ['zh-CN', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['zh-TW', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['zh-Hant', 'zh-TW'],
  ['zh-Hant-HK', 'zh-TW'],
  ['zh-Hans-HK', 'zh-CN'],
  ['cmn-Hans-CN', 'zh-CN'],
  ['yue-HK', 'zh-TW'],
  ['yue', 'zh-TW'],
  ['en-HK', 'en'],
  ['pt-BR', 'en'],
  ['es-419', 'es'],
  ['de_AT', 'de'],
  ['fr-CA', 'fr'],
  ['', 'en'],
])('%j is read in %s', (language, expected) => expect(localeOf(language)).toBe(expected))

it.each([
  ['zh-CN', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['de', 'de'],
] as const)('the language of %s is %s', (locale, language) => expect(languageOfLocale(locale)).toBe(language))
