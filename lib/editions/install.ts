/** Makes an edition the one that pages read: compiles it, stores its parts, and points at it last. Background only. */

import { economyPhrases } from '../dataset/facts.ts'
import { languageOfLocale } from '../dataset/localised.ts'
import { lexiconSource } from '../dataset/lexicon-source.ts'
import type { Edition, Locale } from '../dataset/types.ts'
import { compileLexicon } from '../detect/compile.ts'
import { loadLexicon, type PackedLexicon } from '../detect/lexicon.ts'
import { LANGUAGES } from '../detect/types.ts'
import type { Messages } from '../i18n/t.ts'
import { browser } from '../platform/browser.ts'
import { compileCards, wordingOf } from './cards.ts'
import { cardKey, isLeftOver, lexiconKey, POINTER_KEY, wordsKey, type Pointer } from './keys.ts'
import { readPointer, type Words } from './read.ts'

/** Interface texts that no page shows. */
const NOT_ON_PAGES = /^(?:extension|popup|options|panel|welcome|menu|command|report)_/

/** What pages need of an edition, by storage key; `messages` are the interface texts in the pointer's locale. */
export function compileForPages(edition: Edition, pointer: Pointer, messages: Messages): Record<string, unknown> {
  const words: Words = {
    economies: economyPhrases(edition.tables, pointer.locale),
    messages: Object.fromEntries(Object.entries(messages).filter(([key]) => !NOT_ON_PAGES.test(key))),
  }
  const parts: Record<string, unknown> = { [wordsKey(pointer)]: words }
  const source = lexiconSource(edition.tables)
  for (const language of LANGUAGES) parts[lexiconKey(pointer, language)] = compileLexicon(source, language)
  const wording = wordingOf(edition, pointer.locale, messages, browser.i18n.getUILanguage())
  const lexicon = loadLexicon(parts[lexiconKey(pointer, languageOfLocale(pointer.locale))] as PackedLexicon)
  for (const card of compileCards(edition, pointer.locale, wording, lexicon)) parts[cardKey(pointer, card.id)] = card
  return parts
}

/**
 * Installs `edition` in `locale`. Pages see the old edition until the pointer moves, and the new one whole from then on;
 * what is left of others is removed after. Rejects where storage is full, with the old edition working.
 */
export async function installEdition(edition: Edition, locale: Locale, messages: Messages): Promise<void> {
  const pointer: Pointer = { edition: edition.edition, locale }
  await browser.storage.local.set(compileForPages(edition, pointer, messages))
  await browser.storage.local.set({ [POINTER_KEY]: pointer })
  const keys = Object.keys(await browser.storage.local.get(null))
  await browser.storage.local.remove(keys.filter((key) => isLeftOver(key, pointer)))
}

/** True where `edition` in `locale` is the one that pages read, whole. */
export async function isInstalled(edition: string, locale: Locale): Promise<boolean> {
  const pointer = await readPointer()
  return pointer !== null && pointer.edition === edition && pointer.locale === locale
}
