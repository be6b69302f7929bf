/** How a term is written where it was met: its capitals, quotation marks, and whether it is a title or a word of its own. */

import { isHangul } from './script.ts'
import type { Language } from './types.ts'

/** Languages that write the names of materials small in running text. */
export const WRITES_SMALL = new Set<Language>(['en', 'fr', 'es'])

/** Capitals must stand where the term has them, but for the plural s. */
export function agreesInCase(source: string, form: string): boolean {
  const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
  const [a, b] = [letters(source), letters(form)]
  return a === b || a === `${b}s` || (b.length > 5 && a.toUpperCase() === a && a === b.toUpperCase())
}

/** Of a pattern, every word written with a capital must stand so: "una sola China" is a country, "una sola china" a player. */
export const keepsCapitals = (source: string, pattern: string) =>
  source === source.toUpperCase() ||
  (pattern.match(/\p{Lu}\p{L}+/gu) ?? []).every(
    (word) => source.includes(word) || !source.toLowerCase().includes(word.toLowerCase()),
  )

const OPENS = /[“‘„‚「『«‹»"'＂〈《]/
const CLOSES = /[”’“」』»›«"'＂〉》]/
/** Particles that may follow a name without making it the beginning of another word (ja, zh, ko). */
const PARTICLES =
  /^(?:[问問][题題]上|立[场場]|才|の(?!\p{Script=Han})|を|と|は|が|に|も|へ|で|や|か|的|之|和|与|與|及|或|是|、|，|。|[为為](?:前提|基[础礎])|[内內]涵|을|를|은|는|이|가|과|와|에|의|도|로|이라|이란|만|이?[다니](?![가-힣]))/u

/** True where the span [start, end) stands between quotation marks or brackets of titles. */
export const isQuoted = (text: string, start: number, end: number) =>
  OPENS.test(text[start - 1] ?? '') && CLOSES.test(text[end] ?? '')

/** A work is no longer than this in its brackets (UTF-16 units to either side of the term). */
const TITLE_REACH = 16

const BOOK_TITLE = [/[《〈『][^》〉』]*$/, /^[^《〈『]*[》〉』]/] as const
/** Korean sets titles in plain quotation marks too; a particle behind the term makes a clause of what they quote. */
const KOREAN_TITLE = [
  /(?:[‘“《<]|(?<![\p{L}\p{N}])['"])[^’”'"》>]*$/u,
  /^(?![은는이가을를])[^‘“《<'"’”》>]*[’”'"》>]/,
] as const

/** 《稀土之戀》, 『レアアースの恋』 and '희토류 전쟁' hold a term inside a title. */
const isInTitle = (text: string, start: number, end: number) => {
  const [opens, closes] = isHangul(text.charCodeAt(start)) ? KOREAN_TITLE : BOOK_TITLE
  return (
    opens.test(text.slice(Math.max(0, start - TITLE_REACH), start)) && closes.test(text.slice(end, end + TITLE_REACH))
  )
}

/** As many long words make a line a headline, as large a part of them with a capital one that writes all so. */
const HEADLINE_WORDS = 5
const IN_CAPITALS = 0.8
/** No headline reaches farther to either side of a word in it (UTF-16 units): a text of one long line takes linear time. */
const HEADLINE_REACH = 160

/** True in a headline that writes (nearly) every word of four letters and more with a capital, where a capital says nothing. */
export function isAmongCapitals(text: string, at: number): boolean {
  const before =
    text
      .slice(Math.max(0, at - HEADLINE_REACH), at)
      .split('\n')
      .at(-1) ?? ''
  const behind = text.slice(at, at + HEADLINE_REACH).split('\n', 1)[0] ?? ''
  const words = (before + behind).match(/(?<!\p{L})\p{L}{4,}/gu) ?? []
  return words.length >= HEADLINE_WORDS && words.filter(isCapital).length >= words.length * IN_CAPITALS
}

const isCapital = (word: string) => /^\p{Lu}/u.test(word)

/** “Rare Earths,” « Terres rares » or, in English, Rare Earth: written as titles are. */
export function isTitle(lang: Language, text: string, start: number, end: number): boolean {
  const source = text.slice(start, end)
  if (/\bEarth/.test(source) || isInTitle(text, start, end)) return true
  // “rare earths” in small letters is only spoken of.
  if (WRITES_SMALL.has(lang) && !isCapital(source)) return false
  const before = text
    .slice(Math.max(0, start - 2), start)
    .trimEnd()
    .at(-1)
  const after = /[^\s,.]|$/.exec(text.slice(end, end + 3))?.[0]
  return OPENS.test(before ?? '') && CLOSES.test(after ?? '')
}

/** A title with a capital to each word is a name: a wine called « Terres Rares ». Not in English, whose headlines write so. */
export const isNamedSo = (lang: Language, source: string) =>
  lang !== 'en' && WRITES_SMALL.has(lang) && /^\p{Lu}.*\s\p{Lu}/u.test(source)

/** 一つの中国 is a name in 「一つの中国」 and before を; in 一つの中国企業 it is "one Chinese company". */
export function standsAlone(text: string, start: number, end: number): boolean {
  if (isQuoted(text, start, end)) return true
  const next = text.slice(end, end + 3)
  if (next === '' || CLOSES.test(next[0] as string)) return true
  if (PARTICLES.test(next)) return true
  return !/^[\p{L}\p{N}\s]/u.test(next)
}
