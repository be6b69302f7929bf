/**
 * How patterns are written in the dataset, and how they are read. They never become regular expressions.
 *
 *   word            the word itself, folded            [set]        any form of a word list
 *   (a|b c)         any of these                       item?        may be missing
 *   [set]+          one or more, joined by and / or    item{1-3}    that many in a row
 *   *3              up to three words of any kind      <set:3>      up to three words, none of them in the list
 *   chinesisch~     a word that begins so              a b &*6 c    both in either order, such a gap between
 *
 * A comma is a word. In Han, kana and Hangul every character is one, and spaces between them mean nothing.
 */

import { normalise } from './fold.ts'
import { isHanOrKana } from './script.ts'
import {
  elided,
  isCharacterWord,
  isOpen,
  MORE,
  packPattern,
  unpackPattern,
  wordsOf,
  type PackedLists,
  type SourcePart,
  type SourcePattern,
} from './pattern.ts'

/** Most pieces that may stand in any order: each more multiplies the patterns. */
const MAX_PIECES = 3
/** Longest gap (words): patterns look no further than `detect.ts` says, in characters. */
const MAX_GAP = 30

/** The orders of everything in `items`. */
const permutations = <T>(items: readonly T[]): T[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((first, index) => permutations(items.toSpliced(index, 1)).map((rest) => [first, ...rest]))

/**
 * The patterns that a pattern stands for, since its pieces around `&*6` or `&<set:6>` may stand in any order: news tells who hit whom in all
 * of them. A pattern without such pieces stands for itself. Throws an Error where there are more than {@link MAX_PIECES}, or where
 * the gaps between them differ.
 */
export function ordersOf(source: string): string[] {
  const [first, ...others] = source.split(/ &(\*\d{1,2}|<[\w-]+:\d{1,2}>) /)
  const gap = others[0]
  if (first === undefined || gap === undefined) return [source]
  if (others.some((other, index) => index % 2 === 0 && other !== gap))
    throw new Error(`all gaps that begin with & must be the same in pattern "${source}"`)
  if (others.length / 2 >= MAX_PIECES) throw new Error(`more than ${MAX_PIECES} pieces in pattern "${source}"`)
  return permutations([first, ...others.filter((_, index) => index % 2 === 1)]).map((pieces) => pieces.join(` ${gap} `))
}

/** Words of a form; one that may go on ends in {@link MORE}. */
const tokens = (form: string): string[] =>
  form.split(/(?<=~)/).flatMap((piece) => {
    const words = wordsOf(normalise(elided(piece))).word
    const last = words.length - 1
    return piece.endsWith(MORE) && last >= 0 ? [...words.slice(0, last), `${words[last]}${MORE}`] : words
  })

/** Forms as they are stored; the longest first, so that "fishing boat" is not taken for "fishing". */
export const packForms = (forms: readonly string[]): string =>
  forms
    .map(tokens)
    .filter((form) => form.length > 0)
    .sort((a, b) => b.length - a.length)
    .map((form) => form.join(' '))
    .join('|')

/**
 * Reads a pattern. `lists` holds the word lists of its language, packed.
 * Throws an Error that names the fault (unknown list, open bracket, nothing to anchor on).
 */
export function parsePattern(source: string, lists: PackedLists): SourcePattern {
  const known = (name: string) => {
    if (!Object.hasOwn(lists, name)) throw new Error(`unknown word list "${name}" in pattern "${source}"`)
    return `[${name}`
  }
  const parts = [...source.matchAll(/\([^)]*\)\S*|\[[^\]]*\]\S*|\S+/g)].map(([raw]): SourcePart => {
    const gap = /^(?:\*(\d{1,2})|<([\w-]+):(\d{1,2})>)$/.exec(raw)
    if (gap) {
      const [, length, without, lengthWithout] = gap
      const most = Number(length ?? lengthWithout)
      if (most > MAX_GAP) throw new Error(`a gap of more than ${MAX_GAP} words in pattern "${source}"`)
      if (without === undefined) return [most]
      const name = known(without)
      // A gap is gone through word by word.
      if (lists[without]?.includes(' '))
        throw new Error(`word list "${without}" has a form of several words, and no gap can leave it out: "${source}"`)
      return [most, name]
    }
    const item = /^(?:\[([\w-]+)\]|\(([^)]*)\)|([^()[\]<>{}?+*]+))(\?|\+|\{(\d)-(\d)\})?$/.exec(raw)
    if (!item) throw new Error(`cannot read "${raw}" in pattern "${source}"`)
    const [, list, alternatives, words, times, least, most] = item
    const forms = list === undefined ? packForms((alternatives ?? (words as string)).split('|')) : known(list)
    if (forms === '' || (list !== undefined && lists[list] === ''))
      throw new Error(`nothing to match in "${raw}" of pattern "${source}"`)
    const isMany = times === '+'
    return [forms, times === '?' ? 0 : Number(least ?? 1), isMany ? 5 : Number(most ?? 1), isMany ? 1 : 0]
  })
  return { parts, anchor: anchorOf(parts, lists, source) }
}

/** Words that stand in most sentences: a pattern anchored on one would have most of a page read as words. */
const COMMON = new Set(
  `a of the for with that there which between both and in to on by from
   der die das des dem den zu zur zum und auf von mit fur aus vor bei einer eines
   its their
   de des du la le les et un une pour par avec sur dans que qui
   a en con y por del sus de un de su entre contra para
   的 和 与 與 被 同 跟 中 在 の と は が に を した による 의 와 과`.split(/\s+/),
)

/** Numbers stand in most texts; and a key begins where a word does, never at a comma or a dash. */
const isCommon = (word: string): boolean => COMMON.has(word) || /^\d+$/.test(word)
const isMark = (form: readonly string[]): boolean => /^[^\p{L}\p{N}]/u.test(form[0] ?? '')

/** How rare a form is, roughly: of 2 to the power of so many characters of print one begins it (as on saved news pages). */
function rarityOf(form: readonly string[]): number {
  if (form.every(isCommon)) return 6
  let bits = 8
  for (const word of form) bits += isCharacterWord(word.charCodeAt(0)) ? 3 : 2 + word.length / 2
  return bits
}

/** The automaton looks for the required part that a text holds least often; whole words only. */
function anchorOf(parts: SourcePart[], lists: PackedLists, source: string): number {
  let best = -1
  let fewest = Infinity
  unpackPattern(packPattern({ parts, anchor: -1 }), lists).parts.forEach((part, index) => {
    if (part.kind === 'gap' || part.min === 0) return
    if (part.forms.some((form) => isMark(form) || form.some(isOpen))) return
    const often = part.forms.reduce((sum, form) => sum + 2 ** -rarityOf(form), 0)
    if (often < fewest) [best, fewest] = [index, often]
  })
  if (best < 0) throw new Error(`pattern "${source}" has no word that must be there`)
  return best
}

/** The forms that the automaton should look for, as text. */
export function anchorForms(pattern: SourcePattern, lists: PackedLists): string[] {
  const part = unpackPattern(packPattern(pattern), lists).parts[pattern.anchor]
  if (part?.kind !== 'words') return []
  return part.forms.map(joinTokens).flatMap(writings)
}

/**
 * How the automaton may meet a form: it reads the text folded, where d’une is one word and d’« une » two; and in Korean it steps
 * over a gap behind the second syllable only, while the first two may stand apart (쓸 수, 민·군) and figures close up (제1호).
 */
const writings = (form: string): string[] => [
  ...new Set([
    form,
    form.replace(/\b([dl]|qu) /g, '$1'),
    form.replace(/(?<=[가-힣]) (?=[0-9a-z])/g, ''),
    form.replace(/^([가-힣])(?=[가-힣])/, '$1 '),
    form.replace(/^(?:[가-힣](?=[가-힣]$)|[가-힣]{2}(?=[가-힣]{2}$))/, '$&·'),
  ]),
]

/** Words parted by spaces, but where a character that is a word by itself stands, and behind Han and kana. */
function joinTokens(form: string[]): string {
  let text = ''
  for (const token of form) {
    const isApart =
      text !== '' && !isCharacterWord(token.charCodeAt(0)) && !isHanOrKana(text.charCodeAt(text.length - 1))
    text += isApart ? ` ${token}` : token
  }
  return text
}

/** The word lists that a pattern names. */
export const listsIn = ({ parts }: SourcePattern): string[] =>
  parts.flat().flatMap((cell) => (typeof cell === 'string' && cell.startsWith('[') ? [cell.slice(1)] : []))
