/** The locales of interface and card texts, and which of them a browser's language means. Pure. */

import { chineseOf, partsOfTag } from '../detect/chinese.ts'

export const LOCALES = ['en', 'ja', 'zh-CN', 'zh-TW', 'ko', 'de', 'fr', 'es'] as const

/** Locale of interface and card texts (BCP 47). */
export type Locale = (typeof LOCALES)[number]

/** The locale that serves a reader of `language` (BCP 47); English where none does. Chinese goes by script, then region. */
export function localeOf(language: string): Locale {
  const parts = partsOfTag(language)
  const wanted = chineseOf(parts) ?? parts[0]
  return LOCALES.find((locale) => languageOfLocale(locale) === wanted) ?? 'en'
}

/** Language of the terms and economy names that go with a locale: Chinese goes by its script. */
export const languageOfLocale = (locale: Locale) =>
  locale === 'zh-CN' ? 'zh-Hans' : locale === 'zh-TW' ? 'zh-Hant' : locale

/** Folder of a locale's catalogue under `_locales`, as browsers want it named. */
export const catalogueFolder = (locale: Locale): string => locale.replace('-', '_')
