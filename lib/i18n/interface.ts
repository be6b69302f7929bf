/** The interface's words in the reader's language, from the catalogues that ship with the extension. Not for pages. */

import { catalogueFolder, localeOf, type Locale } from '../dataset/locales.ts'
import { browser } from '../platform/browser.ts'
import { numbersLocale } from './locale.ts'
import { createTranslate, messagesOf, type Messages, type Translate } from './t.ts'

export interface Interface {
  locale: Locale
  /** BCP 47 locale for numbers and dates. */
  numbers: string
  messages: Messages
  t: Translate
}

/** The locale that the setting asks for: one by name, or '' for the browser's. */
export const chosenLocale = (language: Locale | ''): Locale => language || localeOf(browser.i18n.getUILanguage())

async function catalogue(locale: Locale): Promise<Messages> {
  const response = await fetch(browser.runtime.getURL(`_locales/${catalogueFolder(locale)}/messages.json`))
  return messagesOf((await response.json()) as Record<string, { message: string }>)
}

/** Reads the interface in the language of the setting. What a catalogue lacks comes in English. Background and extension pages only. */
export async function loadInterface(language: Locale | ''): Promise<Interface> {
  const locale = chosenLocale(language)
  const english = await catalogue('en')
  const messages = locale === 'en' ? english : { ...english, ...(await catalogue(locale).catch(() => ({}))) }
  const numbers = numbersLocale(locale, browser.i18n.getUILanguage())
  return { locale, numbers, messages, t: createTranslate(messages, numbers) }
}
