/** The number that a mention's sentence ties to it, in any of the eight languages: English by compromise, the others by their own grammar. */

import { amountTiedTo } from './amounts.ts'
import { englishNumberTiedTo } from './english-numbers.ts'
import type { Lexicon } from './lexicon.ts'
import { sentenceAround } from './sentence.ts'
import type { TiedNumber } from './types.ts'

/** The number tied to the mention at [start, end) of `text`, or null. Offsets in UTF-16 units of the text. */
export function numberTiedTo(lexicon: Lexicon, text: string, start: number, end: number): TiedNumber | null {
  const [from, to] = sentenceAround(text, start, end)
  const tiedIn = lexicon.lang === 'en' ? englishNumberTiedTo : amountTiedTo
  const number = tiedIn(lexicon, text.slice(from, to), start - from, end - from)
  return number && { ...number, start: number.start + from, end: number.end + from }
}
