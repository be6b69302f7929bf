/** Card facts: every entry has what a card needs. */

import { describe, expect, it } from 'vitest'
import { cardFacts, economyPhrases, eventsAround, type CardEvent } from '../../../lib/dataset/facts.ts'
import type { Locale } from '../../../lib/dataset/types.ts'
import { edition, entries, entryOf, factsOf, tables } from './bundled.ts'

const LOCALES: Locale[] = ['en', 'ja', 'zh-CN', 'zh-TW', 'ko', 'de', 'fr', 'es']
const ids = [...entries.keys()]

describe.each(ids)('the facts of %s', (id) => {
  const facts = factsOf(id)

  it('have a title and a summary', () => {
    expect(facts.title).not.toBe('')
    expect(facts.statements.filter(({ field, text }) => field === 'summary' && text.length > 20)).toHaveLength(1)
  })

  it('hold every source that they cite, and no other', () => {
    const cited = new Set([
      ...facts.statements.flatMap(({ sources }) => sources),
      ...facts.positions.flatMap(({ sources }) => sources),
      ...facts.events.map(({ source }) => source),
      ...[...facts.figures, ...facts.told].map(({ source_id }) => source_id),
    ])
    expect(Object.keys(facts.sources).toSorted()).toEqual([...cited].toSorted())
  })

  it('begin their lineage with the entry itself', () => expect(facts.lineage[0]?.id).toBe(id))

  it('hold no what-if', () => expect(facts.figures.filter(({ scenario }) => scenario === 'yes')).toEqual([]))

  it('tell events in order, each once', () => {
    const dates = facts.events.map(({ date }) => date)
    expect(dates).toEqual(dates.toSorted())
    expect(new Set(facts.events.map(({ date, text }) => date + text)).size).toBe(dates.length)
  })
})

describe('cardFacts', () => {
  it('goes up the lineage to the top', () => {
    expect(factsOf('dysprosium').lineage.map(({ id }) => id)).toEqual([
      'dysprosium',
      'heavy-rare-earths',
      'rare-earths',
    ])
    expect(factsOf('one-china-principle').lineage.map(({ id }) => id)).toEqual(['one-china-principle'])
  })

  it('does not hang on parents that go round', () => {
    const one = { ...entryOf('cerium'), id: 'one', parent: 'two' }
    const two = { ...entryOf('cerium'), id: 'two', parent: 'one' }
    const facts = cardFacts({ ...edition, tables: { ...tables, entries: [one, two] } }, one, 'en')
    expect(facts.lineage.map(({ id }) => id)).toEqual(['one', 'two'])
  })

  it('tells events in order, whatever their order in the table', () => {
    const turned = { ...edition, tables: { ...tables, events: tables.events.toReversed() } }
    const dates = cardFacts(turned, entryOf('rare-earths'), 'en').events.map(({ date }) => date)
    expect(dates).toEqual(dates.toSorted())
  })

  it('keeps policy and principle apart: neither stands in for the other', () => {
    for (const id of ['one-china-policy', 'one-china-principle'] as const) {
      const other = id === 'one-china-policy' ? 'one-china-principle' : 'one-china-policy'
      const { lineage, related } = factsOf(id)
      expect([...lineage, ...related].map((each) => each.id)).not.toContain(other)
    }
  })

  it.each(LOCALES)('has texts in %s, in English where there are none', (locale) => {
    for (const entry of tables.entries) {
      const { statements } = cardFacts(edition, entry, locale)
      expect([entry.id, statements.some(({ field }) => field === 'summary')]).toEqual([entry.id, true])
    }
  })

  it('has what the parties say in English where the locale has none of it, and never in two languages', () => {
    const positions = tables.positions.filter(({ locale }) => locale !== 'de')
    const german = cardFacts({ ...edition, tables: { ...tables, positions } }, entryOf('senkaku-islands'), 'de')
    expect(german.positions).toEqual(factsOf('senkaku-islands').positions)
    expect(german.positions.length).toBeGreaterThan(1)
  })

  it('tells once what two sources tell of one day in the same words', () => {
    const again = tables.events.map((event) => ({ ...event, id: `${event.id}-again`, source_id: 'another' }))
    const doubled = { ...edition, tables: { ...tables, events: [...tables.events, ...again] } }
    expect(cardFacts(doubled, entryOf('rare-earths'), 'en').events).toEqual(factsOf('rare-earths').events)
  })

  it('shows an entry without events those of its parent', () => {
    const own = new Set(tables.events.map(({ entry }) => entry))
    const without = tables.entries.find(({ id, parent }) => !own.has(id) && own.has(parent))
    if (!without) throw new Error('Every entry has events.')
    const parents = tables.events.filter(({ entry }) => entry === without.parent).map(({ event }) => event)
    expect(factsOf(without.id).events.map(({ text }) => text)).toEqual(expect.arrayContaining(parents.slice(0, 1)))
  })
})

describe('economyPhrases', () => {
  it('writes names as inside a sentence', () => {
    expect(economyPhrases(tables, 'en')).toMatchObject({
      JPN: 'Japan',
      USA: 'the United States',
      EU: 'the European Union',
    })
    expect(economyPhrases(tables, 'ja').JPN).toBe('日本')
  })
  it.each(LOCALES)('has every economy in %s', (locale) => {
    const codes = [...new Set(tables.economies.map(({ economy }) => economy))].toSorted()
    expect(Object.keys(economyPhrases(tables, locale)).toSorted()).toEqual(codes)
  })
})

describe('eventsAround', () => {
  const event = (date: string): CardEvent => ({ date, text: date, source: 's' })
  const events = ['2010', '2012-09', '2020-01-01', '2025-11-07', '2026-01-06', '2026-06-29'].map(event)
  const dates = (date: string, list = events, count?: number) =>
    eventsAround(list, date, count).map((each) => each.date)

  it('gives the last before the date and the next after it', () =>
    expect(dates('2025-12-01')).toEqual(['2020-01-01', '2025-11-07', '2026-01-06']))
  it('counts an event of the day itself as before', () =>
    expect(dates('2026-01-06')).toEqual(['2025-11-07', '2026-01-06', '2026-06-29']))
  it('gives the first of all before them and the last of all after them', () => {
    expect(dates('1999-01-01')).toEqual(['2010', '2012-09', '2020-01-01'])
    expect(dates('2030-01-01')).toEqual(['2025-11-07', '2026-01-06', '2026-06-29'])
  })
  it('gives what there is where there is less', () => {
    expect(dates('2026-01-01', [])).toEqual([])
    expect(dates('2026-01-01', events.slice(0, 2))).toEqual(['2010', '2012-09'])
    expect(dates('2000-01-01', events.slice(0, 1))).toEqual(['2010'])
  })
  it('gives as many as asked', () => expect(dates('2025-12-01', events, 2)).toEqual(['2025-11-07', '2026-01-06']))
})

// Who put the dataset together is nobody the reader has met.
it('tells events as what happened, and not how somebody looked for it', () => {
  const looked =
    /could not be (?:verified|established)|^A check of|ließ sich nicht (?:prüfen|feststellen)|未能确认|未能核实|未能查證|確認(?:できな|したと)|확인(?: 결과|할 수 없|하지 못)|n’a pu être|impossible d’établir|no se pudo|^Una revisión/
  const told = [...tables.events.map(({ event }) => event), ...tables['event-texts'].map(({ text }) => text)]
  expect(told.filter((text) => looked.test(text))).toEqual([])
})
