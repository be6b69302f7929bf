/** The locales of interface and card texts, and which of them a browser's language means. Pure. */

export const LOCALES = ['en', 'ja', 'zh-CN', 'zh-TW', 'ko', 'de', 'fr', 'es'] as const

/** Locale of interface and card texts (BCP 47). */
export type Locale = (typeof LOCALES)[number]

/** The locale that serves a reader of `language` (BCP 47); English where none does. Chinese goes by script, then region. */
export function localeOf(language: string): Locale {
  const [base = '', ...rest] = language.replaceAll('_', '-').toLowerCase().split('-')
  if (base === 'zh') {
    const isTraditional =
      rest.includes('hant') || (!rest.includes('hans') && rest.some((part) => /^(?:tw|hk|mo)$/.test(part)))
    return isTraditional ? 'zh-TW' : 'zh-CN'
  }
  return LOCALES.find((locale) => locale === base) ?? 'en'
}

/** Folder of a locale's catalogue under `_locales`, as browsers want it named. */
export const catalogueFolder = (locale: Locale): string => locale.replace('-', '_')
