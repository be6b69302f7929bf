/**
 * The judge: a second look, with compromise, at English terms that the rules left in doubt. Runs in the background and on
 * the command line, one sentence at a time; never on a page.
 */

import nlp from 'compromise'

interface Word {
  pre: string
  tags: string[]
  offset: { start: number; length: number }
}

/** Adjectives that may stand between a term and the noun that it describes: "a dual-use public path". */
const MAX_BETWEEN = 2

/**
 * False where the term that ends at `end` (UTF-16, exclusive) of `sentence` describes the noun behind it and so is no mention of its own: "only
 * one China factory", "a dual-use path". Terms with a noun that belongs to them ("dual-use goods", "one-China policy")
 * are longer terms and never come here. True where it stands by itself.
 */
export function isMention(sentence: string, end: number): boolean {
  const parsed = nlp(sentence).json({ offset: true, terms: { offset: true, tags: true } }) as { terms: Word[] }[]
  const words = parsed.flatMap(({ terms }) => terms)
  const first = words.findIndex(({ offset }) => offset.start >= end)
  if (first < 0) return true
  for (const word of words.slice(first, first + MAX_BETWEEN + 1)) {
    const gap = sentence.slice(end, word.offset.start)
    // Punctuation ends the phrase; a hyphen ("one China-based fund") carries it on.
    if (/[^\s\p{L}\p{N}’'‐-]/u.test(gap)) return true
    const is = (tag: string) => word.tags.includes(tag)
    if (is('Noun') && !is('Pronoun') && !is('Place')) return false
    if (!is('Adjective') && !is('Hyphenated') && !(is('PastTense') && gap.endsWith('-'))) return true
  }
  return true
}
