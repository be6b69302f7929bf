/** What the background reads of the stored edition to search texts with. */

import { loadLexicon, type Lexicon, type PackedLexicon } from '../detect/lexicon.ts'
import type { Language } from '../detect/types.ts'
import { browser } from '../platform/browser.ts'
import { lexiconKey, type Pointer } from './keys.ts'

/** Lexicon of a language; null where the edition lacks it. */
export async function readLexicon(pointer: Pointer, language: Language): Promise<Lexicon | null> {
  const key = lexiconKey(pointer, language)
  const { [key]: lexicon } = await browser.storage.local.get(key)
  return lexicon ? loadLexicon(lexicon as PackedLexicon) : null
}
