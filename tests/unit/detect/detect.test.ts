/** From a text to its mentions: what is decided with a small lexicon, what the labelling guide says of the bundled one, and any text. */

import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { HARD_TEXTS } from '../../../lib/cli/bench/hard-texts.ts'
import { candidatesIn, decide, detect, detectByLine, strongCategories } from '../../../lib/detect/detect.ts'
import type { Lexicon } from '../../../lib/detect/lexicon.ts'
import { EMPTY_PAGE, LANGUAGES, MARK_FROM, type Doubt, type Language } from '../../../lib/detect/types.ts'
import { growth } from '../../helpers/growth.ts'
import { ARRESTS, CLASHES, INCIDENT, MENTIONS, OTHER_CLASHES } from '../../helpers/guide-mentions.ts'
import { TRAPS } from '../../helpers/guide-traps.ts'
import { bundledLexicons } from '../../helpers/bundled-lexicons.ts'
import { lexiconOf, seenIn, shown, term } from '../../helpers/lexicons.ts'
import { anyText } from '../../helpers/texts.ts'

let lexicons: Record<Language, Lexicon>
beforeAll(async () => {
  lexicons = await bundledLexicons()
}, 60_000)

const strongIn = (own: Lexicon, text: string) => strongCategories(own, text, candidatesIn(own, text))

describe('detect, with a small lexicon', () => {
  const lexicon = lexiconOf(
    [
      term('rare earth', { entry: 'group' }),
      term('rare earth magnet', { entry: 'magnet' }),
      term('earth day', { entry: 'day', rule: 'never' }),
      term('magnet school', { rule: 'never' }),
      term('xenon', { entry: 'xenon', rule: 'needs:supply' }),
      term('heavy? rare earth (ore|mud)', { entry: 'ore', status: 'pattern' }),
      term('isles', { entry: 'isles', status: 'unverified' }),
      term('ランタン', { entry: 'lamp', lang: 'en' }),
    ],
    { words: { supply: ['export', 'mine'] }, categories: { isles: 'senkaku' } },
  )

  it.each<[string, string, string[]]>([
    ['the longest wins', 'a rare earth magnet', ['rare earth magnet → magnet']],
    ['a pattern wins over the term inside it', 'heavy rare-earth mud', ['heavy rare-earth mud → ore']],
    ['every occurrence', 'rare earth, Rare Earth', ['rare earth → group', 'Rare Earth → group']],
    ['the plural', 'rare earths', ['rare earths → group']],
    ['no other word', 'rare earthy', []],
    ['before the number of a note', 'rare earths¹, rare earth²', ['rare earths → group', 'rare earth → group']],
    ['a silent term silences what it covers', 'a rare earth magnet school', ['rare earth magnet → magnet']],
    ['a silent term is no mention', 'Earth Day, magnet school', []],
    ['context in the sentence', 'the export of xenon', ['xenon → xenon']],
    ['no context', 'xenon lamps', []],
    ['the page is about it', 'Rare earth. xenon lamps', ['Rare earth → group', 'xenon → xenon']],
    ['a page about something else', 'isles. xenon lamps', ['isles → isles']],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(seenIn(lexicon, text)).toEqual(expected)
  })

  it('reads the lead for context', () => {
    expect(seenIn(lexicon, 'xenon lamps', 'Export from the mine')).toEqual(['xenon → xenon'])
  })

  it('says everything about a mention', () => {
    expect(detect(lexicon, 'The export of Xenon.')).toEqual([
      {
        start: 14,
        end: 19,
        text: 'Xenon',
        category: 'rare-earths',
        entry: 'xenon',
        confidence: 0.95,
        term: 'xenon',
        rule: 'needs:supply',
      },
    ])
  })

  it('takes the more certain of two of the same length', () => {
    const two = lexiconOf([
      term('one two', { entry: 'weak', status: 'unverified' }),
      term('one two', { entry: 'strong' }),
    ])
    expect(seenIn(two, 'one two')).toEqual(['one two → strong'])
  })

  it('marks nothing under the threshold', () => {
    const candidates = candidatesIn(lexicon, 'xenon lamps')
    expect(candidates.map(({ term: { entry } }) => entry)).toEqual(['xenon'])
    expect(decide(lexicon, 'xenon lamps', candidates, EMPTY_PAGE)).toEqual([])
    const page = { lead: '', strong: new Set(['rare-earths' as const]) }
    expect(shown(decide(lexicon, 'xenon lamps', candidates, page))).toEqual(['xenon → xenon'])
  })

  it('asks the judge about doubtful terms only, and goes on without an answer', () => {
    const judged = lexiconOf([term('one two', { rule: 'judge' }), term('isles', { entry: 'isles' })])
    const text = 'The isles. Only one two shop.'
    const candidates = candidatesIn(judged, text)
    const asked: Doubt[] = []
    const withVerdict = (verdict: boolean | undefined) =>
      shown(
        decide(judged, text, candidates, EMPTY_PAGE, (doubt) => {
          asked.push(doubt)
          return verdict
        }),
      )
    expect(withVerdict(false)).toEqual(['isles → isles'])
    expect(asked).toEqual([{ sentence: 'Only one two shop.', end: 12 }])
    expect(withVerdict(true)).toEqual(['isles → isles', 'one two → thing'])
    expect(withVerdict(undefined)).toEqual(['isles → isles', 'one two → thing'])
  })

  it('gives a pattern the one entry named inside it, where that lies below its own', () => {
    const oxides = lexiconOf(
      [
        term('oxide of (xenon|argon) (and argon)?', { entry: 'gases', status: 'pattern' }),
        term('xenon', { entry: 'xenon' }),
        term('argon', { entry: 'argon' }),
        term('noble gas', { entry: 'noble' }),
        term('oxide', { entry: 'elsewhere' }),
      ],
      { parents: { xenon: 'noble', argon: 'noble', noble: 'gases' } },
    )
    expect(seenIn(oxides, 'an oxide of xenon')).toEqual(['oxide of xenon → xenon'])
    expect(seenIn(oxides, 'an oxide of xenon and argon')).toEqual(['oxide of xenon and argon → gases'])
  })

  it('takes what must only not stand beside something for what a page is about, and nothing that asks for company', () => {
    const terms = ['not:grid unless:grid', 'title:grid', 'needs:grid', 'near:grid not:grid', 'case', 'never']
    const strong = terms.map((rule) => strongIn(lexiconOf([term('xenon', { rule })]), 'xenon').size)
    expect(strong).toEqual([1, 1, 0, 0, 0, 0])
  })

  it('takes nothing for it that is denied where it stands', () => {
    const denied = lexiconOf([term('xenon', { rule: 'unless:grid' })], { words: { grid: ['power'] } })
    expect(strongIn(denied, 'xenon and power')).toEqual(new Set())
    expect(strongIn(denied, 'xenon')).toEqual(new Set(['rare-earths']))
  })

  it.each([
    ['the exports of rare\nearths of that year', []],
    ['the exports of all the known rare\nearths of that year', ['rare\nearths']],
    ['the exports of all the known rare-\nEarths of that year', ['rare-\nEarths']],
    ['the exports of all the known rare\nEarths of that year', []],
    ['the exports of all the known rare.\nearths of that year', []],
    ['the exports of all the known rare\n\nearths of that year', []],
  ])('reads wrapped lines of %j as one', (text, expected) => {
    const seen = detectByLine(lexicon, text, '').flatMap(({ offset, mentions }) =>
      mentions.map(({ start, end }) => text.slice(start + offset, end + offset)),
    )
    expect(seen).toEqual(expected)
  })

  it('takes only terms without a rule for what a page is about', () => {
    expect(strongIn(lexicon, 'export xenon, earth day')).toEqual(new Set())
    expect(strongIn(lexicon, 'isles and xenon')).toEqual(new Set(['senkaku']))
  })

  it('begins no katakana word inside another', () => {
    expect(seenIn(lexicon, 'プランタン')).toEqual([])
    expect(seenIn(lexicon, 'のランタン')).toEqual(['ランタン → lamp'])
  })

  it('finds a pattern far inside a long text', () => {
    const text = `${'word '.repeat(3000)}heavy rare earth mud${' word'.repeat(3000)}`
    expect(detect(lexicon, text)).toMatchObject([{ start: 15000, end: 15020, entry: 'ore' }])
  })
})

describe('detect, traps of the labelling guide', () => {
  it.each(TRAPS)('%s, %s: %s', (lang, _, text) => {
    expect(seenIn(lexicons[lang], text)).toEqual([])
  })
})

describe('detect, mentions of the labelling guide', () => {
  it.each(MENTIONS)('%s: %s', (lang, text, expected) => {
    expect(seenIn(lexicons[lang], text)).toEqual(expected)
  })

  it('knows the band from the metals in one sentence', () => {
    expect(detect(lexicons.en, 'Rare Earth sang in a concert about rare earths.')).toMatchObject([
      { start: 35, end: 46, entry: 'rare-earths' },
    ])
  })

  it.each(ARRESTS)('finds the arrest told in a clause: %s', (text, span) => {
    expect(seenIn(lexicons.en, text)).toContain(`${span} → ${INCIDENT}`)
  })

  it.each(CLASHES)('%s, %s', (lang, text, span) => {
    const told = detect(lexicons[lang], text).find(({ entry }) => entry === INCIDENT)
    expect([told?.text, told?.rule]).toEqual([span, expect.stringMatching(/^yields/)])
  })

  it.each(OTHER_CLASHES)('no other clash, %s: %s', (lang, text) => {
    expect(seenIn(lexicons[lang], text).join(' ')).not.toContain(INCIDENT)
  })

  it('knows the list of firms from the list of goods by what is put on it', () => {
    const entries = (lang: Language, text: string) => detect(lexicons[lang], text).map(({ entry }) => entry)
    const [goods, firms] = ['china-dual-use-control-list', 'entity-control-watch-lists']
    expect(entries('en', 'Beijing added 20 Japanese entities to its export control list.')).toEqual([firms])
    expect(entries('en', 'Singapore’s companies must check the export control list.')).toEqual([])
    expect(entries('de', 'China setzte 20 japanische Firmen auf seine Exportkontrollliste.')).toEqual([firms])
    expect(entries('de', 'China setzte sieben Metalle auf seine Exportkontrollliste.')).toEqual([goods])
    expect(entries('fr', 'Pékin a ajouté vingt entités à sa liste de contrôle des exportations.')).toEqual([firms])
    expect(entries('fr', 'Pékin a ajouté sept métaux à sa liste de contrôle des exportations.')).toEqual([goods])
    expect(entries('es', 'China incluyó a 20 entidades en su lista de control de exportaciones.')).toEqual([firms])
    expect(entries('es', 'China incluyó siete metales en su lista de control de exportaciones.')).toEqual([goods])
  })

  it('finds the arrest told in a clause, whatever the words before', () => {
    expect(
      seenIn(lexicons.en, 'Japan arrested the captain of a Chinese fishing boat near the Senkakus in 2010.'),
    ).toEqual([`arrested the captain of a Chinese fishing boat → ${INCIDENT}`, 'Senkakus → senkaku-islands'])
  })

  it('takes the year into the collision', () => {
    expect(seenIn(lexicons.en, 'the 2010 boat collision off the Senkakus')).toContain(
      `2010 boat collision → ${INCIDENT}`,
    )
  })

  // A fault once: the year is no context for a mention that holds it, so the shorter "boat collision" wins, with the year as its context.
  it('takes the year into the collision where nothing else tells which', () => {
    expect(seenIn(lexicons.en, 'the 2010 boat collision off Okinawa')).toEqual([`2010 boat collision → ${INCIDENT}`])
  })

  it.each(['ﾃﾞｭｱﾙﾕｰｽ品', 'デュアルユース品'.normalize('NFD')])('finds a decomposed mention: %s', (text) => {
    expect(detect(lexicons.ja, text)).toMatchObject([{ start: 0, end: text.length }])
  })

  // A fault once: see scan.test.ts, "begins with a decomposed character".
  it('finds a decomposed Korean mention', () => {
    const text = '희토류'.normalize('NFD')
    expect(detect(lexicons.ko, text)).toMatchObject([{ start: 0, end: text.length }])
  })

  // A fault once: the apostrophe folds to nothing, so "earth’s" is met as the plural (span.ts: "not its possessive").
  it.each(["the rare earth's price", 'the rare earth’s price'])('leaves the possessive out: %s', (text) => {
    expect(seenIn(lexicons.en, text)).toEqual(['rare earth → rare-earths'])
  })

  it('keeps quotation marks inside a Japanese mention', () => {
    expect(seenIn(lexicons.ja, '「一つの中国」原則を')).toEqual(['「一つの中国」原則 → one-china-principle'])
  })

  // A fault once: the longer pattern left half of the name, as a mark of its own.
  it.each(['Dual-Use-Güter', 'Dual-Use Güter'])('leaves %s whole before what explains it', (name) => {
    expect(seenIn(lexicons.de, `${name} für den zivilen und militärischen Einsatz`)[0]).toBe(`${name} → dual-use-items`)
  })

  // A fault once: see scan.test.ts.
  it.each(['\u200b', '\u00ad', '\u2060'])('finds a mention behind %j', (unseen) => {
    expect(seenIn(lexicons.en, `${unseen}rare earths`)).toEqual(['rare earths → rare-earths'])
  })

  // A fault once: the middle dot of a list is taken for a space by patterns.
  it('keeps the items of a list apart', () => {
    expect(seenIn(lexicons.en, 'dual-use technologies · goods with both civilian and military applications')).toEqual([
      'dual-use technologies → dual-use-items',
      'goods with both civilian and military applications → dual-use-items',
    ])
  })
})

describe('detect, on any text', () => {
  it.each(LANGUAGES)('maps back, in order and apart, and never throws: %s', (lang) => {
    fc.assert(
      fc.property(anyText(), anyText(3), (text, lead) => {
        let last = 0
        for (const mention of detect(lexicons[lang], text, lead)) {
          expect(mention.text).toBe(text.slice(mention.start, mention.end))
          expect(mention.start).toBeGreaterThanOrEqual(last)
          expect(mention.end).toBeGreaterThan(mention.start)
          expect(mention.end).toBeLessThanOrEqual(text.length)
          expect(mention.confidence).toBeGreaterThanOrEqual(MARK_FROM)
          expect(mention.confidence).toBeLessThanOrEqual(1)
          last = mention.end
        }
      }),
      { numRuns: 150 },
    )
  })

  it('finds a term between any other characters that are no letters', () => {
    const gap = fc.constantFrom(' ', '\n', '“', '(', '😀', '。', ', ', '\u3000', '—', '\ufeff')
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 4 }), fc.array(gap, { maxLength: 4 }), (before, after) => {
        // A pair of surrogates counts as a letter, so that emoji stand off by a space.
        const text = `${before.join('')} rare earths ${after.join('')}`
        expect(shown(detect(lexicons.en, text))).toEqual(['rare earths → rare-earths'])
      }),
    )
  })

  it.each(HARD_TEXTS)(
    'takes time in proportion to the length of %s',
    (_, unit) => {
      const { ratio, bound } = growth(unit, 320_000, (text) => detect(lexicons.en, text))
      expect(ratio).toBeLessThan(bound)
    },
    60_000,
  )

  it('takes time in proportion to a line without an end in which every term may be a title', () => {
    const unit = 'The band from the mine sang of rare earths in town. '
    const { ratio, bound } = growth(unit, 40_000, (text) => detect(lexicons.en, text))
    expect(ratio).toBeLessThan(bound)
  }, 60_000)

  it('reads 10 MB without a space, and what stands behind', () => {
    const text = `${'x'.repeat(10_000_000)} Japan buys rare earths.`
    expect(seenIn(lexicons.en, text)).toEqual(['rare earths → rare-earths'])
  })

  it.each<[what: string, language: Language, unit: string]>([
    ['mentions included', 'zh-Hans', '稀土'],
    ['words included that are said to be something else', 'zh-Hans', '镝耳机，'],
    ['traps included', 'en', 'dual-use bathroom and dual-use items '],
  ])(
    'takes time in proportion to the text, %s',
    (_, language, unit) => {
      const { ratio, bound } = growth(unit, 8_000, (text) => detect(lexicons[language], text))
      expect(ratio).toBeLessThan(bound)
    },
    60_000,
  )
})
