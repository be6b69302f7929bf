/** Numbers, money, dates and periods as readers write them. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDate, formatPeriod, formatRange, formatValue } from '../../../lib/i18n/numbers.ts'
import { tables } from '../dataset/bundled.ts'

/** Some locales part number and unit by a no-break space, and write minus as such. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace('−', '-')

describe('formatValue', () => {
  it.each([
    [81.61, '%', 'en-GB', '81.61%'],
    [81.61, '%', 'de', '81,61 %'],
    [81.61, '%', 'fr', '81,61 %'],
    [0.1, '%', 'en-GB', '0.1%'],
    [-56.8, '%', 'en-GB', '-56.8%'],
    [60, '%', 'ja', '60%'],
    [10.7, 'JPY trillion', 'en-GB', '10.7 trillion yen'],
    [2.05, 'JPY billion', 'en-GB', '2.05 billion yen'],
    [-7914.7, 'JPY billion', 'en-GB', '-7.91 trillion yen'],
    [26.15, 'USD million', 'en-GB', '26.15 million US dollars'],
    [57.3, 'EUR billion', 'en-GB', '57.3 billion euros'],
    [38.5, 'EUR billion', 'de', '38,5 Milliarden Euro'],
    [38.5, 'EUR billion', 'fr', '38,5 milliards d’euros'],
    [87.1, 'JPY billion', 'fr', '87,1 milliards de yens'],
    [87.1, 'JPY billion', 'es', '87.100 millones de yenes'],
    [2.05, 'JPY billion', 'es', '2.050 millones de yenes'],
    [1, 'USD billion', 'es', '1.000 millones de dólares estadounidenses'],
    [900, 'USD million', 'es', '900 millones de dólares estadounidenses'],
    [10.7, 'JPY trillion', 'es', '10,7 billones de yenes'],
    [10.7, 'JPY trillion', 'fr', '10 700 milliards de yens'],
    [-7914.7, 'JPY billion', 'fr', '-7 910 milliards de yens'],
    [1, 'JPY trillion', 'fr', '1 000 milliards de yens'],
    [10.7, 'JPY trillion', 'de', '10,7 Billionen Yen'],
    [10.7, 'JPY trillion', 'ko', '10.7조 엔'],
    [10.7, 'JPY trillion', 'ja', '10.7兆円'],
    [5000, 'EUR', 'fr', '5 mille euros'],
    [5000, 'EUR', 'es', '5 mil euros'],
    [850, 'USD', 'fr', '850 dollars américains'],
    [38.5, 'EUR billion', 'zh-TW', '385億歐元'],
    [38.5, 'EUR billion', 'ja', '385億ユーロ'],
    [357, 'days', 'en-GB', '357 days'],
    [1, 'days', 'en-GB', '1 day'],
    [170, 'km', 'en-GB', '170 kilometres'],
    [3, 'months', 'en-GB', '3 months'],
    [3, 'months', 'de', '3 Monate'],
    [1005, 'count', 'en-GB', '1,005'],
    [1005, 'count', 'de', '1.005'],
    [1005, 'count', 'es', '1.005'],
    [2, 'persons', 'en-GB', '2'],
    [4, 'persons', 'ja', '4人'],
    [775500, 'persons', 'ko', '775,500명'],
    [14, 'persons', 'zh-TW', '14人'],
    [41.4, 'million persons', 'en-GB', '41.4 million'],
    [41.4, 'million persons', 'de', '41,4 Millionen'],
    [41.4, 'million persons', 'zh-CN', '4140万人'],
    [5.69, 'km2', 'en-GB', '5.69 km²'],
    [5.69, 'km2', 'fr', '5,69 km²'],
    [357, 'days', 'ja', '357日'],
    [170, 'km', 'ja', '170キロメートル'],
    [357, 'days', 'zh-TW', '357天'],
    [170, 'km', 'zh-TW', '170公里'],
    [357, 'days', 'ko', '357일'],
    [1200, 't REO', 'en-GB', '1,200 t REO'],
    [5, 'furlong', 'en-GB', '5 furlong'],
  ])('%f %s in %s: %s', (value, unit, locale, expected) =>
    expect(plain(formatValue(value, unit, locale))).toBe(expected),
  )

  it('writes every unit of the dataset in every language', () => {
    for (const { id } of tables.units)
      for (const locale of ['en-GB', 'ja', 'zh-CN', 'zh-TW', 'ko', 'de', 'fr', 'es'])
        expect([id, locale, formatValue(1234.5, id, locale)]).toEqual([id, locale, expect.stringMatching(/\d/)])
  })
})

describe('formatRange', () => {
  it.each([
    [60, 71.9, '%', '60–72%'],
    [84, 85.49, '%', '84–85%'],
    [60, 60, '%', '60%'],
    [81.61, 81.61, '%', '81.61%'],
    [0.1, 0.5, '%', '0.1–0.5%'],
    [98.6, 99.4, '%', '98.6–99.4%'],
    [41, 42, 'count', '41–42'],
    [846, 1005, 'count', '846–1,005'],
    [2, 3, 'days', '2–3 days'],
    [-5, 3, '%', '−5–3%'],
  ])('%f to %f %s: %s', (low, high, unit, expected) => expect(formatRange(low, high, unit, 'en-GB')).toBe(expected))

  it.each([
    [500, 700, 'USD million', 'en-GB', '500–700 million US dollars'],
    [900, 1200, 'USD million', 'en-GB', '900 million US dollars–1.2 billion US dollars'],
    [500, 700, 'USD million', 'ja', '5〜7億米ドル'],
    [10, 20, 'JPY billion', 'zh-CN', '100–200亿日元'],
    [10, 20, 'JPY billion', 'ko', '100~200억 엔'],
    [5000, 20_000_000, 'USD', 'ja', '5000米ドル〜2000万米ドル'],
    [3, 5, 'EUR billion', 'fr', '3–5 milliards d’euros'],
    [2, 11, 'JPY trillion', 'fr', '2\u202f000–11\u202f000 milliards de yens'],
    [900, 1200, 'USD million', 'es', '900–1.200 millones de dólares estadounidenses'],
  ])('money keeps its magnitude on both ends: %f to %f %s in %s', (low, high, unit, locale, expected) =>
    expect(formatRange(low, high, unit, locale)).toBe(expected),
  )

  it('never says more than 100% of a share, and keeps low before high', () =>
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (a, b) => {
          const text = formatRange(Math.min(a, b), Math.max(a, b), '%', 'en-GB')
          const [low = 0, high = low] = text.match(/\d+(?:\.\d+)?/g)?.map(Number) ?? []
          expect(low).toBeLessThanOrEqual(high)
          expect(high).toBeLessThanOrEqual(100)
        },
      ),
    ))
})

describe('formatDate', () => {
  it.each([
    ['2026-01-07', 'en-GB', '7 January 2026'],
    ['2026-01', 'en-GB', 'January 2026'],
    ['2010', 'en-GB', '2010'],
    ['2026-01-07', 'ja', '2026年1月7日'],
    ['2026-01-07', 'de', '7. Januar 2026'],
    ['2026-01-07', 'fr', '7 janvier 2026'],
    ['2024-12-01', 'fr', '1er décembre 2024'],
    ['2024-12', 'fr', 'décembre 2024'],
    ['2026-01-07', 'ko', '2026년 1월 7일'],
    ['2026-13-45', 'en-GB', '2026-13-45'],
    ['', 'en-GB', ''],
  ])('%s in %s: %s', (date, locale, expected) => expect(formatDate(date, locale)).toBe(expected))

  it('takes short months for lists', () => {
    expect(formatDate('2026-01-07', 'en-GB', 'short')).toBe('7 Jan 2026')
    expect(formatDate('2026-01', 'en-GB', 'short')).toBe('Jan 2026')
  })

  it('does not slip to the day before in any time zone', () => {
    const zone = process.env.TZ
    try {
      for (const TZ of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Tokyo']) {
        process.env.TZ = TZ
        expect(formatDate('2026-01-01', 'en-GB')).toBe('1 January 2026')
      }
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })
})

describe('formatPeriod', () => {
  const period = (period_kind: string, period_start: string, period_end: string, text = '') =>
    formatPeriod({ period: text, period_start, period_end, period_kind }, 'en-GB')
  it.each([
    ['year', '2024-01-01', '2024-12-31', '2024'],
    ['month', '2025-12-01', '2025-12-31', 'December 2025'],
    ['point', '2025-04-04', '2025-04-04', '4 April 2025'],
    ['range', '2021-01-01', '2024-12-31', '2021–2024'],
    ['range', '2024-01-01', '2024-12-31', '2024'],
    ['range', '2012-09-01', '2022-08-31', 'September 2012–August 2022'],
    ['half', '2024-01-01', '2024-06-30', 'January 2024–June 2024'],
    ['fiscal-year', '2024-04-01', '2025-03-31', 'April 2024–March 2025'],
    ['fiscal-year', '2024-01-01', '2024-12-31', '2024'],
  ])('%s from %s to %s: %s', (kind, start, end, expected) => expect(period(kind, start, end)).toBe(expected))

  it('has the waves of Japan and Korea between years and months', () => {
    const fiscal = { period: '', period_start: '2024-04-01', period_end: '2025-03-31', period_kind: 'fiscal-year' }
    expect(['ja', 'ko', 'zh-TW'].map((locale) => formatPeriod(fiscal, locale))).toEqual([
      '2024年4月〜2025年3月',
      '2024년 4월~2025년 3월',
      '2024年4月–2025年3月',
    ])
  })

  it('says what the source says where there are no dates, and nothing where it says nothing', () => {
    expect(period('none', '', '', '2010-2024')).toBe('2010-2024')
    expect(period('none', '', '', 'n.d.')).toBe('')
  })
})
