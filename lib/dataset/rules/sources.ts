/** That every source exists where it is cited, is cited where it exists, and has a date and an address that can be shown. */

import { isDate } from '../calendar.ts'
import { idsIn } from '../cells.ts'
import { NAME_FIELDS } from '../localised.ts'
import type { SourceRow, Tables } from '../types.ts'
import type { Report } from './report.ts'

/** Sources that were read and carry no figure, event or text; all the same they are kept, and warned of. */
const CARRIES_NOTHING: ReadonlySet<string> = new Set(['taiwan-reuters-2025-10-12', 'xe-2026-01-09'])

/** Ids of `sources` in the lists of texts and positions; those of figures and events are foreign keys. */
export function checkCitations(
  rows: readonly { sources: string; field?: string }[],
  sources: readonly SourceRow[],
  report: Report,
): void {
  const known = new Set(sources.map(({ source_id }) => source_id))
  rows.forEach((row, index) => {
    for (const id of idsIn(row.sources))
      if (!known.has(id)) report(index, 'sources', `"${id}" is not in sources.source_id`)
    if (idsIn(row.sources).length === 0 && !NAME_FIELDS.has(row.field ?? ''))
      report(index, 'sources', 'is empty: every statement cites a source')
  })
}

/** Sources never cited (a warning where that is known), dates that are none, and addresses that are neither https nor http. */
export function checkSources(
  { sources, figures, events, texts, positions }: Tables,
  report: Report,
  warn: Report,
): void {
  const cited = new Set([
    ...[...figures, ...events].map(({ source_id }) => source_id),
    ...[...texts, ...positions].flatMap((row) => idsIn(row.sources)),
  ])
  sources.forEach((source, index) => {
    const { source_id, url, published } = source
    // The column is in the schema; only checking reads it.
    const { url_scheme } = source as SourceRow & { url_scheme: string }
    if (!cited.has(source_id)) {
      const tell = CARRIES_NOTHING.has(source_id) ? warn : report
      tell(index, 'source_id', `"${source_id}" is cited by no figure, event, text or position`)
    }
    if (published !== '' && !isDate(published))
      report(index, 'published', `"${published}" is no date (YYYY, YYYY-MM or YYYY-MM-DD)`)
    const scheme = URL_FORM.exec(url)?.[1]
    if (url !== '' && scheme === undefined) report(index, 'url', `"${url}" is no http or https address`)
    else if (url_scheme !== (scheme ?? '')) report(index, 'url_scheme', `"${url_scheme}" is not that of the address`)
  })
}

/** This module may know no `URL`: it compiles without DOM and Node. */
const URL_FORM = /^(https?):\/\/[^\s/]+\.[^\s/]+(?:\/\S*)?$/
