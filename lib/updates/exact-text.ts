/** Bytes as text without loss: what is no UTF-8 is refused, and a byte-order mark stays, so that equal text means equal bytes. */

/** The text of `bytes`, or null where they are no UTF-8. */
export function exactText(bytes: Uint8Array | ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
