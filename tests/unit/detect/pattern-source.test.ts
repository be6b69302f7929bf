import { describe, expect, it } from 'vitest'
import { anchorForms, ordersOf, packForms, parsePattern } from '../../../lib/detect/pattern-source.ts'

const LISTS = {
  goods: packForms(['goods', 'items', 'machine tools', 'technology']),
  stop: packForms(['the', 'of']),
  empty: packForms([]),
}
const parse = (source: string) => parsePattern(source, LISTS)
const anchors = (source: string) => anchorForms(parse(source), LISTS)

describe('packForms', () => {
  it('puts the longest form first, words apart', () => {
    expect(packForms(['Goods', 'machine-tools', '军民'])).toBe('machine tools|军 民|goods')
  })
})

describe('ordersOf', () => {
  it('leaves a pattern without free pieces as it is', () => {
    expect(ordersOf('[goods] *6 (a & b) use')).toEqual(['[goods] *6 (a & b) use'])
  })

  it('gives every order of the pieces, with the gap between them', () => {
    expect(ordersOf('a b? &*6 c')).toEqual(['a b? *6 c', 'c *6 a b?'])
    expect(ordersOf('a &<stop:12> b &<stop:12> c').toSorted()).toEqual(
      ['a b c', 'a c b', 'b a c', 'b c a', 'c a b', 'c b a'].map((order) => order.replaceAll(' ', ' <stop:12> ')),
    )
  })

  it.each(['a &*6 b &*7 c', 'a &*6 b &*6 c &*6 d'])('refuses %j by its text', (source) => {
    expect(() => ordersOf(source)).toThrow(source)
  })
})

describe('parsePattern', () => {
  it.each([
    ['[nothing] goods', 'unknown word list "nothing"'],
    ['goods <nothing:3>', 'unknown word list "nothing"'],
    ['goods <goods:3> ban', '"goods" has a form of several words'],
    ['goods *31 ban', 'more than 30 words'],
    ['goods <stop:31> ban', 'more than 30 words'],
    ['goods [empty]', 'nothing to match in "[empty]"'],
    ['(a|b goods', 'cannot read'],
    ['goods{1-}', 'cannot read'],
    ['*3', 'no word that must be there'],
    ['a?', 'no word that must be there'],
    ['chines~', 'no word that must be there'],
    ['', 'no word that must be there'],
  ])('refuses %j', (source, message) => {
    expect(() => parse(source)).toThrow(message)
  })

  it('names the pattern in its message', () => {
    expect(() => parse('[nothing] goods')).toThrow('[nothing] goods')
  })

  it('anchors on no word of every sentence where there is another', () => {
    expect(anchors('the [goods]')).not.toContain('the')
    expect(anchors('的 军民 两用')).not.toContain('的')
    expect(anchors('the of')).toHaveLength(1)
  })

  it('anchors on what a text holds least often: many rare words before one common, two characters before one', () => {
    expect(anchors('[goods] (1992|92)')).toEqual(['machine tools', 'goods', 'items', 'technology'])
    expect(anchors('可 (民用|军用)')).toEqual(['民用', '军用'])
    expect(anchors('(goods|items|technology|tools) embargo')).toEqual(['embargo'])
  })

  it('anchors on no sign, at which no key begins', () => {
    expect(anchors('[goods] , which')).not.toContain(',')
    expect(() => parse(',')).toThrow('no word that must be there')
  })

  it('anchors on something that must be there', () => {
    expect(anchors('a? *2 goods')).toEqual(['goods'])
    expect(anchors('[goods]{0-2} dual use').every((form) => /dual|use/.test(form))).toBe(true)
  })

  it('writes the anchor as it stands in a text', () => {
    expect(anchors('(军民 两用|rare earth)').sort()).toEqual(['rare earth', '军民两用'])
  })

  it('puts no space beside Han, and none or one beside Korean figures', () => {
    expect(anchors('(第1号)')).toEqual(['第1号'])
    expect(anchors('(제1호)').toSorted()).toEqual(['제 1호', '제1호'])
  })

  it('lets the automaton find Korean syllables that stand apart', () => {
    expect(anchors('(쓸 수 있어서)').toSorted()).toEqual(['쓸 수있어서', '쓸수있어서'])
    expect(anchors('(민군|군수민수)').toSorted()).toEqual([
      '군 수민수',
      '군수·민수',
      '군수민수',
      '민 군',
      '민·군',
      '민군',
    ])
  })

  it('lets the automaton find a form both elided and apart', () => {
    expect(anchors('(d’une seule Chine)')).toEqual(['d une seule chine', 'dune seule chine'])
  })
})
