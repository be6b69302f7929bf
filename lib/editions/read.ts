/** What pages read of the stored edition: the pointer, words, one card. */

import type { StoredCard } from '../card/stored.ts'
import type { Messages } from '../i18n/t.ts'
import { browser } from '../platform/browser.ts'
import { watchStorage } from '../platform/watch-storage.ts'
import { cardKey, isPointer, POINTER_KEY, wordsKey, type EditionPointer } from './keys.ts'
import { readPart } from './part.ts'

/** The edition that pages read, or null while none is stored yet. */
export async function readPointer(): Promise<EditionPointer | null> {
  const { [POINTER_KEY]: pointer } = await browser.storage.local.get(POINTER_KEY)
  return isPointer(pointer) ? pointer : null
}

/** The words of a card that are no entry's own, in the locale of the texts. */
export interface Words {
  /** Names of economies inside a sentence, by code. */
  economies: Record<string, string>
  messages: Messages
  /** Style sheet of the card: kept here so that no page has to parse it that never shows one. */
  style: string
  /** Rules for marks inside open shadow roots, where those of the document do not reach in every browser. */
  marks: string
}

/** The style sheets among them. */
export type Styles = Pick<Words, 'style' | 'marks'>

/** The words of cards; null where the edition lacks them. */
export const readWords = (pointer: EditionPointer): Promise<Words | null> => readPart(wordsKey(pointer))

/** One card: one key, no message. Null where the edition has no such entry. */
export const readCard = (pointer: EditionPointer, entry: string): Promise<StoredCard | null> =>
  readPart(cardKey(pointer, entry))

/** Calls `onSwap` when another edition is pointed at. Returns what stops it. */
export function watchPointer(onSwap: (pointer: EditionPointer) => void): () => void {
  return watchStorage((changes, area) => {
    const pointer = changes[POINTER_KEY]?.newValue
    if (area === 'local' && isPointer(pointer)) onSwap(pointer)
  })
}
