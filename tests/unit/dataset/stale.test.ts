/** Headline figures past their time. */

import { describe, expect, it } from 'vitest'
import { isStale } from '../../../lib/dataset/freshness.ts'
import { staleHeadlines, type StaleHeadline } from '../../../lib/dataset/stale.ts'
import type { FigureRow } from '../../../lib/dataset/types.ts'
import { ask, edition, tables, TODAY } from './bundled.ts'

const stale = staleHeadlines(edition, TODAY)

describe('staleHeadlines', () => {
  it('lists the oldest first, of one time by entry and economy', () => {
    const keys = stale.map(({ headline, economy }) => [headline.figures[0].period_end, headline.entry, economy].join())
    expect(keys.length).toBeGreaterThan(0)
    expect(keys).toEqual(keys.toSorted())
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

  it('takes a later year that the source leaves open for newer, and none that has not begun or was replaced', () => {
    const [{ headline: oldest }] = stale as [StaleHeadline]
    const [row] = oldest.figures as [FigureRow]
    const newerIn = (period: string, superseded: FigureRow['superseded'] = 'no') => {
      const undated = { period, period_start: '', period_end: '', period_kind: 'none' } as const
      const open: FigureRow = { ...row, ...undated, id: 'open', superseded }
      const found = staleHeadlines({ ...edition, tables: { ...tables, figures: [...tables.figures, open] } }, TODAY)
      return found.find(({ headline }) => headline.figures[0]?.id === row.id)?.newer?.id
    }
    expect(newerIn(TODAY.slice(0, 4))).toBe('open')
    expect(newerIn(TODAY.slice(0, 4), 'yes')).not.toBe('open')
    expect(newerIn(`${Number(TODAY.slice(0, 4)) + 1}`)).not.toBe('open')
    expect(newerIn(row.period_end.slice(0, 4))).not.toBe('open')
  })

  it('takes nothing for newer that was not over by then', () => {
    const newerOn = (day: string) => staleHeadlines(edition, day).flatMap(({ newer }) => newer ?? [])
    const quarter = 'rare-earth-magnets-import-share-usa-chn-2025-01-2025-03'
    const isThere = (day: string) => newerOn(day).some(({ id }) => id === quarter)
    expect(['2025-03-31', '2025-04-01'].map(isThere)).toEqual([false, true])
    for (const day of ['2020-01-01', '2025-04-01', TODAY])
      expect(newerOn(day).filter(({ period_end }) => period_end >= day)).toEqual([])
  })

  it('lists nothing in a year when nothing was old, and more as time goes by', () => {
    expect(staleHeadlines(edition, '2009-01-01')).toEqual([])
    expect(staleHeadlines(edition, '2030-01-01').length).toBeGreaterThan(stale.length)
  })
})
