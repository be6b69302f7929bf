/** Tables for people at a terminal. */

/** Longer cells are cut, so that a row stays readable. */
const MAX_CELL = 90

/** Characters of East Asian scripts take two columns. */
const width = (text: string) =>
  [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u.test(character) ? 2 : 1),
    0,
  )

const cut = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > MAX_CELL ? `${line.slice(0, MAX_CELL - 1)}…` : line
}

/** Columns as wide as their widest cell, a rule under the head, no trailing space. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(cut))
  // Of a text of 50 MB there are more rows than a call takes arguments.
  const widths = head.map((_, column) => cells.reduce((widest, row) => Math.max(widest, width(row[column] ?? '')), 0))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd()
  const [first = [], ...others] = cells
  return [line(first), widths.map((each) => '─'.repeat(each)).join('  '), ...others.map(line)].join('\n')
}
