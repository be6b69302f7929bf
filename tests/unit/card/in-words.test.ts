/** Figures in words: what a reader is told of a number, its qualifier, its unit and its time. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  entryInSentence,
  headlineNumber,
  headlinePeriod,
  headlineSentence,
  headlineValue,
  isNamedIn,
  valueInWords,
  type Wording,
} from '../../../lib/card/in-words.ts'
import { compileCard } from '../../../lib/card/compile.ts'
import { figureLine } from '../../../lib/card/figure-view.ts'
import { buildCard } from '../../../lib/card/model.ts'
import { wordingOf } from '../../../lib/editions/cards.ts'
import { catalogueFolder, LOCALES, type Locale } from '../../../lib/dataset/locales.ts'
import { cardFacts } from '../../../lib/dataset/facts.ts'
import type { Headline } from '../../../lib/dataset/headline.ts'
import { messagesOf } from '../../../lib/i18n/t.ts'
import type { FigureRow } from '../../../lib/dataset/types.ts'
import { wording } from '../../helpers/wording.ts'
import { ask, edition, entries, entryOf, figures, tables, TODAY } from '../dataset/bundled.ts'

const wordingIn = (locale: Locale): Wording => {
  const file = new URL(`../../../public/_locales/${catalogueFolder(locale)}/messages.json`, import.meta.url)
  const messages = messagesOf(JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>)
  return wordingOf(edition, locale, messages, locale)
}
const base = figures.get('rare-earths-import-share-jpn-chn-2024') as FigureRow
const row = (change: Partial<FigureRow>): FigureRow => ({ ...base, ...change })
const value = (change: Partial<FigureRow>) => valueInWords(row(change), wording)
const headline = (id: string, economy: string, date = TODAY): Headline => {
  const { headline: chosen } = ask(id, economy, date)
  if (!chosen) throw new Error(`${id} has no headline for ${economy}.`)
  return chosen
}
const sentence = (id: string, economy: string, isPast = false, date = TODAY, kind = 'group') =>
  headlineSentence(headline(id, economy, date), kind, isPast, wording)

describe('a value with its qualifier', () => {
  it.each<[Partial<FigureRow>, string]>([
    [{ value: 60 }, '60%'],
    [{ value: 81.61 }, '81.61%'],
    [{ value: 90, qualifier: 'about' }, 'about 90%'],
    [{ value: 90, qualifier: 'at-least' }, 'at least 90%'],
    [{ value: 60, qualifier: 'at-most' }, 'at most 60%'],
    [{ value: 0, qualifier: 'at-most' }, '0%'],
    [{ value: 100, qualifier: 'about' }, 'almost all'],
    [{ value: 100, qualifier: 'at-least' }, 'almost all'],
    [{ value: 100, qualifier: 'exact' }, '100%'],
    [{ value: 100, qualifier: 'about', unit: 'count' }, 'about 100'],
    [{ value: null, low: 55, high: 65, qualifier: 'range' }, '55–65%'],
    [{ value: null, low: 55.2, high: 64.8, qualifier: 'about' }, 'about 55–65%'],
    [{ value: 10.7, unit: 'JPY trillion' }, '10.7 trillion yen'],
    [{ value: 2.05, unit: 'JPY billion' }, '2.05 billion yen'],
    [{ value: 357, unit: 'days' }, '357 days'],
    [{ value: 1, unit: 'days' }, '1 day'],
    [{ value: 1005, unit: 'count' }, '1,005'],
    [{ value: -56.8 }, '-56.8%'],
  ])('%o reads "%s"', (change, expected) => expect(value(change).replace('−', '-')).toBe(expected))

  it('never reads 100% where the source says about', () => {
    const about = tables.figures.filter(({ unit, qualifier }) => unit === '%' && qualifier === 'about')
    expect(about.length).toBeGreaterThan(10)
    for (const figure of about)
      expect([figure.id, valueInWords(figure, wording)]).toEqual([figure.id, expect.not.stringContaining('100%')])
  })

  it('keeps every qualifier of the table in words', () => {
    const words: Partial<Record<FigureRow['qualifier'], RegExp>> = {
      about: /^(?:about|almost all)/,
      'at-least': /^(?:at least|almost all)/,
      // Of nothing there is no less: the sentence says that it is a net exporter.
      'at-most': /^(?:at most|0%)/,
    }
    for (const figure of tables.figures) {
      if (figure.value === null && figure.low === null) continue
      expect([figure.id, valueInWords(figure, wording)]).toEqual([
        figure.id,
        expect.stringMatching(words[figure.qualifier] ?? /./),
      ])
    }
  })

  it('says that an estimate is one, and never that it is the whole', () => {
    expect(value({ value: 69, qualifier: 'estimate' })).toBe('an estimated 69%')
    expect(value({ value: 100, qualifier: 'estimate' })).toBe('almost all')
  })
})

describe('a headline’s value', () => {
  it.each([TODAY, '2026-01-07', '2025-01-01'])('is a range of whole percents where sources differ, on %s', (date) =>
    expect(headlineValue(headline('rare-earths', 'JPN', date), wording)).toBe('60–72%'),
  )
  it('is exact where one source speaks', () =>
    expect(headlineValue(headline('rare-earths', 'JPN', '2010-10-15'), wording)).toBe('81.61%'))
  it('is in words where the source is', () => {
    expect(headlineValue(headline('dysprosium', 'JPN'), wording)).toBe('almost all')
    expect(headlineValue(headline('rare-earths', 'KOR'), wording)).toBe('about 80%')
    expect(headlineValue(headline('gallium', 'EU'), wording)).toBe('at least 70%')
  })
  it('keeps its "about" where two sources say the same', () => {
    const one = headline('rare-earths', 'KOR')
    const [first] = one.figures
    const two = { ...one, figures: [first, { ...first, id: 'another' }] as const }
    expect(headlineValue({ ...two, sourcesDiffer: false }, wording)).toBe('about 80%')
  })
  it('counts without percent', () =>
    expect(headlineValue(headline('china-dual-use-control-list', 'JPN'), wording)).toBe('846–1,005'))
})

describe('a headline’s value set large', () => {
  const large = (change: Partial<FigureRow>, of = headline('rare-earths', 'USA')) =>
    headlineNumber({ ...of, figures: [row(change)] }, wording)
  it('is a bare number where it is an estimate, and "almost all" where that is of the whole', () => {
    expect(large({ value: 69, qualifier: 'estimate' })).toBe('69%')
    expect(large({ value: 100, qualifier: 'estimate' })).toBe('almost all')
  })
  it('keeps every other qualifier, and is a range where sources differ', () => {
    expect(large({ value: 69, qualifier: 'about' })).toBe('about 69%')
    expect(large({ value: 69, qualifier: 'at-least' })).toBe('at least 69%')
    expect(large({ value: 69, qualifier: 'estimate' }, headline('rare-earths', 'JPN'))).toBe('60–72%')
  })
})

describe('a headline in a sentence', () => {
  it.each([
    ['rare-earths', 'JPN', 'Japan buys 60–72% of its rare earths from China'],
    ['rare-earths', 'USA', 'The United States buys 71% of its rare earths from China'],
    ['rare-earths', 'KOR', 'South Korea buys about 80% of its rare earths from China'],
    ['rare-earths', 'WLD', 'China refines 91% of the world’s rare earths'],
    ['rare-earth-magnets', 'WLD', 'China makes 94% of the world’s rare-earth magnets'],
    ['dysprosium', 'JPN', 'Japan buys almost all of its heavy rare earths from China'],
    ['one-china-policy', 'WLD', '12 states keep formal diplomatic ties with Taipei'],
    ['nuclear-suppliers-group', 'JPN', '48 members take part'],
    [
      'molybdenum',
      'USA',
      'The United States relies on net imports for 0% of the molybdenum it uses: it exports more than it imports',
    ],
  ])('%s, %s: %s', (id, economy, expected) => expect(sentence(id, economy)).toBe(expected))

  it.each(['2026-01-07', '2025-01-01'])('is of today for the newest that had ended by %s', (date) =>
    expect(sentence('rare-earths', 'JPN', false, date)).toBe('Japan buys 60–72% of its rare earths from China'),
  )

  it.each(['2010-10-01', '2010-10-31', '2010-01-01', '2010-12-31'])('is of 2010 on any day of it: %s', (date) =>
    expect(sentence('rare-earths', 'JPN', true, date)).toBe(
      'Japan bought 81.61% of its rare earths from China in 2010',
    ),
  )

  it('is in the past tense for a figure of its time', () => {
    expect(sentence('rare-earths', 'JPN', true, '2010-10-15')).toBe(
      'Japan bought 81.61% of its rare earths from China in 2010',
    )
    expect(sentence('rare-earth-magnets', 'JPN', true)).toBe(
      'Japan bought 31.1% of its rare-earth magnets from China in 2022',
    )
    expect(sentence('rare-earths', 'WLD', true)).toBe('China refined 91% of the world’s rare earths in 2024')
    expect(sentence('tungsten', 'WLD', true)).toMatch(/^China mined .+ of the world’s tungsten in \d{4}$/)
  })

  // Names stand in whatever case and number their article has, so no sentence may lean on their gender or verb.
  it.each<[Locale, string, string, string]>([
    ['de', 'rare-earths', 'JPN', 'Seltene Erden: China liefert 60–72 % der Einfuhren nach Japan'],
    ['de', 'rare-earths', 'USA', 'Seltene Erden: China liefert 71 % der Einfuhren in die Vereinigten Staaten'],
    ['de', 'gallium', 'WLD', 'Gallium: China raffiniert fast die Gesamtheit der Weltmenge'],
    ['fr', 'rare-earths', 'JPN', 'Terres rares : la Chine fournit 60–72 % des importations du Japon'],
    ['fr', 'rare-earths', 'USA', 'Terres rares : la Chine fournit 71 % des importations des États-Unis'],
    ['fr', 'rare-earths', 'EU', 'Terres rares : la Chine fournit 46,3 % des importations de l’Union européenne'],
    ['fr', 'gallium', 'WLD', 'Gallium : la Chine raffine la quasi-totalité du volume mondial'],
    ['es', 'rare-earths', 'JPN', 'Tierras raras: China suministra el 60–72 % de las importaciones de Japón'],
    [
      'es',
      'rare-earths',
      'KOR',
      'Tierras raras: China suministra cerca del 80 % de las importaciones de Corea del Sur',
    ],
    ['es', 'gallium', 'EU', 'Galio: China suministra al menos el 70 % de las importaciones de la Unión Europea'],
    [
      'es',
      'dysprosium',
      'USA',
      'Disprosio: Estados Unidos cubre casi la totalidad de su consumo con importaciones netas',
    ],
    ['es', 'gallium', 'WLD', 'Galio: China refina casi la totalidad del volumen mundial'],
  ])('is a sentence in %s: %s, %s', (locale, id, economy, expected) => {
    const { answers, economies } = compileCard(cardFacts(edition, entryOf(id), locale), wordingIn(locale))
    const at = economies[economy]?.[0].at(-1)?.[1] ?? -1
    expect(answers[at]?.sentence.replace(/[\u00a0\u202f]/g, ' ')).toBe(expected)
  })

  it.each<[Locale, string]>([
    ['en', 'The regulations have 50 articles'],
    ['de', 'Die Verordnung hat 50 Artikel'],
    ['fr', 'Le règlement compte 50 articles'],
    ['es', 'El reglamento tiene 50 artículos'],
    ['ja', '条例は全50条から成る'],
    ['ko', '조례는 모두 50개 조로 구성'],
    ['zh-CN', '条例共50条'],
    ['zh-TW', '條例共50條'],
  ])('says in %s what the articles are of', (locale, expected) => {
    const { answers } = compileCard(
      cardFacts(edition, entryOf('china-dual-use-regulations'), locale),
      wordingIn(locale),
    )
    expect(answers.map((answer) => answer.sentence)).toEqual([expected])
  })

  it('counts days of a year', () =>
    expect(sentence('senkaku-islands', 'JPN', false, TODAY, 'place')).toBe(
      'Chinese government vessels were in the contiguous zone around the islands on 357 days of 2025',
    ))

  it('says of an event what its rows speak of, not that the event is bought', () => {
    const told = sentence('senkaku-incident-2010', 'JPN', true, TODAY, 'event')
    expect(told).not.toMatch(/halt|collision|incident/i)
    expect(told).toMatch(/^Japan bought at most 60% of its .+ from China in 2012$/)
  })

  it('begins with a capital and knows no economy by its code', () => {
    for (const { id, kind } of tables.entries) {
      for (const economy of ['JPN', 'USA', 'EU', 'DEU', 'WLD']) {
        const { headline: chosen } = ask(id, economy)
        if (!chosen) continue
        const told = headlineSentence(chosen, kind, false, wording)
        expect([id, told]).toEqual([id, expect.stringMatching(/^[\p{Lu}\d]/u)])
        expect([id, told]).toEqual([id, expect.not.stringMatching(/\b(?:JPN|USA|CHN|WLD|DEU|TWN)\b/)])
      }
    }
  })

  it('has no holes, whatever the entry', () => {
    for (const { id, kind } of tables.entries) {
      for (const economy of ['JPN', 'WLD', 'USA']) {
        const { headline: chosen } = ask(id, economy)
        if (!chosen) continue
        for (const isPast of [false, true]) {
          const said = headlineSentence(chosen, entries.get(chosen.entry)?.kind ?? kind, isPast, wording)
          expect([id, said]).toEqual([id, expect.not.stringMatching(/[{}]|undefined|NaN|null|\s{2}|^\s|\s$/)])
        }
      }
    }
  })
})

describe('a figure that its source only labels', () => {
  it.each([
    ['en', 'EU', 'Authorised dual-use exports, European Union: 57.3 billion euros (2022)'],
    ['de', 'EU', 'Genehmigte Dual-Use-Ausfuhren, Europäische Union: 57,3 Milliarden Euro (2022)'],
    ['fr', 'EU', 'Exportations à double usage autorisées, Union européenne : 57,3 milliards d’euros (2022)'],
    ['es', 'EU', 'Exportaciones de doble uso autorizadas, Unión Europea: 57.300 millones de euros (2022)'],
    ['ja', 'EU', '許可された両用品目の輸出（EU）：573億ユーロ（2022年）'],
    ['ko', 'EU', '허가된 이중용도 수출(유럽연합): 573억 유로(2022년)'],
    ['zh-CN', 'EU', '获批的两用物项出口（欧盟）：573亿欧元（2022年）'],
    ['zh-TW', 'EU', '獲批的兩用物項出口（歐盟）：573億歐元（2022年）'],
  ] as const)('reads well in %s', (locale, economy, expected) => {
    const card = compileCard(cardFacts(edition, entryOf('eu-dual-use-regulation'), locale), wordingIn(locale))
    const { figure } = buildCard(
      card,
      { economy, articleDate: '2023-05-01', today: TODAY, number: null },
      wordingIn(locale),
    )
    expect(figure && figureLine(figure).replace(/[\u00a0\u202f]/g, ' ')).toBe(expected)
  })

  it('names whose it is once', () => {
    expect(isNamedIn('Japan’s seafood exports to China', 'Japan')).toBe(true)
    expect(isNamedIn('Exportations japonaises vers la Chine', 'Japon')).toBe(true)
    expect(isNamedIn('Exportaciones japonesas a China', 'Japón')).toBe(true)
    expect(isNamedIn('日本の対中水産物輸出', '日本')).toBe(true)
    expect(isNamedIn('Exports of Australia', 'Austria')).toBe(false)
    expect(isNamedIn('EU exports', 'United States')).toBe(false)
  })

  it.each(LOCALES)('says its value in the sentence, as every figure does, in %s', (locale) => {
    for (const entry of tables.entries)
      for (const { sentence: told, past = told, value: large } of compileCard(
        cardFacts(edition, entry, locale),
        wordingIn(locale),
      ).answers)
        for (const said of [told, past])
          expect([entry.id, said.toLowerCase()]).toEqual([entry.id, expect.stringContaining(large.toLowerCase())])
  })
})

describe('names and periods', () => {
  it('writes materials small in an English sentence only', () => {
    expect(entryInSentence('Rare earths', 'group', 'en-GB')).toBe('rare earths')
    expect(entryInSentence('Seltene Erden', 'group', 'de')).toBe('Seltene Erden')
    expect(entryInSentence('Wassenaar Arrangement', 'regime', 'en')).toBe('Wassenaar Arrangement')
  })
  it('leaves the second name of a material out of a Japanese sentence, and never one of the islands’ names', () => {
    expect(entryInSentence('レアアース（希土類）', 'group', 'ja')).toBe('レアアース')
    expect(entryInSentence('尖閣諸島（釣魚島）', 'place', 'ja')).toBe('尖閣諸島（釣魚島）')
  })
  it.each([
    ['rare-earths', 'JPN', '2024'],
    ['rare-earths', 'USA', '2021–2024'],
    ['one-china-policy', 'WLD', 'December 2025'],
    ['mofcom-2025-18', 'WLD', '4 April 2025'],
    ['wassenaar-arrangement', 'WLD', ''],
    ['rare-earth-magnets', 'IND', 'April 2024–March 2025'],
  ])('%s, %s is of "%s"', (id, economy, period) => expect(headlinePeriod(headline(id, economy), wording)).toBe(period))
  it('have the word for years in East Asia, behind a range too', () => {
    const of = (locale: Locale) => headlinePeriod(headline('rare-earths', 'USA'), wordingIn(locale))
    expect((['ja', 'ko', 'zh-CN'] as const).map(of)).toEqual(['2021〜2024年', '2021~2024년', '2021–2024年'])
  })
})
