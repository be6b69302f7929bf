/** The text of bytes as they were saved or sent: by their byte order mark, else as UTF-8, else by the charset that HTML declares. */

/** Within how many bytes HTML may name its charset; browsers look no further. */
const DECLARED_WITHIN = 1024

/** Marks of UTF-16 at the beginning of a text; that of UTF-8 needs no look. */
const MARKS = [
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const

const exactly = new TextDecoder('utf-8', { fatal: true })

/** The text, without its byte order mark, or null where a byte of it is not UTF-8. */
function exactUtf8(bytes: Uint8Array): string | null {
  try {
    return exactly.decode(bytes)
  } catch {
    return null
  }
}

/** What people hand over in place of its text, by its first bytes. */
const DOCUMENTS = [
  { kind: 'a PDF', begins: '%PDF-' },
  { kind: 'a Word document or another zip archive', begins: 'PK\u0003\u0004' },
  { kind: 'an Office document', begins: '\u00d0\u00cf\u0011\u00e0' },
  { kind: 'a document in RTF', begins: '{\\rtf' },
] as const

/**
 * A text with a broken character here and there is still read; with more of them it is something else. So it is with zeros,
 * every other byte of UTF-16 that has no mark.
 */
const isNoise = (text: string) => text.split(/[\ufffd\0]/).length - 1 > text.length / 50

/** The text, without its byte order mark, a broken character here and there as U+FFFD; null where the bytes are not UTF-8. */
export function textOfUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  return isNoise(text) ? null : text
}

/** The charset that HTML names in a `<meta>`, by itself or in the place of a header; null where it names none. */
function declaredCharset(bytes: Uint8Array): string | null {
  const beginning = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1')
  const html = beginning.replace(/<!--.*?(?:-->|$)/gs, '')
  return /<meta[\s/][^>]*?\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(html)?.[1] ?? null
}

/** A decoder as browsers choose one; null where there is no such charset. Broken characters become U+FFFD. */
function decoderOf(label: string): TextDecoder | null {
  try {
    // What says so in single bytes cannot be UTF-16: browsers take it for UTF-8.
    return new TextDecoder(/^utf-?16/i.test(label) ? 'utf-8' : label)
  } catch {
    return null
  }
}

/**
 * The text of a file or a stream, as a browser would read it. Throws an Error on one line, beginning with `name`, where
 * it is not UTF-8 and, as HTML, does not rightly say what else it is.
 */
export function decode(bytes: Uint8Array, name: string, kind: 'text' | 'HTML'): string {
  const marked = MARKS.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte))
  if (marked) return new TextDecoder(marked.encoding).decode(bytes)
  const beginning = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  const document = DOCUMENTS.find(({ begins }) => beginning.startsWith(begins))
  if (document) throw new Error(`${name} is ${document.kind}; save its words as plain text or HTML, in UTF-8.`)
  const exact = exactUtf8(bytes)
  if (exact !== null && !isNoise(exact)) return exact
  const charset = kind === 'HTML' ? declaredCharset(bytes) : null
  if (charset === null) {
    const text = textOfUtf8(bytes)
    if (text !== null) return text
    const but = kind === 'HTML' ? ', and its HTML declares no other charset' : ''
    throw new Error(`${name} is not UTF-8${but}; save it as UTF-8.`)
  }
  const declared = decoderOf(charset)?.decode(bytes)
  if (declared === undefined)
    throw new Error(`${name} is not UTF-8, and its HTML declares "${charset}", which is no charset; save it as UTF-8.`)
  if (isNoise(declared)) throw new Error(`${name} is not in the charset "${charset}" that its HTML declares.`)
  return declared
}
