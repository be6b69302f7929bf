/** Whose dependence is meant: the economy that a sentence names as buyer or target, else the one the article is about. */

import { fold } from './fold.ts'
import type { Lexicon } from './lexicon.ts'
import { scan } from './scan.ts'
import { Spans } from './span.ts'
import { insideWord, isHangul, isKatakana } from './script.ts'
import { sentenceAround } from './sentence.ts'
import { firstAtLeast } from './sorted.ts'
import { hasForm } from './surroundings.ts'

/** An economy named in a text. */
export interface Naming {
  /** ISO 3166-1 alpha-3 or `EU`. */
  economy: string
  /** UTF-16 offset. */
  start: number
  /** UTF-16 offset, exclusive. */
  end: number
}

/** Rare earths come from here: named, it is the supplier unless the sentence makes it the buyer. */
const SUPPLIER = 'CHN'

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
      if (stop === null || inKatakana(text, start, end)) continue
      found.push({ economy: codes[value] as string, start, end, blocked: false })
    }
  })
  for (const [start, end] of placesIn(lexicon, text)) found.push({ economy: '', start, end, blocked: true })
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const taken = new Spans(text.length)
  return found
    .filter(({ start, end, blocked }) => taken.take(start, end) && !blocked)
    .map(({ economy, start, end }) => ({ economy, start, end }))
    .sort((a, b) => a.start - b.start)
}

const isDense = (form: string) => form.charCodeAt(0) > 0x2e7f

/** A name may end in a word where only a possessive follows: Japans (de), Japan's. */
const possessive = (text: string, end: number): number | null =>
  insideWord(text, end) && !/^s(?![\p{L}\p{N}])/u.test(text.slice(end, end + 2)) ? null : end

/** タイ does not stand in タイヤ, nor 인도 behind another syllable. */
function inKatakana(text: string, start: number, end: number): boolean {
  const [before, first, last, after] = [start - 1, start, end - 1, end].map((at) => text.charCodeAt(at)) as [
    number,
    number,
    number,
    number,
  ]
  if (isKatakana(first) && isKatakana(before)) return true
  if (isKatakana(last) && isKatakana(after)) return true
  return isHangul(first) && isHangul(before)
}

/** Seas and policies whose names hold an economy's name. */
function placesIn(lexicon: Lexicon, text: string): [number, number][] {
  const lower = text.toLowerCase()
  const spans: [number, number][] = []
  for (const form of lexicon.words.get('places') ?? []) {
    for (let at = lower.indexOf(form); at >= 0; at = lower.indexOf(form, at + 1)) spans.push([at, at + form.length])
  }
  return spans
}

/** How well an economy fits as the buyer or target, in tenths; below 0 it is a supplier. */
function buyerScore(
  lexicon: Lexicon,
  text: string,
  from: number,
  to: number,
  naming: Naming,
  mention: { start: number; end: number },
): number {
  const forms = (set: 'buys' | 'to' | 'sells' | 'from' | 'titles') => lexicon.words.get(set) ?? []
  const before = fold(text.slice(Math.max(from, naming.start - 14), naming.start))
  const after = fold(text.slice(naming.end, Math.min(to, naming.end + 48)))
  const isFirst = naming.start < mention.start
  let score = isFirst ? 1 : 0
  const distance = Math.min(Math.abs(naming.end - mention.start), Math.abs(mention.end - naming.start))
  score -= distance / 100
  // Japanese and Korean say "to" and "from" behind the name.
  const isTarget =
    // 対日 is "to Japan" in two characters.
    forms('to').includes(text.slice(naming.start, naming.end)) ||
    (isPostpositional(text, naming) ? startsWithForm(after, forms('to')) : endsWithForm(before, forms('to')))
  const isOrigin = isPostpositional(text, naming)
    ? startsWithForm(after, forms('from'))
    : endsWithForm(before, forms('from'))
  if (isOrigin) score -= 6
  if (isTarget) score += 4
  if (hasForm(after, forms('buys'))) score += 5
  else if (isTarget) score += 1
  else if (hasForm(after, forms('sells'))) score -= 6
  // "Japanese imports of …", 日本の輸入: the word may also stand between mention and name.
  if (startsWithForm(after, forms('buys'))) score += 2
  // "US President …": the one who speaks, not the one who buys.
  if (startsWithForm(after, forms('titles'))) score -= 5
  if (naming.economy === SUPPLIER) score -= 7
  return score
}

const isPostpositional = (text: string, { end }: Naming) => {
  const next = text.charCodeAt(end)
  return isHangul(next) || (next >= 0x3041 && next <= 0x309f)
}

const endsWithForm = (text: string, forms: readonly string[]) =>
  forms.some(
    (form) => text === form || text.endsWith(isDense(form) ? form : ` ${form}`) || text.endsWith(` ${form} the`),
  )
const startsWithForm = (text: string, forms: readonly string[]) =>
  forms.some((form) => text.trimStart().replace(/^s /, '').startsWith(form))

/** From this score on a word of the sentence made the economy buyer or target. */
const CUED = 3
const CLOSE = 0.5

/**
 * The economy that the sentence around [start, end) names as buyer or target of the mention, or null.
 * `namings` are those of the whole text, from {@link economiesIn}.
 */
export function economyOfSentence(
  lexicon: Lexicon,
  text: string,
  start: number,
  end: number,
  namings: readonly Naming[],
): string | null {
  const [from, to] = sentenceAround(text, start, end)
  const scores = new Map<string, number>()
  for (
    let at = firstAtLeast(namings.length, (index) => (namings[index] as Naming).start, from);
    at < namings.length;
    at++
  ) {
    const naming = namings[at] as Naming
    if (naming.end > to) break
    if (naming.start < end && start < naming.end) continue
    const score = buyerScore(lexicon, text, from, to, naming, { start, end })
    scores.set(naming.economy, Math.max(score, scores.get(naming.economy) ?? -Infinity))
  }
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1])
  if (best === undefined || best[1] <= -4) return null
  // Several that nothing tells apart are no answer.
  return second !== undefined && best[1] < CUED && best[1] - second[1] < CLOSE ? null : best[0]
}

/** Characters of the article's beginning that tell what it is about. */
const LEAD = 1200

/**
 * The economy an article is about, by how often headline and lead name it (the headline counts three times), or null
 * where none stands out. The supplier never counts. `article` is the text without its headline.
 */
export function economyOfArticle(lexicon: Lexicon, headline: string, article: string): string | null {
  const weights = new Map<string, number>()
  const count = (text: string, weight: number) => {
    for (const { economy } of economiesIn(lexicon, text))
      if (economy !== SUPPLIER) weights.set(economy, (weights.get(economy) ?? 0) + weight)
  }
  count(headline, 3)
  count(article.slice(0, LEAD), 1)
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1])
  if (first === undefined || first[1] < 2) return null
  return second !== undefined && second[1] * 1.2 > first[1] ? null : first[0]
}
