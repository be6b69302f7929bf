/** `dataset keygen`: a new pair of Ed25519 keys. */

import { generateKeyPairSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readArguments } from './command.ts'
import { fingerprintOf, keyIdOf, rawPublicKey } from './keys.ts'
import { replaceFile } from './write-file.ts'

const HELP = `npm run -s dataset -- keygen DIR [--jwk] [--force] [--dry-run]

Makes a pair of Ed25519 keys in DIR: private.pem, readable by you alone, and public.pem. Keep the private one off
every shared disk and out of every repository; whoever has it can publish editions in your name.

  --jwk      private.jwk and public.jwk instead
  --force    replace a pair that is there; what it signed stays valid for those who pinned it
  --dry-run  say what would be written and write nothing`

export async function run(args: string[]): Promise<number> {
  const flag = { type: 'boolean' } as const
  const parsed = readArguments(HELP, args, { jwk: flag, force: flag, 'dry-run': flag }, [1, 1])
  if (parsed === null) return 0
  const [folder] = parsed.positionals as [string]
  const { jwk: isJwk, force, 'dry-run': isDry } = parsed.values
  const form = isJwk ? 'jwk' : 'pem'
  const files = { private: join(folder, `private.${form}`), public: join(folder, `public.${form}`) }
  const present = Object.values(files).find((file) => existsSync(file))
  if (present !== undefined && !force) throw new Error(`${present} is there already; --force replaces it.`)
  if (isDry) {
    console.log(`Dry run: ${files.private} and ${files.public} are not written.`)
    return 0
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const asJwk = (key: typeof publicKey) => `${JSON.stringify(key.export({ format: 'jwk' }))}\n`
  const [secret, open] = isJwk
    ? [asJwk(privateKey), asJwk(publicKey)]
    : [privateKey.export({ type: 'pkcs8', format: 'pem' }), publicKey.export({ type: 'spki', format: 'pem' })]
  await replaceFile(files.private, String(secret), 0o600)
  await replaceFile(files.public, String(open))
  console.log(`Key ${keyIdOf(publicKey)}, public: ${rawPublicKey(publicKey).toString('base64')}`)
  console.log(`Fingerprint for your readers to compare: ${fingerprintOf(publicKey)}`)
  console.log(`Written: ${files.private} (keep it secret), ${files.public}.`)
  return 0
}
