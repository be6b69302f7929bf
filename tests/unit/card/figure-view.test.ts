/** The figure on a card: which it is, what stands beside it, and what it says of doubtful ones. */

import { describe, expect, it } from 'vitest'
import { comparable, figureLine, withPeriod } from '../../../lib/card/figure-view.ts'
import type { ArticleNumber } from '../../../lib/detect/types.ts'
import { factsOf, TODAY } from '../dataset/bundled.ts'
import { cardOf, figureOf, percent } from './cards.ts'

describe('the figure', () => {
  it('of a range are all named beside the figure', () => expect(figureOf('rare-earths').sources).toHaveLength(4))

  it('of a range begin with the official one', () => {
    const facts = factsOf('rare-earths')
    const figures = facts.figures.map((row) =>
      row.id === 'rare-earths-import-share-jpn-chn-2024-3' ? { ...row, confidence: 'primary' as const } : row,
    )
    const { figure } = cardOf({ ...facts, figures })
    expect(figure?.sources[0]?.publisher).toBe(facts.sources['edge-2026-01-07']?.publisher)
  })

  it('is large, in a sentence, with period and standing', () =>
    expect(figureOf('rare-earths')).toMatchObject({
      value: '60–72%',
      sentence: 'Japan buys 60–72% of its rare earths from China',
      period: '2024',
      standing: 'sources differ',
      sourcesDiffer: true,
      notes: [],
      now: null,
      comparison: null,
    }))

  it('is of the article’s own time, with today beside it', () => {
    const figure = figureOf('rare-earths', { articleDate: '2010-10-12' })
    expect(figure).toMatchObject({
      value: '81.61%',
      sentence: 'Japan bought 81.61% of its rare earths from China in 2010',
      period: '2010',
      now: 'Today: Japan buys 60–72% of its rare earths from China (2024, sources differ)',
    })
    expect(figure.notes.join()).not.toContain('newest')
  })

  it('is not called today’s where it only is later than the article', () => {
    const { notes } = figureOf('rare-earth-magnets', { economy: 'USA', articleDate: '2010-10-12' })
    expect(notes).toEqual([
      'The dataset has no figure from before this article; this one is later.',
      'The newest figure here is for 2022.',
    ])
  })

  it('sets a share of purchases beside ours only where its sentence says whose they are', () => {
    expect(comparable(percent(60), null)).toBeNull()
    expect(comparable(percent(60), 'JPN')).toEqual(percent(60))
    const refined: ArticleNumber = { ...percent(91), of: 'refined' }
    expect(comparable(refined, null)).toEqual(refined)
  })

  it('sets a share of a year beside the figure of that year, and beside none where there is none', () => {
    const beside = (year: number) =>
      figureOf('rare-earths', { economy: 'EU', articleDate: '2026-01-09', number: { ...percent(35.5), year } })
        .comparison
    expect(beside(2021)?.[1]).toBe('dataset: 35.5% (2021)')
    expect(beside(2024)?.[1]).toBe('dataset: 46.3% (2024)')
    expect(beside(2003)).toBeNull()
  })

  it('stands beside the article’s own share', () => {
    expect(figureOf('rare-earths', { number: percent(60) }).comparison).toEqual([
      'This article: 60%',
      // What joins the words keeps "60–" and "72%" on one line.
      'dataset: 60–\u206072% (2024, sources differ)',
    ])
    const tonnes: ArticleNumber = { text: '400 tonnes', value: 400, unit: 't', of: null }
    expect(figureOf('rare-earths', { number: tonnes }).comparison).toEqual(['This article: 400 tonnes', null])
  })

  it('gives way beside a share of what China mines or refines, and beside reserves, to what the dataset has of that, with its source', () => {
    const beside = (
      about: Partial<ArticleNumber>,
      { id = 'rare-earths', economy = 'WLD', articleDate = '2026-03-01' } = {},
    ) => {
      const number: ArticleNumber = { ...percent(90), ...about }
      const { comparison, toldBy } = figureOf(id, { economy, articleDate, number })
      return comparison && [comparison[1], toldBy.map(({ publisher }) => publisher.split(',')[0])]
    }
    const usgs = ['US Geological Survey']
    expect(beside({ of: 'mined' })).toEqual(['dataset: share of world mining 69% (2025)', usgs])
    expect(beside({ of: 'mined', year: 2023 })?.[0]).toBe('dataset: share of world mining 67.8% (2023)')
    expect(beside({ of: 'mined', year: 2012 })).toBeNull()
    expect(beside({ of: 'refined' }, { economy: 'USA' })?.[0]).toMatch(/^dataset: share of world refining 91% \(2024/)
    // The figure above is of the same.
    expect(beside({ of: 'refined' })).toEqual(['dataset: 91% (2024, sources differ)', []])
    expect(beside({ of: 'mined' }, { articleDate: '2010-10-20' })).toEqual(['dataset: 97% (2009)', []])
    expect(beside({ of: 'mined' }, { id: 'rare-earth-magnets' })).toEqual(['dataset: 94% (2024)', []])
    // Somebody else's.
    expect(beside({ of: 'refined', told: '' })).toBeNull()
    const tonnes = { unit: 't', of: null } as const
    expect(beside({ ...tonnes, told: 'reserves BRA t' })).toEqual(['dataset: reserves 11,000,000 t REO (2025)', usgs])
    expect(beside({ ...tonnes, told: 'reserves PER t' })).toEqual([null, []])
  })

  it('stands beside no share of something else: dysprosium has only the figure of all heavy rare earths', () => {
    expect(figureOf('dysprosium', { number: percent(80) }).comparison).toBeNull()
    expect(figureOf('heavy-rare-earths', { number: percent(80) }).comparison).not.toBeNull()
  })

  it('says of one value that others doubt it wherever it says the value', () => {
    const korea = figureOf('rare-earths', { economy: 'KOR', number: percent(50) })
    expect(korea).toMatchObject({ value: 'about 80%', standing: 'sources differ', sourcesDiffer: true })
    expect(korea.comparison?.[1]).toBe('dataset: about 80% (2025, sources differ)')
    expect(figureLine(korea)).toMatch(/\(2025, sources differ\)$/)
  })

  it('shows every reading and marks those of the headline', () => {
    const { readings } = figureOf('rare-earths')
    expect(readings.filter(({ isChosen }) => isChosen)).toHaveLength(4)
    expect(readings.length).toBeGreaterThan(15)
    expect(readings.find(({ id }) => id === 'rare-earths-import-share-jpn-chn-2025')).toMatchObject({
      value: 'about 72%',
    })
    expect(readings.map(({ details }) => details)).toContain(
      'rare earths, metal equivalent · by metal or oxide content',
    )
    expect(readings.every(({ locator, source }) => typeof locator === 'string' && source.publisher !== '')).toBe(true)
  })

  it('names quoted figures as such', () => {
    expect(figureOf('rare-earths', { economy: 'USA' }).standing).toBe('official or primary source')
    expect(figureOf('dysprosium', { economy: 'JPN' }).standing).toBe('quoted by a secondary source')
  })

  it('is on one line for lists', () => {
    expect(figureLine(figureOf('rare-earths'))).toBe(
      'Japan buys 60–72% of its rare earths from China (2024, sources differ)',
    )
    expect(figureLine(figureOf('rare-earths', { economy: 'EU' }))).toBe(
      'The European Union buys 46.3% of its rare earths from China (2024)',
    )
    expect(figureLine({ sentence: 'Articles: 5', period: '', standing: '', sourcesDiffer: false })).toBe('Articles: 5')
  })

  it.each([
    ['2024年', '出典により異なる', '（2024年、出典により異なる）'],
    ['2024年', '来源不一', '（2024年，来源不一）'],
    ['2024년', '출처마다 다름', '(2024년, 출처마다 다름)'],
    ['2024', 'sources differ', ' (2024, sources differ)'],
  ])('has brackets and commas as %s, %s are written', (period, doubt, brackets) =>
    expect(withPeriod('…', period, doubt)).toBe(`…${brackets}`),
  )
})

describe('notes', () => {
  it('say on the card of dual-use items that the figure is Japan’s, to whoever reads of another economy', () => {
    const note = 'No figure for Germany in the dataset; this is for Japan.'
    expect(figureOf('dual-use-items', { economy: 'DEU' }).notes).toContain(note)
    for (const economy of ['JPN', 'WLD', 'CHN'])
      expect(figureOf('dual-use-items', { economy }).notes.join()).not.toContain('No figure for')
  })

  it('say nothing of whose it is where the figure is of the entry itself', () => {
    for (const id of ['rare-earth-embargo-2010', 'senkaku-islands'])
      expect(figureOf(id, { economy: 'DEU' }).notes.join()).not.toContain('No figure for')
  })

  it('say nothing of whose it is where a state of things stands in', () => {
    const facts = factsOf('one-china-policy')
    const below = facts.lineage.map((entry) => ({ ...entry, id: 'below' }))
    const { figure } = cardOf({ ...facts, lineage: [...below, ...facts.lineage] }, { economy: 'DEU' })
    expect(figure?.notes).toEqual(['There is no figure for this term alone; this one is for: One-China policy.'])
  })

  it('say whose figure stands in', () =>
    expect(figureOf('dysprosium').notes).toContain(
      'There is no figure for this term alone; this one is for: heavy rare earths.',
    ))

  it('say that the figure is the world’s', () =>
    expect(figureOf('rare-earths', { economy: 'BRA' }).notes).toEqual([
      'No figure for Brazil in the dataset; this is the world’s.',
    ]))

  it('say that the figure is old, and the sentence is in the past', () => {
    const figure = figureOf('rare-earth-magnets')
    expect(figure.notes).toEqual(['The newest figure here is for 2022.'])
    expect(figure.sentence).toBe('Japan bought 31.1% of its rare-earth magnets from China in 2022')
    expect(figureOf('rare-earths', { today: '2027-01-01' }).notes).toEqual(['The newest figure here is for 2024.'])
  })

  it('say nothing of age where a list stands', () =>
    expect(figureOf('one-china-policy', { today: '2030-01-01' }).notes).toEqual([]))

  it('say nothing either of a count of states that may have changed since, which is told in the past', () => {
    const told = (day: string) => figureOf('one-china-policy', { articleDate: day, today: day })
    expect(told(TODAY).sentence).toMatch(/ keep /)
    expect(told('2040-01-01')).toMatchObject({ sentence: expect.stringMatching(/ kept /) as string, notes: [] })
  })

  it('say that the source states no period', () =>
    expect(figureOf('wassenaar-arrangement').notes).toEqual(['The source states no period.']))

  it('do not name the world where nobody asked for another', () => {
    for (const economy of ['WLD', 'CHN']) expect(figureOf('rare-earths', { economy }).notes).toEqual([])
  })
})
