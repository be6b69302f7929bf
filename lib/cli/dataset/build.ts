/** `dataset build`: the package as one edition file. */

import { existsSync } from 'node:fs'
import { PACKAGE_FOLDER } from './package-files.ts'
import { counted, readArguments } from './command.ts'
import { loadOrThrow, openEdition, openPackage } from './open-edition.ts'
import { printDiff } from './print-diff.ts'
import { replaceFile } from './write-file.ts'

const HELP = `npm run -s dataset -- build [FOLDER] [--out FILE] [--dry-run]

Turns the Data Package in FOLDER (public/dataset unless told) into an edition's JSON.

  --out FILE   where to; stdout unless told. Prints first what changes against the edition that is there
  --dry-run    with --out: print that and write nothing`

export async function run(args: string[]): Promise<number> {
  const options = { out: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const
  const parsed = readArguments(HELP, args, options, [0, 1])
  if (parsed === null) return 0
  const [folder = PACKAGE_FOLDER] = parsed.positionals
  const { out, 'dry-run': isDry } = parsed.values
  const file = await openPackage(folder)
  const json = JSON.stringify(file)
  loadOrThrow(json, folder)
  if (out === undefined) {
    process.stdout.write(json)
    return 0
  }
  printDiff(existsSync(out) ? await openEdition(out) : null, file)
  if (isDry) console.log(`Dry run: ${out} is not written.`)
  else {
    await replaceFile(out, json)
    console.log(`Written: ${out}, ${counted(Buffer.byteLength(json), 'byte')}.`)
  }
  return 0
}
