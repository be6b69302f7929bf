/** CSV: what is written is what a reader of RFC 4180 gets back, in a spreadsheet too. */

import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../../lib/report/csv.ts'

const read = (text: string) => parse(text, { bom: true }) as string[][]

describe('toCsv', () => {
  it('begins with a byte order mark, ends every line with CRLF', () =>
    expect(toCsv(['a', 'b'], [['x', 1]])).toBe('\ufeffa,b\r\nx,1\r\n'))

  it('quotes commas, quotes, line breaks and outer spaces', () =>
    expect(toCsv(['a'], [['x,y'], ['say "x"'], ['one\ntwo'], [' x']])).toBe(
      '\ufeffa\r\n"x,y"\r\n"say ""x"""\r\n"one\ntwo"\r\n" x"\r\n',
    ))

  it('leaves cells without a value empty, and numbers as they are', () =>
    expect(read(toCsv(['a', 'b', 'c'], [[null, -3.5, '']]))).toEqual([
      ['a', 'b', 'c'],
      ['', '-3.5', ''],
    ]))

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠SUM(A1)'])(
    'keeps a spreadsheet from running %j',
    (text) => expect(read(toCsv(['a'], [[text]]))[1]).toEqual([`'${text}`]),
  )

  it('leaves out what nobody sees, and what it hid from a spreadsheet runs no more', () =>
    expect(read(toCsv(['a', 'b'], [['\u202e\u0000=1+1', 'say\u001b[2J\u202e it\u0085']]))[1]).toEqual([
      "'=1+1",
      'say[2J it',
    ]))

  it('gives back any other text to the letter', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
        const kept = rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)))
        // The reader takes a line with nothing on it for none.
        const solid = kept.map(([a, b]) => ['x', a, b])
        expect(
          read(
            toCsv(
              ['x', 'a', 'b'],
              rows.map((row) => ['x', ...row]),
            ),
          ).slice(1),
        ).toEqual(solid)
      }),
    ))
})
