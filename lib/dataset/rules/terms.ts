/** That terms can be compiled, and that no form names two entries in one language. */

import { fold } from '../../detect/fold.ts'
import { compileLexicon } from '../../detect/compile.ts'
import { listsOf, parseRule } from '../../detect/rule.ts'
import { LANGUAGES, type Language } from '../../detect/types.ts'
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

/** Compiles the lexicon of every language and names each term that cannot be; `onLanguage` tells how far it is. */
export function checkCompiles(tables: Tables, report: Report, onLanguage: (language: Language) => void): void {
  const source = lexiconSource(tables)
  const lists = new Set(tables.words.map(({ set }) => set))
  let hasFailed = false
  for (const language of LANGUAGES) {
    onLanguage(language)
    hasFailed ||= problemOf(() => compileLexicon(source, language)) !== null
  }
  tables.terms.forEach((term, index) => {
    if (term.rule === 'off') return
    const inRule = problemOf(() => {
      const unknown = listsOf(parseRule(term.rule)).find((set) => !lists.has(set))
      if (unknown !== undefined) throw new Error(`unknown word list "${unknown}"`)
    })
    // One term at a time is slow, and only needed to tell which one it was.
    const inForm =
      inRule ?? (hasFailed ? problemOf(() => compileLexicon({ ...source, terms: [term] }, term.lang)) : null)
    if (inForm !== null) report(index, inRule === null ? 'form' : 'rule', `"${term.form}" (${term.lang}): ${inForm}`)
  })
}

function problemOf(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
