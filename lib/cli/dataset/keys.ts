/** Ed25519 keys in PEM or JWK files, and what is signed with them. Node only. */

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { SignedEdition } from '../../dataset/signed.ts'
import { readText } from './open-edition.ts'

const ED25519 = 'ed25519'

/** Raw public key (32 bytes) of a public or private key. */
export function rawPublicKey(key: KeyObject): Buffer {
  const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' })
  return Buffer.from(x ?? '', 'base64url')
}

/** First 16 hex digits of the SHA-256 of a raw public key. */
export const idOfRawKey = (raw: Buffer): string => createHash('sha256').update(raw).digest('hex').slice(0, 16)

/** The same of a public or private key. */
export const keyIdOf = (key: KeyObject): string => idOfRawKey(rawPublicKey(key))

/** First 32 hex digits of that SHA-256, in groups of four: what the options page shows for people to compare. */
export const fingerprintOf = (key: KeyObject): string =>
  (createHash('sha256').update(rawPublicKey(key)).digest('hex').slice(0, 32).match(/.{4}/g) ?? []).join(' ')

async function readKey(file: string, kind: 'private' | 'public'): Promise<KeyObject> {
  const text = await readText(file)
  const create = kind === 'private' ? createPrivateKey : createPublicKey
  let key: KeyObject
  try {
    key = text.trimStart().startsWith('{')
      ? create({ key: JSON.parse(text) as JsonWebKey, format: 'jwk' })
      : create(text)
  } catch {
    throw new Error(`${file} holds no ${kind} key in PEM or JWK form.`)
  }
  if (key.asymmetricKeyType !== ED25519)
    throw new Error(`${file} holds a key for ${key.asymmetricKeyType}; editions are signed with Ed25519.`)
  return key
}

/** Reads a private key, and warns on stderr where others may read the file. Throws an Error naming the file. */
export async function readPrivateKey(file: string): Promise<KeyObject> {
  const key = await readKey(file, 'private')
  const { mode } = await stat(file)
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    process.stderr.write(`Others may read ${file}: chmod 600 it.\n`)
  return key
}

/** Reads a public key (that of a private one where the file holds it). Throws an Error naming the file. */
export const readPublicKey = (file: string): Promise<KeyObject> => readKey(file, 'public')

/** Signs the UTF-8 bytes of an edition's JSON. */
export const signEdition = (edition: string, key: KeyObject): SignedEdition => ({
  keyId: keyIdOf(key),
  signature: sign(null, Buffer.from(edition, 'utf8'), key).toString('base64'),
  edition,
})

/** True where the signature over the edition's text is of this key. */
export const isSignedBy = ({ keyId, signature, edition }: SignedEdition, key: KeyObject): boolean =>
  keyId === keyIdOf(key) && verify(null, Buffer.from(edition, 'utf8'), key, Buffer.from(signature, 'base64'))
