/** Where a text names economies: by name, people, capital or seat of government. */

import { fold, normalise } from './fold.ts'
import type { Lexicon } from './lexicon.ts'
import { scan } from './scan.ts'
import { Spans } from './span.ts'
import { wordListOf } from './word-list.ts'
import { DENSE, insideWord, isHangul, isKatakana, kindOf } from './script.ts'

/** An economy named in a text. */
export interface Naming {
  /** ISO 3166-1 alpha-3 or `EU`. */
  economy: string
  /** UTF-16 offset. */
  start: number
  /** UTF-16 offset, exclusive. */
  end: number
}

/** Every economy named in `text`, longest name first where names overlap, in text order. */
export function economiesIn(lexicon: Lexicon, text: string): Naming[] {
  const { codes, forms, trie } = lexicon.economies()
  const found: (Naming & { blocked: boolean })[] = []
  scan(trie, text, (start, end, values) => {
    if (insideWord(text, start)) return
    const source = text.slice(start, end).replace(/\s+/g, ' ')
    for (const value of values) {
      const form = forms[value] as string
      // Latin names are matched as written: "US" is no "us", "Turkey" no "turkey".
      if (fold(form) !== form && !isDense(form) && source !== form) continue
      const stop = possessive(text, end)
      if (stop === null || runsOn(text, start, end)) continue
      if (form.length === 1 && !isAbbreviation(lexicon, text, start)) continue
      found.push({ economy: codes[value] as string, start, end, blocked: false })
    }
  })
  for (const [start, end] of placesIn(lexicon, text)) found.push({ economy: '', start, end, blocked: true })
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || b.start - a.start)
  const taken = new Spans(text.length)
  return found
    .filter(({ start, end, blocked }) => taken.take(start, end) && !blocked)
    .map(({ economy, start, end }) => ({ economy, start, end }))
    .sort((a, b) => a.start - b.start)
}

const isDense = (form: string) => kindOf(form.charCodeAt(0)) === DENSE

/** A name may end in a word where only a possessive follows: Japans (de), Japan's. */
const possessive = (text: string, end: number): number | null =>
  insideWord(text, end) && !/^s(?![\p{L}\p{N}])/u.test(text.slice(end, end + 2)) ? null : end

/** タイ does not stand in タイヤ, nor 인도 behind another syllable. */
function runsOn(text: string, start: number, end: number): boolean {
  const [before, first, last, after] = [start - 1, start, end - 1, end].map((at) => text.charCodeAt(at)) as [
    number,
    number,
    number,
    number,
  ]
  if (isKatakana(first) && isKatakana(before)) return true
  if (isKatakana(last) && isKatakana(after)) return true
  // Behind a quotation it is a particle: “…”이란.
  return isHangul(first) && (isHangul(before) || /[”’"'」』]/.test(String.fromCharCode(before)))
}

const HAN_OR_DIGIT = /[\p{Script=Han}\d]/u
const HANGUL = /\p{Script=Hangul}/u
const LISTED = /[、・·‧]/u
const MOST_LISTED = 8
const PREPOSITIONS = '对對向往從从自由在與与和及把将將'
/** Lists of words that a one-character name may stand before. */
const FOLLOWERS = ['institutions', 'users', 'buys', 'sells', 'titles']

/** 米政府, 日企, 歐、美、日, 미·일: an economy in one character, before one of its bodies or beside another such. */
function isAbbreviation(lexicon: Lexicon, text: string, at: number): boolean {
  const { letters } = lexicon.economies()
  const isName = (index: number) => letters.has(text[index] ?? '')
  /** The next name of the list that `index` stands in; `index` itself at its end. */
  const beside = (index: number, step: 1 | -1) => {
    if (isName(index + step)) return index + step
    return LISTED.test(text[index + step] ?? '') && isName(index + 2 * step) ? index + 2 * step : index
  }
  let first = at
  // Texts of nothing but such characters take linear time.
  for (let steps = 0; steps < MOST_LISTED && beside(first, -1) !== first; steps++) first = beside(first, -1)
  const before = text[first - 1] ?? ''
  if (HAN_OR_DIGIT.test(before) && !PREPOSITIONS.includes(before)) return false
  const isListed = first !== at || beside(at, 1) !== at
  // A single syllable is mostly another word.
  if (HANGUL.test(text[at] ?? '')) return isListed && !HANGUL.test(before)
  if (isListed) return true
  const after = text.slice(at + 1, at + 12)
  if (lexicon.lang === 'ko') return !HAN_OR_DIGIT.test(after[0] ?? '')
  if (lexicon.lang === 'ja' && isKatakana(after.charCodeAt(0))) return true
  return FOLLOWERS.some((list) => wordListOf(lexicon, list).begins(after))
}

/** Seas, policies and offices whose names hold an economy's name. */
function placesIn(lexicon: Lexicon, text: string): [number, number][] {
  const { text: folded, start, end } = normalise(text)
  const spans: [number, number][] = []
  for (const form of lexicon.words.get('places') ?? []) {
    for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + 1))
      spans.push([start[at] as number, end[at + form.length - 1] as number])
  }
  return spans
}
