/** Compiles the dataset's rows into what texts are searched with: in the background at install and update, and on the command line. */

import { fold } from './fold.ts'
import { once, type PackedLexicon } from './lexicon.ts'
import { packTexts } from './packed.ts'
import { packTrie } from './packed-trie.ts'
import { elided } from './pattern.ts'
import { packForms } from './pattern-source.ts'
import { listsOf } from './rule.ts'
import { DENSE, kindOf } from './script.ts'
import { TermTable, type SourceEntry, type SourceTerm } from './term-table.ts'
import { buildTrie, keyOf, keysByValue } from './trie.ts'
import { CJK, type Language } from './types.ts'

/** The rows a lexicon is compiled from: columns of `entries`, `terms`, `words` and `economies`. */
export interface LexiconSource {
  entries: readonly SourceEntry[]
  terms: readonly SourceTerm[]
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
/** Both ways to write Chinese are read together. */
const isOwnTo = (page: Language, lang: Language) => lang === page || (CHINESE.has(lang) && CHINESE.has(page))

const isDense = (form: string) => [...form].some((character) => kindOf(character.charCodeAt(0)) === DENSE)

/**
 * Whether a term of another language may be met on a page of language `page` without being taken for a word of
 * that language: "seltene Erden" may on an English page, "SEE" and 一中 on a Japanese one may not.
 */
function travels(form: string, lang: Language, rule: string, page: Language): boolean {
  // Rules that ask for surroundings do so with the page's own word lists; capitals and needs are a language's own, but for
  // English glosses in scripts where Latin letters are rare: 鏑（dysprosium）.
  const isGloss = CJK.has(page) && lang === 'en'
  if ((isGloss ? /(?:^| )(?:case|quoted|alone)/ : /(?:^| )(?:case|needs|quoted|alone)/).test(rule)) return false
  const letters = keyOf(form).length
  if (isDense(form)) return letters >= (CJK.has(page) ? 3 : 2)
  if (CJK.has(page)) return lang === 'en' && letters >= 4
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

/** Whether a term counts on pages of language `page`: one of its own, or one that travels and that the page's has not settled. */
function mayBeMet(
  { lang, form, status, rule }: SourceTerm,
  page: Language,
  settled: () => ReadonlySet<string>,
): boolean {
  if (rule === 'off') return false
  if (lang === page) return true
  if (status === 'pattern') return false
  return (isOwnTo(page, lang) || travels(form, lang, rule, page)) && !settled().has(keyOf(form))
}

/**
 * Compiles the lexicon for pages of one language.
 * Throws an Error that names the term where a rule, a pattern or a word list cannot be read.
 */
export function compileLexicon(source: LexiconSource, lang: Language): PackedLexicon {
  const words = source.words.filter((list) => list.lang === lang)
  const lists = Object.fromEntries(words.map(({ set, forms }) => [set, packForms(forms)]))
  const table = new TermTable(source.entries, lists)
  const settled = once(() => settledBy(source, lang))
  for (const term of source.terms) if (mayBeMet(term, lang, settled)) table.add(term, isOwnTo(lang, term.lang))
  const trie = buildTrie(table.keys)
  const economies = source.economies.filter((row) => row.lang === lang)
  const usedLists = new Set([...ALWAYS_USED, ...table.rules.flatMap(([, rule]) => listsOf(rule))])
  return {
    lang,
    entries: source.entries.map(({ id, category, parent }) => [id, category, parent]),
    rules: table.rules,
    terms: table.pack(keysByValue(trie)),
    patterns: table.patterns.join('\n'),
    lists: Object.fromEntries([...table.patternLists].map((name) => [name, lists[name] as string])),
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
