/** A page report as CSV: a line per mention, with the words of the page, where they stand, and the figure. */

import { toCsv, type Cell } from './csv.ts'
import { sourceName, type PageReport } from './report.ts'

/** Names of columns never change with the language, so that a script that reads them goes on working. */
const COLUMNS = [
  'number',
  'category',
  'entry',
  'name',
  'quote',
  'prefix',
  'suffix',
  'start',
  'end',
  'confidence',
  'figures',
  'value',
  'sentence',
  'period',
  'standing',
  'notes',
  'sources',
  'addresses',
  'edition',
  'page_title',
  'page_address',
  'page_date',
  'read_at',
]

/** The report as CSV (UTF-8 with byte order mark, CRLF), a row a mention; `start` and `end` count code points of the body's text. */
export function pageCsv(report: PageReport): string {
  const { edition, title, address, date, readAt } = report
  const rows = report.mentions.map((mention, at): Cell[] => {
    const { start, quote, figure } = mention
    return [
      at + 1,
      mention.category,
      mention.entry,
      mention.title,
      quote,
      mention.prefix,
      mention.suffix,
      start,
      start === null ? null : start + [...quote].length,
      mention.confidence,
      figure?.ids.join(' ') ?? null,
      figure?.value ?? null,
      figure?.sentence ?? null,
      figure?.period ?? null,
      figure?.standing ?? null,
      figure?.notes.join(' ') ?? null,
      figure?.sources.map(sourceName).join('; ') ?? null,
      figure?.sources.flatMap(({ url }) => url ?? []).join(' ') ?? null,
      edition,
      title,
      address,
      date,
      readAt,
    ]
  })
  return toCsv(COLUMNS, rows)
}
