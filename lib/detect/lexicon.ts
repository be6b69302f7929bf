/** The lexicon: all terms and patterns that can be met on a page of one language, as stored and ready to scan with. */

import { linesOf, smallAt, textAt, unpackTexts } from './packed.ts'
import { unpackTrie, type PackedTrie } from './packed-trie.ts'
import { unpackPattern, type PackedLists, type Pattern } from './pattern.ts'
import { NO_RULE, type Rule } from './rule.ts'
import { firstKeyOf, type Trie } from './trie.ts'
import { LANGUAGES, type Category, type Language } from './types.ts'

/** One term of the lexicon. */
export interface Term {
  entry: string
  category: Category
  lang: Language
  /** The form as the dataset writes it. */
  form: string
  rule: string
  /** Confidence before context: 0.95 where the term was seen in print, 0.9 where not. */
  confidence: number
  /** `form` is a pattern, and the trie holds its anchor only. */
  isPattern: boolean
}

/** Terms as stored, column by column: small, and each is read without the others, since most pages meet few. */
export interface PackedTerms {
  /** Forms, packed as texts; '' where the form is the first key that leads to the term. */
  forms: string
  /** Indices into the lexicon's `entries`, packed as small numbers. */
  entries: string
  /** Indices into `kinds`, packed as small numbers. */
  kindOf: string
  /**
   * What terms have in common: index into {@link LANGUAGES}, index into the lexicon's `rules`, confidence in hundredths, and
   * 1 for patterns.
   */
  kinds: [lang: number, rule: number, confidence: number, isPattern: 0 | 1][]
}

/** Names of economies, ready to scan for: value i of the trie is form i of economy code i. */
export interface EconomyNames {
  codes: string[]
  forms: string[]
  /** Those of one character. */
  letters: ReadonlySet<string>
  trie: Trie
}

/** What travels through storage: plain JSON. */
export interface PackedLexicon {
  lang: Language
  entries: [id: string, category: Category, parent: string][]
  /** As written, and what differs from a rule that asks for nothing. */
  rules: [source: string, rule: Partial<Rule>][]
  terms: PackedTerms
  /** The patterns in the order of their terms, a line each. */
  patterns: string
  /** Word lists that patterns name. */
  lists: PackedLists
  /** Folded forms of the word lists that rules name, by list, parted by `|`. */
  words: Record<string, string>
  trie: PackedTrie
  /** Forms of each economy's name, packed, by code. */
  economies: Record<string, string>
  /** Value i is form i of all of them in a row. */
  economyTrie: PackedTrie
}

/** The lexicon ready to scan with. */
export interface Lexicon {
  lang: Language
  /** How many terms there are. */
  size: number
  /** Term number `value` of the trie. */
  termOf(value: number): Term
  readonly rules: ReadonlyMap<string, Rule>
  /** The pattern of term number `value`. */
  patternOf(value: number): Pattern
  readonly words: ReadonlyMap<string, string[]>
  trie: Trie
  /** Parent entry of each entry that has one. */
  readonly parents: ReadonlyMap<string, string>
  economies: () => EconomyNames
}

/**
 * Makes a stored lexicon ready to scan. A page waits for that whenever the background has just begun: so all but the trie
 * waits until it is asked for, a term and a pattern at a time.
 */
export function loadLexicon(packed: PackedLexicon): Lexicon {
  const { terms, entries, lists } = packed
  const trie = unpackTrie(packed.trie)
  const forms = once(() => linesOf(terms.forms))
  const patterns = once(() => patternLines(packed))
  const rules = once(() => new Map(packed.rules.map(([source, rule]) => [source, { ...NO_RULE, ...rule }])))
  const words = once(
    () => new Map(Object.entries(packed.words).map(([set, each]) => [set, each === '' ? [] : each.split('|')])),
  )
  const parents = once(() => new Map(entries.flatMap(([id, , parent]) => (parent ? [[id, parent]] : []))))
  const kindOf = (value: number) => terms.kinds[smallAt(terms.kindOf, value)] as PackedTerms['kinds'][number]
  return {
    lang: packed.lang,
    size: terms.entries.length,
    trie,
    termOf: remembered((value): Term => {
      const [entry, category] = entries[smallAt(terms.entries, value)] as PackedLexicon['entries'][number]
      const [lang, rule, confidence, isPattern] = kindOf(value)
      return {
        entry,
        category,
        lang: LANGUAGES[lang] as Language,
        form: textAt(forms(), value) || firstKeyOf(trie, value),
        rule: packed.rules[rule]?.[0] ?? '',
        confidence: confidence / 100,
        isPattern: isPattern === 1,
      }
    }),
    patternOf: remembered((value) => unpackPattern(patterns().get(value) as string, lists)),
    get rules() {
      return rules()
    },
    get words() {
      return words()
    },
    get parents() {
      return parents()
    },
    economies: once(() => economyNames(packed)),
  }
}

/** What a term asks of its surroundings. */
export const ruleOf = ({ rules }: Lexicon, { rule }: Term): Rule => rules.get(rule) as Rule

/** All terms, for tools; searching never needs them. */
export const allTerms = ({ size, termOf }: Lexicon): Term[] => Array.from({ length: size }, (_, value) => termOf(value))

/** `make`, made when it is first asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

/** `make` of a number, made when it is first asked for. */
function remembered<Value extends object>(make: (number: number) => Value): (number: number) => Value {
  const made: Value[] = []
  return (number) => (made[number] ??= make(number))
}

/** Lines of the patterns by the numbers of their terms. */
function patternLines({ terms: { kinds, kindOf }, patterns }: PackedLexicon): Map<number, string> {
  const lines = new Map<number, string>()
  const all = patterns.split('\n')
  for (let value = 0; value < kindOf.length; value++)
    if (kinds[smallAt(kindOf, value)]?.[3] === 1) lines.set(value, all[lines.size] as string)
  return lines
}

function economyNames({ economies, economyTrie }: PackedLexicon): EconomyNames {
  const all = Object.entries(economies).map(([code, names]) => ({ code, names: unpackTexts(names) }))
  const forms = all.flatMap(({ names }) => names)
  return {
    codes: all.flatMap(({ code, names }) => names.map(() => code)),
    forms,
    letters: new Set(forms.filter((form) => form.length === 1)),
    trie: unpackTrie(economyTrie),
  }
}
