/** Bytes as text: equal text means equal bytes, and what is no text is none. */

import { expect, it } from 'vitest'
import { exactText } from '../../../lib/updates/exact-text.ts'

it.each(['', 'レアアース', '\uFEFF{}', 'a\r\n\u0000b'])('gives %j back to the byte', (text) =>
  expect(exactText(new TextEncoder().encode(text))).toBe(text),
)

it.each([[[0xff]], [[0xe3, 0x83]], [[0xed, 0xa0, 0x80]], [[0xc0, 0x80]]])('takes %j for no text', (bytes) =>
  expect(exactText(Uint8Array.from(bytes))).toBeNull(),
)
