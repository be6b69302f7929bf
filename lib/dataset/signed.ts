/** The signed edition as a file: its shape and nothing else; whoever reads it checks the signature with their own crypto. */

import { isRecord } from '../unknown/record.ts'

/** Format of the envelope; raised when older extensions could not read a newer one. */
export const ENVELOPE = 1

export interface SignedEdition {
  /** First 16 hex digits of the SHA-256 of the raw public key (32 bytes). */
  keyId: string
  /** Ed25519 over the UTF-8 bytes of `edition`; 64 bytes in base64. */
  signature: string
  /** JSON text of the edition, exactly as it was signed. */
  edition: string
}

export type ParsedSigned = { ok: true; signed: SignedEdition } | { ok: false; problem: string }

/** 64 bytes leave four bits of the last letter unused; they must be 0, so that one signature has one spelling. */
const SIGNATURE = /^[A-Za-z0-9+/]{85}[AQgw]==$/
const KEY_ID = /^[0-9a-f]{16}$/

/** The one text of a signed edition. */
export const signedText = ({ keyId, signature, edition }: SignedEdition): string =>
  JSON.stringify({ tradegloss: ENVELOPE, keyId, signature, edition })

/**
 * Reads the envelope. Only the exact text that {@link signedText} writes is taken, so that no byte of a file can be
 * changed without the signature failing. Never throws; what is wrong is said in `problem`.
 */
export function parseSigned(text: string): ParsedSigned {
  const refuse = (problem: string): ParsedSigned => ({ ok: false, problem })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('The file is not JSON.')
  }
  if (!isRecord(value)) return refuse('The file is not a signed edition.')
  const { tradegloss, keyId, signature, edition } = value
  if (typeof edition !== 'string' || typeof signature !== 'string' || typeof keyId !== 'string')
    return refuse('The file is not a signed edition.')
  if (tradegloss !== ENVELOPE) return refuse(`The file is not a signed edition of format ${ENVELOPE}.`)
  if (!KEY_ID.test(keyId)) return refuse('The file names its key in no known way.')
  if (!SIGNATURE.test(signature)) return refuse('The signature is not 64 bytes in base64.')
  const signed = { keyId, signature, edition }
  if (signedText(signed) !== text) return refuse('The file was changed after signing: more or other text around it.')
  return { ok: true, signed }
}
