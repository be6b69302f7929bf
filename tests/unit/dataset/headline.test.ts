/** The headline figure: the cases of the dataset's README, and what must hold for every entry, economy and date. */

/* oxlint-disable vitest/no-conditional-expect, vitest/expect-expect -- properties: what must hold depends on the case that was drawn. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseHeadline, readingsOf, type Headline } from '../../../lib/dataset/headline.ts'
import { MATERIAL_KINDS, MONTHLY_MEASURES, STATE_MEASURES } from '../../../lib/dataset/measures.ts'
import type { FigureRow } from '../../../lib/dataset/types.ts'
import { ask, entryOf, factsOf, figures, tables, TODAY } from './bundled.ts'
import { expectedIds, isFullYears, isOld, isUsable } from './headline-rule.ts'
import { choose, madeUp, RARE_EARTHS, sound, year } from './made-up-rows.ts'
import { day, question, RUNS } from './questions.ts'

const ids = (headline: Headline | null) => headline?.figures.map(({ id }) => id)
/** A headline in one line: values, unit, measure, who on whom, and of which period. */
const told = (headline: Headline | null) => {
  if (headline === null) return null
  const { low, high, unit, measure, reporter, partner } = headline
  const [first] = headline.figures as [FigureRow]
  return `${low}–${high} ${unit} ${measure} ${reporter}/${partner} ${first.period_start}…${first.period_end}`
}

describe('Japan on China, rare earths', () => {
  const four = [
    'du-072',
    'rare-earths-import-share-jpn-chn-2024',
    'rare-earths-import-share-jpn-chn-2024-2',
    'rare-earths-import-share-jpn-chn-2024-3',
  ]

  it.each([
    ['on an undated page', TODAY],
    ['in January 2026', '2026-01-07'],
    ['on the first day after the year', '2025-01-01'],
  ])('is 60–71.9% from four rows of 2024 %s', (_, date) => {
    const { headline, now, isWorldInstead } = ask('rare-earths', 'JPN', date)
    expect(told(headline)).toBe('60–71.9 % import-share JPN/CHN 2024-01-01…2024-12-31')
    expect(ids(headline)?.toSorted()).toEqual(four)
    expect(headline).toMatchObject({ sourcesDiffer: true, isStandIn: false, entry: 'rare-earths' })
    expect({ now, isWorldInstead }).toEqual({ now: null, isWorldInstead: false })
  })

  it.each(['2010-10-01', '2010-10-31', '2010-01-01', '2010-12-31'])(
    'is 81.61%% of 2010 on %s, with today beside it',
    (date) => {
      const { headline, now } = ask('rare-earths', 'JPN', date)
      expect(told(headline)).toBe('81.61–81.61 % import-share JPN/CHN 2010-01-01…2010-12-31')
      expect(headline?.sourcesDiffer).toBe(false)
      expect(ids(now)?.toSorted()).toEqual(four)
    },
  )

  it('gives the two sources of 2009 as a range', () => {
    const { headline } = ask('rare-earths', 'JPN', '2009-06-01')
    expect(told(headline)).toBe('84–85.49 % import-share JPN/CHN 2009-01-01…2009-12-31')
    expect(headline?.sourcesDiffer).toBe(true)
  })

  it('takes in mid-2012, a year without a row, the newest year that had ended', () => {
    const { headline, now } = ask('rare-earths', 'JPN', '2012-06-30')
    expect(told(headline)).toBe('68.37–68.37 % import-share JPN/CHN 2011-01-01…2011-12-31')
    expect(ids(now)?.toSorted()).toEqual(four)
  })

  it('takes in November 2024, two years ago to the day, no year that had not ended', () =>
    expect(told(ask('rare-earths', 'JPN', '2024-11-21').headline)).toContain('2018-01-01…2018-12-31'))

  it('takes the own year of an article that is a day more than two years old', () =>
    expect(told(ask('rare-earths', 'JPN', '2024-11-20').headline)).toContain('2024-01-01…2024-12-31'))

  it('does not count a year as over on its last day; of a figure that was old by then, today stands beside it', () => {
    const { headline, now } = ask('rare-earths', 'JPN', '2024-12-31')
    expect(told(headline)).toContain('2018-01-01…2018-12-31')
    expect(ids(now)?.toSorted()).toEqual(four)
  })
})

describe('other economies, rare earths', () => {
  it.each([
    ['USA', '71–71 % import-share USA/CHN 2021-01-01…2024-12-31'],
    ['EU', '46.3–46.3 % import-share EU/CHN 2024-01-01…2024-12-31'],
    ['DEU', '65.5–65.5 % import-share DEU/CHN 2024-01-01…2024-12-31'],
    ['KOR', '80–80 % import-share KOR/CHN 2025-01-01…2025-12-31'],
    ['WLD', '91–91 % refining-share CHN/WLD 2024-01-01…2024-12-31'],
    ['CHN', '91–91 % refining-share CHN/WLD 2024-01-01…2024-12-31'],
  ])('%s: %s', (economy, expected) => {
    const { headline, isWorldInstead } = ask('rare-earths', economy)
    expect(told(headline)).toBe(expected)
    expect(isWorldInstead).toBe(false)
  })

  it('keeps the years of their time', () => {
    expect(told(ask('rare-earths', 'USA', '2024-06-01').headline)).toContain('2020-01-01…2023-12-31')
    expect(told(ask('rare-earths', 'DEU', '2022-06-01').headline)).toContain('66–66')
    expect(told(ask('rare-earths', 'DEU', '2024-12-01').headline)).toContain('69.1–69.1')
    expect(told(ask('rare-earths', 'KOR', '2025-06-01').headline)).toContain('47.5–47.5')
  })

  it.each(['BRA', 'TWN', 'IND', 'ZZZ', ''])('gives the world, and says so, for "%s" without rows', (economy) => {
    const { headline, isWorldInstead } = ask('rare-earths', economy)
    expect(told(headline)).toBe('91–91 % refining-share CHN/WLD 2024-01-01…2024-12-31')
    expect(isWorldInstead).toBe(true)
  })
})

describe('the order in which measures and entries are asked', () => {
  it('takes for Japan on dysprosium the group, since its own rows speak of a part', () => {
    const { headline } = ask('dysprosium', 'JPN')
    expect(told(headline)).toBe('100–100 % import-share JPN/CHN 2023-01-01…2023-12-31')
    expect(headline).toMatchObject({ entry: 'heavy-rare-earths', entryName: 'Heavy rare earths', isStandIn: true })
  })

  it('takes net import reliance where no import share is there', () => {
    expect(told(ask('dysprosium', 'USA').headline)).toBe('100–100 % net-import-reliance USA/WLD 2025-01-01…2025-12-31')
    expect(ask('dysprosium', 'USA').headline?.isStandIn).toBe(false)
  })

  it('takes for the world refining, then mining', () => {
    expect(ask('rare-earths', 'WLD').headline?.measure).toBe('refining-share')
    expect(ask('tungsten', 'WLD').headline).toMatchObject({ measure: 'mine-share', reporter: 'CHN', partner: 'WLD' })
    expect(told(ask('rare-earths', 'WLD', '2010-10-15').headline)).toContain('mine-share')
  })

  it('takes for magnets who makes them', () => {
    expect(told(ask('rare-earth-magnets', 'WLD').headline)).toBe('94–94 % magnet-share CHN/WLD 2024-01-01…2024-12-31')
    expect(told(ask('rare-earth-magnets', 'BRA').headline)).toContain('magnet-share')
    expect(told(ask('rare-earth-magnets', 'JPN').headline)).toContain('31.1–31.1 % import-share JPN/CHN 2022')
    expect(told(ask('rare-earth-magnets', 'IND').headline)).toContain('2024-04-01…2025-03-31')
  })

  it('goes up to the top of the lineage', () =>
    expect(ask('promethium', 'EU').headline).toMatchObject({ entry: 'rare-earths', isStandIn: true, low: 46.3 }))

  it('has nothing to say of a group without rows or a parent', () => {
    for (const economy of ['JPN', 'USA', 'WLD'])
      expect(ask('controlled-minerals', economy)).toEqual({ headline: null, now: null, isWorldInstead: false })
  })
})

describe('states: the newest that had begun', () => {
  it.each([
    ['china-dual-use-control-list', '2026-01-15', '846–1005 count list-size CHN/WLD 2026-01-01…2026-12-31'],
    ['china-dual-use-control-list', '2025-06-01', '700–700 count list-size CHN/WLD 2024-12-01…2024-12-31'],
    ['one-china-policy', TODAY, '12–12 count states-with-formal-ties TWN/WLD 2025-12-01…2025-12-31'],
    ['one-china-policy', '2025-06-01', '23–23 count states-with-formal-ties TWN/WLD 2016-01-01…2016-12-31'],
    ['three-communiques', TODAY, '12–12 count states-with-formal-ties TWN/WLD 2025-12-01…2025-12-31'],
    ['taiwan-relations-act', TODAY, '12–12 count states-with-formal-ties TWN/WLD 2025-12-01…2025-12-31'],
    ['un-resolution-2758', TODAY, '12–12 count states-with-formal-ties TWN/WLD 2025-12-01…2025-12-31'],
    ['japan-china-joint-communique-1972', TODAY, '12–12 count states-with-formal-ties TWN/WLD 2025-12-01…2025-12-31'],
    ['wassenaar-arrangement', TODAY, '41–42 count participating-states WLD/WLD …'],
    ['missile-technology-control-regime', TODAY, '35–35 count participating-states WLD/WLD …'],
    ['nuclear-suppliers-group', TODAY, '48–48 count participating-states WLD/WLD 2023-01-01…2023-12-31'],
    ['australia-group', TODAY, '43–43 count participating-states WLD/WLD 2018-01-01…2018-12-31'],
    ['mofcom-2025-18', TODAY, '7–7 count list-size CHN/WLD 2025-04-04…2025-04-04'],
    ['mofcom-2025-october', TODAY, '0.1–0.1 % content-threshold CHN/WLD 2025-10-09…2025-10-09'],
    ['china-dual-use-regulations', TODAY, '50–50 count count CHN/WLD 2024-12-01…2024-12-01'],
    ['japan-fefa', TODAY, '15–15 count count JPN/WLD 2026-01-01…2026-12-31'],
    ['us-export-administration-regulations', TODAY, '10–10 count count USA/WLD 2022-01-01…2022-12-31'],
    ['enforcement-cases', TODAY, '2–2 persons count CHN/JPN 2026-06-01…2026-06-30'],
  ])('%s on %s: %s', (id, date, expected) => expect(told(ask(id, 'JPN', date).headline)).toBe(expected))

  it.each([
    ['JPN', 80],
    ['USA', 10],
    ['EU', 7],
    ['TWN', 8],
  ])('counts firms on the lists by the economy they belong to: %s %i', (economy, count) =>
    expect(ask('entity-control-watch-lists', economy).headline).toMatchObject({
      low: count,
      high: count,
      reporter: 'CHN',
      partner: economy,
    }),
  )

  it('shows the main case where none of an economy is listed', () =>
    expect(ask('entity-control-watch-lists', 'BRA').headline).toMatchObject({ low: 80, partner: 'JPN' }))

  it('keeps the list of the time', () =>
    expect(ask('entity-control-watch-lists', 'USA', '2025-12-01').headline).toMatchObject({ low: 28 }))

  it('never shows one that had not begun while an older one stood', () => {
    for (const [id, date] of [
      ['china-dual-use-control-list', '2025-12-31'],
      ['one-china-policy', '2025-11-30'],
    ] as const)
      expect((ask(id, 'WLD', date).headline?.figures[0]?.period_start ?? '') <= date).toBe(true)
  })
})

describe('visitors by the month: the newest that had ended', () => {
  it.each([
    [TODAY, -56.8, '2026-04'],
    ['2026-05-01', -56.8, '2026-04'],
    ['2026-04-30', -60.7, '2026-01'],
    ['2026-02-01', -60.7, '2026-01'],
    ['2026-01-31', -45.3, '2025-12'],
    ['2026-01-01', -45.3, '2025-12'],
    ['2025-12-31', 3, '2025-11'],
  ])('on %s: %f of %s', (date, value, month) => {
    const { headline } = ask('travel-advisory-2025', 'JPN', date)
    expect(headline).toMatchObject({ low: value, high: value, measure: 'visitors-change' })
    expect(headline?.figures[0]?.period_start.slice(0, 7)).toBe(month)
  })
})

describe('entries that are nothing to buy', () => {
  it.each([
    'china-export-control-law',
    'catch-all-controls',
    'end-user-certificate',
    'one-china-principle',
    '1992-consensus',
    'strategic-ambiguity',
    'survival-threatening-situation',
    'takaichi-remarks-2025',
  ])('%s has no headline', (id) => {
    for (const economy of ['JPN', 'WLD', 'USA', 'CHN', 'TWN'])
      expect(ask(id, economy)).toEqual({ headline: null, now: null, isWorldInstead: false })
  })

  it('shows one reporter, whatever the economy', () => {
    for (const { id, kind, headline_measure } of tables.entries) {
      if (MATERIAL_KINDS.has(kind) || headline_measure === 'entities-listed') continue
      const answers = ['JPN', 'USA', 'WLD', 'CHN', 'BRA'].map((economy) => ask(id, economy))
      for (const answer of answers) expect([id, answer]).toEqual([id, answers[0]])
      expect(answers[0]?.isWorldInstead).toBe(false)
    }
  })

  it('lets a related entry stand in', () => {
    expect(ask('dual-use-items', 'JPN').headline).toMatchObject({
      entry: 'mofcom-announcement-2026-1',
      measure: 'import-value',
      isStandIn: true,
      low: 10.7,
      unit: 'JPY trillion',
    })
    expect(ask('senkaku-incident-2010', 'JPN').headline).toMatchObject({
      entry: 'rare-earth-embargo-2010',
      measure: 'import-share',
      isStandIn: true,
    })
  })

  it('tells the incident of 2010 by the share of its time', () => {
    const { headline } = ask('senkaku-incident-2010', 'JPN', '2010-10-15')
    expect(headline).toMatchObject({ entry: 'rare-earth-embargo-2010', measure: 'import-share' })
    expect((headline?.figures[0]?.period_end ?? '') <= '2010-12-31').toBe(true)
  })

  it.each(['senkaku-incident-2010', 'rare-earth-embargo-2010'])(
    'tells beside the figure of %s what has become since of the goods',
    (id) => {
      for (const date of ['2010-10-15', '2026-01-10']) {
        const { headline, now } = ask(id, 'JPN', date)
        expect(headline).toMatchObject({ entry: 'rare-earth-embargo-2010' })
        expect(now).toMatchObject({ entry: 'rare-earths', measure: 'import-share', low: 60, high: 71.9 })
      }
    },
  )

  it('shows ship days by the year', () => {
    expect(told(ask('senkaku-islands', 'JPN').headline)).toBe(
      '357–357 days contiguous-zone-days JPN/CHN 2025-01-01…2025-12-31',
    )
    expect(told(ask('senkaku-islands', 'JPN', '2025-12-31').headline)).toContain('355–355 days')
    expect(told(ask('senkaku-islands', 'JPN', '2020-05-01').headline)).toContain('333–333 days')
  })

  it('never mixes units: the price is in yen, the dollars are a conversion', () => {
    const { headline } = ask('senkaku-nationalisation-2012', 'JPN')
    expect(ids(headline)).toEqual(['sk-022'])
    expect(headline).toMatchObject({ low: 2.05, high: 2.05, unit: 'JPY billion', sourcesDiffer: false })
  })
})

describe('made-up rows', () => {
  it.each<[string, Partial<FigureRow>]>([
    ['another supplier', { partner: 'VNM' }],
    ['another buyer', { reporter: 'KOR' }],
    ['a price', { measure: 'price', unit: 'USD/kg' }],
    ['another measure', { measure: 'import-volume', unit: 't' }],
    ['another entry', { entry: 'cerium' }],
  ])('%s does not count', (_, change) => {
    expect(choose([madeUp('doubtful', change), sound])).toEqual(['sound'])
    expect(choose([madeUp('doubtful', change)])).toBeUndefined()
  })

  it('takes of two periods with the same end the shorter', () => {
    const long = madeUp('long', { period_kind: 'range', period_start: '2021-01-01', period_end: '2024-12-31' })
    expect(choose([long, madeUp('short', year(2024))])).toEqual(['short'])
  })

  it('takes the newest end', () => {
    const average = madeUp('average', { period_kind: 'range', period_start: '2021-01-01', period_end: '2024-12-31' })
    expect(choose([sound, average])).toEqual(['average'])
  })

  it('prefers an own year only of a full calendar year, and only where the article is old', () => {
    const average = madeUp('average', { period_kind: 'range', period_start: '2020-01-01', period_end: '2023-12-31' })
    const rows = [madeUp('own', year(2020)), madeUp('before', year(2019)), average]
    expect(choose(rows, '2020-06-01')).toEqual(['own'])
    expect(choose([...rows, madeUp('recent', year(2025))], '2025-06-01')).toEqual(['average'])
  })

  it('says that sources differ only where they do', () => {
    const differ = (...values: number[]) =>
      chooseHeadline(
        {
          lineage: RARE_EARTHS,
          related: [],
          figures: values.map((value, at) => madeUp(`r${at}`, { ...year(2024), value })),
        },
        'JPN',
        TODAY,
        TODAY,
      ).headline
    expect(differ(60, 60)).toMatchObject({ sourcesDiffer: false, low: 60, high: 60 })
    expect(differ(70, 60, 65)).toMatchObject({ sourcesDiffer: true, low: 60, high: 70 })
  })

  it('has no headline without entry or rows', () => {
    const nothing = { headline: null, now: null, isWorldInstead: false }
    expect(chooseHeadline({ lineage: [], related: [], figures: [] }, 'JPN', TODAY, TODAY)).toEqual(nothing)
    expect(chooseHeadline({ lineage: RARE_EARTHS, related: [], figures: [] }, 'JPN', TODAY, TODAY)).toEqual(nothing)
  })
})

it.each(['states-with-formal-ties', 'visitors-change'])('takes no year for the article’s own of %s', (measure) => {
  const [self] = factsOf('one-china-policy').lineage
  if (!self) throw new Error('no entry')
  const of = { entry: self.id, measure, partner: self.headline_partner }
  const month = { period_start: '2010-06-01', period_end: '2010-06-30', period_kind: 'month' } as const
  const rows = [madeUp('year', { ...of, ...year(2010) }), madeUp('month', { ...of, ...month })]
  const facts = { lineage: [{ ...self, headline_measure: measure }], related: [], figures: rows }
  expect(ids(chooseHeadline(facts, 'JPN', '2010-10-12', TODAY).headline)).toEqual(['month'])
})

describe('readings', () => {
  it('show every row of the question: other years, halves, months, undated and older editions, but no what-if', () => {
    const { headline } = ask('rare-earths', 'JPN')
    const readings = readingsOf(factsOf('rare-earths'), headline as Headline)
    const expected = tables.figures.filter(
      ({ entry, measure, reporter, partner, scenario }) =>
        entry === 'rare-earths' &&
        measure === 'import-share' &&
        reporter === 'JPN' &&
        partner === 'CHN' &&
        scenario === 'no',
    )
    expect(readings.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
    expect(readings.some(({ period_kind }) => period_kind === 'none')).toBe(true)
    const ends = readings.map(({ period, period_end }) => period_end || period.slice(0, 4))
    expect(ends).toEqual(ends.toSorted().toReversed())
  })

  it('show none of another question', () => {
    const { headline } = ask('rare-earths', 'JPN')
    const others = [
      { entry: 'gallium' },
      { measure: 'net-import-reliance' },
      { reporter: 'USA' },
      { partner: 'WLD' },
      { scenario: 'yes' as const },
    ].map((change, at) => madeUp(`other ${at}`, change))
    const facts = { lineage: RARE_EARTHS, related: [], figures: [...others, sound] }
    expect(readingsOf(facts, headline as Headline)).toEqual([sound])
  })
})

/* What must hold for every entry, economy and date. */

const isState = ({ measure }: Headline) => STATE_MEASURES.has(measure)

/** Its period had ended before the article, or begun for states; or the article is old and of its own year; or nobody knows. */
function isOfItsTime(headline: Headline, date: string): boolean {
  return headline.figures.every((row) => {
    if (row.period_end === '') return isState(headline)
    if (isState(headline)) return row.period_start <= date
    return (
      row.period_end < date ||
      (isOld(date) && row.period_kind === 'year' && row.period_start.startsWith(date.slice(0, 4)))
    )
  })
}

describe('every headline', () => {
  const each = (check: (headline: Headline, question: { id: string; economy: string; date: string }) => void) =>
    fc.assert(
      fc.property(question, (asked) => {
        const { headline, now } = ask(asked.id, asked.economy, asked.date)
        for (const shown of [headline, now]) if (shown) check(shown, asked)
      }),
      RUNS,
    )

  it('exists in the table as it is shown, with a source that exists', () => {
    const sources = new Set(tables.sources.map(({ source_id }) => source_id))
    each(({ figures: rows, low, high, unit, measure, reporter, partner, entry }) => {
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) {
        expect(figures.get(row.id)).toEqual(row)
        expect(sources).toContain(row.source_id)
        expect(row).toMatchObject({ unit, measure, reporter, partner, entry })
      }
      expect(low).toBe(Math.min(...rows.map((row) => row.low ?? (row.value as number))))
      expect(high).toBe(Math.max(...rows.map((row) => row.high ?? (row.value as number))))
    })
  })

  it('is never a scenario, a forecast, a part, an older edition, a date or a price', () =>
    each(({ figures: rows, measure }) => {
      expect(rows.every(isUsable)).toBe(true)
      expect(['price', 'event-date', 'other', 'price-change', 'cost-impact', 'gdp-impact']).not.toContain(measure)
    }))

  it('is of one period and counts no number twice', () =>
    each(({ figures: rows }) => {
      expect(new Set(rows.map(({ period_start, period_end }) => `${period_start} ${period_end}`)).size).toBe(1)
      const shown = new Set(rows.map(({ id }) => id))
      expect(rows.filter(({ same_as }) => shown.has(same_as))).toEqual([])
    }))

  it('of what economies buy is a share of full years', () =>
    each(({ figures: rows, unit, low, high }, { id }) => {
      if (!MATERIAL_KINDS.has(entryOf(id).kind)) return
      expect(unit).toBe('%')
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(100)
      expect(rows.every(isFullYears)).toBe(true)
    }))

  it('of a sum is of full years, or of a month where it is published by the month', () =>
    each((headline) => {
      if (isState(headline)) return
      const isMonthly = MONTHLY_MEASURES.has(headline.measure)
      expect(headline.figures.every((row) => (isMonthly ? row.period_kind === 'month' : isFullYears(row)))).toBe(true)
    }))

  it('stands in only from above, or from a related entry where there is nothing to buy', () =>
    each(({ entry, isStandIn }, { id }) => {
      expect(isStandIn).toBe(entry !== id)
      const { lineage, related } = factsOf(id)
      const may = [...lineage, ...(MATERIAL_KINDS.has(entryOf(id).kind) ? [] : related)].map((one) => one.id)
      expect(may).toContain(entry)
    }))

  it('is for the economy asked for, or the answer says that it is the world’s', () =>
    fc.assert(
      fc.property(question, ({ id, economy, date }) => {
        const { headline, now, isWorldInstead } = ask(id, economy, date)
        const { kind, headline_measure, headline_partner } = entryOf(id)
        for (const shown of [headline, now]) {
          if (shown === null) continue
          const { measure, reporter, partner } = shown
          if (!MATERIAL_KINDS.has(kind)) {
            expect(measure).toBe(headline_measure)
            expect(isWorldInstead).toBe(false)
            expect(measure === 'entities-listed' ? [economy, headline_partner] : [headline_partner]).toContain(partner)
          } else if (isWorldInstead || economy === 'WLD' || economy === 'CHN') {
            expect(['magnet-share', 'refining-share', 'mine-share']).toContain(measure)
            expect([reporter, partner]).toEqual(['CHN', 'WLD'])
          } else {
            expect(reporter).toBe(economy)
            expect(partner).toBe(measure === 'import-share' ? 'CHN' : 'WLD')
          }
        }
        if (isWorldInstead) expect(['WLD', 'CHN']).not.toContain(economy)
      }),
      RUNS,
    ))

  // A full period that had ended before the article's date; of states the newest row that had begun. A fault once: today's
  // figure was given as the article's own, without a word on the card.
  it('had ended before the article', () =>
    fc.assert(
      fc.property(question, ({ id, economy, date }) => {
        const { headline } = ask(id, economy, date)
        if (headline) expect(isOfItsTime(headline, date)).toBe(true)
      }),
      RUNS,
    ))

  // The same, by example: a later figure is at most "now".
  it.each([
    ['travel-advisory-2025', '2025-11-20'],
    ['china-dual-use-control-list', '2024-06-01'],
    ['entity-control-watch-lists', '2026-03-15'],
    ['mofcom-2025-october', '2025-03-01'],
    ['rare-earths', '2005-01-01'],
  ])('%s in an article of %s is not of a later time', (id, date) => {
    const { headline } = ask(id, 'JPN', date)
    expect(headline === null || isOfItsTime(headline, date)).toBe(true)
  })

  it('stands beside a figure of today only where both are of the same thing, or that is of the goods of an event', () =>
    fc.assert(
      fc.property(question, ({ id, economy, date }) => {
        const { headline, now } = ask(id, economy, date)
        if (!headline || !now) return
        const asks = (of: Headline) => [of.measure, of.reporter, of.partner]
        expect(asks(now)).toEqual(asks(headline))
        // An event has no figure of today: that of its goods is.
        const isOfEvent = !MATERIAL_KINDS.has(entryOf(headline.entry).kind)
        if (now.entry !== headline.entry)
          expect([isOfEvent, MATERIAL_KINDS.has(entryOf(now.entry).kind)]).toEqual([true, true])
      }),
      RUNS,
    ))

  // A reliance of then beside a share of China today reads as a fall from 100% to 18%, mines beside refineries as one from 97% to 91%.
  it.each([
    ['gallium', 'USA', '2024-04-22', 'net-import-reliance'],
    ['rare-earths', 'WLD', '2012-09-20', 'mine-share'],
    ['dysprosium', 'JPN', '2010-10-05', 'import-share'],
  ])('%s for %s in an article of %s: then and today are both %s', (id, economy, date, measure) => {
    const { headline, now } = ask(id, economy, date)
    expect([headline?.measure, now?.measure, now?.entry]).toEqual([measure, measure, headline?.entry])
  })

  it('does not depend on the order of the rows', () =>
    fc.assert(
      fc.property(question, ({ id, economy, date }) => {
        const facts = factsOf(id)
        const turned = { ...facts, figures: facts.figures.toReversed() }
        const answer = chooseHeadline(turned, economy, date, TODAY)
        expect(ids(answer.headline)?.toSorted()).toEqual(ids(ask(id, economy, date).headline)?.toSorted())
      }),
      { numRuns: 500 },
    ))
})

describe('against the rule written once more, over the whole table', () => {
  const materials = tables.entries.filter(({ kind }) => MATERIAL_KINDS.has(kind)).map(({ id }) => id)
  const reporters = [...new Set(tables.figures.map(({ reporter }) => reporter))]

  it('gives the same rows', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...materials),
        fc.oneof(fc.constantFrom('JPN', 'USA', 'EU', 'WLD'), fc.constantFrom(...reporters)),
        day,
        (id, economy, date) => {
          const asked = economy === 'CHN' ? 'WLD' : economy
          const { headline, now, isWorldInstead } = ask(id, economy, date)
          // The world's is given where the economy has no figure at any time; one of later is not the article's own.
          const hasOwn = (expectedIds(id, asked, date) ?? expectedIds(id, asked, TODAY)) !== null
          const expected = expectedIds(id, hasOwn ? asked : 'WLD', date)
          expect(ids(headline)?.toSorted() ?? null).toEqual(expected)
          if (expected === null)
            expect(ids(now)?.toSorted() ?? null).toEqual(expectedIds(id, hasOwn ? asked : 'WLD', TODAY))
          expect(isWorldInstead).toBe(!hasOwn && asked !== 'WLD' && (headline ?? now) !== null)
        },
      ),
      RUNS,
    ))

  it('gives the same rows today, for every material and every economy', () => {
    for (const id of materials) {
      for (const economy of [...reporters, 'ZZZ']) {
        const asked = economy === 'CHN' ? 'WLD' : economy
        const own = expectedIds(id, asked, TODAY)
        const expected = own ?? expectedIds(id, 'WLD', TODAY)
        const { headline, isWorldInstead } = ask(id, economy)
        expect([id, economy, ids(headline)?.toSorted() ?? null]).toEqual([id, economy, expected])
        expect(isWorldInstead).toBe(own === null && expected !== null)
      }
    }
  })
})

describe('every entry', () => {
  it('has a headline today, but those without a measure and the group without rows', () => {
    const without = tables.entries.filter(({ id }) => ask(id, 'JPN').headline === null).map(({ id }) => id)
    const measureless = tables.entries.filter((entry) => entry.headline_measure === '').map(({ id }) => id)
    expect(without.toSorted()).toEqual([...measureless, 'controlled-minerals'].toSorted())
  })
})
