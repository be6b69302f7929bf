/** Mentions in groups: by category, by entry or as the page has them, and what a filter leaves. */

import { describe, expect, it } from 'vitest'
import { filterMentions, groupMentions, type Group } from '../../../../components/active-page/groups.ts'
import type { ListedMention } from '../../../../lib/messaging/protocol.ts'
import { listed } from './listed.ts'

const mention = (text: string, entry: string, category: ListedMention['category'], figure = '') =>
  listed({ text, entry, category, figure })
const LIST = [
  mention('one-China policy', 'one-china-policy', 'one-china'),
  mention('rare earths', 'rare-earths', 'rare-earths', 'Japan buys 60–72%'),
  mention('dysprosium', 'dysprosium', 'rare-earths'),
  mention('Rare Earths', 'rare-earths', 'rare-earths', 'Japan buys 60–72%'),
  mention('rare earths', 'rare-earths', 'rare-earths', 'The EU buys 46%'),
]
const all = filterMentions(LIST, '', (entry) => entry)
const shape = (groups: Group[]) =>
  groups.map(({ key, count, runs }) => [key, count, runs.map((run) => run.mentions.map(({ index }) => index))])

describe('groups', () => {
  it('by category stand in the order of the categories, mentions of one figure together', () => {
    const groups = groupMentions(all, 'category')
    expect(shape(groups)).toEqual([
      ['rare-earths', 4, [[1, 3], [2], [4]]],
      ['one-china', 1, [[0]]],
    ])
    expect(groups.map(({ category }) => category)).toEqual(['rare-earths', 'one-china'])
  })

  it('by entry stand in the order of first mention', () =>
    expect(shape(groupMentions(all, 'entry'))).toEqual([
      ['one-china-policy', 1, [[0]]],
      ['rare-earths', 3, [[1, 3], [4]]],
      ['dysprosium', 1, [[2]]],
    ]))

  it('of the page are one, and keep its order', () => {
    const groups = groupMentions(all, 'page')
    expect(shape(groups)).toEqual([['', 5, [[0], [1], [2], [3], [4]]]])
    expect(groups[0]?.category).toBeNull()
  })

  it('are none where nothing is mentioned', () => {
    for (const by of ['category', 'entry', 'page'] as const) expect(groupMentions([], by)).toEqual([])
  })
})

describe('a filter', () => {
  const left = (asked: string) => filterMentions(LIST, asked, (entry) => `name of ${entry}`).map(({ index }) => index)

  it('looks at words, name of the entry and figure, whatever the case', () => {
    expect(left('RARE earths')).toEqual([1, 3, 4])
    expect(left('name of dysp')).toEqual([2])
    expect(left('eu 46')).toEqual([4])
  })

  it('wants every word, and keeps each mention’s place in the page’s list', () => {
    expect(left('rare 60')).toEqual([1, 3])
    expect(left('rare zeppelin')).toEqual([])
    expect(left('  ')).toEqual([0, 1, 2, 3, 4])
  })
})
