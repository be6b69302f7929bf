/** The terms of one lexicon, taken in one by one: forms, patterns and rules, with what several have in common kept once. */

import { Distinct } from './distinct.ts'
import type { PackedLexicon, PackedTerms } from './lexicon.ts'
import { packSmall, packTexts } from './packed.ts'
import { packPattern, type PackedLists } from './pattern.ts'
import { anchorForms, listsIn, ordersOf, parsePattern } from './pattern-source.ts'
import { parseRule } from './rule.ts'
import { LANGUAGES, type Category, type Language } from './types.ts'

/** Columns of `entries` that a lexicon needs. */
export interface SourceEntry {
  id: string
  category: Category
  parent: string
}

/** Columns of `terms`. */
export interface SourceTerm {
  entry: string
  lang: Language
  form: string
  status: string
  rule: string
}

type Kind = PackedTerms['kinds'][number]

/** Confidence before context, in hundredths: of a term seen in print, of one that was not, and how much less where it is of another language. */
const SEEN = 95
const UNVERIFIED = 90
const FOREIGN = 5

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

export class TermTable {
  /** What the automaton is to look for, with the number of its term. */
  readonly keys: [form: string, term: number][] = []
  readonly patterns: string[] = []
  /** Word lists that the patterns name. */
  readonly patternLists = new Set<string>()
  readonly #entryAt: ReadonlyMap<string, number>
  readonly #lists: PackedLists
  readonly #rules = new Distinct<PackedLexicon['rules'][number]>()
  readonly #kinds = new Distinct<Kind>()
  readonly #forms: string[] = []
  readonly #entries: number[] = []
  readonly #kindOf: number[] = []

  /** `lists` are the word lists of the lexicon's language, packed. */
  constructor(entries: readonly SourceEntry[], lists: PackedLists) {
    this.#entryAt = new Map(entries.map(({ id }, index) => [id, index]))
    this.#lists = lists
  }

  get rules(): PackedLexicon['rules'] {
    return this.#rules.list
  }

  /** Takes a term in; `isOwn` where it is of the page's language. Throws an Error that names what cannot be read. */
  add({ entry, lang, form, status, rule }: SourceTerm, isOwn: boolean): void {
    const entryAt = this.#entryAt.get(entry)
    if (entryAt === undefined) throw new Error(`term "${form}" names the unknown entry "${entry}"`)
    const isPattern = status === 'pattern'
    const kind: Kind = [
      LANGUAGES.indexOf(lang),
      this.#rules.of(rule, () => [rule, parseRule(rule)]),
      (status === 'unverified' ? UNVERIFIED : SEEN) - (isOwn ? 0 : FOREIGN),
      isPattern ? 1 : 0,
    ]
    const kindAt = this.#kinds.of(kind.join(), () => kind)
    const take = (met: readonly string[]) => {
      const term = this.#forms.push(form) - 1
      this.#entries.push(entryAt)
      this.#kindOf.push(kindAt)
      for (const each of met) this.keys.push([each, term])
    }
    if (isPattern) for (const order of ordersOf(form)) take(this.#anchors(order))
    else take(isOwn ? inflections(form, lang) : [form])
  }

  /** Takes in a pattern, and gives the forms that it is looked for by. */
  #anchors(source: string): string[] {
    const pattern = parsePattern(source, this.#lists)
    for (const list of listsIn(pattern)) this.patternLists.add(list)
    this.patterns.push(packPattern(pattern))
    return anchorForms(pattern, this.#lists)
  }

  /** The terms as stored; `keyOf` is the first key that leads to each. */
  pack(keyOf: readonly string[]): PackedTerms {
    return {
      forms: packTexts(this.#forms.map((form, term) => (form === keyOf[term] ? '' : form))),
      entries: packSmall(this.#entries),
      kindOf: packSmall(this.#kindOf),
      kinds: this.#kinds.list,
    }
  }
}
