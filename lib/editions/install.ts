/** Makes an edition the one that pages read: compiles it, stores its parts, and points at it last. Background only. */

import { cardFacts, economyPhrases, packFacts } from '../dataset/facts.ts'
import { lexiconSource } from '../dataset/lexicon-source.ts'
import type { Edition, Locale } from '../dataset/types.ts'
import { compileLexicon } from '../detect/compile.ts'
import { LANGUAGES } from '../detect/types.ts'
import { browser } from '../platform/browser.ts'
import { cardKey, isLeftOver, lexiconKey, namesKey, POINTER_KEY, type Pointer } from './keys.ts'
import { readPointer } from './read.ts'

/** What pages need of an edition, by storage key. */
export function compileForPages(edition: Edition, pointer: Pointer): Record<string, unknown> {
  const parts: Record<string, unknown> = { [namesKey(pointer)]: economyPhrases(edition.tables, pointer.locale) }
  const source = lexiconSource(edition.tables)
  for (const language of LANGUAGES) parts[lexiconKey(pointer, language)] = compileLexicon(source, language)
  for (const entry of edition.tables.entries)
    parts[cardKey(pointer, entry.id)] = packFacts(cardFacts(edition, entry, pointer.locale))
  return parts
}

/**
 * Installs `edition` in `locale`. Pages see the old edition until the pointer moves, and the new one whole from then on;
 * what is left of others is removed after. Rejects where storage is full, with the old edition working.
 */
export async function installEdition(edition: Edition, locale: Locale): Promise<void> {
  const pointer: Pointer = { edition: edition.edition, locale }
  await browser.storage.local.set(compileForPages(edition, pointer))
  await browser.storage.local.set({ [POINTER_KEY]: pointer })
  const keys = Object.keys(await browser.storage.local.get(null))
  await browser.storage.local.remove(keys.filter((key) => isLeftOver(key, pointer)))
}

/** True where `edition` in `locale` is the one that pages read, whole. */
export async function isInstalled(edition: string, locale: Locale): Promise<boolean> {
  const pointer = await readPointer()
  return pointer !== null && pointer.edition === edition && pointer.locale === locale
}
