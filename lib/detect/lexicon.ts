/** The lexicon: all terms and patterns that can be met on a page of one language, as stored and ready to scan with. */

import { unpackPattern, type PackedLists, type PackedPattern, type Pattern } from './pattern.ts'
import { NO_RULE, type Rule } from './rule.ts'
import { buildTrie, unpackTrie, type PackedTrie, type Trie } from './trie.ts'
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

/** Terms as stored, column by column, to keep what every page reads small; value i of each column belongs to term i. */
export interface PackedTerms {
  /** Indices into the lexicon's `entries`. */
  entries: number[]
  /** Indices into {@link LANGUAGES}. */
  langs: number[]
  /** One form a line. */
  forms: string
  /** Indices into the lexicon's `rules`. */
  rules: number[]
  /** In hundredths. */
  confidences: number[]
  /** Which terms are patterns. */
  patterns: number[]
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
  /** Forms of each economy's name, by code; their trie is built when a sentence is first read. */
  economies: Record<string, string[]>
}

/** The lexicon ready to scan with. */
export interface Lexicon {
  lang: Language
  terms: Term[]
  rules: Map<string, Rule>
  /** The pattern of a term; unpacked when its anchor is first met, since most pages meet few. */
  patternOf(form: string): Pattern
  words: Map<string, string[]>
  trie: Trie
  /** Parent entry of each entry that has one. */
  parents: Map<string, string>
  economies: () => EconomyNames
}

/** Makes a stored lexicon ready to scan. A few tenths of a millisecond: arrays are decoded, nothing is built. */
export function loadLexicon(packed: PackedLexicon): Lexicon {
  return {
    lang: packed.lang,
    terms: unpackTerms(packed),
    rules: new Map(packed.rules.map(([source, rule]) => [source, { ...NO_RULE, ...rule }])),
    patternOf: patternsOf(packed),
    words: new Map(Object.entries(packed.words)),
    trie: unpackTrie(packed.trie),
    parents: new Map(packed.entries.flatMap(([id, , parent]) => (parent ? [[id, parent]] : []))),
    economies: economyNames(packed.economies),
  }
}

function unpackTerms({ terms, entries, rules }: PackedLexicon): Term[] {
  const patterns = new Set(terms.patterns)
  return terms.forms.split('\n').flatMap((form, index) => {
    const entry = entries[terms.entries[index] as number]
    return entry === undefined
      ? []
      : {
          entry: entry[0],
          category: entry[1],
          lang: LANGUAGES[terms.langs[index] as number] as Language,
          form,
          rule: rules[terms.rules[index] as number]?.[0] ?? '',
          confidence: (terms.confidences[index] as number) / 100,
          isPattern: patterns.has(index),
        }
  })
}

function patternsOf({ terms, patterns, lists }: PackedLexicon): (form: string) => Pattern {
  const forms = terms.forms.split('\n')
  const packed = new Map(terms.patterns.map((term, index) => [forms[term], patterns[index] as PackedPattern]))
  const unpacked = new Map<string, Pattern>()
  return (form) => {
    const known = unpacked.get(form) ?? unpackPattern(packed.get(form) as PackedPattern, lists)
    unpacked.set(form, known)
    return known
  }
}

/** Most pages never ask for an economy, so its names become a trie only then. */
function economyNames(economies: Record<string, string[]>): () => EconomyNames {
  let names: EconomyNames | undefined
  return () => {
    if (names === undefined) {
      const pairs = Object.entries(economies).flatMap(([code, forms]) => forms.map((form) => [code, form] as const))
      names = {
        codes: pairs.map(([code]) => code),
        forms: pairs.map(([, form]) => form),
        trie: buildTrie(pairs.map(([, form], index) => [form, index])),
      }
    }
    return names
  }
}
