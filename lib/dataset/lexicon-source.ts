/** The rows of an edition that a lexicon is compiled from, with their lists taken apart. */

import type { LexiconSource } from '../detect/compile.ts'
import type { Tables } from './types.ts'

const parts = (cell: string) => cell.split('|').filter(Boolean)

export function lexiconSource({ entries, terms, words, economies }: Tables): LexiconSource {
  return {
    entries,
    terms,
    words: words.map(({ set, lang, forms }) => ({ set, lang, forms: parts(forms) })),
    economies: economies
      .filter(({ economy }) => economy !== 'WLD')
      .map(({ economy, lang, name, names, demonyms, metonyms }) => ({
        economy,
        lang,
        forms: [name, ...parts(names), ...parts(demonyms), ...parts(metonyms)],
      })),
  }
}
