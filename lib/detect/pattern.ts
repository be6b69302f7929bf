/** Patterns: paraphrases as sequences over words, matched with a bounded number of steps (`pattern-source.ts` says how they are written). */

import { SEPARATOR, type Normalised } from './fold.ts'
import { isHangul, isHanOrKana, kindOf, WORD } from './script.ts'

export type Part =
  | { kind: 'words'; forms: string[][]; min: number; max: number; joined: boolean }
  | { kind: 'gap'; max: number; without: string[] }

export interface Pattern {
  parts: Part[]
  /** Index of the part that the automaton looks for. */
  anchor: number
}

/**
 * A part as it is read from the dataset: forms (words parted by spaces, forms by `|`, the longest first) or the name of a
 * word list behind `[`, then least and most in a row and whether they may be joined; or a gap, by its length and the list
 * that it leaves out.
 */
export type SourcePart = [forms: string, min: number, max: number, joined: 0 | 1] | [max: number, without?: string]

export interface SourcePattern {
  parts: SourcePart[]
  anchor: number
}

/** Word lists by name, their forms as {@link SourcePart} has them. */
export type PackedLists = Readonly<Record<string, string>>

/** A pattern as stored: its anchor and its parts, the fields of each, all as text on one line. */
export const packPattern = ({ parts, anchor }: SourcePattern): string =>
  [anchor, ...parts.map((part) => part.join('\t'))].join('\t\t')

/** Makes a stored pattern ready to match. */
export function unpackPattern(packed: string, lists: PackedLists): Pattern {
  const [anchor, ...parts] = packed.split('\t\t')
  const formsOf = (forms: string) => (forms.startsWith('[') ? (lists[forms.slice(1)] ?? '') : forms).split('|')
  return {
    anchor: Number(anchor),
    parts: parts.map((part): Part => {
      const [first = '', second = '', most, joined] = part.split('\t')
      if (most === undefined) return { kind: 'gap', max: Number(first), without: formsOf(second) }
      const forms = formsOf(first).map((form) => form.split(' '))
      return { kind: 'words', forms, min: Number(second), max: Number(most), joined: joined === '1' }
    }),
  }
}

/** Folded words of a text with their source offsets (UTF-16); `stops` counts sentence ends and brackets met before each. */
export interface Words {
  word: string[]
  start: number[]
  end: number[]
  stops: number[]
}

const STOPS = new Set('.!?;:()[]。·•》\n')
/** These end nothing inside "U.S.", "1.5" or 민·군: a separator, or nothing, must follow. */
const LOOSE_STOPS = new Set('.·')

/**
 * Parts what French elides, since l’archipel and d’oxydes are two words that folding makes one. The text keeps its length.
 */
export const elided = (text: string): string =>
  // Asked first for what is quickly seen: the expression below takes a while to be made.
  !/(?:^|[^a-z])(?:[cdjlmnst]|qu)['’]/i.test(text)
    ? text
    : text.replace(/(?<!\p{L})([cdjlmnst]|qu)['’](?=["“]?\p{L})/giu, '$1 ')

/**
 * Scripts whose words run on or take endings without a sign: every character is a word. So is the long dash, lest a list or
 * gap run across it unless the pattern says so.
 */
export const isCharacterWord = (code: number) =>
  isHanOrKana(code) || isHangul(code) || code === 0x2014 || code === 0x2015 || isComma(code)
/** "neodymium, oxides" and レアアース、金属 are two things. */
const isComma = (code: number) => code === 0x2c || code === 0x3001
/**
 * Korean sets the Chinese character, the symbol or the English of a word in brackets and goes on: 중(重)희토류 금속 is one
 * name. Two Chinese characters are a name of their own: 센카쿠(尖閣)열도 holds two.
 */
const GLOSS = /(?<=[가-힣])\((?![^)]*\p{Script=Han}{2})(?:[^()\n가-힣]{1,16}|[가-힣]{2,6})\)(?![와과])(?= ?[가-힣])/uy

/** Splits a folded text into words; Han, kana and Hangul into characters. Offsets are those of the source. */
export function wordsOf({ text, start, end }: Normalised): Words {
  const words: Words = { word: [], start: [], end: [], stops: [] }
  let stops = 0
  let open = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string
    const code = text.charCodeAt(at)
    const dense = isCharacterWord(code)
    GLOSS.lastIndex = at
    if (character === '(' && GLOSS.test(text)) {
      at = GLOSS.lastIndex - 1
      open = false
      continue
    }
    const isLoose = LOOSE_STOPS.has(character) && at + 1 < text.length && text.charCodeAt(at + 1) !== SEPARATOR
    if (STOPS.has(character) && !isLoose) stops++
    if (!dense && kindOf(code) !== WORD) {
      open = false
      continue
    }
    if (open && !dense) {
      words.word[words.word.length - 1] += character
      words.end[words.end.length - 1] = end[at] as number
    } else {
      words.word.push(character)
      words.start.push(start[at] as number)
      words.end.push(end[at] as number)
      words.stops.push(stops)
    }
    open = !dense
  }
  return words
}

/** Behind a token it says that more letters may follow. */
export const MORE = '~'

/** True for a token that stands for every word that begins so. */
export const isOpen = (token: string) => token.endsWith(MORE)

const JOINERS = new Set(['and', 'or', 'und', 'oder', 'et', 'ou', 'y', 'e', 'o', 'u', ',', '、'])

/** Enough for any sentence a pattern spans; bounds the work where parts could be tried in many ways. */
const STEPS = 400

/**
 * Matches `pattern` so that its anchor covers word `at`. Returns the first and last word of the longest match, or null.
 * Work is bounded by a constant, whatever the text.
 */
export function matchPattern(pattern: Pattern, words: Words, at: number): [first: number, last: number] | null {
  const anchor = pattern.parts[pattern.anchor]
  if (anchor?.kind !== 'words') return null
  const steps = { left: STEPS }
  const after = furthest(pattern.parts, pattern.anchor, words, at, 1, steps, at)
  if (after === null) return null
  const before = pattern.anchor === 0 ? at : furthest(pattern.parts, pattern.anchor - 1, words, at - 1, -1, steps, -1)
  if (before === null) return null
  const first = pattern.anchor === 0 ? at : before + 1
  return [first, after - 1]
}

/**
 * Runs parts from `index` in `direction` (1 to the right, -1 to the left) from word `at` and returns the word
 * behind the furthest complete match, or null. `origin` is the word the whole match begins with, which joins on to nothing.
 */
function furthest(
  parts: Part[],
  index: number,
  words: Words,
  at: number,
  direction: 1 | -1,
  steps: { left: number },
  origin: number,
): number | null {
  if (index < 0 || index >= parts.length) return at
  if (--steps.left < 0) return null
  const part = parts[index] as Part
  let best: number | null = null
  const offer = (result: number | null) => {
    if (result !== null && (best === null || (result - best) * direction > 0)) best = result
  }
  if (part.kind === 'gap') {
    let to = at
    for (let used = 0; used <= part.max; used++) {
      offer(furthest(parts, index + direction, words, to, direction, steps, origin))
      if (best !== null) return best // the shortest gap that works: "the shortest span that carries it"
      const word = words.word[to]
      if (word === undefined || part.without.includes(word) || !sameClause(words, at - direction, to)) break
      to += direction
    }
    return best
  }
  /** `joinedBy` decides whether what was taken is a list: to the right the last joiner, to the left the first; a comma is none. */
  const repeat = (from: number, count: number, joinedBy: string): void => {
    if (count >= part.min && joinedBy !== ',')
      offer(furthest(parts, index + direction, words, from, direction, steps, origin))
    if (count >= part.max || steps.left <= 0) return
    const joinsOn = from !== origin
    for (const form of part.forms) {
      let to = takeForm(form, words, from, direction, joinsOn)
      // "goods, items, and technology"
      const mostSkipped = part.joined && count > 0 ? 2 : 0
      let joiner = ''
      for (let skipped = 1; to === null && skipped <= mostSkipped; skipped++) {
        const next = words.word[from + (skipped - 1) * direction] ?? ''
        if (!JOINERS.has(next)) break
        if (joiner === '' || joiner === ',') joiner = next
        to = takeForm(form, words, from + skipped * direction, direction, joinsOn)
      }
      if (to !== null) repeat(to, count + 1, direction === 1 ? joiner || joinedBy : joinedBy || joiner)
    }
  }
  repeat(at, 0, '')
  return best
}

const sameClause = (words: Words, a: number, b: number) =>
  words.stops[a] === undefined || words.stops[b] === undefined || words.stops[a] === words.stops[b]

const isToken = (token: string, word: string | undefined): boolean =>
  token === word || (isOpen(token) && word !== undefined && word.startsWith(token.slice(0, -1)))

/** `joinsOn`: the word next to the form, against the direction, belongs to the match and must share its clause. */
function takeForm(form: string[], words: Words, at: number, direction: 1 | -1, joinsOn: boolean): number | null {
  const from = direction === 1 ? at : at - form.length + 1
  if (from < 0) return null
  for (let k = 0; k < form.length; k++) if (!isToken(form[k] as string, words.word[from + k])) return null
  const neighbour = direction === 1 ? from - 1 : from + form.length
  if (joinsOn && !sameClause(words, neighbour, from)) return null
  if (!sameClause(words, from, from + form.length - 1)) return null
  return direction === 1 ? from + form.length : from - 1
}
