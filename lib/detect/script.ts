/** Which writing a character belongs to, as far as word boundaries care. */

import { foldUnit, IGNORABLE } from './fold.ts'

export const OTHER = 0
/** Letters and digits of scripts that put spaces between words, and what may stand unseen inside a word. */
export const WORD = 1
/** Han, kana and Hangul: a term may begin at any character. */
export const DENSE = 2

const UNKNOWN = 255
const kinds = new Uint8Array(0x10000).fill(UNKNOWN)

const isHan = (code: number) =>
  (code >= 0x2e80 && code <= 0x2fff) ||
  (code >= 0x3005 && code <= 0x3007) ||
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff)
/** By UTF-16 unit, of half width too. */
export const isKatakana = (code: number) =>
  (code >= 0x30a1 && code <= 0x30fa) || code === 0x30fc || (code >= 0xff66 && code <= 0xff9f)
const isHiragana = (code: number) => code >= 0x3041 && code <= 0x309f
/** By UTF-16 unit: syllables and their letters. */
export const isHangul = (code: number) =>
  (code >= 0xac00 && code <= 0xd7a3) || (code >= 0x1100 && code <= 0x11ff) || (code >= 0x3131 && code <= 0x318e)

/** Han or kana: scripts in which a space inside a term means nothing. */
export const isHanOrKana = (code: number): boolean => isHan(code) || isKatakana(code) || isHiragana(code)

/** A raised digit is the number of a note, and no part of the word before it. */
const LETTER = /(?![\u00b2\u00b3\u00b9\u2070-\u2079])[\p{L}\p{N}]/u

/** By ranges for what most pages are written in: the first question to the expression costs more than all of these. */
function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)
  if (code >= 0xc0 && code <= 0x24f) return code !== 0xd7 && code !== 0xf7
  return !(code >= 0x2000 && code <= 0x206f) && LETTER.test(String.fromCharCode(code))
}

/** Soft hyphens, zero-width spaces and joiners: what leaves no trace between letters. */
const isUnseen = (code: number) => code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060

function learn(code: number): number {
  let kind = OTHER
  if (isHan(code) || isKatakana(code) || isHiragana(code) || isHangul(code)) kind = DENSE
  else if (isLetter(code) || (code >= 0xd800 && code <= 0xdfff)) kind = WORD
  else if ((isUnseen(code) || (code >= 0x300 && code <= 0x36f)) && foldUnit(code) === IGNORABLE) kind = WORD
  kinds[code] = kind
  return kind
}

/** {@link OTHER}, {@link WORD} or {@link DENSE}. Constant time. */
export function kindOf(code: number): number {
  const kind = kinds[code] as number
  return kind === UNKNOWN ? learn(code) : kind
}

/**
 * True where a word of a spaced script covers both sides of `offset` (UTF-16), so that nothing may begin or end there.
 * What is not seen (soft hyphens, zero-width spaces) parts no word and makes none.
 */
export function insideWord(text: string, offset: number): boolean {
  let after = offset
  while (isUnseen(text.charCodeAt(after))) after++
  if (after >= text.length || kindOf(text.charCodeAt(after)) !== WORD) return false
  let before = offset - 1
  while (before >= 0 && foldUnit(text.charCodeAt(before)) === IGNORABLE && kindOf(text.charCodeAt(before)) === WORD)
    before--
  return before >= 0 && kindOf(text.charCodeAt(before)) === WORD
}
