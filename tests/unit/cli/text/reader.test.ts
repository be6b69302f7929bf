/** Texts as `annotate` reads them: the same mentions whatever ends their lines, each where it stands in the text as given. */

import { beforeAll, describe, expect, it } from 'vitest'
import { createReader, type TextReader } from '../../../../lib/cli/text/reader.ts'

let reader: TextReader
beforeAll(async () => {
  reader = await createReader({ today: '2026-11-01' })
}, 60_000)

describe('a text with the line ends of Windows', () => {
  it.each([
    'Tokyo weighs its options\nLast year Japan bought no less than 60% of its rare\nearths from China.\nDysprosium is one.\n',
    'Tokyo weighs its options\nIt was last year that Japan bought 60\npercent of its rare earths from China.',
    '日本はレアアースの60%を中\n国から輸入している。\n\n政府は重希\n土類も備蓄する。',
  ])('reads as with line feeds: %j', (text) => {
    const given = text.replaceAll('\n', '\r\n')
    const found = reader.read(given, {})
    const expected = reader.read(text, {})
    expect(expected.length).toBeGreaterThan(0)
    expect(expected.some(({ text: span, number }) => span.includes('\n') || number !== null)).toBe(true)
    const read = ({ entry, economy, confidence, figure, number }: (typeof found)[number]) => ({
      entry,
      economy,
      confidence,
      figure,
      number: number?.text,
    })
    expect(found.map(read)).toEqual(expected.map(read))
    expect(found.map(({ start, end }) => given.slice(start, end))).toEqual(found.map(({ text: span }) => span))
    expect(found.map(({ text: span }) => span.replaceAll('\r\n', '\n'))).toEqual(expected.map(({ text: span }) => span))
    const numbers = found.flatMap(({ number }) => number ?? [])
    expect(numbers.map(({ start, end }) => given.slice(start, end).replaceAll(/\s+/g, ' '))).toEqual(
      numbers.map(({ text: amount }) => amount),
    )
  })
})

it('stands on the world’s figure of today where it names no economy, and on the one of its headline where it does', () => {
  const read = (text: string, date?: string) =>
    reader.read(text, { language: 'en', date }).map(({ economy, figure }) => [economy, [figure].flat()[0]])
  const today = (economy: string) => [economy, reader.figuresOf('rare-earths', economy, '2026-11-01')[0]]
  expect(today('JPN')[1]).toMatch(/^[a-z]/)
  expect(read('Prices rise\nRare earths cost more.')).toEqual([today('WLD')])
  expect(read('Japan pays more\nRare earths cost more.')).toEqual([today('JPN')])
  expect(read('Japan pays more\nRare earths cost more.', '2010-10-12')).not.toEqual([today('JPN')])
})

describe('a text that is wrapped', () => {
  it.each([
    ['Das Ministerium nennt in seinem Bericht vor allem die Seltene\nErden und auch Gallium.', 'Seltene\nErden'],
    ['The coast guard said that two ships had come close to the Senkaku\nIslands at dawn.', 'Senkaku\nIslands'],
    [
      'Beijing said that exporters of dual-use goods must from now on obey the Export Control\nLaw in full.',
      'Export Control\nLaw',
    ],
  ])('is read over its breaks, by its own offsets: %j', (text, expected) => {
    const spans = reader.read(text, {}).map(({ start, end }) => text.slice(start, end))
    expect(spans).toContain(expected)
  })
})
