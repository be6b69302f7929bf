/** Picking from a stored card gives what the rule of headlines gives, for every entry, economy and date. */

import { describe, expect, it } from 'vitest'
import { pickAnswer } from '../../../lib/card/answer.ts'
import { compileCard } from '../../../lib/card/compile.ts'
import { chooseHeadline } from '../../../lib/dataset/headline.ts'
import { wording } from '../../helpers/wording.ts'
import { factsOf, tables, TODAY } from '../dataset/bundled.ts'

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
