/**
 * Patterns: paraphrases as sequences over words, written in the dataset and never turned into regular expressions.
 *
 *   word            the word itself, folded            [set]        any form of a word list
 *   (a|b c)         any of these                       item?        may be missing
 *   [set]+          one or more, joined by and / or    item{1-3}    that many in a row
 *   *3              up to three words of any kind      <set:3>      up to three words, none of them in the list
 *   chinesisch~     a word that begins so
 *
 * A comma is a word. In Han, kana and Hangul every character is one, and spaces between them mean nothing.
 */

import { normalise, SEPARATOR, type Normalised } from './fold.ts'
import { isHangul, isHanOrKana } from './script.ts'

export type Part =
  | { kind: 'words'; forms: string[][]; min: number; max: number; joined: boolean }
  | { kind: 'gap'; max: number; without: string[] }

export interface Pattern {
  parts: Part[]
  /** Index of the part that the automaton looks for. */
  anchor: number
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
/** A long dash is a word of its own, so that no list or gap runs across it unless the pattern says so. */
const isLetter = (character: string) => /[\p{L}\p{N}—―]/u.test(character)

/**
 * Parts what French elides, since l’archipel and d’oxydes are two words that folding makes one. The text keeps its length.
 */
export const elided = (text: string): string => text.replace(/(?<!\p{L})([cdjlmnst]|qu)['’](?=["“]?\p{L})/giu, '$1 ')

/** Scripts whose words run on or take endings without a sign: every character is a word, and so is the long dash. */
const isCharacterWord = (code: number) =>
  isHanOrKana(code) || isHangul(code) || code === 0x2014 || code === 0x2015 || isComma(code)
/** "neodymium, oxides" and レアアース、金属 are two things. */
const isComma = (code: number) => code === 0x2c || code === 0x3001
/** Korean sets the Chinese characters, the symbol or the English of a word in brackets and goes on: 중(重)희토류 금속 is one name. */
const GLOSS = /(?<=[가-힣])\((?:[^()\n가-힣]{1,16}|[가-힣]{2,6})\)(?![와과])(?= ?[가-힣])/y

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
    if (!dense && !isLetter(character) && !(character >= '\ud800' && character <= '\udfff')) {
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
const MORE = '~'

/** Words of a form; one that may go on ends in {@link MORE}. */
const tokens = (form: string): string[] =>
  form.split(/(?<=~)/).flatMap((piece) => {
    const words = wordsOf(normalise(elided(piece))).word
    const last = words.length - 1
    return piece.endsWith(MORE) && last >= 0 ? [...words.slice(0, last), `${words[last]}${MORE}`] : words
  })

const isOpen = (token: string) => token.endsWith(MORE)

const JOINERS = new Set(['and', 'or', 'und', 'oder', 'et', 'ou', 'y', 'e', 'o', 'u', ',', '、'])

/**
 * Reads a pattern. `sets` gives the forms of a word list in the pattern's language.
 * Throws an Error that names the fault (unknown list, open bracket, nothing to anchor on).
 */
export function parsePattern(source: string, sets: (name: string) => readonly string[] | undefined): Pattern {
  const parts: Part[] = []
  const list = (name: string) => {
    const forms = sets(name)
    if (forms === undefined) throw new Error(`unknown word list "${name}" in pattern "${source}"`)
    return forms.map(tokens).filter((form) => form.length > 0)
  }
  for (const [raw] of source.matchAll(/\([^)]*\)\S*|\[[^\]]*\]\S*|\S+/g)) {
    const gap = /^(?:\*(\d)|<([\w-]+):(\d)>)$/.exec(raw)
    if (gap) {
      const without = gap[2] === undefined ? [] : list(gap[2]).map((form) => form.join(' '))
      parts.push({ kind: 'gap', max: Number(gap[1] ?? gap[3]), without })
      continue
    }
    const item = /^(?:\[([\w-]+)\]|\(([^)]*)\)|([^()[\]<>{}?+*]+))(\?|\+|\{(\d)-(\d)\})?$/.exec(raw)
    if (!item) throw new Error(`cannot read "${raw}" in pattern "${source}"`)
    const forms =
      item[1] !== undefined
        ? list(item[1])
        : (item[2] ?? (item[3] as string))
            .split('|')
            .map(tokens)
            .filter((form) => form.length > 0)
    if (forms.length === 0) throw new Error(`nothing to match in "${raw}" of pattern "${source}"`)
    const many = item[4] === '+'
    parts.push({
      kind: 'words',
      // The longest form first, so that "fishing boat" is not taken for "fishing".
      forms: forms.sort((a, b) => b.length - a.length),
      min: item[4] === '?' ? 0 : Number(item[5] ?? 1),
      max: many ? 5 : Number(item[6] ?? 1),
      joined: many,
    })
  }
  return { parts, anchor: anchorOf(parts, source) }
}

/** The automaton looks for the required part with the fewest forms, the longest where they are even; whole words only. */
function anchorOf(parts: Part[], source: string): number {
  let best = -1
  let bestScore = -Infinity
  parts.forEach((part, index) => {
    if (part.kind === 'gap' || part.min === 0 || part.forms.some((form) => form.some(isOpen))) return
    const shortest = Math.min(...part.forms.map((form) => form.join(' ').length))
    const score = shortest - 3 * part.forms.length
    if (score > bestScore) [best, bestScore] = [index, score]
  })
  if (best < 0) throw new Error(`pattern "${source}" has no word that must be there`)
  return best
}

/** The forms that the automaton should look for, as text. */
export function anchorForms(pattern: Pattern): string[] {
  const part = pattern.parts[pattern.anchor]
  if (part?.kind !== 'words') return []
  // The automaton reads the text folded, where d’une is one word; d’« une » is two.
  return part.forms.map(joinTokens).flatMap((form) => [...new Set([form, form.replace(/\b([dl]|qu) /g, '$1')])])
}

function joinTokens(form: string[]): string {
  let text = ''
  for (const token of form) text += text !== '' && !isCharacterWord(token.charCodeAt(0)) ? ` ${token}` : token
  return text
}

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
  const repeat = (from: number, count: number): void => {
    if (count >= part.min) offer(furthest(parts, index + direction, words, from, direction, steps, origin))
    if (count >= part.max || steps.left <= 0) return
    const joinsOn = from !== origin
    for (const form of part.forms) {
      let to = takeForm(form, words, from, direction, joinsOn)
      // "goods, items, and technology"
      for (let skipped = 1; to === null && skipped <= 2 && part.joined && count > 0; skipped++) {
        if (!JOINERS.has(words.word[from + (skipped - 1) * direction] ?? '')) break
        to = takeForm(form, words, from + skipped * direction, direction, joinsOn)
      }
      if (to !== null) repeat(to, count + 1)
    }
  }
  repeat(at, 0)
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
