/** Which word governs a name: who buys, who sells, and whose clause it is. */

import { folded, listOf, POSTPOSITIONAL, type List, type NamedSentence } from './named-sentence.ts'
import type { Naming } from './namings.ts'
import { isBetween } from './origin.ts'
import { CJK, SUPPLIER, type Span } from './types.ts'

/** Ends a clause; brackets and dashes begin an aside. */
export const COMMA = /[,，、—–(（]/u
const CLAUSE_END = /[,，、;；]/u

interface Cue {
  start: number
  end: number
  /** 0 for words that hold one of the others and say neither: export controls, 供给网. */
  sign: 1 | -1 | 0
}

/** Words that say who buys (1) and who sells (-1), in order; one that stands inside a longer one says nothing. */
function cuesIn(sentence: NamedSentence, words: string): Cue[] {
  const ofList = (name: List, sign: Cue['sign']) =>
    listOf(sentence, name)
      .in(words)
      .map((span): Cue => ({ ...span, sign }))
  const cues = [...ofList('buys', 1), ...ofList('users', 1), ...ofList('sells', -1), ...ofList('neutral', 0)]
  const isInside = (cue: Cue, other: Cue) =>
    other.start <= cue.start &&
    cue.end <= other.end &&
    (other.sign === 0 || other.end - other.start > cue.end - cue.start)
  return cues
    .filter((cue) => cue.sign !== 0 && !cues.some((other) => isInside(cue, other)))
    .sort((a, b) => a.start - b.start || a.sign - b.sign)
}

/** The cue that governs: the last before the mention, else the first behind it; where verbs come last, the last of the clause. */
export function governing(sentence: NamedSentence, naming: Naming, mention: Span | null, behind: string) {
  const isAhead = mention !== null && naming.end <= mention.start
  if (POSTPOSITIONAL.has(sentence.lexicon.lang)) {
    const reached = isAhead ? folded(sentence, naming.end, mention.end).length : behind.length
    const comma = behind.slice(reached).search(COMMA)
    return cuesIn(sentence, comma < 0 ? behind : behind.slice(0, reached + comma)).at(-1)
  }
  const reached = isAhead ? folded(sentence, naming.end, mention.start).length : 0
  const cues = cuesIn(sentence, behind)
  return cues.findLast(({ start }) => start < reached) ?? cues[0]
}

/** True where the words from a name to the mention say, with no comma between, that it sells; in Chinese they may be part of others: 供应商. */
function sellsAhead(sentence: NamedSentence, { end }: Naming, mention: Span): boolean {
  if (CJK.has(sentence.lexicon.lang)) return false
  const words = folded(sentence, end, mention.start)
  return !COMMA.test(words) && cuesIn(sentence, words).some(({ sign }) => sign === -1)
}

/** True where name `at` has its verb in one clause, and the mention stands in the next, which is another's. */
export function isInOtherClause(sentence: NamedSentence, at: number, mention: Span): boolean {
  const { text, namings } = sentence
  const { end } = namings[at] as Naming
  const next = namings.find(
    (each) =>
      each.start >= end &&
      each.end <= mention.start &&
      (each.economy !== SUPPLIER || sellsAhead(sentence, each, mention)) &&
      !isBetween(sentence, each),
  )
  const comma = next ? text.slice(end, next.start).search(CLAUSE_END) : -1
  return comma >= 0 && cuesIn(sentence, folded(sentence, end, end + comma)).length > 0
}
