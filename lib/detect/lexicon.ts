/** The lexicon: all terms and patterns that can be met on a page of one language, as stored and ready to scan with. */

import { unpackNumbers, unpackTexts } from './packed.ts'
import { unpackPattern, type PackedLists, type PackedPattern, type Pattern } from './pattern.ts'
import { NO_RULE, type Rule } from './rule.ts'
import { keysByValue, unpackTrie, type PackedTrie, type Trie } from './trie.ts'
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

/** Terms as stored, column by column, to keep what every page reads small. */
export interface PackedTerms {
  /** Forms, packed; '' where the form is the first key that leads to the term. */
  forms: string
  /** Indices into the lexicon's `entries`, packed. */
  entries: string
  /** Indices into `kinds`, packed. */
  kindOf: string
  /** What terms have in common: index into {@link LANGUAGES}, index into the lexicon's `rules`, confidence in hundredths. */
  kinds: [lang: number, rule: number, confidence: number][]
  /** Which terms are patterns, each as how many it lies behind the last, packed. */
  patterns: string
}

/** Names of economies, ready to scan for: value i of the trie is form i of economy code i. */
export interface EconomyNames {
  codes: string[]
  forms: string[]
  trie: Trie
}

/** What travels through storage: plain JSON. */
export interface PackedLexicon {
  lang: Language
  entries: [id: string, category: Category, parent: string][]
  /** As written, and what differs from a rule that asks for nothing. */
  rules: [source: string, rule: Partial<Rule>][]
  terms: PackedTerms
  /** The patterns, in the order of `terms.patterns`. */
  patterns: PackedPattern[]
  /** Word lists that patterns name. */
  lists: PackedLists
  /** Folded forms of the word lists that rules name, by list. */
  words: Record<string, string[]>
  trie: PackedTrie
  /** Forms of each economy's name, packed, by code. */
  economies: Record<string, string>
  /** Value i is form i of all of them in a row. */
  economyTrie: PackedTrie
}

/** The lexicon ready to scan with. */
export interface Lexicon {
  lang: Language
  readonly terms: Term[]
  rules: Map<string, Rule>
  /** The pattern of a term; unpacked when its anchor is first met, since most pages meet few. */
  patternOf(form: string): Pattern
  words: Map<string, string[]>
  trie: Trie
  /** Parent entry of each entry that has one. */
  parents: Map<string, string>
  economies: () => EconomyNames
}

/** Makes a stored lexicon ready to scan; what most pages never ask for is made when it is first asked for. */
export function loadLexicon(packed: PackedLexicon): Lexicon {
  const trie = unpackTrie(packed.trie)
  const terms = once(() => unpackTerms(packed, trie))
  const patternOf = once(() => patternReader(packed, terms()))
  return {
    lang: packed.lang,
    get terms() {
      return terms()
    },
    rules: new Map(packed.rules.map(([source, rule]) => [source, { ...NO_RULE, ...rule }])),
    patternOf: (form) => patternOf()(form),
    words: new Map(Object.entries(packed.words)),
    trie,
    parents: new Map(packed.entries.flatMap(([id, , parent]) => (parent ? [[id, parent]] : []))),
    economies: once(() => economyNames(packed)),
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

function unpackTerms({ terms, entries, rules }: PackedLexicon, trie: Trie): Term[] {
  const entryOf = unpackNumbers(terms.entries)
  const kindOf = unpackNumbers(terms.kindOf)
  const keys = keysByValue(trie)
  const all = unpackTexts(terms.forms).flatMap((form, index): Term[] => {
    const entry = entries[entryOf[index] as number]
    const kind = terms.kinds[kindOf[index] as number]
    if (entry === undefined || kind === undefined) return []
    const [lang, rule, confidence] = kind
    return [
      {
        entry: entry[0],
        category: entry[1],
        lang: LANGUAGES[lang] as Language,
        form: form === '' ? (keys[index] ?? '') : form,
        rule: rules[rule]?.[0] ?? '',
        confidence: confidence / 100,
        isPattern: false,
      },
    ]
  })
  for (const index of patternsOf(terms)) (all[index] as Term).isPattern = true
  return all
}

/** Indices of the terms that are patterns. */
function patternsOf({ patterns }: PackedTerms): number[] {
  let index = 0
  return unpackNumbers(patterns).map((step) => (index += step))
}

function patternReader({ terms, patterns, lists }: PackedLexicon, all: readonly Term[]): (form: string) => Pattern {
  const packed = new Map(patternsOf(terms).map((term, index) => [all[term]?.form, patterns[index] as PackedPattern]))
  const unpacked = new Map<string, Pattern>()
  return (form) => {
    const known = unpacked.get(form) ?? unpackPattern(packed.get(form) as PackedPattern, lists)
    unpacked.set(form, known)
    return known
  }
}

function economyNames({ economies, economyTrie }: PackedLexicon): EconomyNames {
  const all = Object.entries(economies).map(([code, forms]) => ({ code, forms: unpackTexts(forms) }))
  return {
    codes: all.flatMap(({ code, forms }) => forms.map(() => code)),
    forms: all.flatMap(({ forms }) => forms),
    trie: unpackTrie(economyTrie),
  }
}
