import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise } from '../../../lib/detect/fold.ts'
import { elided, matchPattern, packPattern, unpackPattern, wordsOf } from '../../../lib/detect/pattern.ts'
import { packForms, parsePattern } from '../../../lib/detect/pattern-source.ts'
import { growth } from '../../helpers/growth.ts'
import { anyText } from '../../helpers/texts.ts'

const LISTS = Object.fromEntries(
  Object.entries({
    goods: ['goods', 'items', 'machine tools', 'technology'],
    stop: ['the', 'of'],
    empty: [],
  }).map(([name, forms]) => [name, packForms(forms)]),
)
const parse = (source: string) => unpackPattern(packPattern(parsePattern(source, LISTS)), LISTS)

/** Everything a pattern matches in a text, longest first at each anchor, as source text. */
function matches(source: string, text: string): string[] {
  const pattern = parse(source)
  const words = wordsOf(normalise(text))
  const found: string[] = []
  for (let at = 0; at < words.word.length; at++) {
    const match = matchPattern(pattern, words, at)
    if (match) found.push(text.slice(words.start[match[0]], words.end[match[1]]))
  }
  return [...new Set(found)]
}

describe('wordsOf', () => {
  it.each([
    ['Dual-use goods.', ['dual', 'use', 'goods']],
    ["China's “one China”", ['chinas', 'one', 'china']],
    ['军民两用 EU', ['军', '民', '两', '用', 'eu']],
    ['镨、钕，EU', ['镨', '、', '钕', ',', 'eu']],
    ['EU，钕, EU', ['eu', ',', '钕', ',', 'eu']],
    ['희토 자석', ['희', '토', '자', '석']],
    ['a—b', ['a', '—', 'b']],
    ['レア、金属 희토, 자석', ['レ', 'ア', '、', '金', '属', '희', '토', ',', '자', '석']],
    ['一中、各表 one, two', ['一', '中', '、', '各', '表', 'one', ',', 'two']],
    ['U.S. 1.5%', ['u', 's', '1', '5']],
    // Korean goes on behind a gloss in brackets; "and" parts two names, and a longer remark is none.
    ['중(重)희토 선장(41)을', ['중', '희', '토', '선', '장', '을']],
    ['양용(dual-use) 품(민군겸용)목', ['양', '용', '품', '목']],
    ['네온(Ne)과 (Ar) 크', ['네', '온', 'ne', '과', 'ar', '크']],
    // Two Chinese characters are a name of their own, and no gloss to skip.
    ['센(尖閣)열', ['센', '尖', '閣', '열']],
    ['중(重) EU', ['중', '重', 'eu']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(wordsOf(normalise(text)).word).toEqual(expected)
  })

  it('gives source offsets', () => {
    const text = '“Du\u00adal-use” Güter'
    const { start, end } = wordsOf(normalise(text))
    expect(start.map((from, word) => text.slice(from, end[word]))).toEqual(['Du\u00adal', 'use', 'Güter'])
  })

  it('counts sentence ends and brackets, but no stop inside a number or an abbreviation', () => {
    expect(wordsOf(normalise('a b. c d) e 1.5 f。g')).stops).toEqual([0, 0, 1, 1, 2, 2, 2, 2, 3])
  })
})

describe('elided', () => {
  it.each([
    ['l’archipel', 'l archipel'],
    ["D'oxydes qu’une", 'D oxydes qu une'],
    ['d’"une seule Chine"', 'd "une seule Chine"'],
    ['aujourd’hui', 'aujourd’hui'],
    ['China’s EU’s', 'China’s EU’s'],
    ['d’« une »', 'd’« une »'],
  ])('%s', (text, expected) => {
    expect(elided(text)).toBe(expected)
    expect(elided(text)).toHaveLength(text.length)
  })
})

describe('matchPattern', () => {
  it.each<[string, string, string[]]>([
    // Words and alternatives.
    ['dual use', 'dual-use', ['dual-use']],
    ['dual use', 'dual purpose use', []],
    ['dual (use|purpose)', 'dual purpose', ['dual purpose']],
    ['(single|one and only) china', 'the one and only China', ['one and only China']],
    // Words that may go on.
    ['chines~ boat', 'chinesisches Boat', ['chinesisches Boat']],
    ['chines~ boat', 'Chin boat', []],
    ['(red chines~|blue) boat', 'a red Chinese boat', ['red Chinese boat']],
    ['중국~ 어선', '중국 어선', ['중국 어선']],
    // Optional and repeated.
    ['dual use goods?', 'dual-use goods', ['dual-use goods']],
    ['dual use goods?', 'dual-use ban', ['dual-use']],
    ['a? dual use', 'a dual-use', ['a dual-use']],
    ['dual use [goods]{0-2}', 'dual-use machine tools technology items', ['dual-use machine tools technology']],
    ['dual use [goods]{1-2}', 'dual-use', []],
    // Lists joined by and / or, and not by anything else.
    ['dual use [goods]+', 'dual-use goods and technology', ['dual-use goods and technology']],
    ['dual use [goods]+', 'dual-use goods, items or technology', ['dual-use goods, items or technology']],
    ['dual use [goods]+', 'dual-use goods and people', ['dual-use goods']],
    ['dual use [goods]+', 'dual-use goods with items', ['dual-use goods']],
    ['dual use [goods]+', 'dual-use and goods', []],
    // A comma alone makes no list, on either side of the anchor.
    ['dual use [goods]+', 'dual-use goods, items', ['dual-use goods']],
    ['dual use [goods]+', 'dual-use goods, items and technology, goods', ['dual-use goods, items and technology']],
    ['[goods]+ dual use', 'goods, items and technology dual use', ['goods, items and technology dual use']],
    ['[goods]+ dual use', 'goods, items, technology dual use', ['technology dual use']],
    ['dual use [goods]+', 'dual-use goods, items technology', ['dual-use goods']],
    ['[goods]+ dual use', 'goods, items technology dual use', ['items technology dual use']],
    ['[goods]+ dual use', 'goods and items, technology dual use', ['technology dual use']],
    ['[goods]+ dual use', 'goods, items, and technology dual use', ['goods, items, and technology dual use']],
    ['dual *12 goods', 'dual 1 2 3 4 5 6 7 8 9 10 11 12 goods', ['dual 1 2 3 4 5 6 7 8 9 10 11 12 goods']],
    // Gaps: the shortest that carries it, and no further than allowed.
    ['dual *2 goods', 'dual red blue goods and goods', ['dual red blue goods']],
    ['dual *2 goods', 'dual a b c goods', []],
    ['dual <stop:2> goods', 'dual big goods', ['dual big goods']],
    ['dual <stop:2> goods', 'dual of goods', []],
    // Neither clause nor bracket nor long dash is crossed.
    ['dual use [goods]', 'for dual use. Goods arrived', []],
    ['dual use [goods]', 'dual use; goods', []],
    ['dual *2 goods', 'dual use! goods', []],
    ['dual use [goods]+', 'dual-use goods. Items', ['dual-use goods']],
    ['dual use —? [goods]', 'dual use — goods', ['dual use — goods']],
    ['dual use [goods]', 'dual use — goods', []],
    ['出口管制法 (规|制)', '《出口管制法》制定', []],
    // Before the anchor.
    ['[goods] of? dual use', 'goods of dual use', ['goods of dual use']],
    ['[goods]+ dual use', 'goods and items dual use', ['goods and items dual use']],
    ['[goods] *2 dual use', 'items x y dual use', ['items x y dual use']],
    // Han, one character a word.
    ['一个 中国 的? (政策|框架)', '一个中国的政策', ['一个中国的政策']],
    ['一个 中国 的? (政策|框架)', '一个中国公民', []],
    // A comma is a word, for a gap or a list to take in.
    ['レア (金属|鉱石)', 'レア、金属', []],
    ['희토 (자석|광물)', '희토, 광물', []],
    ['漁船が *3 衝突', '漁船が、船に衝突', ['漁船が、船に衝突']],
    ['(レア|メタル)+ 鉱石', 'レア、メタル鉱石', ['レア、メタル鉱石']],
    ['一中 、? 各表', '一中、各表', ['一中、各表']],
    ['rare earth [goods]{1-2}', 'rare earth goods, items', ['rare earth goods']],
    ['dual use [goods]+', 'dual-use goods, items, and technology', ['dual-use goods, items, and technology']],
    ['稀土 (金属|产品)?', '稀土、金属', ['稀土']],
    ['稀土 (金属|产品)?', '稀土，产品涨价', ['稀土']],
    ['(中、重|重) 稀土', '轻、中、重稀土', ['中、重稀土']],
    ['渔船 *2 相撞', '渔船，随后相撞', []],
    ['渔船 *3 相撞', '渔船，随后相撞', ['渔船，随后相撞']],
    // Quotation marks and soft hyphens leave no trace.
    ['one china policy', '“one Chi\u00adna” policy', ['one Chi\u00adna” policy']],
  ])('%s in %j', (source, text, expected) => {
    expect(matches(source, text)).toEqual(expected)
  })

  // A fault once: an opening bracket counts only where a space follows it, which it never does.
  it('does not cross an opening bracket', () => {
    expect(matches('dual use [goods]', 'dual use (goods)')).toEqual([])
  })

  // A fault once: these fold to ASCII before they are looked at, and then lack the space behind them.
  it.each(['？', '！', '；', '：', '（', '）'])('does not cross %s', (stop) => {
    expect(matches('一个 中国 原则', `一个中国${stop}原则`)).toEqual([])
  })

  it('does not cross 。', () => {
    expect(matches('一个 中国 原则', '一个中国。原则')).toEqual([])
  })

  // A fault once: the middle dot, a list separator outside kana, folds to a space, so a pattern runs from one list item into the next.
  it('does not cross a middle dot between Latin words', () => {
    expect(matches('dual use [goods]+', 'dual-use technology · goods')).toEqual(['dual-use technology'])
  })

  it('needs a bounded number of steps where parts could be tried in many ways', () => {
    const pattern = parse('[goods]+ *9 [goods]+ *9 [goods]+ *9 dual')
    const { ratio, bound } = growth('goods ', 4_800, (text) => {
      const words = wordsOf(normalise(text))
      for (let at = 0; at < words.word.length; at++) matchPattern(pattern, words, at)
    })
    expect(ratio).toBeLessThan(bound)
  })

  it('never throws and stays inside the text', () => {
    const pattern = parse('[goods]{0-2} *2 (dual use|rare earths|稀土) <stop:2> [goods]?')
    fc.assert(
      fc.property(anyText(), (text) => {
        const words = wordsOf(normalise(text))
        for (let at = 0; at < words.word.length; at++) {
          const match = matchPattern(pattern, words, at)
          if (match === null) continue
          expect(match[0]).toBeLessThanOrEqual(at)
          expect(match[1]).toBeGreaterThanOrEqual(at)
          expect(match[1]).toBeLessThan(words.word.length)
        }
      }),
    )
  })
})
