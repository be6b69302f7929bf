/** Whose dependence is meant: the economy that a sentence names as buyer or target, else the one the article is about. */

import type { Lexicon } from './lexicon.ts'
import { economiesIn, type Naming } from './namings.ts'
import type { NamedSentence } from './named-sentence.ts'
import { buyerPoints } from './role.ts'
import { sentenceAround } from './sentence.ts'
import { firstAtLeast } from './sorted.ts'
import { overlaps } from './span.ts'

/** Names looked at to either side of a mention: no sentence that anybody reads has more. */
const MOST_NAMES = 6

/**
 * Where a report was written, at its beginning: 【ロンドン時事】, （路透東京18日電）, "HANOI (AFP)", "TOKYO, Jan. 14 --", "Tokio – ". No
 * hyphen inside a word and no second dash: "US-based", "China – the largest – ".
 */
const DATELINE =
  /^\s*(?:[（(【〔][^）)】〕]{2,24}[）)】〕]|\p{Lu}[\p{L}\p{M} '’/]{1,24}(?:,[\p{L}\d. ]{2,18})?(?:\s\((?:\p{Lu}[\p{L}/]{1,14}|dpa|afp)\)[\s.:–—-]*|\s[–—-]{1,2}\s(?![^.!?]{0,120}\s[–—-]{1,2}\s)))/u

/** The sentence of `text` that holds [start, end), with those of `namings` (of the whole text, in order) that stand in it. */
function sentenceOf(
  lexicon: Lexicon,
  text: string,
  start: number,
  end: number,
  namings: readonly Naming[],
): NamedSentence {
  const [from, to] = sentenceAround(text, start, end)
  const firstFrom = (offset: number) => firstAtLeast(namings.length, (at) => (namings[at] as Naming).start, offset)
  const middle = firstFrom(start)
  const near = namings.slice(Math.max(firstFrom(from), middle - MOST_NAMES), middle + MOST_NAMES)
  const dateline = DATELINE.exec(text)?.[0].length ?? 0
  const isNamed = (naming: Naming) => naming.end <= to && naming.start >= dateline
  return { lexicon, text, from, to, namings: near.filter(isNamed) }
}

/** An economy with no more points than the first is not the answer; from the second on a word of the sentence made it buyer or target. */
const LEAST = -1
const CUED = 6
/** Closer than this to the next, none is the answer unless it is {@link CUED}. */
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
  const sentence = sentenceOf(lexicon, text, start, end, namings)
  const points = new Map<string, number>()
  sentence.namings.forEach((naming, at) => {
    if (overlaps(naming, { start, end })) return
    const own = buyerPoints(sentence, at, { start, end })
    points.set(naming.economy, Math.max(own, points.get(naming.economy) ?? -Infinity))
  })
  const [best, second] = [...points].sort((a, b) => b[1] - a[1])
  if (best === undefined || best[1] <= LEAST) return null
  // Several that nothing tells apart are no answer.
  return second !== undefined && best[1] < CUED && best[1] - second[1] < CLOSE ? null : best[0]
}

/** Characters of the article's beginning that tell what it is about; those behind the first count for less. */
const LEAD = 1200
const FIRST_LINES = 300
const LATER = 0.25
/** A name in the headline counts as so many in the first lines. */
const HEADLINE = 3
/** Who buys counts as so many, who sells not at all; from and below so many points. */
const BUYER = 3
const BUYS_FROM = 4
const SELLS_FROM = -5
/** Least that an answer must count, and how many times as much as the next. */
const ENOUGH = 2
const AHEAD = 1.2

/**
 * The economy an article is about, by how often headline and lead name it and as what, or null where none stands out.
 * `article` is the text without its headline.
 */
export function economyOfArticle(lexicon: Lexicon, headline: string, article: string): string | null {
  const weights = new Map<string, number>()
  const count = (text: string, weightAt: (offset: number) => number) => {
    const namings = economiesIn(lexicon, text)
    for (const naming of namings) {
      const sentence = sentenceOf(lexicon, text, naming.start, naming.end, namings)
      const at = sentence.namings.indexOf(naming)
      // Of a dateline.
      if (at < 0) continue
      const points = buyerPoints(sentence, at, null)
      const weight = weightAt(naming.start) * (points >= BUYS_FROM ? BUYER : points <= SELLS_FROM ? 0 : 1)
      if (weight > 0) weights.set(naming.economy, (weights.get(naming.economy) ?? 0) + weight)
    }
  }
  count(headline, () => HEADLINE)
  count(article.slice(0, LEAD), (offset) => (offset < FIRST_LINES ? 1 : LATER))
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1])
  if (first === undefined || first[1] < ENOUGH) return null
  return second !== undefined && second[1] * AHEAD > first[1] ? null : first[0]
}
