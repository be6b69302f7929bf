/** Compiles the dataset's rows into what pages read: in the background at install and update, and on the command line. */

import { fold } from './fold.ts'
import { once, type PackedLexicon, type PackedTerms } from './lexicon.ts'
import { packSmall, packTexts } from './packed.ts'
import { packTrie } from './packed-trie.ts'
import { elided, packPattern } from './pattern.ts'
import { anchorForms, listsIn, ordersOf, packForms, parsePattern } from './pattern-source.ts'
import { listsOf, parseRule, type Rule } from './rule.ts'
import { isHangul, isHanOrKana } from './script.ts'
import { buildTrie, keyOf, keysByValue } from './trie.ts'
import { LANGUAGES, SPACELESS, type Category, type Language } from './types.ts'

/** The rows a lexicon is compiled from: columns of `entries`, `terms`, `words` and `economies`. */
export interface LexiconSource {
  entries: readonly { id: string; category: Category; parent: string }[]
  terms: readonly { entry: string; lang: Language; form: string; status: string; rule: string }[]
  words: readonly { set: string; lang: Language; forms: readonly string[] }[]
  economies: readonly { economy: string; lang: Language; forms: readonly string[] }[]
}

/** Word lists needed whatever the terms ask for: for what economies do (`role.ts`, `namings.ts`), and for names (`proper-name.ts`). */
const ALWAYS_USED = [
  'buys',
  'users',
  'needs',
  'sells',
  'neutral',
  'to',
  'from',
  'at',
  'titles',
  'institutions',
  'places',
  'supply',
  'bodies',
]

const CHINESE = new Set<Language>(['zh-Hans', 'zh-Hant'])
const isDense = (form: string) => [...form].some((c) => isHanOrKana(c.charCodeAt(0)) || isHangul(c.charCodeAt(0)))

/**
 * Whether a term of another language may be met on a page of language `page` without being taken for a word of
 * that language: "seltene Erden" may on an English page, "SEE" and 一中 on a Japanese one may not.
 */
function travels(form: string, lang: Language, rule: string, page: Language): boolean {
  // Rules that ask for surroundings do so with the page's own word lists; capitals and needs are a language's own, but for
  // English glosses in scripts where Latin letters are rare: 鏑（dysprosium）.
  const isGloss = SPACELESS.has(page) && lang === 'en'
  if ((isGloss ? /(?:^| )(?:case|quoted|alone)/ : /(?:^| )(?:case|needs|quoted|alone)/).test(rule)) return false
  const letters = keyOf(form).length
  if (isDense(form)) return letters >= (SPACELESS.has(page) ? 3 : 2)
  if (SPACELESS.has(page)) return lang === 'en' && letters >= 4
  return letters >= 6 && (fold(form).includes(' ') || lang === 'en')
}

/**
 * Keys on which the language of the page has decided itself: the rule of another language for the same letters, mostly a
 * laxer one, would undo what is known here. A "never" decides nothing but where it holds.
 */
const settledBy = ({ terms }: LexiconSource, page: Language): ReadonlySet<string> =>
  new Set(
    terms
      .filter(({ lang, status, rule }) => lang === page && status !== 'pattern' && !/\bnever\b/.test(rule))
      .map(({ form }) => keyOf(form)),
  )

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
  const rules = new Map<string, { at: number; rule: Partial<Rule> }>()
  const usedLists = new Set(ALWAYS_USED)
  const words = source.words.filter((list) => list.lang === lang)
  const lists = Object.fromEntries(words.map(({ set, forms }) => [set, packForms(forms)]))
  const patterns: string[] = []
  const patternLists = new Set<string>()
  const written: string[] = []
  const entryOf: number[] = []
  const kinds = new Map<string, { at: number; kind: PackedTerms['kinds'][number] }>()
  const kindOf: number[] = []
  const keys: [string, number][] = []
  const settled = once(() => settledBy(source, lang))
  for (const { entry, lang: of, form, status, rule } of source.terms) {
    if (rule === 'off') continue
    const isOwn = of === lang || (CHINESE.has(of) && CHINESE.has(lang))
    if (!isOwn && (status === 'pattern' || !travels(form, of, rule, lang))) continue
    if (of !== lang && settled().has(keyOf(form))) continue
    const at = entryAt.get(entry)
    if (at === undefined) throw new Error(`term "${form}" names the unknown entry "${entry}"`)
    const isPattern = status === 'pattern'
    if (isPattern && of !== lang) continue
    let known = rules.get(rule)
    if (known === undefined) {
      rules.set(rule, (known = { at: rules.size, rule: parseRule(rule) }))
      for (const set of listsOf(known.rule)) usedLists.add(set)
    }
    const kind: PackedTerms['kinds'][number] = [
      LANGUAGES.indexOf(of),
      known.at,
      (status === 'unverified' ? 90 : 95) - (isOwn ? 0 : 5),
      isPattern ? 1 : 0,
    ]
    const name = kind.join()
    const alike = kinds.get(name) ?? { at: kinds.size, kind }
    kinds.set(name, alike)
    const take = (met: readonly string[]) => {
      const index = written.push(form) - 1
      entryOf.push(at)
      kindOf.push(alike.at)
      for (const each of met) keys.push([each, index])
    }
    if (!isPattern) take(isOwn ? inflections(form, of) : [form])
    else
      for (const order of ordersOf(form)) {
        const pattern = parsePattern(order, lists)
        for (const list of listsIn(pattern)) patternLists.add(list)
        patterns.push(packPattern(pattern))
        take(anchorForms(pattern, lists))
      }
  }
  const trie = buildTrie(keys)
  const economies = source.economies.filter((row) => row.lang === lang)
  const keyed = keysByValue(trie)
  return {
    lang,
    entries: source.entries.map(({ id, category, parent }) => [id, category, parent]),
    rules: [...rules].map(([column, { rule }]) => [column, rule]),
    terms: {
      forms: packTexts(written.map((form, index) => (form === keyed[index] ? '' : form))),
      entries: packSmall(entryOf),
      kindOf: packSmall(kindOf),
      kinds: [...kinds.values()].map(({ kind }) => kind),
    },
    patterns: patterns.join('\n'),
    lists: Object.fromEntries([...patternLists].map((name) => [name, lists[name] as string])),
    words: Object.fromEntries(
      [...usedLists].map((set) => [
        set,
        (words.find((list) => list.set === set)?.forms ?? [])
          .map((form) => fold(elided(form)))
          .filter(Boolean)
          .join('|'),
      ]),
    ),
    trie: packTrie(trie),
    economies: Object.fromEntries(economies.map(({ economy, forms }) => [economy, packTexts(forms)])),
    economyTrie: packTrie(buildTrie(economies.flatMap(({ forms }) => forms).map((form, index) => [form, index]))),
  }
}
