/** The number that a sentence ties to a mention, in any of the eight languages: English by compromise, the others by their own grammar. */

import { amountTiedTo } from './amounts.ts'
import { englishNumberTiedTo } from './english-numbers.ts'
import type { Lexicon } from './lexicon.ts'
import type { ArticleNumber } from './types.ts'

/** The number tied to the mention at [start, end) of `sentence`, or null. Offsets in UTF-16 units of the sentence. */
export const numberTiedTo = (lexicon: Lexicon, sentence: string, start: number, end: number): ArticleNumber | null =>
  (lexicon.lang === 'en' ? englishNumberTiedTo : amountTiedTo)(lexicon, sentence, start, end)
