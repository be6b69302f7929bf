/** The interface's words and locale, from the browser's own message catalogue. */

import { browser } from '../platform/browser.ts'
import { createTranslate, type Translate } from './t.ts'

export const translate: Translate = createTranslate((key) => browser.i18n.getMessage(key))

/** BCP 47 locale for numbers and dates: the browser's, as far as the texts are in it. English texts write dates the British way. */
export function cardLocale(): string {
  const locale = browser.i18n.getUILanguage()
  return locale.startsWith('en') ? locale : 'en-GB'
}
