/** Prints what a write will change, before it is written. */

import type { RawTables } from '../../dataset/check.ts'
import { diffTables } from '../../dataset/diff.ts'
import type { EditionFile } from '../../dataset/edition.ts'
import { totalsInWords } from '../../dataset/totals.ts'
import { changesInWords, type ChangeWording } from '../../report/changes.ts'
import { englishWording } from '../text/english-wording.ts'

const { t, locale: numbers } = await englishWording({})
const ENGLISH: ChangeWording = { t, locale: 'en', numbers }

/** Changes from `before` to `after` in English; no line where there are none. */
export const diffLines = (before: RawTables, after: RawTables): string[] =>
  changesInWords(diffTables(before, after), ENGLISH, before, after)

/** The same to be printed; one line where nothing changed. */
export function diffText(before: RawTables, after: RawTables): string {
  return diffLines(before, after).join('\n') || 'Nothing changed.'
}

/** Prints the changes against `before`, or the totals where nothing was there before. */
export function printDiff(before: EditionFile | null, after: EditionFile): void {
  if (before === null) return console.log(`New, edition ${after.edition}: ${totalsInWords(after.tables)}.`)
  console.log(`From edition ${before.edition} to ${after.edition}:`)
  console.log(diffText(before.tables, after.tables))
}
