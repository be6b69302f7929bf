/** The words that stand beside a name, with nothing between it and its verb that is said of others. */

import { BEFORE, folded, type NamedSentence } from './named-sentence.ts'
import type { Naming } from './namings.ts'
import { isBetween } from './origin.ts'
import type { Span } from './types.ts'

/** Words behind a name that say what it does (UTF-16 units). */
const BEHIND = 90

const SENTENCE_END = /[.;!?。；！？\n](?!\d)/u

/** UTF-16 units. */
const LONGEST_ASIDE = 160
/** What is said of a name between two commas, dashes or brackets, with the closing one. */
const ASIDE = /^(?:,\s[^,]*,|\s?[–—]\s[^–—]*[–—]|\s?\([^()]*\))(?=\s)/

/**
 * The sentence with nothing between name `at` and its verb that tells what others do: "Taiwan, which Beijing claims, buys". As
 * long as before. The mention is left where it is.
 */
export function withoutAside(sentence: NamedSentence, at: number, mention: Span): NamedSentence {
  const { text, to, namings } = sentence
  const { end } = namings[at] as Naming
  const close = end + (ASIDE.exec(text.slice(end, Math.min(to, end + LONGEST_ASIDE)))?.[0].length ?? 0)
  const isInside = ({ start }: Span) => start >= end && start < close
  if (isInside(mention) || !namings.some(isInside)) return sentence
  return {
    ...sentence,
    text: text.slice(0, end) + ' '.repeat(close - end) + text.slice(close),
    namings: namings.filter((naming) => !isInside(naming)),
  }
}

/** The words before and behind a name, up to its neighbours. */
export function wordsBeside(sentence: NamedSentence, at: number): { before: string; behind: string } {
  const { text, namings } = sentence
  const { start, end } = namings[at] as Naming
  const previous = namings[at - 1]
  const next = namings.slice(at + 1).find((naming) => !isBetween(sentence, naming))
  const clause = text.slice(end, Math.min(end + BEHIND, next?.start ?? Infinity)).split(SENTENCE_END, 1)[0] ?? ''
  return {
    before: folded(sentence, Math.max(start - BEFORE, previous?.end ?? 0), start),
    // Behind a name its possessive s.
    behind: folded(sentence, end, end + clause.length).replace(/^s(?= )/, ' '),
  }
}
