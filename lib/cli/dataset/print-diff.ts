/** Prints what a write will change, before it is written. */

import type { RawTables } from '../../dataset/check.ts'
import { changesInWords, diffTables } from '../../dataset/diff.ts'
import type { EditionFile } from '../../dataset/edition.ts'
import { totalsInWords } from '../../dataset/totals.ts'

/** Changes from `before` to `after` in words; one line where there are none. */
export function diffLines(before: RawTables, after: RawTables): string[] {
  const lines = changesInWords(diffTables(before, after), before, after)
  return lines.length > 0 ? lines : ['Nothing changed.']
}

/** Prints the changes against `before`, or the totals where nothing was there before. */
export function printDiff(before: EditionFile | null, after: EditionFile): void {
  if (before === null) return console.log(`New, edition ${after.edition}: ${totalsInWords(after.tables)}.`)
  console.log(`From edition ${before.edition} to ${after.edition}:`)
  for (const line of diffLines(before.tables, after.tables)) console.log(line)
}
