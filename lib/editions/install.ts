/** What pages read of an edition: compiled, stored in parts, and pointed at last. Background only. */

import { economyPhrases } from '../dataset/facts.ts'
import { lexiconSource } from '../dataset/lexicon-source.ts'
import { languageOfLocale } from '../dataset/locales.ts'
import type { Edition } from '../dataset/types.ts'
import { compileLexicon } from '../detect/compile.ts'
import { loadLexicon, type PackedLexicon } from '../detect/lexicon.ts'
import { LANGUAGES, type Language } from '../detect/types.ts'
import type { Messages } from '../i18n/t.ts'
import { browser } from '../platform/browser.ts'
import { compileCards, wordingOf } from './cards.ts'
import { cardKey, isLeftOver, lexiconKey, partsKey, POINTER_KEY, wordsKey, type EditionPointer } from './keys.ts'
import { panelParts } from './panel.ts'
import { packPart } from './part.ts'
import { readPointer, type Styles, type Words } from './read.ts'

/** Interface texts that no page shows. */
const NOT_ON_PAGES = /^(?:extension|popup|options|change|panel|welcome|menu|command|report)_/

/**
 * Most that an edition's parts may take in `storage.local` (bytes): while one takes the place of another both lie there,
 * beside everything else, in the 10 MB (10,485,760 bytes) that browsers give an extension.
 */
export const MAX_PARTS_BYTES = 4_500_000

/** What pages need of an edition and lies in storage not yet, by storage key, and what points at it. */
export interface PageParts {
  pointer: EditionPointer
  parts: Record<string, unknown>
}

/** Bytes that browsers count for stored items: keys, and values as JSON. */
export const bytesOf = (parts: Record<string, unknown>): number =>
  Object.entries(parts).reduce(
    (sum, [key, value]) => sum + new TextEncoder().encode(key + JSON.stringify(value)).length,
    0,
  )

/** An edition's lexicons as they are stored. */
export type LexiconTexts = Readonly<Record<Language, string>>

/** Lexicons that need not be compiled. */
export interface ReadyLexicons {
  /** That of the locale's language. */
  own: string
  /** All of them, or none where they are stored already. */
  toStore: LexiconTexts | null
}

/** Throws an Error where a term cannot be compiled. */
function compileLexicons({ tables }: Edition, own: Language): ReadyLexicons {
  const source = lexiconSource(tables)
  const compiled = LANGUAGES.map((language) => [language, packPart(compileLexicon(source, language))])
  const toStore = Object.fromEntries(compiled) as LexiconTexts
  return { own: toStore[own], toStore }
}

/** Cards that no browser has room for: the rest is not compiled, which may take minutes. */
export class TooLarge extends Error {}

/**
 * What pages need of an edition; `messages` are the interface texts in the pointer's locale, `styles` what cards and marks look like.
 * Throws an Error where a term cannot be compiled, and a {@link TooLarge} where its cards are more than {@link MAX_PARTS_BYTES}.
 */
export function compileForPages(
  edition: Edition,
  pointer: EditionPointer,
  messages: Messages,
  styles: Styles = { style: '', marks: '' },
  ready: ReadyLexicons | null = null,
): PageParts {
  const words: Words = {
    economies: economyPhrases(edition.tables, pointer.locale),
    messages: Object.fromEntries(Object.entries(messages).filter(([key]) => !NOT_ON_PAGES.test(key))),
    ...styles,
  }
  const parts = { [wordsKey(pointer)]: packPart(words) }
  const { own, toStore } = ready ?? compileLexicons(edition, languageOfLocale(pointer.locale))
  const lexiconKeys = LANGUAGES.map((language) => lexiconKey(pointer, language))
  if (toStore !== null) for (const language of LANGUAGES) parts[lexiconKey(pointer, language)] = toStore[language]
  const wording = wordingOf(edition, pointer.locale, messages, browser.i18n.getUILanguage())
  const lexicon = loadLexicon(JSON.parse(own) as PackedLexicon)
  let size = 0
  for (const card of compileCards(edition, pointer.locale, wording, lexicon)) {
    const part = packPart(card)
    size += part.length
    if (size > MAX_PARTS_BYTES) throw new TooLarge('cards')
    parts[cardKey(pointer, card.id)] = part
  }
  Object.assign(parts, panelParts(edition, pointer))
  const all = new Set([...lexiconKeys, ...Object.keys(parts)])
  return { pointer, parts: { ...parts, [partsKey(pointer)]: packPart([...all]) } }
}

/**
 * Stores parts, and points at them last: pages see what was there before until the pointer moves, and the new parts
 * whole from then on. Rejects where storage is full or broken.
 */
export async function writeParts({ pointer, parts }: PageParts): Promise<void> {
  await browser.storage.local.set(parts)
  await browser.storage.local.set({ [POINTER_KEY]: pointer })
}

/** Names of all that is stored, without the values where the browser can (Safari cannot). */
async function storedKeys(): Promise<string[]> {
  // Newer than the polyfill's types.
  const { local } = browser.storage as { local: { getKeys?(): Promise<string[]> } }
  return (await local.getKeys?.()) ?? Object.keys(await browser.storage.local.get(null))
}

/** Removes the parts of every edition but the one pointed at, and its texts in other locales. */
export async function removeLeftOvers(): Promise<void> {
  const pointer = await readPointer()
  if (pointer === null) return
  const leftOver = (await storedKeys()).filter((key) => isLeftOver(key, pointer))
  if (leftOver.length > 0) await browser.storage.local.remove(leftOver)
}

/** True where every part that the pointer promises is there, as this version stores it: older ones left their list as an array. */
export async function isWhole(pointer: EditionPointer): Promise<boolean> {
  const key = partsKey(pointer)
  const [{ [key]: list }, keys] = await Promise.all([browser.storage.local.get(key), storedKeys()])
  if (typeof list !== 'string') return false
  const stored: ReadonlySet<unknown> = new Set(keys)
  let promised: unknown = null
  try {
    promised = JSON.parse(list)
  } catch {
    // Storage went bad: nothing is promised.
  }
  return Array.isArray(promised) && promised.length > 0 && promised.every((part) => stored.has(part))
}
