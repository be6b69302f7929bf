/** The rows of an edition that a lexicon is compiled from, with their lists taken apart. */

import type { LexiconSource } from '../detect/compile.ts'
import { WORLD } from './answering.ts'
import { formsIn } from './cells.ts'
import type { Tables } from './types.ts'

/** Pure. The world is left out: a text that names it names no economy. */
export function lexiconSource({ entries, terms, words, economies }: Tables): LexiconSource {
  return {
    entries,
    terms,
    words: words.map(({ set, lang, forms }) => ({ set, lang, forms: formsIn(forms) })),
    economies: economies
      .filter(({ economy }) => economy !== WORLD)
      .map(({ economy, lang, name, names, demonyms, metonyms }) => ({
        economy,
        lang,
        forms: [name, ...formsIn(names), ...formsIn(demonyms), ...formsIn(metonyms)],
      })),
  }
}
