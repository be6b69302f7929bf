/** Search over all entries: an index of their names and terms in every language, and what a query means in it. Pure. */

import { fold } from '../detect/fold.ts'
import type { Category } from '../detect/types.ts'
import { namesIn } from './cells.ts'
import { localised, type OtherName } from './localised.ts'
import type { Locale, Tables } from './types.ts'

/** One entry as it can be searched and listed. */
export interface SearchedEntry {
  id: string
  category: Category
  /** In the locale of the index. */
  title: string
  otherNames: OtherName[]
  /** Every name and term in every language, as written; patterns are left out. */
  forms: string[]
}

/** The index of an edition, its titles in `locale`. About 60 kB as JSON. */
export function buildSearch(tables: Tables, locale: Locale): SearchedEntry[] {
  const words = localised(tables, locale)
  const named = tables.texts.filter(({ field }) => field === 'title' || field === 'names')
  return tables.entries.map((entry) => {
    const title = words.nameOf(entry)
    const otherNames = words.otherNamesOf(entry)
    const forms = [
      title,
      entry.name_en,
      ...otherNames.map(([name]) => name),
      ...named.filter((row) => row.entry === entry.id).flatMap(({ text }) => namesIn(text)),
      ...tables.terms.filter((row) => row.entry === entry.id && row.status !== 'pattern').map(({ form }) => form),
    ]
    return { id: entry.id, category: entry.category, title, otherNames, forms: [...new Set(forms)] }
  })
}

/** How well a form answers; lower is better. Misspellings come after everything that is spelt so. */
const RANKS = { whole: 0, begins: 1, word: 2, within: 3, misspelt: 4 }
const NONE = Infinity
/** Of forms of one rank the shorter says less that was not asked: at most this much worse. */
const LONGEST = 0.4

/** Folded forms of an entry; the first is its title. */
interface Prepared {
  entry: SearchedEntry
  forms: string[]
}

export type Search = (query: string) => SearchedEntry[]

/** Makes a stored index ready to ask. An empty query gives every entry, in the order of the dataset. */
export function prepareSearch(index: readonly SearchedEntry[]): Search {
  const prepared: Prepared[] = index.map((entry) => ({ entry, forms: [...new Set(entry.forms.map(fold))] }))
  return (query) => {
    const asked = fold(query)
    if (asked === '') return [...index]
    const exact = rank(prepared, (form) => spelt(form, asked))
    if (exact.length > 0) return exact
    const allowed = asked.length < 4 ? 0 : asked.length < 8 ? 1 : 2
    return allowed === 0 ? [] : rank(prepared, (form) => misspelt(form, asked, allowed))
  }
}

/** Entries that answer, the best first; a title counts a little more than another name of the same rank. */
function rank(prepared: readonly Prepared[], scoreOf: (form: string) => number): SearchedEntry[] {
  return prepared
    .map(({ entry, forms }) => ({
      entry,
      score: Math.min(...forms.map((form, at) => scoreOf(form) + (at === 0 ? 0 : 0.5))),
    }))
    .filter(({ score }) => score < NONE)
    .sort((a, b) => a.score - b.score)
    .map(({ entry }) => entry)
}

function spelt(form: string, asked: string): number {
  if (form === asked) return RANKS.whole
  const more = Math.min(LONGEST, (form.length - asked.length) / 100)
  if (form.startsWith(asked)) return RANKS.begins + more
  if (form.includes(` ${asked}`)) return RANKS.word + more
  return form.includes(asked) ? RANKS.within + more : NONE
}

/** Looks for the query at the beginning of each word, with up to `allowed` letters wrong. */
function misspelt(form: string, asked: string, allowed: number): number {
  let best = NONE
  for (let from = 0; from >= 0; from = form.indexOf(' ', from) + 1 || -1) {
    const distance = distanceToPrefix(asked, form.slice(from, from + asked.length + allowed), allowed)
    if (distance <= allowed) best = Math.min(best, RANKS.misspelt + distance)
  }
  return best
}

/**
 * Fewest letters to change, add, drop or swap with their neighbour that turn `asked` into some prefix of `text`
 * (optimal string alignment: Wagner and Fischer 1974, with Damerau's swap); infinite where that is more than `allowed`.
 */
function distanceToPrefix(asked: string, text: string, allowed: number): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: text.length + 1 }, (_, at) => at)]
  for (let row = 1; row <= asked.length; row++) {
    const next = [row]
    for (let at = 1; at <= text.length; at++) {
      const isSame = asked[row - 1] === text[at - 1]
      let cost = Math.min((last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (isSame ? 0 : 1))
      if (row > 1 && at > 1 && asked[row - 1] === text[at - 2] && asked[row - 2] === text[at - 1])
        cost = Math.min(cost, (before[at - 2] ?? 0) + 1)
      next.push(cost)
    }
    // A row takes from the two before it: where neither is near enough, none will be.
    if (Math.min(...next) > allowed && Math.min(...last) > allowed) return NONE
    ;[before, last] = [last, next]
  }
  return Math.min(...last)
}
