/** A sentence with the economies that it names, and what the lists of words say of the words beside a name. */

import { fold } from './fold.ts'
import type { Lexicon } from './lexicon.ts'
import type { Naming } from './namings.ts'
import { elided } from './pattern.ts'
import type { Language } from './types.ts'
import { wordListOf, type WordList } from './word-list.ts'

/** A sentence [from, to) of `text`, with the economies named in it. */
export interface NamedSentence {
  lexicon: Lexicon
  text: string
  from: number
  to: number
  namings: readonly Naming[]
}

/** Words before a name that say what it does (UTF-16 units). */
export const BEFORE = 28

/** What else stands before a name stands behind it there. */
export const POSTPOSITIONAL: ReadonlySet<Language> = new Set(['ja', 'ko'])

const ARTICLE = / (?:the|l|la|le|les|el|los|las|der|die|das|den)$/
/** Between what somebody needs and who does. */
const GENITIVE = /(?: (?:of|by|in|de|del|des|du|d|von|der))?$/

export type List = 'buys' | 'users' | 'needs' | 'sells' | 'neutral' | 'to' | 'from' | 'at' | 'titles' | 'institutions'

export const listOf = ({ lexicon }: NamedSentence, name: List): WordList => wordListOf(lexicon, name)
export const folded = ({ text, from, to }: NamedSentence, start: number, end: number): string =>
  fold(elided(text.slice(Math.max(from, start), Math.min(to, end))))

/** Forms of the list stand right before the name, an article between them or not. */
export const isBefore = (list: WordList, before: string): boolean =>
  list.ends(before) || list.ends(before.trimEnd().replace(ARTICLE, ''))

/** Whose something is, without the article and the word that joins them: "fabricantes de", "the demand of the". */
export const holderOf = (before: string): string => before.trimEnd().replace(ARTICLE, '').replace(GENITIVE, '')
