/** The number that a sentence ties to a mention, in any of the eight languages: English by compromise, the others by their own grammar. */

import { amountTiedTo } from './amounts.ts'
import { englishNumberTiedTo } from './english-numbers.ts'
import type { ArticleNumber, Language } from './types.ts'

/** The number tied to the mention at [start, end) of `sentence`, or null. Offsets in UTF-16 units of the sentence. */
export const numberTiedTo = (sentence: string, start: number, end: number, language: Language): ArticleNumber | null =>
  language === 'en' ? englishNumberTiedTo(sentence, start, end) : amountTiedTo(sentence, start, end, language)
