import { describe, expect, it } from 'vitest'
import { parseRule } from '../../../lib/detect/rule.ts'

const nothing = {
  matchesCase: false,
  isNever: false,
  isEarth: false,
  standsAlone: false,
  isQuoted: false,
  near: [],
  needs: [],
  not: [],
  unless: [],
  judge: null,
}

describe('parseRule', () => {
  it.each([
    ['', nothing],
    ['  ', nothing],
    ['case', { ...nothing, matchesCase: true }],
    ['never', { ...nothing, isNever: true }],
    ['alone', { ...nothing, standsAlone: true }],
    ['quoted', { ...nothing, isQuoted: true }],
    ['earth', { ...nothing, isEarth: true }],
    ['needs:supply', { ...nothing, needs: ['supply'] }],
    ['judge', { ...nothing, judge: [] }],
    ['judge:controls', { ...nothing, judge: ['controls'] }],
    ['case near:china', { ...nothing, matchesCase: true, near: ['china'] }],
    ['near:a near:b not:c not:d', { ...nothing, near: ['a', 'b'], not: ['c', 'd'] }],
  ])('%j', (source, expected) => {
    expect(parseRule(source)).toEqual(expected)
  })

  it.each(['Case', 'needs', 'needs:', ':supply', 'wants:supply', 'off'])('refuses %j by name', (word) => {
    expect(() => parseRule(`case ${word}`)).toThrow(`unknown rule "${word}"`)
  })

  it('gives every rule lists of its own', () => {
    parseRule('').near.push('x')
    expect(parseRule('').near).toEqual([])
  })
})
