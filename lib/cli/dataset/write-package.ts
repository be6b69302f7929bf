/** Writes changed tables of a Data Package folder, all or none. Node only. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { RawTable } from '../../dataset/check.ts'
import { exchangeFiles, recoverFolder } from './exchange-files.ts'

/** A table as RFC 4180 text with LF, quotes only where needed: the bytes of the bundled files. */
export const csvText = ({ columns, rows }: RawTable): string =>
  stringify([columns, ...rows], { record_delimiter: '\n', quoted_match: /\r/ })

/**
 * Writes the tables of `changes` (by resource name) into the package in `folder`, all of them or none, also where the
 * process is killed. Files whose bytes would not change are left alone. Returns the names of the files written. Throws an
 * Error where a table is not in the package or a disk operation fails; the folder is then as it was.
 */
export async function writeTables(folder: string, changes: Readonly<Record<string, RawTable>>): Promise<string[]> {
  await recoverFolder(folder)
  const text = await readFile(join(folder, 'datapackage.json'), 'utf8')
  const descriptor = JSON.parse(text) as { resources: { name: string; path: string }[] }
  const texts = new Map<string, string>()
  for (const [table, rows] of Object.entries(changes)) {
    const resource = descriptor.resources.find(({ name }) => name === table)
    if (resource === undefined) throw new Error(`The package in ${folder} has no table "${table}".`)
    texts.set(resource.path, csvText(rows))
  }
  return exchangeFiles(folder, texts)
}
