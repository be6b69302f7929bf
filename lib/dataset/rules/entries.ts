/** That every entry can be reached, leads somewhere, and says what it is. */

import { idsIn } from '../cells.ts'
import type { EntryRow, Tables } from '../types.ts'
import { isActive } from './terms.ts'
import type { Report } from './report.ts'

/** Elements known to have no figure, with the reason. */
const WITHOUT_FIGURE: Readonly<Record<string, string>> = {
  promethium: 'radioactive without a stable isotope; nobody publishes its trade or production',
}

/** Measures that no card opens on: a price says nothing of dependence, the rest have no common meaning. */
const NEVER_SHOWN_FIRST: ReadonlySet<string> = new Set(['price', 'other'])

/** Rules of `entries`; what other locales than English need is checked by `checkLocales`. */
export function checkEntries({ entries, terms, figures, texts }: Tables, report: Report): void {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const named = new Set(terms.filter(isActive).map(({ entry }) => entry))
  const measured = new Set(figures.map(({ entry }) => entry))
  const reached = reachable(byId, named)
  const summaries = new Set(
    texts.filter(({ field, locale }) => field === 'summary' && locale === 'en').map(({ entry }) => entry),
  )
  entries.forEach((entry, index) => {
    const { id } = entry
    for (const other of idsIn(entry.related))
      if (!byId.has(other)) report(index, 'related', `"${other}" is not in entries.id`)
    if (NEVER_SHOWN_FIRST.has(entry.headline_measure))
      report(index, 'headline_measure', `"${entry.headline_measure}" is never the figure that a card opens on`)
    if (isItsOwnAncestor(entry, byId)) report(index, 'parent', `"${id}" is its own ancestor`)
    if (!reached.has(id))
      report(index, 'id', `"${id}" cannot be reached: no term names it, no reached entry leads to it`)
    if (!summaries.has(id)) report(index, 'id', `"${id}" has no summary`)
    if (entry.kind === 'material' && entry.category === 'rare-earths') {
      if (!named.has(id)) report(index, 'id', `"${id}" is an element without a term`)
      if (!measured.has(id) && !(id in WITHOUT_FIGURE)) report(index, 'id', `"${id}" is an element without a figure`)
    }
  })
}

/** Entries that a term names, and all that a card leads on to from there: parents and related ones. */
function reachable(byId: ReadonlyMap<string, EntryRow>, named: ReadonlySet<string>): Set<string> {
  const reached = new Set<string>()
  const queue = [...named]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const entry = byId.get(id)
    if (entry === undefined || reached.has(id)) continue
    reached.add(id)
    queue.push(entry.parent, ...idsIn(entry.related))
  }
  return reached
}

function isItsOwnAncestor(entry: EntryRow, byId: ReadonlyMap<string, EntryRow>): boolean {
  const seen = new Set<string>()
  for (let up = byId.get(entry.parent); up !== undefined && !seen.has(up.id); up = byId.get(up.parent)) {
    if (up.id === entry.id) return true
    seen.add(up.id)
  }
  return false
}
