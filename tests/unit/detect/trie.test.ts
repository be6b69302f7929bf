import { describe, expect, it } from 'vitest'
import { buildTrie, childOf, keyOf } from '../../../lib/detect/trie.ts'
import { walked } from '../../helpers/walked.ts'

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
