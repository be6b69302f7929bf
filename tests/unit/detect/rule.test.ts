import { describe, expect, it } from 'vitest'
import { asksForNothing, listsOf, NO_RULE, parseRule } from '../../../lib/detect/rule.ts'

describe('parseRule', () => {
  it.each([
    ['', {}],
    ['  ', {}],
    ['case', { matchesCase: true }],
    ['never', { isNever: true }],
    ['alone', { standsAlone: true }],
    ['quoted', { isQuoted: true }],
    ['yields whole near:china', { yields: true, isWhole: true, near: ['china'] }],
    ['title:art not:soil', { title: ['art'], not: ['soil'] }],
    ['needs:supply', { needs: ['supply'] }],
    ['judge', { judge: [] }],
    ['judge:controls', { judge: ['controls'] }],
    ['case near:china', { matchesCase: true, near: ['china'] }],
    ['near:a near:b not:c not:d', { near: ['a', 'b'], not: ['c', 'd'] }],
  ])('%j', (source, expected) => {
    expect(parseRule(source)).toEqual(expected)
  })

  it.each(['Case', 'needs', 'needs:', ':supply', 'wants:supply', 'off'])('refuses %j by name', (word) => {
    expect(() => parseRule(`case ${word}`)).toThrow(`unknown rule "${word}"`)
  })
})

describe('asksForNothing', () => {
  it.each(['', 'not:soil', 'unless:soil', 'title:art', 'whole yields'])('is true of %j', (rule) =>
    expect(asksForNothing({ ...NO_RULE, ...parseRule(rule) })).toBe(true),
  )
  it.each(['case', 'never', 'alone', 'quoted', 'near:china', 'needs:supply', 'judge', 'judge:controls'])(
    'is not of %j',
    (rule) => expect(asksForNothing({ ...NO_RULE, ...parseRule(rule) })).toBe(false),
  )
})

describe('listsOf', () => {
  it('names every word list once for each place', () => {
    expect(listsOf(parseRule('case title:t near:a needs:b not:c unless:d judge:e'))).toEqual([
      't',
      'a',
      'b',
      'c',
      'd',
      'e',
    ])
    expect(listsOf(parseRule('not:a/b'))).toEqual(['a', 'b'])
    expect(listsOf(parseRule('judge'))).toEqual([])
  })
})
