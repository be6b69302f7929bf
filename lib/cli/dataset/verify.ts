/** `dataset verify`: whether a signed edition is of a key, unchanged and sound. */

import type { EditionFile } from '../../dataset/edition.ts'
import { parseSigned } from '../../dataset/signed.ts'
import { totalsInWords } from '../../dataset/totals.ts'
import { readArguments, required } from './command.ts'
import { isSignedBy, keyIdOf, readPublicKey } from './keys.ts'
import { loadOrThrow, readText } from './open-edition.ts'

const HELP = `npm run -s dataset -- verify FILE --key PUB

Verifies the signed edition in FILE with the Ed25519 public key in PUB, a PEM or JWK file, and checks the edition in it.
Exits 0 where both hold, else 1.`

export async function run(args: string[]): Promise<number> {
  const parsed = readArguments(HELP, args, { key: { type: 'string' } }, [1, 1])
  if (parsed === null) return 0
  const [file] = parsed.positionals as [string]
  const key = await readPublicKey(required(parsed.values.key, 'key'))
  const envelope = parseSigned(await readText(file))
  if (!envelope.ok) throw new Error(`${file}: ${envelope.problem}`)
  const { signed } = envelope
  if (signed.keyId !== keyIdOf(key))
    throw new Error(`${file} is signed with key ${signed.keyId}, not with ${keyIdOf(key)}.`)
  if (!isSignedBy(signed, key)) throw new Error(`${file}: the signature does not fit: text or signature was changed.`)
  const { edition } = loadOrThrow(signed.edition, file)
  const { tables } = JSON.parse(signed.edition) as EditionFile
  console.log(`Edition ${edition}, signed with key ${signed.keyId}, unchanged: ${totalsInWords(tables)}.`)
  return 0
}
