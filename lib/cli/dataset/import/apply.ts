/** Takes a release into the package on disk: says what it holds and what changes, then writes all of it or nothing. Node only. */

import { tableFaultLine, type TableFault, type RawTables } from '../../../dataset/check.ts'
import { cellsOf } from '../../../dataset/diff.ts'
import type { EditionFile } from '../../../dataset/edition.ts'
import { counted } from '../command.ts'
import { findingsOf } from '../findings.ts'
import { progress } from '../progress.ts'
import { writeTables } from '../write-package.ts'
import { diffLines } from '../print-diff.ts'
import { mergeRelease, type Merged } from './merge.ts'
import type { Release, Uncarried } from './release.ts'

/** Where one row is at fault, a whole file of them often is; the first ones tell. */
const FAULTS_SHOWN = 10
/** How many of the lines above say why nothing could be used. */
const REASONS_SHOWN = 5

/**
 * Merges `release` into the package `before` of `folder` and prints it in words. Writes unless `isDryRun`; throws an
 * Error, nothing being written, where the result would not be sound, or nothing of the release could be used.
 */
export async function applyRelease(
  release: Release,
  before: EditionFile,
  { folder, isDryRun }: { folder: string; isDryRun: boolean },
): Promise<void> {
  progress(`Comparing ${counted(release.readings.length, 'figure')} with the dataset …`)
  const { tables, leftOut } = mergeRelease(before.tables, release)
  const after: RawTables = { ...before.tables, ...tables }
  const faultsIn = (locales: string[]) => findingsOf({ ...before, locales, tables: after }).faults
  // What is new can be put into other languages only once it is there to be read: that is said, and not refused.
  const faults = faultsIn(['en'])
  if (faults.length > 0) {
    const lines = faults.slice(0, FAULTS_SHOWN).map((fault) => `${tableFaultLine(fault)}${originOf(fault, after)}`)
    if (faults.length > lines.length) lines.push(`and ${faults.length - lines.length} more.`)
    throw new Error(`The import would leave the dataset unsound; nothing was written. ${lines.join('\n')}`)
  }

  console.log(
    `${release.name}: ${counted(release.rowCount, 'row')} read, ${counted(release.readings.length, 'figure')}.`,
  )
  const remarks = [...uncarriedLines(release.uncarried), ...leftOutLines(leftOut), ...release.remarks]
  for (const remark of remarks) console.log(remark)

  const lines = diffLines(before.tables, after)
  if (lines.length === 0) {
    // What the dataset has better of another source is had; what gets no row is not.
    if (release.readings.length === leftOut.filter(({ reading }) => reading.notAdded !== undefined).length)
      throw new Error(
        [
          `Nothing of ${release.name} could be used.`,
          ...remarks.slice(0, REASONS_SHOWN).map((line) => line.trim()),
        ].join(' '),
      )
    console.log('Nothing changes: the dataset has all of this.')
    return
  }
  for (const line of lines) console.log(line)
  for (const id of unaddressed(release, before.tables, after))
    console.log(`Source ${id} has no address: give it one in sources.csv, since cards link to it.`)
  const untranslated = faultsIn(before.locales).length
  if (untranslated > 0)
    console.log(
      `To be put into other languages before it is published: ${counted(untranslated, 'wording')}; check names them.`,
    )
  if (isDryRun) {
    console.log('Nothing was written (--dry-run).')
    return
  }
  const written = await writeTables(folder, tables)
  console.log(`Written: ${written.join(', ')}.`)
}

/** Ids of the sources of `release` that came in with `after` and have no address that a card could link to. */
function unaddressed({ sources }: Release, before: RawTables, after: RawTables): string[] {
  const idsIn = ({ sources: table }: RawTables) => new Set(table?.rows.map((cells) => cellsOf(table, cells).source_id))
  const [had, has] = [idsIn(before), idsIn(after)]
  return sources.flatMap(({ source_id: id = '', url }) => (url === '' && has.has(id) && !had.has(id) ? [id] : []))
}

/** Where the figure of a fault comes from: its row is told by a table that is never written. */
function originOf({ table, row }: TableFault, { figures }: RawTables): string {
  const cells = figures?.rows[row - 2]
  if (table !== 'figures' || figures === undefined || cells === undefined) return ''
  const { id, locator } = cellsOf(figures, cells)
  return ` (${id}: ${locator})`
}

/** Counts of rows that are not carried, a line for each commodity. */
function uncarriedLines(uncarried: readonly Uncarried[]): string[] {
  if (uncarried.length === 0) return []
  const byCommodity = Map.groupBy(uncarried, ({ commodity }) => commodity)
  const sum = (list: readonly Uncarried[]) => list.reduce((total, each) => total + each.count, 0)
  return [
    `Not carried: ${counted(sum(uncarried), 'row')}.`,
    ...[...byCommodity].map(
      ([commodity, list]) =>
        `  ${commodity || '(no commodity)'}: ${sum(list)} (${list.map((each) => `${each.statistic} ${each.count}`).join(', ')})`,
    ),
  ]
}

/** Counts of figures that add no row, a line for each reason. */
const leftOutLines = (leftOut: Merged['leftOut']): string[] =>
  [...Map.groupBy(leftOut, ({ reading, why }) => `${reading.measure}, ${why}`)].map(
    ([reason, list]) => `Left out: ${counted(list.length, 'figure')} of ${reason}.`,
  )
