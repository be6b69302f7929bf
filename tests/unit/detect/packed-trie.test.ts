import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packTrie, unpackTrie, type PackedTrie } from '../../../lib/detect/packed-trie.ts'
import { buildTrie, type Trie } from '../../../lib/detect/trie.ts'
import { walked } from '../../helpers/walked.ts'

const throughJson = (trie: Trie) => unpackTrie(JSON.parse(JSON.stringify(packTrie(trie))) as PackedTrie)

describe('packTrie and unpackTrie', () => {
  it('survive JSON unchanged', () => {
    const trie = buildTrie([
      ['rare earth', 1],
      ['稀土', 2],
      ['희토류', 3],
    ])
    expect(throughJson(trie)).toEqual(trie)
  })

  it('survive when empty', () => {
    expect(walked(throughJson(buildTrie([])), 'rare earth')).toEqual([])
  })

  it.each([254, 255, 256, 3000])('survive a node with %i children', (count) => {
    const trie = buildTrie(Array.from({ length: count }, (_, index) => [String.fromCharCode(0x4e00 + index), index]))
    expect(throughJson(trie)).toEqual(trie)
  })

  it('find what the plain trie finds', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', ' ', '-', '\u00ad', '稀', '土', '희', 'ß', 's'),
      maxLength: 12,
    })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), text, (forms, source) => {
        const trie = buildTrie(forms.map((form, index) => [form, index]))
        const packed = throughJson(trie)
        for (let at = 0; at < source.length; at++) expect(walked(packed, source, at)).toEqual(walked(trie, source, at))
      }),
    )
  })

  it('carry the bundled alphabet: any UTF-16 unit', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 2, max: 0xffff }), { minLength: 1, maxLength: 4 })), (keys) => {
        const trie = buildTrie(keys.map((units, index) => [String.fromCharCode(...units), index]))
        expect(throughJson(trie)).toEqual(trie)
      }),
    )
  })
})
