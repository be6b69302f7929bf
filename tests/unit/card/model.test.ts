/** The card's content: what is on it, and in which order it cites. */

import { describe, expect, it } from 'vitest'
import type { CardModel } from '../../../lib/card/model.ts'
import { factsOf, tables } from '../dataset/bundled.ts'
import { card, cardOf, percent } from './cards.ts'

/** Citations in the order in which the card shows them. */
const inReadingOrder = ({ context, figure, why, controls, events, positions, trap, more }: CardModel) => [
  ...context.flatMap(({ citations }) => citations),
  ...(figure?.sources ?? []),
  ...(trap ?? []).flatMap((part) => part?.citations ?? []),
  ...(why?.citations ?? []),
  ...controls.flatMap(({ citations }) => citations),
  ...events.flatMap(({ citations }) => citations),
  ...positions.flatMap(({ citations }) => citations),
  ...more.flatMap(({ citations }) => citations),
]

describe.each(tables.entries.map(({ id }) => id))('the card of %s', (id) => {
  for (const economy of ['JPN', 'BRA', 'WLD']) {
    const model = card(id, { economy, articleDate: '2026-01-07', number: percent(60) })

    it(`numbers its citations in reading order (${economy})`, () => {
      const order = [...new Set(inReadingOrder(model).map(({ number }) => number))]
      expect(order).toEqual(order.map((_, at) => at + 1))
      expect(model.sources.map(({ number }) => number)).toEqual(order)
    })

    it(`links https only (${economy})`, () => {
      const links = model.sources.flatMap(({ url }) => url ?? [])
      expect(links.filter((url) => !url.startsWith('https://'))).toEqual([])
    })

    it(`cites something for every statement and every figure (${economy})`, () => {
      const cited = [...model.context, model.why, ...model.controls, ...model.events, ...model.positions, ...model.more]
      const trap = model.trap && (model.trap[1] ?? model.trap[0])
      expect([...cited, trap].filter((part) => part?.citations.length === 0)).toEqual([])
      const shown = model.figure ? [model.figure] : []
      for (const { sources, readings } of shown) {
        expect(sources.length).toBeGreaterThan(0)
        expect(readings.some(({ isChosen }) => isChosen)).toBe(true)
        for (const { source, value } of readings) {
          expect(source.title).not.toBe('')
          expect(source.url ?? 'https://').toMatch(/^https:/)
          expect(value).not.toBe('')
        }
      }
    })

    it(`leaves no hole in its words (${economy})`, () => {
      const words = JSON.stringify(model)
      expect(words).not.toMatch(/undefined|NaN|Invalid Date|\{\w+\}|_heading/)
    })
  }

  it('has title, category and context', () => {
    const model = card(id)
    expect(model.title).not.toBe('')
    expect(model.context.length).toBeGreaterThan(0)
    expect(model.context.length).toBeLessThanOrEqual(2)
    expect(model.events.length).toBeLessThanOrEqual(3)
  })
})

describe('sources', () => {
  it('without https are named and not linked', () => {
    const source = card('one-china-policy').sources.find(({ publisher }) => publisher.includes('Tao Wenzhao'))
    expect(source?.url).toBeNull()
    expect(source?.title).not.toBe('')
    const withoutLink = tables.sources.filter(({ url }) => !url.startsWith('https://'))
    expect(withoutLink).toHaveLength(39)
  })

  it('are cited under one number, however often', () => {
    const model = card('rare-earths')
    expect(new Set(model.sources.map(({ number }) => number)).size).toBe(model.sources.length)
    expect(new Set(model.sources.map((source) => JSON.stringify({ ...source, number: 0 }))).size).toBe(
      model.sources.length,
    )
  })
})

it('says as of which year its news and rules are told where the article is of an earlier one', () => {
  expect(card('rare-earths', { articleDate: '2012-09-20' }).asOf).toBe(' (2026)')
  expect(card('rare-earths', { articleDate: '2025-12-31' }).asOf).toBe(' (2026)')
  expect(card('rare-earths', { articleDate: '2026-01-07' }).asOf).toBe('')
  expect(card('rare-earths').asOf).toBe('')
})

describe('only what exists', () => {
  it('has no figure where the entry has none', () => {
    expect(card('one-china-principle').figure).toBeNull()
    expect(card('1992-consensus').figure).toBeNull()
    expect(card('controlled-minerals').figure).toBeNull()
  })

  it('has positions of disputed entries only', () => {
    expect(
      card('senkaku-islands')
        .positions.map(({ party }) => party)
        .toSorted(),
    ).toEqual(['Beijing', 'Taipei', 'Tokyo', 'Washington'])
    expect(card('dysprosium').positions).toEqual([])
  })

  it('has nothing of facts that have nothing', () => {
    const bare = { ...factsOf('dysprosium'), statements: [], positions: [], events: [], figures: [], sources: {} }
    const model = cardOf(bare)
    expect(model).toMatchObject({
      context: [],
      figure: null,
      why: null,
      events: [],
      positions: [],
      trap: null,
      sources: [],
    })
  })

  it('tells events around the article’s date, or the latest', () => {
    const dated = card('senkaku-incident-2010', { articleDate: '2010-09-20' })
    expect(dated.eventsHeading).toBe('Around this date')
    expect(dated.events.map(({ date }) => date).join()).toContain('2010')
    expect(card('rare-earths').eventsHeading).toBe('Latest events')
    const facts = factsOf('senkaku-incident-2010')
    const one = facts.events.slice(0, 1)
    const headingIn = (year: number, events = one) =>
      cardOf({ ...facts, events }, { articleDate: `${year}-06-01` }).eventsHeading
    const year = Number.parseInt(facts.events[0]?.date ?? '')
    expect([year - 2, year - 1, year + 1, year + 2].map((each) => headingIn(each))).toEqual([
      'Timeline',
      'Around this date',
      'Around this date',
      'Timeline',
    ])
    // One of them near is enough.
    const [first] = facts.events
    const far = first && { ...first, date: `${year - 5}` }
    expect(headingIn(year, far ? [far, first] : [])).toBe('Around this date')
  })

  it('links no source that it does not have', () => {
    const facts = { ...factsOf('dysprosium'), sources: {} }
    const model = cardOf(facts)
    expect(model.sources).toEqual([])
    // What it does not have is named by its id.
    const [reading] = model.figure?.readings ?? []
    const publisher = facts.figures.find(({ id }) => id === reading?.id)?.source_id
    expect(reading?.source).toEqual({ publisher, title: '', published: '', url: null })
  })
})
