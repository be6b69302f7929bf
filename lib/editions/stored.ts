/** An edition as it is kept whole: its exact text, who signed it, and where it came from. */

/** Where an edition came from. */
export type Origin = { kind: 'bundled' } | { kind: 'feed'; url: string } | { kind: 'file'; name: string }

/** An edition as it was signed, to the byte. */
export interface StoredEdition {
  /** `YYYY.MM.N` */
  edition: string
  /** True where nobody vouches for it: imported without a signature. */
  isUnsigned: boolean
  /** Null for bundled and unsigned editions. */
  signature: { keyId: string; /** 64 bytes in base64. */ signature: string } | null
  /** JSON of the edition; its UTF-8 bytes are what was signed. */
  text: string
  /** SHA-256 of those bytes in hex: storage may go bad. */
  sha256: string
  /** Keys that its signer hands over to (raw, base64); none as a rule. */
  handsOverTo: readonly string[]
  origin: Origin
  /** When it was stored (ms since 1970). */
  addedAt: number
  /** Of what may come next: true once it was decided to use it. */
  isAccepted?: boolean
}

export type Slot = 'current' | 'previous' | 'incoming'
