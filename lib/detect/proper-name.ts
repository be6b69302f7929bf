/** Proper names: a firm, a spy group or a child that is called like a material. */

import { normalise } from './fold.ts'
import type { Lexicon, Term } from './lexicon.ts'
import { elided } from './pattern.ts'
import { sentenceAround } from './sentence.ts'
import { hasForm, outside, withoutSelf, wordsNearby, type Surroundings } from './surroundings.ts'
import { WRITES_SMALL } from './written.ts'

/** How many UTF-16 units before a name are searched for the word before it. */
const WORD_BEFORE = 32

/** All of them are nobody's name by themselves, as one "Rare Earth" is a band's; Indian papers write them so. */
const ALL_OF_THEM = /^rare[\s-]earths$/i
/** "these Rare Earths": things, and none of them called so. */
const DETERMINED =
  /(?<!\p{L})(?:these|those|such|other|all|some|most|many|several|various|ces|autres|certaines|plusieurs|estas|otras|ciertas|varias)\s$/iu

/** True where the text ends with a form of the list: "le cabinet" before Néodyme. */
function endsWithForm(before: string, forms: readonly string[]): boolean {
  const folded = ` ${normalise(elided(before.slice(-WORD_BEFORE))).text.trimEnd()}`
  return forms.some((form) => folded.endsWith(` ${form}`))
}

/**
 * "Arafura Rare Earths", "Terbium Labs" and a spy group called NEODYMIUM: a material written with capitals in running
 * text is a name where another capital stands beside it, where a word for what bears names stands before it, or where
 * nothing around it is about supply.
 */
export function isProperName(
  { lang, category, form, isPattern }: Term,
  around: Surroundings,
  start: number,
  end: number,
  words: Lexicon['words'],
): boolean {
  if (category !== 'rare-earths' || !WRITES_SMALL.has(lang)) return false
  const { text } = around
  const source = text.slice(start, end)
  // Of a pattern only a single word or the bare term: what else it takes in says that it is no name.
  const isBare = /^\p{L}+$/u.test(source) || form === `(${source.toLowerCase()})`
  if (form !== form.toLowerCase() || (isPattern && !isBare)) return false
  if (!/\p{Lu}/u.test(source)) return false
  const [from, to] = sentenceAround(text, start, end)
  const [before, behind] = [text.slice(from, start), text.slice(end, to)]
  if (!isRunning(`${before} ${behind}`)) return false
  const hasCapitalBehind = /^\s\p{Lu}\p{Ll}{2,}/u.test(behind)
  const isSupply = (folded: string) => hasForm(withoutSelf(source)(folded), words.get('supply') ?? [])
  // A sentence, or what follows a colon, may begin with "Rare earths"; "Rare Earth", every word in capitals, is a name unless it is about supply.
  if (!/\p{L}/u.test(before) || /[:|>–—]\s*$/.test(before))
    return hasCapitalBehind || (/\s\p{Lu}/u.test(source) && !isSupply(outside(around, from, to, start, end)))
  if (hasCapitalBehind || /\s\p{Lu}\p{Ll}+\s$/u.test(before)) return true
  if (endsWithForm(before, words.get('bodies') ?? [])) return true
  if (DETERMINED.test(before) || ALL_OF_THEM.test(source)) return false
  return !isSupply(wordsNearby(around, from, to, start, end))
}

/** True for a sentence in small letters: a headline in capitals tells nothing of names. */
function isRunning(words: string): boolean {
  const long = words.match(/\p{L}{4,}/gu) ?? []
  return long.length > 2 && long.filter((word) => /^\p{Lu}/u.test(word)).length * 2 < long.length
}
