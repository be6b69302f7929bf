/** Numbers, money and dates in the reader's language, by `Intl` alone. */

import type { IsoDate } from '../dataset/types.ts'

/** How a unit of the dataset is written: factor to its base, and what the base is. */
const MONEY: Record<string, [currency: string, factor: number]> = {
  USD: ['USD', 1],
  'USD million': ['USD', 1e6],
  'USD billion': ['USD', 1e9],
  EUR: ['EUR', 1],
  'EUR billion': ['EUR', 1e9],
  JPY: ['JPY', 1],
  'JPY billion': ['JPY', 1e9],
  'JPY trillion': ['JPY', 1e12],
}
const MEASURES: Record<string, string> = {
  days: 'day',
  km: 'kilometer',
  m: 'meter',
  months: 'month',
  years: 'year',
  hours: 'hour',
  kg: 'kilogram',
}
/** Units of the dataset that are written in other letters. */
const SYMBOLS: Record<string, string> = { km2: 'km²' }
/** Large numbers with the word for their magnitude. */
const MILLIONS = { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 } as const

/** Formats by locale and options: making one takes longer than a hundred numbers. */
const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()
function known<Format extends Intl.NumberFormat | Intl.DateTimeFormat, Options>(
  Kind: new (locale: string, options: Options) => Format,
  locale: string,
  options: Options,
): Format {
  const key = `${Kind.name} ${locale} ${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Kind(locale, options)
  formats.set(key, format)
  return format as Format
}
const numbers = (locale: string, options: Intl.NumberFormatOptions) => known(Intl.NumberFormat, locale, options)

const plain = (value: number, locale: string) =>
  // Spanish groups four digits too, as its papers do: 1.005.
  numbers(locale, { maximumFractionDigits: 2, useGrouping: 'always' }).format(value)

/** A value of the dataset with its unit, e.g. "81.61%", "10.7 trillion yen", "357 days". Unknown units are appended. */
export const formatValue = (value: number, unit: string, locale: string): string =>
  withMinus(withUnit(value, unit, locale), value)

/** A minus sign is as wide as the figures; `Intl` writes a hyphen. */
const withMinus = (text: string, value: number) => text.replace('-', value < 0 ? '−' : '-')

function withUnit(value: number, unit: string, locale: string): string {
  if (unit === '%') return numbers(locale, { style: 'percent', maximumFractionDigits: 2 }).format(value / 100)
  const money = MONEY[unit]
  if (money) {
    const parts = moneyParts(value, money, locale)
    return parts.map((part, at) => joined(part, parts[at - 1], parts[at + 1], locale)).join('')
  }
  const measure = MEASURES[unit]
  if (measure) {
    const text = numbers(locale, {
      style: 'unit',
      unit: measure,
      unitDisplay: 'long',
      maximumFractionDigits: 2,
    }).format(value)
    // Nor have Japanese and Chinese a space before a unit in words: 357日, 170公里.
    return /^(?:ja|zh)/.test(locale) ? text.replace(' ', '') : text
  }
  if (unit === 'count') return plain(value, locale)
  if (unit === 'persons') return plain(value, locale) + personsIn(locale)
  if (unit === 'million persons') return numbers(locale, MILLIONS).format(value * 1e6) + personsIn(locale)
  return `${plain(value, locale)} ${SYMBOLS[unit] ?? unit}`
}

/** What persons are counted by in East Asia: 4人, 4140만명. */
const personsIn = (locale: string) => ({ ja: '人', ko: '명', zh: '人' })[locale.slice(0, 2)] ?? ''

/** Where papers count in the unit below that of `Intl`: 10 700 milliards and not 10,7 billions, 87.100 millones and not 87,1 mil millones. */
const COUNTED_BELOW: Readonly<Record<string, number>> = { fr: 1e12, es: 1e9 }

function moneyParts(value: number, [currency, factor]: [string, number], locale: string): Intl.NumberFormatPart[] {
  const format = numbers(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
    notation: 'compact',
    compactDisplay: 'long',
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  }) as Intl.NumberFormat
  const amount = value * factor
  const step = COUNTED_BELOW[locale.slice(0, 2)] ?? Infinity
  const times = Math.abs(amount) / step
  const isCounted = times >= 1 && times < 1000
  // Two of the unit below give its plural; as many as there are take their place, as exact as with two decimals above.
  const parts = isCounted
    ? format
        .formatToParts((Math.sign(amount) * 2 * step) / 1000)
        .map((part) =>
          part.type === 'integer' ? { ...part, value: plain(Math.round(times * 100) * 10, locale) } : part,
        )
    : format.formatToParts(amount)
  return parts.map((part) => ({ ...part, value: inNews(part.value) }))
}

/** Names of currencies as `Intl` has them, to tell all of the world apart, and as the news writes them. */
const CURRENCIES: readonly (readonly [name: RegExp, news: string])[] = [
  // There is but one yen.
  [/^Japanese (?=yen)|^Japanische[rn]? (?=Yen)|(?<=^yens?) japonais$|(?<=^yen(?:es)?) japon(?:és|eses)$/, ''],
  [/^일본 엔화$/, '엔'],
  [/(?<=^dollars?) des États-Unis$/, ' américains'],
]

const inNews = (name: string): string => CURRENCIES.reduce((text, [long, short]) => text.replace(long, short), name)

/** The lower end of a range of money: without what the upper end says for both, "900 million US dollars" where that is of billions. */
function lowMoney(low: number, high: number, unit: string, money: [string, number], locale: string): string {
  const [from, to] = [low, high].map((value) => moneyParts(value, money, locale)) as [
    Intl.NumberFormatPart[],
    Intl.NumberFormatPart[],
  ]
  const scaleOf = (parts: Intl.NumberFormatPart[]) => parts.find(({ type }) => type === 'compact')?.value
  if (scaleOf(from) !== scaleOf(to)) return formatValue(low, unit, locale)
  const number = from.slice(0, from.findLastIndex(({ type }) => type === 'integer' || type === 'fraction') + 1)
  return withMinus(number.map(({ value }) => value).join(''), low)
}

/** A part of an amount of money; between number and currency stands what `Intl` leaves out, or puts there for nothing. */
function joined(
  { type, value }: Intl.NumberFormatPart,
  before: Intl.NumberFormatPart | undefined,
  after: Intl.NumberFormatPart | undefined,
  locale: string,
): string {
  if (type !== 'literal' || after?.type !== 'currency') return value
  const language = locale.slice(0, 2)
  // Chinese has no spaces: 385億歐元.
  if (language === 'zh') return ''
  // Millions and what is above are nouns: 38,5 milliards d’euros, 87.100 millones de yenes.
  const isNoun = before?.type === 'compact' && /ill[ioó]/.test(before.value)
  if (!isNoun || (language !== 'fr' && language !== 'es')) return value
  return language === 'fr' && /^[aeiouéè]/i.test(after.value) ? `${value}d’` : `${value}de${value}`
}

/** What stands between the ends of a range where it is no dash. */
const WAVES: Record<string, string> = { ja: '〜', ko: '~' }

/** What stands between the ends of a range: 60–72%, 60〜72%. */
export const dashIn = (locale: string): string => WAVES[locale.slice(0, 2)] ?? '–'

/** Low to high with one unit, e.g. "60–72%"; percentages without decimals, since the range says how exact it is. */
export function formatRange(low: number, high: number, unit: string, locale: string): string {
  if (low === high) return formatValue(low, unit, locale)
  const isWide = unit === '%' && high - low >= 1
  const round = (value: number) => (isWide ? Math.round(value) : value)
  if (round(low) === round(high)) return formatValue(round(low), unit, locale)
  const money = MONEY[unit]
  const from = money ? lowMoney(low, high, unit, money, locale) : withMinus(plain(round(low), locale), low)
  return from + dashIn(locale) + formatValue(round(high), unit, locale)
}

/** A date as precise as it is written: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Lists take short months. */
export function formatDate(date: string, locale: string, month: 'long' | 'short' = 'long'): string {
  if (date.length === 4) return date
  const time = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(time.getTime())) return date
  const day = date.length === 7 ? {} : ({ day: 'numeric' } as const)
  const written = known(Intl.DateTimeFormat, locale, { year: 'numeric', month, ...day, timeZone: 'UTC' }).format(time)
  // The first of a month is an ordinal in French, which `Intl` does not write.
  return locale.startsWith('fr') ? written.replace(/^1(?= )/, '1er') : written
}

/** The period of a figure, e.g. "2024", "2021–2024", "December 2025". */
export function formatPeriod(
  period: { period: string; period_start: IsoDate; period_end: IsoDate; period_kind: string },
  locale: string,
): string {
  const { period_kind, period_start, period_end } = period
  switch (period_kind) {
    case 'year':
      return period_start.slice(0, 4)
    case 'month':
      return formatDate(period_start.slice(0, 7), locale)
    case 'point':
      return formatDate(period_start, locale)
    case 'none':
      return period.period === 'n.d.' ? '' : period.period
    default: {
      const isYears = period_start.endsWith('-01-01') && period_end.endsWith('-12-31')
      const [from, to] = isYears
        ? [period_start.slice(0, 4), period_end.slice(0, 4)]
        : [formatDate(period_start.slice(0, 7), locale), formatDate(period_end.slice(0, 7), locale)]
      return from === to ? from : from + dashIn(locale) + to
    }
  }
}
