/** How the public key of a feed is written: Ed25519, 32 bytes in Base64. By itself, so that who asks loads no tables. */

/** 32 bytes leave two bits of the last letter unused; they must be 0, so that one key has one spelling. */
export const PUBLIC_KEY = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/
