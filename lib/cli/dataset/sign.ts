/** `dataset sign`: an edition with the signature of a key. */

import { existsSync } from 'node:fs'
import type { EditionFile } from '../../dataset/edition.ts'
import { signedText } from '../../dataset/signed.ts'
import { readArguments, required } from './command.ts'
import { readPrivateKey, signEdition } from './keys.ts'
import { editionText, loadOrThrow, openEdition, readText } from './open-edition.ts'
import { printDiff } from './print-diff.ts'
import { replaceFile } from './write-file.ts'

const HELP = `npm run -s dataset -- sign FILE --key KEY [--out FILE] [--dry-run]

Signs the edition in FILE (dataset build; one signed already is signed anew) with the Ed25519 private key in KEY, a PEM
or JWK file.

  --out FILE   where to; stdout unless told. Prints first what changes against the edition that is there
  --dry-run    with --out: print that and write nothing`

export async function run(args: string[]): Promise<number> {
  const text = { type: 'string' } as const
  const parsed = readArguments(HELP, args, { key: text, out: text, 'dry-run': { type: 'boolean' } }, [1, 1])
  if (parsed === null) return 0
  const [file] = parsed.positionals as [string]
  const { out, 'dry-run': isDry } = parsed.values
  const keyFile = required(parsed.values.key, 'key')
  const json = editionText(await readText(file))
  loadOrThrow(json, file)
  const signed = signEdition(json, await readPrivateKey(keyFile))
  if (out === undefined) {
    process.stdout.write(signedText(signed))
    return 0
  }
  printDiff(existsSync(out) ? await openEdition(out) : null, JSON.parse(json) as EditionFile)
  if (isDry) console.log(`Dry run: ${out} is not written.`)
  else {
    await replaceFile(out, signedText(signed))
    console.log(`Written: ${out}, signed with key ${signed.keyId}.`)
  }
  return 0
}
