/** Lines of `annotate --jsonl`: what they may say, and what is said of a line that is none. */

import { describe, expect, it } from 'vitest'
import { parseLine } from '../../../../lib/cli/text/json-line.ts'

describe('parseLine', () => {
  it('reads a text with what is said of it; an unknown language is none', () => {
    expect(parseLine('{"id":1,"text":"x","lang":"de-AT","date":"2026-01-02T03:04Z"}')).toEqual({
      id: 1,
      text: 'x',
      lang: 'de',
      date: '2026-01-02',
    })
    expect(parseLine('{"id":null,"text":"","lang":"xx","date":""}')).toEqual({ id: null, text: '' })
  })

  it.each([
    '12345678901234567890',
    '-9223372036854775808',
    '7',
    '1.0',
    '1e400',
    '"12345678901234567890"',
    'null',
    '[18446744073709551615]',
    '{"id":18446744073709551615}',
  ])('keeps the id %s as it is written', (id) =>
    expect(JSON.stringify(parseLine(`{"id":${id},"text":"x"}`).id)).toBe(id),
  )

  it.each([
    '2026-01-02',
    '2026-01-02T03:04:05.678Z',
    '2026-01-02T03:04:05+09:00',
    '2026-01-02 03:04',
    '2026-01-02t03:04z',
  ])('reads the date %s', (date) => expect(parseLine(`{"id":1,"text":"x","date":"${date}"}`).date).toBe('2026-01-02'))

  it('takes null for nothing said', () =>
    expect(parseLine('{"id":1,"text":"x","lang":null,"date":null}')).toEqual({ id: 1, text: 'x' }))

  it('reads a line behind a byte order mark, and leaves one in the text', () => {
    expect(parseLine('\ufeff{"id":1,"text":"\ufeffx"}')).toEqual({ id: 1, text: '\ufeffx' })
  })

  it.each([
    ['', 'is not JSON'],
    ['{"id":1}\ufeff', 'is not JSON'],
    ['[]', 'is not a JSON object'],
    ['{"text":"x"}', 'has no "id"'],
    ['{"id":1,"text":7}', '"text" is not text'],
    ['{"id":1,"text":null}', 'has no "text"'],
    ['{"id":1,"text":"x","lang":7}', '"lang" is not text'],
    ['{"id":1,"text":"x","date":"yesterday"}', '"date" is not of the form YYYY-MM-DD'],
    ['{"id":1,"text":"x","date":20260109}', '"date" is not of the form YYYY-MM-DD'],
    ['{"id":1,"text":"x","date":"2026-01-09garbage"}', '"date" is not of the form YYYY-MM-DD'],
    ['{"id":1,"text":"x","date":"2026-01-09T25:00"}', '"date" is not of the form YYYY-MM-DD'],
    ['{"id":1,"text":"x","date":"2010-13-05"}', '"date" is no day of a calendar: 2010-13-05'],
    ['{"id":1,"text":"x","date":"2023-02-30T12:00:00Z"}', '"date" is no day of a calendar: 2023-02-30'],
  ])('refuses %j: it %s', (source, message) => expect(() => parseLine(source)).toThrow(new Error(message)))
})
