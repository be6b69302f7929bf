/** Headline figures past their time. */

import { describe, expect, it } from 'vitest'
import { isStale } from '../../../lib/dataset/freshness.ts'
import { staleHeadlines } from '../../../lib/dataset/stale.ts'
import { ask, edition, TODAY } from './bundled.ts'

const stale = staleHeadlines(edition, TODAY)

describe('staleHeadlines', () => {
  it('lists the oldest first', () => {
    const ends = stale.map(({ headline }) => headline.figures[0]?.period_end ?? '')
    expect(ends.length).toBeGreaterThan(0)
    expect(ends).toEqual(ends.toSorted())
  })

  it('lists what the card would show, and only what is past its time', () => {
    for (const { headline, economy } of stale) {
      expect(ask(headline.entry, economy).headline).toEqual(headline)
      expect(headline.figures.every((row) => isStale(row, TODAY))).toBe(true)
    }
  })

  it('misses none', () => {
    const listed = new Set(stale.map(({ headline }) => headline.figures[0]?.id))
    const missed = edition.tables.entries.flatMap(({ id }) =>
      ['JPN', 'USA', 'EU', 'KOR', 'DEU', 'WLD'].filter((economy) => {
        const { headline, isWorldInstead } = ask(id, economy)
        const [first] = headline?.figures ?? []
        return first && !isWorldInstead && isStale(first, TODAY) && !listed.has(first.id)
      }),
    )
    expect(missed).toEqual([])
  })

  it('says who borrows a figure, and what is newer', () => {
    const heavy = stale.find(({ headline }) => headline.entry === 'heavy-rare-earths')
    expect(heavy).toMatchObject({ economy: 'JPN', newer: { id: 'du-074', scope: 'part' } })
    expect(heavy?.borrowedBy).toContain('dysprosium')
  })

  it('takes nothing for newer that was not over by then', () => {
    const then = '2020-01-01'
    for (const { newer } of staleHeadlines(edition, then)) expect((newer?.period_end ?? '') < then).toBe(true)
  })

  it('lists nothing in a year when nothing was old, and more as time goes by', () => {
    expect(staleHeadlines(edition, '2009-01-01')).toEqual([])
    expect(staleHeadlines(edition, '2030-01-01').length).toBeGreaterThan(stale.length)
  })
})
