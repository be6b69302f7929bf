/**
 * Folding: what spellings have in common, one source character at a time, so that every folded
 * character still knows where it came from. Case, width (NFKC), accents, hyphens and dashes, spaces,
 * soft hyphens and quotation marks are folded here and nowhere else.
 */

/** Folded code of characters that leave no trace: soft hyphens, zero-width characters, quotation marks, accents. */
export const IGNORABLE = 0
/** Folded code of every space, hyphen, short dash and the middle dot of kana; the long dash parts clauses and stays itself. */
export const SEPARATOR = 32

const UNKNOWN = 0xffff
/** Marks a character that folds to several; they are in `expansions`. No character of its own, as U+FFFF is none. */
export const EXPANDS = 0xfffe

const table = new Uint16Array(0x10000).fill(UNKNOWN)
const expansions = new Map<number, string>()

/** Marks that combine with the letter before, in the order of Unicode: accents, and the voicing of kana. */
const COMBINES = /\p{M}/u
const IGNORED =
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"'`\u00b4\u02bc\u00ab\u00bb\u2018-\u201f\u2039\u203a\u300c-\u300f\u301d-\u301f\uff02\uff07]/
const isIgnored = (character: string) => IGNORED.test(character) || COMBINES.test(character)
const SEPARATES = /[\s\u00a0\-\u2010-\u2013\u2043\u2212\ufe58\ufe63\uff0d\u30fb\uff65]/
const ACCENTED = /^[\u00c0-\u024f\u1e00-\u1eff]$/
const MARKS = /\p{M}+/gu
/** Letters that Unicode does not decompose but that readers take for one another. */
const LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i' }

function foldCharacter(character: string): string {
  if (isIgnored(character)) return ''
  if (SEPARATES.test(character)) return ' '
  const compatible = ACCENTED.test(character)
    ? character.normalize('NFKD').replace(MARKS, '')
    : character.normalize('NFKC')
  let folded = ''
  for (const letter of compatible.toLowerCase()) {
    if (isIgnored(letter)) continue
    folded += SEPARATES.test(letter) ? ' ' : (LETTERS[letter] ?? letter)
  }
  return folded
}

/** Small letters, digits, Han, kana and Hangul: what most pages are written in, without a question to the expressions above. */
const foldsToItself = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x3041 && code <= 0x3096) ||
  (code >= 0x30a1 && code <= 0x30fa) ||
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7a3)

function learn(code: number): number {
  if (foldsToItself(code)) return (table[code] = code)
  if (code >= EXPANDS) return IGNORABLE
  const folded = foldCharacter(String.fromCharCode(code))
  let value = folded.length === 0 ? IGNORABLE : folded.charCodeAt(0)
  if (folded.length > 1) {
    expansions.set(code, folded)
    value = EXPANDS
  }
  table[code] = value
  return value
}

/** Folded code of one UTF-16 unit; a code of no character where it folds to several. Constant time. */
export function foldUnit(code: number): number {
  const value = table[code] as number
  return value === UNKNOWN ? learn(code) : value
}

/** True where a character may be one with the next: kana with a voicing mark apart, Hangul in its letters. */
export const mayCompose = (code: number): boolean =>
  (code >= 0x3040 && code <= 0x30ff) || (code >= 0xff66 && code <= 0xff9d) || (code >= 0x1100 && code <= 0x1112)

const isVoicing = (code: number) => code === 0xff9e || code === 0xff9f || code === 0x3099 || code === 0x309a

/** A reusable place for the result of {@link foldAt}, so that scanning allocates nothing. */
export interface Folded {
  /** Folded UTF-16 unit of what was read; {@link IGNORABLE} or {@link SEPARATOR} where it is none. */
  code: number
  /** Set where one character folds to several; `code` says nothing then. */
  more: string
  /** UTF-16 units of source read: 1, or more for pairs and composed characters. */
  width: number
}

/** A place for {@link foldAt} to fold into. */
export const newFolded = (): Folded => ({ code: 0, more: '', width: 1 })

/** Folds the character of `text` that starts at UTF-16 offset `at` into `into`. Never throws, also on lone surrogates. */
export function foldAt(text: string, at: number, into: Folded): void {
  const unit = text.charCodeAt(at)
  into.width = 1
  into.more = ''
  if (unit >= 0xd800 && unit <= 0xdbff) return foldPair(text, at, into)
  const next = text.charCodeAt(at + 1)
  // NaN past the end fails every comparison below.
  if (unit >= 0x3040 && unit <= 0xff9d && isVoicing(next)) {
    const voiced = (text[at] as string).normalize('NFKC') + (next === 0xff9e || next === 0x3099 ? '\u3099' : '\u309a')
    const composed = voiced.normalize('NFC')
    if (composed.length === 1) {
      into.code = foldUnit(composed.charCodeAt(0))
      into.width = 2
      return
    }
  }
  if (unit >= 0x1100 && unit <= 0x1112 && next >= 0x1161 && next <= 0x1175) {
    const tail = text.charCodeAt(at + 2)
    const hasTail = tail >= 0x11a8 && tail <= 0x11c2
    into.width = hasTail ? 3 : 2
    into.code = text
      .slice(at, at + into.width)
      .normalize('NFC')
      .charCodeAt(0)
    return
  }
  into.code = foldUnit(unit)
  if (into.code === EXPANDS) into.more = expansions.get(unit) as string
}

function foldPair(text: string, at: number, into: Folded): void {
  const pair = text.slice(at, at + 2)
  const folded = foldCharacter(pair)
  if (folded !== pair && folded.length >= 1) {
    into.width = 2
    into.code = folded.length === 1 ? folded.charCodeAt(0) : EXPANDS
    into.more = folded.length === 1 ? '' : folded
    return
  }
  into.code = text.charCodeAt(at)
}

/** A folded text and, for each of its UTF-16 units, where it came from. */
export interface Normalised {
  text: string
  /** Source offset (UTF-16) of the character that each folded unit came from. */
  start: number[]
  /** Source offset, exclusive, behind that character. */
  end: number[]
}

/**
 * Folds a whole text with an exact map back: `source.slice(n.start[i], n.end[i])` is what folded to `n.text[i]`.
 * Runs of separators become one space. Linear time.
 */
export function normalise(source: string): Normalised {
  const units: number[] = []
  const start: number[] = []
  const end: number[] = []
  const folded = newFolded()
  const push = (code: number, from: number, to: number) => {
    if (code === SEPARATOR && units[units.length - 1] === SEPARATOR) {
      end[end.length - 1] = to
      return
    }
    units.push(code)
    start.push(from)
    end.push(to)
  }
  for (let at = 0; at < source.length; at += folded.width) {
    foldAt(source, at, folded)
    const to = at + folded.width
    if (folded.more !== '') for (let k = 0; k < folded.more.length; k++) push(folded.more.charCodeAt(k), at, to)
    else if (folded.code !== IGNORABLE) push(folded.code, at, to)
  }
  return { text: decode(units), start, end }
}

function decode(units: number[]): string {
  let text = ''
  for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.slice(at, at + 8192))
  return text
}

/** The folded form of a term or word, without leading or trailing separators. */
export const fold = (text: string): string => normalise(text).text.trim()
