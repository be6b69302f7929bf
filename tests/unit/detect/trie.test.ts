import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildTrie,
  childOf,
  keyOf,
  packTrie,
  unpackTrie,
  walk,
  type PackedTrie,
  type Trie,
} from '../../../lib/detect/trie.ts'

/** What a walk finds, as [end, values]. */
function walked(trie: Trie, text: string, at = 0): [number, number[]][] {
  const found: [number, number[]][] = []
  walk(trie, text, at, (_, end, values) => found.push([end, [...values]]))
  return found
}

const throughJson = (trie: Trie) => unpackTrie(JSON.parse(JSON.stringify(packTrie(trie))) as PackedTrie)

describe('keyOf', () => {
  it.each([
    ['Rare-Earths', 'rare earths'],
    ['一つの 中国', '一つの中国'],
    ['デュアル・ユース', 'デュアルユース'],
    ['EU 两用条例', 'eu两用条例'],
    ['희토류 자석', '희토류 자석'],
    ['  ', ''],
  ])('%j → %j', (form, key) => {
    expect(keyOf(form)).toBe(key)
  })
})

describe('walk', () => {
  const trie = buildTrie([
    ['rare earth', 1],
    ['Rare-Earth magnets', 2],
    ['rare earth', 3],
    ['稀土', 4],
    ['希土類 磁石', 5],
    ['Straße', 6],
    ['희토류', 7],
  ])

  it.each<[string, string, [number, number[]][]]>([
    [
      'shortest first, all values of a key',
      'RARE EARTH magnets',
      [
        [10, [1, 3]],
        [18, [2]],
      ],
    ],
    ['runs of separators', 'rare –  earth', [[13, [1, 3]]]],
    ['soft hyphens', 'ra\u00adre ear\u00adth', [[12, [1, 3]]]],
    ['no trailing separators', 'rare earth  ', [[10, [1, 3]]]],
    ['a space between Han', '稀 土', [[3, [4]]]],
    ['a line break between Han', '稀\n土', [[3, [4]]]],
    ['a key stored with a space, met without', '希土類磁石', [[5, [5]]]],
    ['characters that fold to several', 'STRASSE', [[7, [6]]]],
    ['and the other way', 'straße', [[6, [6]]]],
    ['decomposed Hangul', '희토류'.normalize('NFD'), [['희토류'.normalize('NFD').length, [7]]]],
    ['a key cut short', 'rare eart', []],
    ['another word', 'rarer earth', []],
    ['a long dash between', 'rare—earth', []],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(walked(trie, text)).toEqual(expected)
  })

  it('begins at the offset asked for', () => {
    expect(walked(trie, 'a rare earth', 2)).toEqual([[12, [1, 3]]])
  })

  it('gives up on a long run of nothing', () => {
    expect(walked(trie, `rare${'\u00ad'.repeat(500)} earth`)).toEqual([])
  })

  it('meets a key of two scripts with and without the space, whatever other keys there are', () => {
    expect(walked(buildTrie([['EU两用条例', 1]]), 'EU 两用条例')).toEqual([[7, [1]]])
  })

  it('meets a key of two scripts also where another key goes on with a space', () => {
    const both = buildTrie([
      ['EU两用条例', 1],
      ['EU dual use', 2],
    ])
    expect(walked(both, 'EU 两用条例')).toEqual([[7, [1]]])
  })

  it('meets a key of two scripts over a run of spaces', () => {
    expect(walked(buildTrie([['EU两用条例', 1]]), 'EU  两用条例')).toEqual([[8, [1]]])
  })
})

describe('buildTrie', () => {
  it('leaves out forms that fold to nothing', () => {
    const trie = buildTrie([
      ['', 1],
      ['\u00ad', 2],
    ])
    expect(trie.values).toHaveLength(0)
    expect(walked(trie, 'a')).toEqual([])
  })

  it('keeps a value once under a key', () => {
    expect(
      walked(
        buildTrie([
          ['a b', 1],
          ['A-B', 1],
        ]),
        'a b',
      ),
    ).toEqual([[3, [1]]])
  })
})

describe('childOf', () => {
  it('finds each of many children and no other', () => {
    const codes = Array.from({ length: 40 }, (_, index) => 0x4e00 + index * 7)
    const trie = buildTrie(codes.map((code, index) => [String.fromCharCode(code), index]))
    for (const code of codes) expect(trie.chars[childOf(trie, 0, code)]).toBe(code)
    for (const code of [0, 0x4dff, 0x4e01, 0xffff]) expect(childOf(trie, 0, code)).toBe(-1)
  })
})

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
