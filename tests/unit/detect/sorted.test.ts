import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstAtLeast } from '../../../lib/detect/sorted.ts'

describe('firstAtLeast', () => {
  it('finds what a search from the left finds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 })), fc.integer({ min: -1, max: 31 }), (values, least) => {
        values.sort((a, b) => a - b)
        const found = values.findIndex((value) => value >= least)
        expect(firstAtLeast(values.length, (at) => values[at] as number, least)).toBe(found < 0 ? values.length : found)
      }),
    )
  })
})
