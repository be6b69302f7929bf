/** The lexicon: all terms and patterns that can be met on a page of one language, compiled for scanning. */

import { LANGUAGES, type Category, type Language } from './types.ts'
import { fold } from './fold.ts'
import { anchorForms, elided, parsePattern, type Pattern } from './pattern.ts'
import { parseRule, type Rule } from './rule.ts'
import { isHangul, isHanOrKana } from './script.ts'
import { buildTrie, keyOf, packTrie, unpackTrie, type PackedTrie, type Trie } from './trie.ts'

/** The rows a lexicon is compiled from: columns of `entries`, `terms`, `words` and `economies`. */
export interface LexiconSource {
  entries: readonly { id: string; category: Category; parent: string }[]
  terms: readonly { entry: string; lang: Language; form: string; status: string; rule: string }[]
  words: readonly { set: string; lang: Language; forms: readonly string[] }[]
  economies: readonly { economy: string; lang: Language; forms: readonly string[] }[]
}

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
interface PackedTerms {
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
  rules: string[]
  terms: PackedTerms
  /** Folded forms of the word lists, by list. */
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
  patterns: Map<string, Pattern>
  words: Map<string, string[]>
  trie: Trie
  /** Parent entry of each entry that has one. */
  parents: Map<string, string>
  economies: () => EconomyNames
}

/** Word lists needed whatever the terms ask for: for the economy of a sentence (`economy.ts`) and names (`context.ts`). */
const ALWAYS_USED = ['buys', 'to', 'sells', 'from', 'titles', 'places', 'supply']

const CHINESE = new Set<Language>(['zh-Hans', 'zh-Hant'])
const SPACELESS = new Set<Language>(['ja', 'zh-Hans', 'zh-Hant', 'ko'])
const isDense = (form: string) => [...form].some((c) => isHanOrKana(c.charCodeAt(0)) || isHangul(c.charCodeAt(0)))

/**
 * Whether a term of another language may be met on a page of language `page` without being taken for a word of
 * that language: "seltene Erden" may on an English page, "SEE" and 一中 on a Japanese one may not.
 */
function travels(form: string, lang: Language, rule: string, page: Language): boolean {
  // Rules that ask for surroundings do so with the page's own word lists; capitals and needs are a language's own.
  if (/(?:^| )(?:case|needs|quoted|alone)/.test(rule)) return false
  const letters = keyOf(form).length
  if (isDense(form)) return letters >= (SPACELESS.has(page) ? 3 : 2)
  if (SPACELESS.has(page)) return lang === 'en' && letters >= 4
  return letters >= 6 && (fold(form).includes(' ') || lang === 'en')
}

/**
 * German adjectives bend (seltene, seltenen, seltener … Erden) and Korean words close up; the list holds one form.
 * A gap behind two Korean syllables is left out, since the automaton steps over it where no key has it.
 */
function inflections(form: string, lang: Language): string[] {
  if (lang === 'ko' && form.includes(' '))
    return [form.replace(/(?<=.[가-힣]) (?=[가-힣])/g, ''), form.replaceAll(' ', '')]
  const bent = lang === 'de' ? /^(\p{L}{4,}?)e(?:n|r|m|s)?([ -]\p{L}.*)$/u.exec(form) : null
  return bent ? ['e', 'en', 'er', 'em', 'es'].map((ending) => `${bent[1]}${ending}${bent[2]}`) : [form]
}

/**
 * Compiles the lexicon for pages of one language.
 * Throws an Error that names the term where a rule, a pattern or a word list cannot be read.
 */
export function compileLexicon(source: LexiconSource, lang: Language): PackedLexicon {
  const entryAt = new Map(source.entries.map(({ id }, index) => [id, index]))
  const rules = [...new Set(source.terms.map(({ rule }) => rule))].filter((rule) => rule !== 'off')
  const usedLists = new Set(ALWAYS_USED)
  const lists = new Map<string, readonly string[]>()
  for (const { set, lang: of, forms } of source.words) if (of === lang) lists.set(set, forms)
  const terms: PackedTerms = { entries: [], langs: [], forms: '', rules: [], confidences: [], patterns: [] }
  const forms: string[] = []
  const keys: [string, number][] = []
  for (const { entry, lang: of, form, status, rule } of source.terms) {
    if (rule === 'off') continue
    const isOwn = of === lang || (CHINESE.has(of) && CHINESE.has(lang))
    if (!isOwn && (status === 'pattern' || !travels(form, of, rule, lang))) continue
    const at = entryAt.get(entry)
    if (at === undefined) throw new Error(`term "${form}" names the unknown entry "${entry}"`)
    const isPattern = status === 'pattern'
    if (isPattern && of !== lang) continue
    const { near, needs, not, unless, judge } = parseRule(rule)
    for (const set of [...near, ...needs, ...not, ...unless, ...(judge ?? [])]) usedLists.add(set)
    const index = forms.push(form) - 1
    terms.entries.push(at)
    terms.langs.push(LANGUAGES.indexOf(of))
    terms.rules.push(rules.indexOf(rule))
    terms.confidences.push((status === 'unverified' ? 90 : 95) - (isOwn ? 0 : 5))
    if (isPattern) terms.patterns.push(index)
    const named = (name: string) => {
      usedLists.add(name)
      return lists.get(name)
    }
    const met = isPattern ? anchorForms(parsePattern(form, named)) : isOwn ? inflections(form, of) : [form]
    for (const each of met) keys.push([each, index])
  }
  return {
    lang,
    entries: source.entries.map(({ id, category, parent }) => [id, category, parent]),
    rules,
    terms: { ...terms, forms: forms.join('\n') },
    words: Object.fromEntries(
      [...usedLists].map((set) => [set, (lists.get(set) ?? []).map((form) => fold(elided(form))).filter(Boolean)]),
    ),
    trie: packTrie(buildTrie(keys)),
    economies: Object.fromEntries(
      source.economies.filter((row) => row.lang === lang).map(({ economy, forms }) => [economy, [...forms]]),
    ),
  }
}

/** Makes a stored lexicon ready to scan. A few tenths of a millisecond: arrays are decoded, nothing is built. */
export function loadLexicon(packed: PackedLexicon): Lexicon {
  return {
    lang: packed.lang,
    terms: unpackTerms(packed),
    rules: new Map(packed.rules.map((rule) => [rule, parseRule(rule)])),
    patterns: new Map(),
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
          rule: rules[terms.rules[index] as number] as string,
          confidence: (terms.confidences[index] as number) / 100,
          isPattern: patterns.has(index),
        }
  })
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

/** The pattern of a term, read when its anchor is first met: most pages meet few. */
export function patternOf(lexicon: Lexicon, form: string): Pattern {
  const known = lexicon.patterns.get(form)
  if (known !== undefined) return known
  const pattern = parsePattern(form, (name) => lexicon.words.get(name))
  lexicon.patterns.set(form, pattern)
  return pattern
}
