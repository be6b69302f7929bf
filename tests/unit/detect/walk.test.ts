import { describe, expect, it } from 'vitest'
import { buildTrie } from '../../../lib/detect/trie.ts'
import { walked } from '../../helpers/walked.ts'

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
