import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HARD_TEXTS } from '../../../lib/cli/bench/hard-texts.ts'
import { scan } from '../../../lib/detect/scan.ts'
import { buildTrie, keyOf, type Trie } from '../../../lib/detect/trie.ts'
import { plainSearch, type Hit } from '../../helpers/plain-search.ts'
import { anyText } from '../../helpers/texts.ts'
import { growth } from '../../helpers/growth.ts'

function scanned(trie: Trie, forms: readonly string[], text: string): Hit[] {
  const hits: Hit[] = []
  scan(trie, text, (start, end, values) => {
    for (const value of values) hits.push([start, end, forms[value] as string])
  })
  return hits
}

const scanFor = (forms: readonly string[], text: string) =>
  scanned(buildTrie(forms.map((form, index) => [form, index])), forms, text)

describe('scan', () => {
  it.each<[string, string[], string, Hit[]]>([
    [
      'at the beginning and the end',
      ['ab'],
      'ab cd ab',
      [
        [0, 2, 'ab'],
        [6, 8, 'ab'],
      ],
    ],
    ['not inside a word', ['ab'], 'cab xab', []],
    [
      'behind punctuation',
      ['ab'],
      '(ab) “ab”, x/ab',
      [
        [1, 3, 'ab'],
        [6, 8, 'ab'],
        [13, 15, 'ab'],
      ],
    ],
    ['behind a hyphen', ['ab'], 'x-ab', [[2, 4, 'ab']]],
    [
      'a prefix and the longer key',
      ['ab', 'ab cd'],
      'ab cd',
      [
        [0, 2, 'ab'],
        [0, 5, 'ab cd'],
      ],
    ],
    [
      'keys that overlap',
      ['ab cd', 'cd ef'],
      'ab cd ef',
      [
        [0, 5, 'ab cd'],
        [3, 8, 'cd ef'],
      ],
    ],
    [
      'anywhere in Han',
      ['稀土'],
      '重稀土的稀土',
      [
        [1, 3, '稀土'],
        [4, 6, '稀土'],
      ],
    ],
    ['a Latin key behind Han', ['ab'], '中ab国', [[1, 3, 'ab']]],
    ['Han behind a Latin letter', ['稀土'], 'a稀土', [[1, 3, '稀土']]],
    ['Hangul behind Hangul', ['희토류'], '중희토류', [[1, 4, '희토류']]],
    [
      'an accented beginning',
      ['Élan'],
      'elan élan',
      [
        [0, 4, 'Élan'],
        [5, 9, 'Élan'],
      ],
    ],
    ['with a combining mark', ['élan'], 'e\u0301lan', [[0, 5, 'élan']]],
    ['with an apostrophe inside', ['dune'], 'd’une', [[0, 5, 'dune']]],
    ['nothing in nothing', ['ab'], '', []],
    ['no keys', [], 'ab', []],
  ])('%s', (_, forms, text, expected) => {
    expect(scanFor(forms, text)).toEqual(expected)
  })

  it('finds a short key at the very end', () => {
    expect(scanFor(['US'], 'the US')).toEqual([[4, 6, 'US']])
  })

  // A fault once: `mayBegin` asks for a second letter also of a key that has only one (no bundled term has).
  it('finds a key of one letter', () => {
    expect(scanFor(['Y'], 'Y or y')).toEqual([
      [0, 1, 'Y'],
      [5, 6, 'Y'],
    ])
  })

  // A fault once: the same, where a space stands between the letter and Han.
  it('finds a key of one letter and Han', () => {
    expect(scanFor(['c稀'], 'c 稀')).toEqual([[0, 3, 'c稀']])
  })

  // A fault once: the first unit is looked up by itself, before what follows is composed with it.
  it.each([
    ['희토류', '희토류'.normalize('NFD')],
    ['デュアル', 'ﾃﾞｭｱﾙ'],
    ['デュアル', 'デュアル'.normalize('NFD')],
  ])('finds %s where it begins with a decomposed character', (form, text) => {
    expect(scanFor([form], text)).toEqual([[0, text.length, form]])
  })

  // A fault once: a character that leaves no trace counts as the first of the word, the walk from it ends at once, and the word is passed over.
  it.each(['\u200b', '\u00ad', '\u2060', '\u200d'])('finds a key behind %j', (unseen) => {
    expect(scanFor(['ab'], `${unseen}ab`)).toEqual([[1, 3, 'ab']])
  })

  it.each<[string, string[], string, Hit[]]>([
    ['told at the end of the text', ['pr'], 'a pr', [[2, 4, 'pr']]],
    ['told before an ending', ['pr'], 'prs', [[0, 2, 'pr']]],
    ['not told before other letters', ['pr'], 'prime Pro PRIZE', []],
    [
      'told before what is no Latin letter',
      ['pr'],
      'pr2 pr\u00ad',
      [
        [0, 2, 'pr'],
        [4, 6, 'pr'],
      ],
    ],
    ['of six letters told inside any word', ['seltenerd'], 'Seltenerdmetall', [[0, 9, 'seltenerd']]],
  ])('a short key is %s', (_, forms, text, expected) => {
    expect(scanFor(forms, text)).toEqual(expected)
  })

  it('goes on over a wide gap, from the word before it', () => {
    expect(scanFor(['ab cd'], 'x ab \n - cd')).toEqual([[2, 11, 'ab cd']])
    expect(scanFor(['ab cd', 'cd'], 'ab  - \n xcd cd')).toEqual([[12, 14, 'cd']])
  })

  it('follows one key over a gap and another as if there were none', () => {
    expect(scanFor(['토희 토희', '토희토'], '토희 토')).toEqual([[0, 4, '토희토']])
    expect(scanFor(['토희 토희', '토희토'], '토희 토희')).toEqual([
      [0, 4, '토희토'],
      [0, 5, '토희 토희'],
    ])
  })

  const byPlace = (a: Hit, b: Hit) => a[0] - b[0] || a[1] - b[1] || a[2].localeCompare(b[2])
  const both = (forms: readonly string[], text: string) => {
    const unique = [...new Set(forms)]
    return { found: scanFor(unique, text).sort(byPlace), plain: plainSearch(unique, text).sort(byPlace) }
  }

  it.each<[string, fc.Arbitrary<string>]>([
    ['letters and Han', fc.constantFrom('a', 'b', 'c', 'q', 'e', 'n', ' ', '-', '.', '稀', '土')],
    [
      'case, width and accents',
      fc.constantFrom('a', 'A', 'ａ', 'á', 'a\u0301', 'Ⓐ', 'ß', 's', 'ﬁ', 'f', 'i', ' ', '‑'),
    ],
    [
      'what is not seen',
      fc.constantFrom('a', 'b', '\u00ad', '\u200b', '\u2060', '’', '“', '\u202e', '\u0301', ' ', '稀'),
    ],
    [
      'kana, whole and in parts',
      fc.constantFrom('テ', 'デ', 'テ\u3099', 'ﾃﾞ', 'ﾃ', 'ハ', 'パ', 'ハ\u309a', 'ー', 'の', ' ', '・'),
    ],
    [
      'Hangul, whole and in parts',
      fc.constantFrom('희', '토', '류', '희'.normalize('NFD'), '토'.normalize('NFD'), 'ㅎ', ' ', 'a'),
    ],
    [
      'digits and other letters',
      fc.constantFrom('1', '2', '０', 'q', 'z', 'я', 'Я', 'λ', 'a', ' ', '.', '²', 'Ⅳ', '年'),
    ],
    ['pairs and their halves', fc.constantFrom('𠀀', '𝐫', 'r', '\ud840', '\udc00', '😀', 'a', ' ', '稀')],
  ])('finds what a plain search finds: %s', (_, unit) => {
    const key = fc.string({ unit, minLength: 1, maxLength: 7 })
    fc.assert(
      fc.property(fc.array(key, { maxLength: 8 }), fc.string({ unit, maxLength: 20 }), (forms, text) => {
        const { found, plain } = both(forms, text)
        expect(found).toEqual(plain)
      }),
      {
        numRuns: 1500,
      },
    )
  })

  it('finds what a plain search finds in any text', () => {
    const forms = [
      'rare earths',
      'one China',
      'SEE',
      'Pr',
      'レアアース',
      '稀土',
      '희토류',
      '하나의 중국',
      'EU両用',
      '一中',
      '镝',
    ]
    fc.assert(
      fc.property(anyText(), (text) => {
        const { found, plain } = both(forms, text)
        expect(found).toEqual(plain)
      }),
      { numRuns: 1500 },
    )
  })

  it('finds what a plain search finds with more keys than its tables hold', () => {
    const letter = fc.constantFrom(...'abcdefghij')
    const random = fc.string({ unit: letter, minLength: 1, maxLength: 4 })
    const many = Array.from({ length: 4000 }, (_, index) =>
      [...String(index * 7 + 10_000)].map((d) => 'abcdefghij'[Number(d)]).join(''),
    )
    const trie = buildTrie(many.map((form, index) => [form, index]))
    fc.assert(
      fc.property(fc.array(fc.oneof(random, fc.constantFrom(...many)), { maxLength: 4 }), (words) => {
        const text = words.join(' ')
        expect(scanned(trie, many, text).sort(byPlace)).toEqual(plainSearch(many, text).sort(byPlace))
      }),
      { numRuns: 30 },
    )
  })

  it('reports offsets inside the text, in order of their start, and never throws', () => {
    const forms = ['rare earths', 'レアアース', '稀土', '희토류', 'one China', 'ﬁ']
    fc.assert(
      fc.property(anyText(), (text) => {
        let last = 0
        for (const [start, end, form] of scanFor(forms, text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(keyOf(text.slice(start, end))).toBe(keyOf(form))
          last = start
        }
      }),
    )
  })

  it.each<readonly [string, string]>([
    ...HARD_TEXTS,
    ['the beginning of a key with soft hyphens', 'rare\u00ad\u00ad\u00ad '],
    ['a key', 'rare earth '],
    ['Han', '稀'],
    ['spaces', ' '],
  ])(
    'takes time in proportion to the length of %s',
    (_, unit) => {
      const trie = buildTrie([
        ['rare earth', 1],
        ['rare earth magnets', 2],
        ['稀土', 3],
        ['xx', 4],
      ])
      const times = growth(unit, 2_400_000, (text) => scan(trie, text, () => {}))
      expect(times.ratio).toBeLessThan(times.bound)
    },
    60_000,
  )
})
