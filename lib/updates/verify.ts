/** Whether an edition is what the holder of a key has signed: Ed25519 over its exact bytes, by WebCrypto. */

import type { SignedEdition } from '../dataset/signed.ts'
import { rawKey, type PublicKey } from './keys.ts'

const ED25519 = { name: 'Ed25519' }
/** Any valid key serves to ask whether the browser knows the algorithm: this is the one of RFC 8032, 7.1, test 1. */
const SAMPLE_KEY = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='

const importKey = (publicKey: string): Promise<CryptoKey> => {
  const raw = rawKey(publicKey)
  if (raw === null) return Promise.reject(new Error('no Ed25519 key'))
  return crypto.subtle.importKey('raw', raw, ED25519, false, ['verify'])
}

/** False where the browser's WebCrypto has no Ed25519. */
export const canVerify = (): Promise<boolean> =>
  importKey(SAMPLE_KEY).then(
    () => true,
    () => false,
  )

/** Whose signature it is; `unknown-key` where none of the keys is named by it, `forged` where it does not fit. */
export async function verifySigned(
  { keyId, signature, edition }: SignedEdition,
  keys: readonly PublicKey[],
): Promise<{ ok: true; key: PublicKey } | { ok: false; code: 'unknown-key' | 'forged' }> {
  const key = keys.find(({ id }) => id === keyId)
  if (key === undefined) return { ok: false, code: 'unknown-key' }
  const bytes = Uint8Array.from(atob(signature), (letter) => letter.charCodeAt(0))
  const fits = await crypto.subtle.verify(
    ED25519,
    await importKey(key.publicKey),
    bytes,
    new TextEncoder().encode(edition),
  )
  return fits ? { ok: true, key } : { ok: false, code: 'forged' }
}
