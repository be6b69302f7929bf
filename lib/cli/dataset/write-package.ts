/** Writes changed tables of a Data Package folder, all or none. Node only. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { RawTable } from '../../dataset/check.ts'
import { exchangeFiles, recoverFolder, type OnStep } from './exchange-files.ts'

const DESCRIPTOR = 'datapackage.json'

/** A table as RFC 4180 text with LF, quotes only where needed: the bytes of the bundled files. */
export const csvText = ({ columns, rows }: RawTable): string =>
  stringify([columns, ...rows], { record_delimiter: '\n', quoted_match: /\r/ })

/**
 * Writes the tables of `changes` (by resource name) and the members of `descriptorChanges` (merged into
 * datapackage.json, e.g. `{ version }`) into the package in `folder`, all of them or none, also where the process is
 * killed. Files whose bytes would not change are left alone. Returns the names of the files written. Throws an Error
 * where a table is not in the package or a disk operation fails; the folder is then as it was.
 */
export async function writeTables(
  folder: string,
  changes: Readonly<Record<string, RawTable>>,
  descriptorChanges: Readonly<Record<string, unknown>> = {},
  onStep?: OnStep,
): Promise<string[]> {
  await recoverFolder(folder)
  const before = await readFile(join(folder, DESCRIPTOR), 'utf8')
  const descriptor = JSON.parse(before) as { resources: { name: string; path: string }[] }
  const texts = new Map<string, string>()
  for (const [table, rows] of Object.entries(changes)) {
    const resource = descriptor.resources.find(({ name }) => name === table)
    if (resource === undefined) throw new Error(`The package in ${folder} has no table "${table}".`)
    texts.set(resource.path, csvText(rows))
  }
  if (Object.keys(descriptorChanges).length > 0)
    texts.set(DESCRIPTOR, `${JSON.stringify({ ...descriptor, ...descriptorChanges }, null, 2)}\n`)
  return exchangeFiles(folder, texts, onStep)
}
