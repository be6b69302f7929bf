/**
 * Comma-separated values as RFC 4180 has them: CRLF, quotes where needed, doubled inside. In UTF-8 with a byte order mark,
 * without which Excel takes Japanese and German letters for something else; other programs skip it.
 */

import { plain } from './plain.ts'

const BYTE_ORDER_MARK = '\ufeff'

/** A cell: text, a number, or nothing. */
export type Cell = string | number | null

const quoted = (text: string) =>
  /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text

/**
 * Text that a spreadsheet would run as a formula is given an apostrophe: pages choose their words, and some choose ill. In
 * Japanese and Chinese the wide signs begin one too.
 */
const harmless = (text: string) => (/^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text)

/** A whole file: a line of column names, then the rows, without what nobody sees. Every row has as many cells as there are columns. */
export function toCsv(columns: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [columns, ...rows].map((row) =>
    row.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(harmless(plain(cell ?? ''))))).join(','),
  )
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}
