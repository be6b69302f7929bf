/** The card's chart: bars inside the drawing, the card's own emphasised, values to read off, and words for all of it. */

import { describe, expect, it, vi } from 'vitest'
import {
  CHART_HEIGHT,
  CHART_WIDTH,
  drawEconomies,
  drawYears,
  LABEL_PX,
  labelledBars,
  TOP_PX,
  VALUE_PX,
  type ChartPoint,
} from '../../../lib/card/chart.ts'
import { chartSteps, seriesFor } from '../../../lib/card/chart-points.ts'
import { compileCard } from '../../../lib/card/compile.ts'
import type { Chart } from '../../../lib/card/figure-view.ts'
import { buildCard } from '../../../lib/card/model.ts'
import type { Bar, StoredChart } from '../../../lib/card/stored.ts'
import { briefNames, economyNames } from '../../../lib/dataset/economies.ts'
import type { Headline } from '../../../lib/dataset/headline.ts'
import type { FigureRow } from '../../../lib/dataset/types.ts'
import { wording as english } from '../../helpers/wording.ts'
import { ask, factsOf, tables, TODAY } from '../dataset/bundled.ts'

const wording = { ...english, names: economyNames(tables, 'en') }

function chart(id: string, economy: string, date = TODAY): Chart | null {
  const request = { economy, articleDate: date, today: TODAY, number: null }
  return buildCard(compileCard(factsOf(id), wording), request, wording).figure?.chart ?? null
}

/** Where words about a bar or dot stand, some 6 px a character, 8 px high; at an edge they begin or end. */
function boxOf(text: string, middle: number, line: number, charPx = 6) {
  const room = text.length * charPx
  const from = middle === 0 ? 0 : middle === CHART_WIDTH ? CHART_WIDTH - room : middle - room / 2
  return { from, to: from + room, top: line - 8, bottom: line }
}
const valueBox = ({ x, y, width, range = 0, lift = 0, value, at: [middle] = [x + width / 2, 0] }: Bar, charPx = 6) =>
  boxOf(value, middle, y - range - lift - VALUE_PX, charPx)
const labelBox = ({ x, width, label, at: [, middle] = [0, x + width / 2] }: Bar, charPx = 6) =>
  boxOf(label, middle, CHART_HEIGHT - 2, charPx)
const middleOf = ({ x, width }: Bar) => x + width / 2

/** Dots that the value of a bar or dot is written over. */
function dotsUnder(mark: Bar, dots: readonly Bar[] = []) {
  const { from, to, top, bottom } = valueBox(mark)
  return dots.filter(({ x, y, width, height }) => x < to && x + width > from && y < bottom && y + height > top)
}

const share = (value: number) => value / 100
const point = (year: number, value: number, more: Partial<ChartPoint> = {}): ChartPoint => ({
  year,
  period: `${year}`,
  name: '',
  brief: '',
  low: value,
  high: value,
  value: `${value}%`,
  from: '',
  until: '',
  ...more,
})

describe('a chart', () => {
  it('draws the years of Japan on China, the chosen one emphasised', () => {
    const years = chart('rare-earths', 'JPN')
    expect(years?.kind).toBe('years')
    expect(years?.bars[years.own]?.label).toBe('2024')
    expect(years?.description).toBe(
      '2008: at least 90%, 2009: 84–85%, 2010: 81.61%, 2011: 68.37%, 2014: 59.64%, 2018: 58%, ' +
        'January 2024–June 2024: 79.6%, 2024: 60–72%, January 2025: 72.6%, January 2026: 60–76%',
    )
    const [first, , third, fourth, fifth] = years?.bars ?? []
    // Three years apart are three times as far as one.
    expect((fifth?.x ?? 0) - (fourth?.x ?? 0)).toBeCloseTo(3 * ((fourth?.x ?? 0) - (third?.x ?? 0)), 0)
    expect(first?.height).toBeGreaterThan(third?.height ?? 0)
    // 2012, 2013, 2015–2017 and 2019–2023 have no figure, and say so.
    expect(years?.gaps).toHaveLength(10)
  })

  it('writes the value of the chosen bar, the first and the last, and none over another', () => {
    const old = chart('rare-earths', 'JPN', '2010-10-15')
    expect(old?.labelled.map((at) => [old.bars[at]?.label, old.bars[at]?.value])).toEqual(
      expect.arrayContaining([
        ['2010', '81.61%'],
        ['2024', '60–72%'],
      ]),
    )
    expect(old?.bars[old.own]?.label).toBe('2010')
  })

  it('puts months and half-years as dots at their place in time, none of them the chosen one', () => {
    const { bars = [], dots = [], own, labelled } = chart('rare-earths', 'JPN') ?? { own: -1, labelled: [] }
    expect(dots.map(({ label, value }) => [label, value])).toEqual([
      ['January 2024–June 2024', '79.6%'],
      ['January 2025', '72.6%'],
      ['January 2026', '60–76%'],
    ])
    expect(bars.map(({ label }) => label)).not.toContain('2025')
    expect(Math.max(own, ...labelled)).toBeLessThan(bars.length)
    const middles = [...bars.slice(-1), ...dots].map(middleOf)
    const [year = 0, half = 0, month = 0, next = 0] = middles
    const slot = CHART_WIDTH / 19
    // The year's bar stands in the middle of 2024, the half-year's dot a quarter of a year before it.
    expect(year - half).toBeCloseTo(slot / 4, 0)
    expect(next - month).toBeCloseTo(slot, 0)
    // A dot is as high as its range.
    const [, single, range] = dots
    expect(range?.height).toBeGreaterThan((single?.height ?? 0) + 5)
  })

  it('shows the same dots with an article of the past, as it does bars', () => {
    const [old, now] = ['2010-10-15', TODAY].map((date) => chart('rare-earths', 'JPN', date))
    expect(old?.bars).toEqual(now?.bars)
    expect(old?.dots).toEqual(now?.dots)
  })

  it('writes no value over a dot', () => {
    const found = chart('rare-earths', 'JPN') as Chart
    const { x, y, width, range = 0, lift = 0 } = found.bars[found.own] as Bar
    const [half] = found.dots as [Bar]
    // The half-year's dot stands right above the bar of its year.
    expect(half.x).toBeLessThan(x + width)
    expect(half.y + half.height).toBeLessThan(y - range)
    expect(y - range - VALUE_PX - lift).toBeLessThan(half.y)
  })

  it('writes no value over a dot wherever one may stand, and lifts none that has no dot in its way', () => {
    const points = [2020, 2021, 2022, 2023].map((year) => point(year, 40, { value: 'about 40.25%' }))
    for (let middle = 2020; middle < 2024; middle += 0.1)
      for (let value = 0; value < 80; value += 2) {
        const parts = [value, value + 16].map((high) => ({ middle, period: '', low: high, high, value: '' }))
        const { bars, dots = [] } = drawYears(points, parts, share)
        for (const bar of bars) {
          expect(dotsUnder(bar, dots)).toEqual([])
          // Three px of air are kept at most.
          const isClear = [-3, 3].every((lift) => dotsUnder({ ...bar, lift }, dots).length === 0)
          expect(isClear && bar.lift).toBeFalsy()
        }
      }
  })

  it('writes the values of first and last before those between, and none that runs into another', () => {
    const points = Array.from({ length: 16 }, (_, at) => point(2008 + at, 50, { value: 'about 50.25%' }))
    expect(labelledBars(drawYears(points, [], share).bars, 7)).toEqual([7, 0, 15])
  })

  it('says of a year without a figure that there is none in that year’s place', () => {
    const { bars, gaps } = drawYears([point(2020, 10), point(2022, 20), point(2023, 30)], [], share)
    const [first, next] = bars.map(middleOf) as [number, number]
    expect(gaps).toHaveLength(1)
    expect(gaps[0]).toBeCloseTo((first + next) / 2, 0)
  })

  it('keeps to the newest dots where more could not be told apart', () => {
    const headline = ask('rare-earths', 'JPN').headline as Headline
    const month = tables.figures.find(({ id }) => id === 'rare-earths-import-share-jpn-chn-2025-01') as FigureRow
    const months = Array.from({ length: 40 }, (_, at) => {
      const start = new Date(Date.UTC(2022, at)).toISOString().slice(0, 10)
      return { ...month, id: start, period_start: start, period_end: start.replace(/01$/, '28') }
    })
    const years = tables.figures.filter(({ period_kind }) => period_kind === 'year')
    const parts = seriesFor([...years, ...months], headline)?.parts ?? []
    expect(parts).toHaveLength(24)
    expect(parts.at(-1)?.figures[0]?.period_start).toBe('2025-04-01')
  })

  it('has no dots beside economies', () => {
    expect(chart('rare-earth-magnets', 'USA')?.dots).toBeUndefined()
  })

  it('sets economies by name side by side where there are too few years, its own among them', () => {
    const beside = chart('rare-earth-magnets', 'USA')
    expect(beside?.kind).toBe('economies')
    expect(beside?.bars).toHaveLength(4)
    expect(beside?.bars[beside.own]?.label).toBe('United States')
    expect(beside?.description).toContain('United States 2022: 76.8%')
  })

  it('says of which years each economy’s figure is', () => {
    const beside = chart('rare-earths', 'USA')
    expect(beside?.bars.map(({ label, period }) => [label, period])).toEqual(
      expect.arrayContaining([
        ['United States', '2021–24'],
        ['South Korea', '2025'],
      ]),
    )
  })

  it('draws a range of an economy on from where its bar ends', () => {
    const own = point(2024, 60, { name: 'Japan', high: 70 })
    const others = [50, 40].map((value) => point(2024, value, { name: `${value}` }))
    const [drawn] = drawEconomies([own, ...others], own, TODAY, share) ?? []
    expect(drawn?.bars.map(({ range }) => range)).toEqual([drawn?.bars[0]?.range, undefined, undefined])
    // A sixth of what is sure.
    expect(drawn?.bars[0]?.range).toBeCloseTo((drawn?.bars[0]?.width ?? 0) / 6, 0)
  })

  it('sets nothing beside it of a year that is not over', () => {
    const periods = (date: string) => chart('rare-earths', 'USA', date)?.bars.map(({ period }) => period)
    expect(periods('2025-12-31')).not.toContain('2025')
    expect(periods('2026-01-01')).toContain('2025')
  })

  it('writes a name without room in brief, and whole in its description', () => {
    const german = { ...wording, names: economyNames(tables, 'de'), brief: briefNames(tables, 'de') }
    const request = { economy: 'USA', articleDate: TODAY, today: TODAY, number: null }
    const beside = buildCard(compileCard(factsOf('rare-earths'), german), request, german).figure?.chart
    expect(beside?.bars.map(({ label }) => label)).toEqual(['Südkorea', 'USA', 'Deutschland', 'EU'])
    expect(beside?.description).toContain('Vereinigte Staaten')
  })

  it('cuts a name without room that has nothing briefer', () => {
    const german = { ...wording, names: economyNames(tables, 'de') }
    const request = { economy: 'USA', articleDate: TODAY, today: TODAY, number: null }
    const beside = buildCard(compileCard(factsOf('rare-earths'), german), request, german).figure?.chart
    expect(beside?.bars.map(({ label }) => label)).toContain('Vereinigte Staa…')
  })

  it('sets none side by side in articles of before a third economy had a figure', () => {
    const own = point(2018, 50, { name: 'Japan' })
    const points = [own, point(2018, 40, { name: 'India' }), point(2020, 30, { name: 'Brazil', from: '2020-12-31' })]
    expect(drawEconomies(points, own, '2020-12-31', share)).toBeNull()
    expect(drawEconomies(points, own, '2021-01-01', share)?.[0].bars).toHaveLength(3)
  })

  it('leaves out neither the most nor the least dependent where there is no room for all', () => {
    const description = chart('rare-earths', 'USA')?.description
    for (const name of ['South Korea', 'European Union', 'United States']) expect(description).toContain(name)
  })

  it('is of the years from three on, else of the economies from three on', () => {
    const headline = ask('rare-earths', 'JPN').headline as Headline
    const [row] = headline.figures as [FigureRow]
    const yearOf = (year: number, reporter: string): FigureRow => ({
      ...row,
      id: `${reporter}-${year}`,
      reporter,
      period_start: `${year}-01-01`,
      period_end: `${year}-12-31`,
    })
    const years = [2021, 2022, 2023].map((year) => yearOf(year, 'JPN'))
    const economies = ['JPN', 'USA', 'KOR'].map((reporter) => yearOf(2023, reporter))
    const drawn = (rows: FigureRow[]) => seriesFor(rows, headline)?.points.map(({ year, economy }) => [year, economy])
    expect(drawn([...years, ...economies.slice(1)])?.map(([year]) => year)).toEqual([2021, 2022, 2023])
    expect(drawn(economies)?.map(([, economy]) => economy)).toEqual(['JPN', 'USA', 'KOR'])
    expect(drawn([...years.slice(1), ...economies.slice(1, 2)])).toBeUndefined()
  })

  it('draws shares as parts of the whole, and the largest of anything else as high as there is room', () => {
    const headline = ask('rare-earths', 'JPN').headline as Headline
    const [row] = headline.figures as [FigureRow]
    const tallest = (unit: string, values = [10, 20, 30]) => {
      const rows = values.map((value, at): FigureRow => {
        const period = { period_start: `${2021 + at}-01-01`, period_end: `${2021 + at}-12-31` }
        return { ...row, ...period, id: `${at}`, value, low: null, high: null, unit }
      })
      const keep = vi.fn<(drawn: StoredChart) => number>(() => 0)
      chartSteps(seriesFor(rows, headline) as NonNullable<ReturnType<typeof seriesFor>>, () => true, wording, keep)
      return Math.max(...(keep.mock.lastCall?.[0].bars ?? []).map(({ height }) => height))
    }
    const room = CHART_HEIGHT - LABEL_PX - TOP_PX
    expect(tallest('%')).toBeCloseTo(0.3 * room, 1)
    expect(tallest('t')).toBe(room)
    expect(tallest('USD billion')).toBe(room)
    // Of nothing there is a line to be seen.
    expect(tallest('t', [0, 0, 0])).toBe(1)
  })

  it('writes what two sources agree on as they do, and a range where they do not', () => {
    const headline = ask('rare-earths', 'JPN').headline as Headline
    const [row] = headline.figures as [FigureRow]
    const valueOf = (...values: number[]) => {
      const years = [2021, 2022, 2023].flatMap((year) =>
        values.map((value, at): FigureRow => {
          const period = { period_start: `${year}-01-01`, period_end: `${year}-12-31` }
          return { ...row, ...period, id: `${year}-${at}`, value, low: null, high: null, qualifier: 'about' }
        }),
      )
      const keep = vi.fn<(drawn: StoredChart) => number>(() => 0)
      chartSteps(seriesFor(years, headline) as NonNullable<ReturnType<typeof seriesFor>>, () => true, wording, keep)
      return keep.mock.lastCall?.[0].bars[0]?.value
    }
    expect(valueOf(100, 100)).toBe('almost all')
    expect(valueOf(90, 95)).toBe('90–95%')
  })

  it('draws nothing from two figures', () => {
    expect(chart('seafood-ban', 'JPN')).toBe(null)
    expect(chart('taiwan-contingency', 'WLD')).toBe(null)
  })

  it('stays inside its drawing, for every entry, economy and time', () => {
    let [drawn, dotted] = [0, 0]
    for (const { id } of tables.entries)
      for (const economy of ['JPN', 'USA', 'EU', 'KOR', 'WLD'])
        for (const date of [TODAY, '2023-05-01', '2011-05-01']) {
          const found = chart(id, economy, date)
          if (!found) continue
          drawn++
          expect(found.bars[found.own]).toBeDefined()
          expect(found.height).toBeLessThanOrEqual(CHART_HEIGHT)
          for (const { x, y, width, height, range = 0, value, period = '' } of found.bars) {
            const isUp = found.kind === 'years'
            // Some 6 px a character: beside economies the value ends before the period begins.
            const words = isUp ? 0 : range + 6 * (value.length + period.length + 1)
            expect(x).toBeGreaterThanOrEqual(0)
            expect(x + width + words).toBeLessThanOrEqual(CHART_WIDTH)
            expect(y - (isUp ? range : 0)).toBeGreaterThanOrEqual(0)
            expect(y + height).toBeLessThanOrEqual(found.height)
          }
          for (const { x, y, width, height } of found.dots ?? []) {
            dotted++
            expect(x).toBeGreaterThanOrEqual(0)
            expect(x + width).toBeLessThanOrEqual(CHART_WIDTH)
            expect(y).toBeGreaterThanOrEqual(0)
            expect(y + height).toBeLessThanOrEqual(CHART_HEIGHT - LABEL_PX + width)
          }
          if (found.kind === 'economies') continue
          for (const mark of [...found.bars, ...(found.dots ?? [])]) {
            const value = valueBox(mark)
            expect(value.top).toBeGreaterThanOrEqual(0)
            // As wide as they may be in bold, in a wide type.
            const wide = [valueBox(mark, 8), labelBox(mark, 8)]
            for (const { from, to } of [value, labelBox(mark), ...wide]) {
              expect(from).toBeGreaterThanOrEqual(-0.1)
              expect(to).toBeLessThanOrEqual(CHART_WIDTH + 0.1)
            }
            expect(dotsUnder(mark, found.dots)).toEqual([])
          }
          const labels = found.labelled.map((at) => labelBox(found.bars[at] as Bar)).sort((a, b) => a.from - b.from)
          for (const [at, { from }] of labels.entries()) expect(from).toBeGreaterThan(labels[at - 1]?.to ?? -1)
        }
    expect(drawn).toBeGreaterThan(60)
    expect(dotted).toBeGreaterThan(60)
  })
})
