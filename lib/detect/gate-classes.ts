/** Classes of characters, by which a gate's states lead on. */

import { EXPANDS, foldUnit, IGNORABLE, SEPARATOR } from './fold.ts'
import type { Gate } from './gate-tables.ts'
import { hasBit, numberOf, PARTING, PASSED_OVER } from './gate.ts'
import { kindOf, OTHER, WORD } from './script.ts'
import { childOf, type Trie } from './trie.ts'

/* The letters a to z, however written, are 6 to 31. */

/** Not met yet; or to be looked at closely: kana and Hangul that compose, keys of one character. */
export const CLOSER = 0
/** Han, kana and Hangul that fold to themselves. */
export const RUN = 1
/** Parts of words that fold to nothing, to several characters or with their neighbours. */
export const SPECIAL = 2
/** Letters and digits other than a to z; here a few sounds that begin few words share a class with them. */
export const LETTER = 3
/** Spaces and hyphens. */
export const GAP = 4
/** What else parts words. */
export const BREAK = 5
/** What parts words and is nothing to a walk; takes the place of q, which goes to LETTER. */
export const QUOTE = 22

/** Bits of the classes that part words. */
export const PARTS = (1 << GAP) | (1 << BREAK) | (1 << QUOTE)

const LETTER_Q = 0x71
const isLetter = (code: number) => code >= 0x61 && code <= 0x7a && code !== LETTER_Q
const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff
const isJamo = (code: number) => code >= 0x1100 && code <= 0x11ff

/** Class of a folded character of a word, or of what stands between words. */
export function classOf(code: number): number {
  if (isLetter(code)) return code - 0x5b
  const kind = kindOf(code)
  if (kind === OTHER) return code === SEPARATOR ? GAP : BREAK
  return kind === WORD ? LETTER : RUN
}

/** Classifies a UTF-16 unit and notes its class. */
export function learnClass({ classes, numbers }: Gate, trie: Trie, code: number): number {
  const kind = kindOf(code)
  const folded = foldUnit(code)
  let found = CLOSER
  if (kind === OTHER)
    found = folded !== IGNORABLE && kindOf(folded) === OTHER && folded !== EXPANDS ? classOf(folded) : QUOTE
  else if (kind === WORD) found = kindOf(folded) === WORD && !isSurrogate(code) ? classOf(folded) : SPECIAL
  else if (folded === code && !isJamo(code)) {
    const first = childOf(trie, 0, code)
    if (first < 0 || trie.out[first] === 0) found = RUN
  }
  classes[code] = found
  if (found === RUN) numbers[code] = numberOf(code)
  else if (hasBit(PARTS, found)) numbers[code] = found === BREAK ? PARTING : PASSED_OVER
  return found
}
