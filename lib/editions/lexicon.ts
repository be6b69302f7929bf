/** What the background reads of the stored edition to search texts with. */

import { loadLexicon, type Lexicon, type PackedLexicon } from '../detect/lexicon.ts'
import type { Language } from '../detect/types.ts'
import { lexiconKey, type EditionPointer } from './keys.ts'
import { readPart } from './part.ts'

/** Lexicon of a language; null where the edition lacks it. */
export async function readLexicon(pointer: EditionPointer, language: Language): Promise<Lexicon | null> {
  const lexicon = await readPart<PackedLexicon>(lexiconKey(pointer, language))
  return lexicon && loadLexicon(lexicon)
}
