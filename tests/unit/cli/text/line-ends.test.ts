/** Line ends of Windows: gone from the text, and every offset led back to where it was. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withLineFeeds } from '../../../../lib/cli/text/line-ends.ts'

describe('withLineFeeds', () => {
  it('leads offsets back: a span ends before the break that follows it', () => {
    const { text, givenOffset } = withLineFeeds('a\r\nb\n\r\nc\rd')
    expect(text).toBe('a\nb\n\nc\rd')
    expect([...text, ''].map((_, at) => givenOffset(at))).toEqual([0, 1, 3, 4, 5, 7, 8, 9, 10])
  })

  it('finds every character that is no break where it stood', () => {
    const given = fc.array(fc.constantFrom('a', '稀', '\u{1f600}', '\r', '\n', '\r\n')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(given, (whole) => {
        const { text, givenOffset } = withLineFeeds(whole)
        expect(text).toBe(whole.split('\r\n').join('\n'))
        const standing = Array.from({ length: text.length }, (_, at) => at).filter((at) => text[at] !== '\n')
        expect(standing.map((at) => whole[givenOffset(at)])).toEqual(standing.map((at) => text[at]))
        expect(givenOffset(text.length)).toBe(whole.length)
      }),
    )
  })
})
