/** Which keys sign editions: those pinned here, set by the reader's organisation or confirmed by the reader, and their successors. */

import { PUBLIC_KEY } from '../dataset/public-key.ts'

/** Raw Ed25519 public keys (base64) that every copy trusts. None: the project publishes no feed. */
const PINNED: readonly string[] = []

/** By key id: the keys that a key has handed over to, in an edition that it signed. */
export type Successions = Readonly<Record<string, readonly string[]>>

export interface PublicKey {
  /** Raw key, 32 bytes in base64. */
  publicKey: string
  /** First 16 hex digits of the SHA-256 of the raw key, as a signed edition names it. */
  id: string
  /** First 32 hex digits, in groups of four: what people compare. */
  fingerprint: string
}

/** The 32 bytes of a key in base64, or null where it is none. */
export function rawKey(publicKey: string): Uint8Array<ArrayBuffer> | null {
  if (!PUBLIC_KEY.test(publicKey)) return null
  return Uint8Array.from(atob(publicKey), (letter) => letter.charCodeAt(0))
}

/** A key with its names, or null where the text is no key. */
export async function describeKey(publicKey: string): Promise<PublicKey | null> {
  const raw = rawKey(publicKey)
  if (raw === null) return null
  const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', raw))]
  const hex = digest.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const fingerprint = (hex.slice(0, 32).match(/.{4}/g) ?? []).join(' ')
  return { publicKey, id: hex.slice(0, 16), fingerprint }
}

/**
 * The keys that may sign now. Where the organisation names keys, only these count; else those pinned and those that the
 * reader confirmed. A key that has handed over counts no more, its successors do.
 */
export async function keysInForce(
  policy: readonly string[] | null,
  confirmed: readonly string[],
  successions: Successions,
): Promise<PublicKey[]> {
  const inForce = new Map<string, PublicKey>()
  const seen = new Set<string>()
  const waiting = policy === null ? [...PINNED, ...confirmed] : [...policy]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const key = await describeKey(next)
    if (key === null || seen.has(key.id)) continue
    seen.add(key.id)
    const successors = Object.hasOwn(successions, key.id) ? successions[key.id] : undefined
    if (successors === undefined) inForce.set(key.id, key)
    else waiting.push(...successors)
  }
  return [...inForce.values()]
}
