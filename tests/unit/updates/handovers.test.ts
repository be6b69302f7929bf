/** The hand-overs of an index: the list, the one of the older form, and nothing else. */

import { describe, expect, it } from 'vitest'
import { MAX_HANDOVERS, parseHandovers } from '../../../lib/updates/handovers.ts'

const one = { file: 'edition-2027.1.1.json', keyId: '0123456789abcdef' }

describe('parseHandovers', () => {
  it('reads none, one of the older form, and a list, which goes before that one', () => {
    expect(parseHandovers({})).toEqual([])
    expect(parseHandovers({ handover: 'h' })).toEqual([{ file: 'h', keyId: '' }])
    expect(parseHandovers({ handover: 'h', handovers: [one, { file: 'h', keyId: '' }] })).toEqual([
      one,
      { file: 'h', keyId: '' },
    ])
  })
  it('reads as many as there may be, and not one more', () => {
    const most = Array.from({ length: MAX_HANDOVERS }, () => one)
    expect(parseHandovers({ handovers: most })).toEqual(most)
    expect(parseHandovers({ handovers: [...most, one] })).toBeNull()
  })
  it.each<[string, object]>([
    ['a last one that is no text', { handover: 7 }],
    ['a list that is none', { handovers: one }],
    ['null for a list', { handovers: null }],
    ['names alone', { handovers: ['h'] }],
    ['nothing in the list', { handovers: [null] }],
    ['a file that is no text', { handovers: [{ ...one, file: 7 }] }],
    ['no key', { handovers: [{ file: 'h' }] }],
    ['a key that is no id', { handovers: [{ ...one, keyId: 'key' }] }],
  ])('refuses %s', (_, index) => expect(parseHandovers(index)).toBeNull())
})
