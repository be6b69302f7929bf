/** Reads the Data Package in `public/dataset/` from disk and turns its CSV files into an edition's JSON. Node only. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RawTables } from '../../dataset/check.ts'
import { FORMAT, loadEdition, type EditionFile } from '../../dataset/edition.ts'
import { lexiconSource } from '../../dataset/lexicon-source.ts'
import type { Edition } from '../../dataset/types.ts'
import { compileLexicon } from '../../detect/compile.ts'
import { LANGUAGES } from '../../detect/types.ts'
import { lexiconPath } from '../../editions/keys.ts'
import { readTable } from './csv-table.ts'
import { readDescriptor } from './descriptor.ts'

export const PACKAGE_FOLDER = fileURLToPath(new URL('../../../public/dataset/', import.meta.url))

/** Reads all tables of the package in `folder`. Throws an Error that names the file and line where one cannot be read. */
export async function readEditionFile(folder: string = PACKAGE_FOLDER): Promise<EditionFile> {
  const descriptor = await readDescriptor(join(folder, 'datapackage.json'))
  const tables: RawTables = {}
  for (const { name, path } of descriptor.resources) tables[name] = await readTable(join(folder, path))
  return { format: FORMAT, edition: descriptor.version, locales: descriptor.completeLocales, tables }
}

/** Files of tables that begin with a byte order mark, as Excel saves CSV in UTF-8: read here, but not by every tool. */
export async function markedTables(folder: string): Promise<string[]> {
  const { resources } = await readDescriptor(join(folder, 'datapackage.json'))
  const starts = await Promise.all(
    resources.map(async ({ path }) => (await readFile(join(folder, path))).subarray(0, 3)),
  )
  return resources.flatMap(({ path }, at) => (starts[at]?.toString() === '\ufeff' ? [path] : []))
}

/** The lexicons of an edition, by the path that each has in a build: what pages would otherwise wait for after every install. */
export function lexiconFiles({ tables }: Edition): { path: string; text: string }[] {
  const source = lexiconSource(tables)
  return LANGUAGES.map((language) => ({
    path: lexiconPath(language),
    text: JSON.stringify(compileLexicon(source, language)),
  }))
}

/** The bundled edition, through the same check as a downloaded one. Throws an Error naming the first fault. */
export async function readEdition(): Promise<Edition> {
  const loaded = loadEdition(JSON.stringify(await readEditionFile()))
  if (!loaded.ok) throw new Error(loaded.problem)
  return loaded.edition
}
