/** Numbers with units in German, French, Spanish, Japanese, Chinese and Korean sentences, and which belongs to a mention. */

import { GRAMMARS, type AmountLanguage, type Grammar } from './amount-grammars.ts'
import { currencyBefore } from './currency.ts'
import type { Lexicon } from './lexicon.ts'
import { ALL, nearestTied, type Amount } from './nearest-tied.ts'
import { withRanges } from './number-words.ts'
import { overlaps } from './span.ts'
import type { TiedNumber } from './types.ts'

/** Digits and percent signs of full width as their plain ones; every character stays one UTF-16 unit. */
const withPlainDigits = (text: string): string =>
  text.replace(/[０-９％．，]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

/** A number with its thousands parted by a point, a comma, a space of any kind or an apostrophe. */
const NUMBER = /\d{1,3}(?:[.,\u00a0\u202f\u2009 ’']\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?/g
/** What may be a number in words. */
const WORD = /\p{L}+(?:-\p{L}+)*/gu
const HAN_DIGITS = '一二三四五六七八九'
/** 六成, 九成五, 6割5分; 之一成为 and 统一成立 are no shares. */
const HAN_SHARE = new RegExp(
  `(?<![之统統唯第])([${HAN_DIGITS}两兩\\d])[割成](?!为|為|立|员|員|功|本|长|長|果|熟|交|就|分|人|都)(?:([${HAN_DIGITS}\\d])分?(?![${HAN_DIGITS}\\d])|半)?`,
  'gu',
)
/** 两万六千吨 */
const HAN_TONNES =
  /(?<![\d一二两兩三四五六七八九十百千万萬])[一二两兩三四五六七八九十百千万萬]{2,9}(?=公?[吨噸]|トン)/gu
/** 百分之六十, 百分之60: the unit stands before. */
const PERCENT_BEFORE = /百分之(\d+(?:\.\d+)?|百|[一二三四五六七八九]?十?[一二三四五六七八九]?)/gu

function valueOf(digits: string, decimal: ',' | '.'): number {
  const thousands =
    decimal === ',' ? /[.\u00a0\u202f\u2009 ’'](?=\d{3}(?!\d))/g : /[,\u00a0\u202f\u2009 ’'](?=\d{3}(?!\d))/g
  return Number(digits.replace(thousands, '').replace(',', '.'))
}

/** 0 for none. */
const digitOf = (text: string): number => (/\d/.test(text) ? Number(text) : hanNumber(text))

const HAN_UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** 六, 六十五, 两万六千: what a number says that is written in Han characters. */
function hanNumber(text: string): number {
  let [whole, part, digit] = [0, 0, 0]
  for (const character of text) {
    const unit = HAN_UNITS[character]
    if (unit !== undefined) {
      part += (digit || 1) * unit
      digit = 0
    } else if ('万萬'.includes(character)) {
      whole += (part + digit) * 1e4
      part = digit = 0
    } else digit = '两兩'.includes(character) ? 2 : HAN_DIGITS.indexOf(character) + 1
  }
  return whole + part + digit
}

/** Every amount with a unit in `sentence`, in text order. */
function amountsIn(sentence: string, { decimal, scales, units, counts, fractions, all }: Grammar): Amount[] {
  const text = withPlainDigits(sentence)
  const amounts: Amount[] = []
  for (const match of text.matchAll(NUMBER)) {
    const number = withUnit(text, match.index, match.index + match[0].length, valueOf(match[0], decimal), scales, units)
    // "1兆2000億円": the second half was read with the first.
    if (number && !amounts.some(({ end }) => end > number.start)) amounts.push(number)
  }
  for (const { 0: words, 1: tens = '', 2: ones = '', index } of text.matchAll(HAN_SHARE)) {
    const half = words.endsWith('半') ? 5 : 0
    // Digits before 割 were read as a plain number.
    const known = amounts.findIndex(({ start }) => start === index)
    if (known >= 0) amounts.splice(known, 1)
    amounts.push({
      value: digitOf(tens) * 10 + digitOf(ones) + half,
      unit: '%',
      start: index,
      end: index + words.length,
    })
  }
  for (const { 0: words, 1: digits = '', index } of text.matchAll(PERCENT_BEFORE))
    if (digits !== '')
      amounts.push({
        value: digitOf(digits),
        unit: '%',
        start: index,
        end: index + words.length,
      })
  for (const { 0: words, index } of text.matchAll(HAN_TONNES)) {
    const number = withUnit(text, index, index + words.length, hanNumber(words), [], units)
    if (number) amounts.push(number)
  }
  for (const [words, value] of [...fractions, [all, ALL] as const])
    for (const { 0: found, index } of text.matchAll(words))
      amounts.push({ value, unit: '%', start: index, end: index + found.length })
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const count = counts.get(word.toLowerCase())
    const number = count === undefined ? null : withUnit(text, index, index + word.length, count, scales, units)
    // Of "nueve de cada diez toneladas" no ten tonnes.
    if (number && !amounts.some((other) => overlaps(other, number))) amounts.push(number)
  }
  return withRanges(text, amounts).sort((a, b) => a.start - b.start)
}

function withUnit(
  text: string,
  start: number,
  from: number,
  first: number,
  scales: Grammar['scales'],
  units: Grammar['units'],
): Amount | null {
  let end = from
  let value = 0
  let part = first
  for (;;) {
    const scale = scales.find(([word]) => word.test(text.slice(end, end + 16)))
    if (scale === undefined) break
    end += scale[0].exec(text.slice(end, end + 16))?.[0].length ?? 0
    value += part * scale[1]
    part = 0
    const more = /^(?:\d{1,3}(?:,\d{3})+|\d+)/.exec(text.slice(end))?.[0]
    if (more === undefined) break
    part = Number(more.replaceAll(',', ''))
    end += more.length
  }
  for (const [word, unit, factor] of units) {
    const met = word.exec(text.slice(end, end + 16))
    if (met) return { value: (value + part) * factor, unit, start, end: end + met[0].length }
  }
  const sign = currencyBefore(text, start)
  // A bare dollar may be Hong Kong's or a peso.
  return sign && !sign.isBareDollar ? { value: value + part, unit: sign.unit, start: sign.start, end } : null
}

/**
 * The amount tied to the mention at [start, end) of `sentence`, or null. Offsets in UTF-16 units of the sentence.
 * Only amounts that grammar ties to the mention count; the nearest of several. The lexicon is of any language but English.
 */
export function amountTiedTo(lexicon: Lexicon, sentence: string, start: number, end: number): TiedNumber | null {
  const grammar = GRAMMARS[lexicon.lang as AmountLanguage]
  const amounts = amountsIn(sentence, grammar).filter((amount) => !grammar.change.test(sentence.slice(amount.end)))
  return nearestTied(
    lexicon,
    sentence,
    amounts,
    { start, end },
    {
      amountFirst: (between) => grammar.before.test(between),
      mentionFirst: (between) => grammar.behind.test(between),
    },
  )
}
