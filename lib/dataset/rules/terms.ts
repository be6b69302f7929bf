/** That terms can be compiled, and that no form names two entries in one language. */

import { fold } from '../../detect/fold.ts'
import { compileLexicon } from '../../detect/compile.ts'
import { listsOf, parseRule } from '../../detect/rule.ts'
import { LANGUAGES, type Language } from '../../detect/types.ts'
import { messageOf } from '../../unknown/message.ts'
import { lexiconSource } from '../lexicon-source.ts'
import type { Tables, TermRow } from '../types.ts'
import type { Report } from './report.ts'

/** True for terms that lead a reader to an entry; `off` and `never` terms do not. Unreadable rules count as leading. */
export function isActive({ rule }: TermRow): boolean {
  if (rule === 'off') return false
  try {
    return parseRule(rule).isNever !== true
  } catch {
    return true
  }
}

/** Folded forms that name two entries in one language; the later row is at fault. Patterns may overlap. */
export function checkForms(terms: readonly TermRow[], report: Report): void {
  const seen = new Map<string, { entry: string; index: number }>()
  terms.forEach((term, index) => {
    if (term.status === 'pattern' || !isActive(term)) return
    const key = `${term.lang}\t${fold(term.form)}`
    const before = seen.get(key)
    if (before === undefined) seen.set(key, { entry: term.entry, index })
    else if (before.entry !== term.entry)
      report(
        index,
        'form',
        `"${term.form}" names ${term.entry} and, in row ${before.index + 2}, ${before.entry} (both ${term.lang})`,
      )
  })
}

/** Forms of one character that ask for nothing around them: they would be marked in every word and text that holds it. */
export function checkSingleCharacters(terms: readonly TermRow[], warn: Report): void {
  terms.forEach(({ form, status, rule }, index) => {
    if (status !== 'pattern' && rule === '' && [...form].length === 1)
      warn(
        index,
        'rule',
        `is empty, so that "${form}" is marked wherever it stands: near:LIST asks for a word beside it`,
      )
  })
}

/** Only what speaks against a term can be lifted (`not:a/b`): these would ask for a list called "a/b". */
const UNLIFTABLE = /(?:^| )((?:near|needs|judge):\S*\/\S*)/

/** Compiles the lexicon of every language and names each term that cannot be; `onLanguage` tells how far it is. */
export function checkCompiles(tables: Tables, report: Report, onLanguage: (language: Language) => void): void {
  const source = lexiconSource(tables)
  // Of another language's list none of its words is ever met: what asks for it would never be marked.
  const lists = new Set(tables.words.map(({ set, lang }) => `${set} ${lang}`))
  const sound = new Map<TermRow, number>()
  tables.terms.forEach((term, index) => {
    if (term.rule === 'off') return
    const inRule = problemOf(() => {
      const [, word] = UNLIFTABLE.exec(term.rule) ?? []
      if (word !== undefined) throw new Error(`nothing lifts "${word}"`)
      const unknown = listsOf(parseRule(term.rule)).find((set) => !lists.has(`${set} ${term.lang}`))
      if (unknown !== undefined) throw new Error(`there is no word list "${unknown}" in ${term.lang}`)
    })
    if (inRule === null) sound.set(term, index)
    else report(index, 'rule', `"${term.form}" (${term.lang}): ${inRule}`)
  })
  for (const language of LANGUAGES) {
    onLanguage(language)
    const own = [...sound.keys()].filter(({ lang }) => lang === language)
    for (const [term, problem] of unreadable(own, (terms) => compileLexicon({ ...source, terms }, language)))
      report(sound.get(term) as number, 'form', `"${term.form}" (${term.lang}): ${problem}`)
  }
}

/** The terms that `compile` cannot read, each with what it says: found by halves, since most are sound. */
function unreadable(terms: readonly TermRow[], compile: (terms: readonly TermRow[]) => unknown): [TermRow, string][] {
  const problem = problemOf(() => compile(terms))
  const [term] = terms
  if (problem === null || term === undefined) return []
  if (terms.length === 1) return [[term, problem]]
  const half = terms.length >> 1
  return [terms.slice(0, half), terms.slice(half)].flatMap((part) => unreadable(part, compile))
}

function problemOf(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    return messageOf(error)
  }
}
