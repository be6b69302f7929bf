/** Picking from a stored card gives what the rule of headlines gives, for every entry, economy and date. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerOfYear, pickAnswer } from '../../../lib/card/answer.ts'
import { compileCard } from '../../../lib/card/compile.ts'
import type { StoredCard } from '../../../lib/card/stored.ts'
import { chooseHeadline, type Headline } from '../../../lib/dataset/headline.ts'
import { wording } from '../../helpers/wording.ts'
import { ask, factsOf, tables, TODAY } from '../dataset/bundled.ts'
import { question } from '../dataset/questions.ts'

const compiled = new Map<string, StoredCard>()
/** A card as storage gives it back. */
const storedOf = (id: string): StoredCard => {
  const card = compiled.get(id) ?? (JSON.parse(JSON.stringify(compileCard(factsOf(id), wording))) as StoredCard)
  compiled.set(id, card)
  return card
}

/** Dates at and around every turn of a period, and between. */
const DATES = ['2008-06-30', '2009-12-31', '2010-01-01', '2010-10-12', '2011-01-01', '2014-05-05', '2018-12-31']
const RECENT = ['2023-01-01', '2024-11-20', '2024-11-21', '2024-12-31', '2025-01-01', '2025-07-01', '2026-01-09', TODAY]
const ECONOMIES = ['JPN', 'USA', 'EU', 'KOR', 'DEU', 'BRA', 'CHN', 'WLD', 'TWN']

describe.each(tables.entries.map(({ id }) => id))('the stored card of %s', (id) => {
  const facts = factsOf(id)
  const stored = compileCard(facts, wording)

  it.each([TODAY, '2025-03-01', '2030-01-01'])('answers as the rule does, read on %s', (today) => {
    for (const economy of ECONOMIES)
      for (const date of [...DATES, ...RECENT]) {
        const asked = chooseHeadline(facts, economy, date, today)
        const picked = pickAnswer(stored, economy, date, today)
        const idsOf = (answer: typeof picked.headline) =>
          answer && answer.chosen.map((at) => stored.readings[answer.readings]?.[at]?.id).toSorted()
        const about = `${economy} ${date}`
        expect([about, idsOf(picked.headline)]).toEqual([
          about,
          asked.headline?.figures.map((row) => row.id).toSorted() ?? null,
        ])
        expect([about, idsOf(picked.now)]).toEqual([about, asked.now?.figures.map((row) => row.id).toSorted() ?? null])
        expect([about, picked.isWorldInstead]).toEqual([about, asked.isWorldInstead])
      }
  })
})

it('the only figure of an entry is on its card, for the economy whose it is', () => {
  const facts = factsOf('rare-earths')
  const figures = facts.figures.filter(({ id }) => id === 'rare-earths-import-share-jpn-chn-2018')
  const card = compileCard({ ...facts, figures }, wording)
  const periodFor = (economy: string) => pickAnswer(card, economy, TODAY, TODAY).headline?.period ?? null
  expect(['JPN', 'DEU', 'WLD'].map(periodFor)).toEqual(['2018', null, null])
})

it('a year without a figure of its own has that of the years that end with it', () =>
  expect(answerOfYear(storedOf('rare-earths'), 'USA', 2024)?.period).toBe('2021–2024'))

it.each([
  ['2024-12-31', '2018'],
  ['2025-01-01', '2024'],
])('a stored card knows in an article of %s the year %s: a year counts from the day after its end', (date, period) =>
  expect(pickAnswer(storedOf('rare-earths'), 'JPN', date, TODAY).headline?.period).toBe(period),
)

it('the headline is the same looked up in a stored card, and from there at any date', () =>
  fc.assert(
    fc.property(question, ({ id, economy, date }) => {
      const card = storedOf(id)
      const picked = pickAnswer(card, economy, date, TODAY)
      const chosenBy = (answer: typeof picked.now) =>
        answer && answer.chosen.map((at) => card.readings[answer.readings]?.[at]?.id).toSorted()
      const expected = ask(id, economy, date)
      const sorted = (headline: Headline | null) => headline?.figures.map((row) => row.id).toSorted() ?? null
      expect([chosenBy(picked.headline), chosenBy(picked.now)]).toEqual([
        sorted(expected.headline),
        sorted(expected.now),
      ])
    }),
    { numRuns: 500 },
  ))
