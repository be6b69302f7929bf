/** Opens what a maintainer points at: a folder with the Data Package, an edition file, or a signed edition. Node only. */

import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { loadEdition, type EditionFile } from '../../dataset/edition.ts'
import { parseSigned } from '../../dataset/signed.ts'
import type { Edition } from '../../dataset/types.ts'
import { readEditionFile } from './package-files.ts'
import { recoverFolder } from './exchange-files.ts'

const isThere = async (path: string, kind: 'isFile' | 'isDirectory') =>
  stat(path).then(
    (found) => found[kind](),
    (error: NodeJS.ErrnoException) => {
      // What nobody lets us look at may well be there.
      if (error.code === 'EACCES') throw error
      return false
    },
  )

/**
 * Reads the tables of the package in `folder`, putting back first what a killed write left. Throws an Error that names
 * the folder, or the file and line that cannot be read.
 */
export async function openPackage(folder: string): Promise<EditionFile> {
  if (!(await isThere(folder, 'isDirectory'))) throw new Error(`There is no folder ${folder}.`)
  if (!(await isThere(join(folder, 'datapackage.json'), 'isFile')))
    throw new Error(`${folder} holds no datapackage.json.`)
  const restored = await recoverFolder(folder)
  if (restored.length > 0)
    process.stderr.write(`A write to ${folder} was cut short; put back as it was: ${restored.join(', ')}.\n`)
  return readEditionFile(folder)
}

/** The text of a file. Throws an Error that says on one line why it cannot be read. */
export async function readText(file: string): Promise<string> {
  if (!(await isThere(file, 'isFile'))) throw new Error(`There is no file ${file}.`)
  return readFile(file, 'utf8')
}

/** JSON of an edition, whether bare or inside its signature. */
export function editionText(text: string): string {
  const parsed = parseSigned(text)
  return parsed.ok ? parsed.signed.edition : text
}

/** Checks and types an edition's JSON. Throws an Error naming the first fault and `name`. */
export function loadOrThrow(json: string, name: string): Edition {
  const loaded = loadEdition(json)
  if (!loaded.ok) throw new Error(`${name}: ${loaded.problem}`)
  return loaded.edition
}

/**
 * An edition from a folder or a file, to be compared with another. Its shape is checked, its cells are not: an edition
 * of last year may know fewer columns. Throws an Error naming what is wrong with it.
 */
export async function openEdition(path: string): Promise<EditionFile> {
  if (await isThere(path, 'isDirectory')) return openPackage(path)
  const json = editionText(await readText(path))
  const loaded = loadEdition(json)
  // Faults are told by row and column only once the shape has held.
  if (!loaded.ok && loaded.faults.length === 0) throw new Error(`${path}: ${loaded.problem}`)
  return JSON.parse(json) as EditionFile
}
