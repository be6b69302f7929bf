/** Bytes of files and streams as text: what they say they are, what they are, and one line where neither is clear. */

import { describe, expect, it } from 'vitest'
import { decode, textOfUtf8 } from '../../../../lib/cli/text/decode.ts'

const bytesOf = (...parts: (string | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
const hex = (digits: string) => Buffer.from(digits, 'hex')

/** The same words in the encodings that pages of 2010 were saved in. */
const SAVED: [label: string, bytes: Buffer, text: string][] = [
  ['Shift_JIS', hex('838c83418341815b8358'), 'レアアース'],
  ['x-sjis', hex('838c83418341815b8358'), 'レアアース'],
  ['EUC-KR', hex('c8f1c5e4b7f9'), '희토류'],
  ['ks_c_5601-1987', hex('c8f1c5e4b7f9'), '희토류'],
  ['gb2312', hex('cfa1cdc1'), '稀土'],
  ['GBK', hex('cfa1cdc1'), '稀土'],
  ['Big5', hex('b57da467'), '稀土'],
  ['windows-1252', hex('93dc626572736565946e80'), '“Übersee”n€'],
  // Browsers read the name of the smaller set as the larger one.
  ['ISO-8859-1', hex('93dc62657294'), '“Über”'],
]

describe('decode', () => {
  it.each(SAVED)('reads HTML that says %s', (label, bytes, text) => {
    for (const meta of [
      `<meta charset="${label}">`,
      `<META CHARSET=${label}/>`,
      `<meta http-equiv="Content-Type" content="text/html; charset=${label}">`,
      `<meta content='text/html;charset=${label}' http-equiv=content-type>`,
    ])
      expect(decode(bytesOf(`<html><head>${meta}<p>`, bytes), 'a.html', 'HTML')).toBe(`<html><head>${meta}<p>${text}`)
  })

  it('reads what is UTF-8 as that, whatever its HTML says', () =>
    expect(decode(Buffer.from('<meta charset="shift_jis">稀土'), 'a.html', 'HTML')).toBe(
      '<meta charset="shift_jis">稀土',
    ))

  it.each(['text', 'HTML'] as const)('honours the byte order marks of %s and leaves them out', (kind) => {
    const text = '稀土 €'
    const little = Buffer.from(text, 'utf16le')
    const big = Buffer.from(little).swap16()
    expect(decode(bytesOf(hex('efbbbf'), Buffer.from(text)), 'a', kind)).toBe(text)
    expect(decode(bytesOf(hex('fffe'), little), 'a', kind)).toBe(text)
    expect(decode(bytesOf(hex('feff'), big), 'a', kind)).toBe(text)
  })

  it('reads a page of which a character or two are broken as a browser does', () => {
    const words = 'word '.repeat(50)
    expect(decode(bytesOf(`<meta charset="utf-8">${words}`, hex('93')), 'a', 'HTML')).toBe(
      `<meta charset="utf-8">${words}\ufffd`,
    )
  })

  it.each(['text', 'HTML'] as const)('reads %s that was cut inside a character, and says nothing of it', (kind) => {
    const words = 'word '.repeat(50)
    expect(decode(bytesOf(words, hex('e7a8')), 'a', kind)).toBe(`${words}\ufffd`)
  })

  const saved = hex('838c83418341815b8358'.repeat(10))
  it.each([
    ['text', '', 'a.x is not UTF-8; save it as UTF-8.'],
    ['text', '<meta charset="shift_jis">', 'a.x is not UTF-8; save it as UTF-8.'],
    ['HTML', '', 'a.x is not UTF-8, and its HTML declares no other charset; save it as UTF-8.'],
    [
      'HTML',
      '<!-- <meta charset="big5"> -->',
      'a.x is not UTF-8, and its HTML declares no other charset; save it as UTF-8.',
    ],
    [
      'HTML',
      `${' '.repeat(1024)}<meta charset="shift_jis">`,
      'a.x is not UTF-8, and its HTML declares no other charset; save it as UTF-8.',
    ],
    [
      'HTML',
      '<meta charset="sjis-8">',
      'a.x is not UTF-8, and its HTML declares "sjis-8", which is no charset; save it as UTF-8.',
    ],
    ['HTML', '<meta charset="utf-8">', 'a.x is not in the charset "utf-8" that its HTML declares.'],
    ['HTML', '<meta charset="utf-16">', 'a.x is not in the charset "utf-16" that its HTML declares.'],
  ] as const)('says in one line what is wrong with %s that begins with "%s"', (kind, beginning, message) =>
    expect(() => decode(bytesOf(beginning, saved), 'a.x', kind)).toThrow(new Error(message)),
  )

  it.each(['text', 'HTML'] as const)('takes UTF-16 without a mark for no %s', (kind) =>
    expect(() => decode(Buffer.from('rare earths', 'utf16le'), 'a.x', kind)).toThrow(
      /^a\.x is not UTF-8.*save it as UTF-8\.$/,
    ),
  )

  it.each([
    ['%PDF-1.7 rare earths', 'a PDF'],
    ['PK\u0003\u0004 word/document.xml', 'a Word document or another zip archive'],
    ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1 Word', 'an Office document'],
    ['{\\rtf1\\ansi rare earths}', 'a document in RTF'],
  ])('asks for the words of %j', (beginning, kind) =>
    expect(() => decode(bytesOf(beginning), 'a.x', 'text')).toThrow(
      new Error(`a.x is ${kind}; save its words as plain text or HTML, in UTF-8.`),
    ),
  )

  it('reads nothing as nothing', () => expect(decode(new Uint8Array(), 'a', 'HTML')).toBe(''))
})

describe('textOfUtf8', () => {
  it('tells text from other bytes', () => {
    expect(textOfUtf8(Buffer.from('稀土'))).toBe('稀土')
    expect(textOfUtf8(hex('cfa1cdc1'))).toBeNull()
    expect(textOfUtf8(Buffer.from('{"id":1}', 'utf16le'))).toBeNull()
  })
})
