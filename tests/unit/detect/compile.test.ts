import { describe, expect, it } from 'vitest'
import { readEdition } from '../../../lib/cli/dataset/package-files.ts'
import { lexiconSource } from '../../../lib/dataset/lexicon-source.ts'
import { compileLexicon } from '../../../lib/detect/compile.ts'
import { allTerms } from '../../../lib/detect/lexicon.ts'
import { LANGUAGES, type Language } from '../../../lib/detect/types.ts'
import { lexiconOf, seenIn, sourceOf, stored, term } from '../../helpers/lexicons.ts'

/** The forms that a page of language `page` is searched for. */
const formsOn = (page: Language, ...terms: ReturnType<typeof term>[]) =>
  allTerms(stored(compileLexicon(sourceOf(terms, { lang: page }), page))).map(({ form }) => form)

describe('compileLexicon', () => {
  it('refuses what it cannot read, by name', () => {
    const compile = (row: ReturnType<typeof term>) => () => compileLexicon(sourceOf([row]), 'en')
    expect(compile(term('x', { rule: 'wants:x' }))).toThrow('wants:x')
    expect(compile(term('[goods] x', { status: 'pattern' }))).toThrow('unknown word list "goods"')
    expect(() => compileLexicon({ ...sourceOf([term('x')]), entries: [] }, 'en')).toThrow(
      'term "x" names the unknown entry "thing"',
    )
  })

  it('leaves out terms that are off', () => {
    expect(formsOn('en', term('alpha', { rule: 'off' }), term('beta'))).toEqual(['beta'])
  })

  it('weighs a term by whether it was seen in print and whether it is at home', () => {
    const source = sourceOf([
      term('alpha beta'),
      term('gamma beta', { status: 'unverified' }),
      term('seltene erden', { lang: 'de' }),
      term('dritte erden', { lang: 'de', status: 'unverified' }),
    ])
    expect(allTerms(stored(compileLexicon(source, 'en'))).map(({ confidence }) => confidence.toFixed(2))).toEqual([
      '0.95',
      '0.90',
      '0.90',
      '0.85',
    ])
  })

  it.each<[string, Language, Language, string, boolean]>([
    ['Seltene Erden', 'de', 'en', '', true],
    ['SEE', 'de', 'en', '', false],
    ['Terbium', 'de', 'en', '', false],
    ['rare earths', 'en', 'de', '', true],
    ['yttrium', 'en', 'fr', '', true],
    ['REE', 'en', 'fr', '', false],
    ['needs a rule', 'de', 'en', 'needs:supply', false],
    ['never a mention', 'de', 'en', 'never', true],
    ['稀土', 'zh-Hans', 'en', '', true],
    ['稀', 'zh-Hans', 'en', '', false],
    ['一中', 'zh-Hant', 'ja', '', false],
    ['希土類', 'ja', 'zh-Hans', '', true],
    ['一中', 'zh-Hant', 'zh-Hans', '', true],
    ['稀', 'zh-Hans', 'zh-Hant', '', true],
    ['희토류', 'ko', 'ja', '', true],
    ['rare earths', 'en', 'ja', '', true],
    ['dysprosium', 'en', 'zh-Hant', 'needs:supply', true],
    ['dysprosium', 'en', 'fr', 'needs:supply', false],
    ['dysprosium', 'en', 'ja', 'case needs:supply', false],
    ['dysprosium', 'de', 'ja', 'needs:supply', false],
    ['REE', 'en', 'ja', '', false],
    ['terres rares', 'fr', 'ja', '', false],
    ['SEE', 'de', 'de', '', true],
  ])('%s (%s) on a page in %s with rule %j: %s', (form, lang, page, rule, isThere) => {
    expect(formsOn(page, term(form, { lang, rule }))).toEqual(isThere ? [form] : [])
  })

  it('leaves a form to the rule of its own language, whatever another says of the same letters', () => {
    const [ours, theirs] = [
      term('釣魚台', { lang: 'ja', rule: 'near:sea' }),
      term('釣魚臺', { lang: 'ja', rule: 'never' }),
    ]
    const korean = [term('釣魚台', { lang: 'ko' }), term('釣魚臺', { lang: 'ko' })]
    expect(formsOn('ja', ours, theirs, ...korean)).toEqual(['釣魚台', '釣魚臺', '釣魚臺'])
    expect(formsOn('ja', term('尖閣問題', { lang: 'ja', rule: 'off' }), term('尖閣問題', { lang: 'ko' }))).toEqual([])
  })

  it('keeps patterns in their language', () => {
    const pattern = term('(one|single) china', { status: 'pattern' })
    expect(formsOn('en', pattern)).toHaveLength(1)
    expect(formsOn('de', pattern)).toEqual([])
    expect(formsOn('zh-Hans', term('一中 原则', { status: 'pattern', lang: 'zh-Hant' }))).toEqual([])
  })

  it.each(['seltene Erden', 'seltenen Erden', 'seltener Erden', 'Seltenes Erden', 'SELTENEM ERDEN'])(
    'bends a German adjective: %s',
    (text) => {
      expect(seenIn(lexiconOf([term('seltene Erden', { lang: 'de' })], { lang: 'de' }), text)).toEqual([
        `${text} → thing`,
      ])
    },
  )

  it('lets no Korean form with a gap hide a longer one without', () => {
    const lexicon = lexiconOf(
      [term('하나의 중국', { lang: 'ko' }), term('(하나의 중국) (정책|원칙)', { lang: 'ko', status: 'pattern' })],
      { lang: 'ko' },
    )
    expect(seenIn(lexicon, '하나의 중국 정책, 하나의중국')).toEqual(['하나의 중국 정책 → thing', '하나의중국 → thing'])
  })

  it('keeps only the word lists that its language and rules ask for, folded', () => {
    const source = {
      ...sourceOf([term('x', { rule: 'needs:supply' })]),
      words: [
        { set: 'supply', lang: 'en' as const, forms: ['Supply-Chain', 'ÖRE'] },
        { set: 'supply', lang: 'de' as const, forms: ['Kette'] },
        { set: 'other', lang: 'en' as const, forms: ['word'] },
      ],
    }
    const { words } = stored(compileLexicon(source, 'en'))
    expect(words.get('supply')).toEqual(['supply chain', 'ore'])
    expect(words.has('other')).toBe(false)
    expect(words.get('buys')).toEqual([])
  })

  it('is plain JSON', () => {
    const packed = compileLexicon(sourceOf([term('x y', { rule: 'case' })], { economies: { JPN: ['Japan'] } }), 'en')
    expect(JSON.parse(JSON.stringify(packed))).toEqual(packed)
  })
})

describe('the bundled lexicon', async () => {
  const source = lexiconSource((await readEdition()).tables)

  it.each(LANGUAGES)('compiles in %s, every pattern and rule readable', (lang) => {
    const lexicon = stored(compileLexicon(source, lang))
    const terms = allTerms(lexicon)
    expect(terms.length).toBeGreaterThan(50)
    const patterns = terms.flatMap(({ isPattern }, value) => (isPattern ? [lexicon.patternOf(value)] : []))
    for (const { parts, anchor } of patterns) expect(parts[anchor]?.kind).toBe('words')
    for (const { entry, form } of terms) expect([entry, form]).not.toContain('')
    expect(new Set(terms.map(({ category }) => category)).size).toBe(4)
  })

  it.each(LANGUAGES)('gives every word list that a rule of a term in %s names at least one form', (lang) => {
    const lexicon = stored(compileLexicon(source, lang))
    const own = allTerms(lexicon).filter((each) => each.lang === lang)
    const lists = own.flatMap(({ rule }) => {
      const parsed = lexicon.rules.get(rule)
      return parsed ? [...parsed.near, ...parsed.needs] : []
    })
    expect([...new Set(lists)].filter((list) => (lexicon.words.get(list) ?? []).length === 0)).toEqual([])
  })
})
