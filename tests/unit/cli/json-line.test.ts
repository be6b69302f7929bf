/** Lines of `annotate --jsonl`: what they may say, and what is said of a line that is none. */

import { describe, expect, it } from 'vitest'
import { parseLine } from '../../../lib/cli/json-line.ts'

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

  it('reads a line behind a byte order mark, and leaves one in the text', () => {
    expect(parseLine('\ufeff{"id":1,"text":"\ufeffx"}')).toEqual({ id: 1, text: '\ufeffx' })
  })

  it.each([
    ['', 'is not JSON'],
    ['{"id":1}\ufeff', 'is not JSON'],
    ['[]', 'is not a JSON object'],
    ['{"text":"x"}', 'has no "id"'],
    ['{"id":1,"text":7}', 'has no "text"'],
    ['{"id":1,"text":"x","lang":7}', '"lang" is not text'],
    ['{"id":1,"text":"x","date":"yesterday"}', '"date" is not of the form YYYY-MM-DD'],
  ])('refuses %j: it %s', (source, message) => expect(() => parseLine(source)).toThrow(new Error(message)))
})
