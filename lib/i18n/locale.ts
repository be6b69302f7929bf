/** Which locale writes the numbers and dates beside texts. Pure. */

import { localeOf, type Locale } from '../dataset/locales.ts'

/** Locale for numbers and dates beside texts in `locale`: the browser's regional variant of it where it has one. English texts write dates the British way. */
export function numbersLocale(locale: Locale, browserLanguage: string): string {
  if (localeOf(browserLanguage) === locale && browserLanguage.slice(0, 2) === locale.slice(0, 2)) return browserLanguage
  return locale === 'en' ? 'en-GB' : locale
}
