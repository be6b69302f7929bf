/** Ranges are one number, limits keep their words, and a share has the year that its sentence gives it. */

import { describe, expect, it } from 'vitest'
import { withLimits, withRanges, yearOf } from '../../../lib/detect/number-words.ts'
import type { Language, Span } from '../../../lib/detect/types.ts'

const spanOf = (sentence: string, words: string): Span => {
  const start = sentence.indexOf(words)
  expect(start).toBeGreaterThanOrEqual(0)
  return { start, end: start + words.length }
}
const words = (sentence: string, { start, end }: Span) => sentence.slice(start, end)

describe('withRanges', () => {
  it.each<[string, string[], string[]]>([
    ['60 to 70 percent of it', ['70 percent'], ['60 to 70 percent']],
    ['between 60% and 70% of it', ['60%', '70%'], ['between 60% and 70%']],
    ['de 60 à 70 % des terres', ['70 %'], ['60 à 70 %']],
    ['entre el 60 % y el 70 % de ellas', ['60 %', '70 %'], ['entre el 60 % y el 70 %']],
    ['60 bis 70 Prozent', ['70 Prozent'], ['60 bis 70 Prozent']],
    ['희토류의 60~70%', ['70%'], ['60~70%']],
    ['日本60%至70%的稀土', ['60%', '70%'], ['60%至70%']],
    // A change, two things, and a year are none.
    ['from 90% to 60%', ['90%', '60%'], ['90%', '60%']],
    ['from 90 to 60 percent', ['60 percent'], ['60 percent']],
    ['90 to 60 percent', ['60 percent'], ['60 percent']],
    ['de 90 % à 60 %', ['90 %', '60 %'], ['90 %', '60 %']],
    ['9割から6割に', ['9割', '6割'], ['9割', '6割']],
    ['60% and 70%', ['60%', '70%'], ['60%', '70%']],
    ['from 90% in 2010 to 60%', ['90%', '60%'], ['90%', '60%']],
  ])('%s', (sentence, numbers, expected) => {
    const spans = numbers.map((number) => spanOf(sentence, number))
    expect(withRanges(sentence, spans).map((span) => words(sentence, span))).toEqual(expected)
  })
})

describe('withLimits', () => {
  it.each<[Language, string, string, string]>([
    ['en', 'less than 60% of it', '60%', 'less than 60%'],
    ['de', 'weniger als 66 Prozent', '66 Prozent', 'weniger als 66 Prozent'],
    ['fr', 'moins de 60 %', '60 %', 'moins de 60 %'],
    ['es', 'hasta el 60 %', '60 %', 'hasta el 60 %'],
    ['ja', 'レアアースの6割弱を', '6割', '6割弱'],
    ['zh-Hans', '不足六成的稀土', '六成', '不足六成'],
    ['zh-Hant', '近100%來自', '100%', '近100%'],
    ['ko', '희토류의 60% 이상을', '60%', '60% 이상'],
    ['en', 'about 60% of it', '60%', '60%'],
  ])('%s: %s', (lang, sentence, number, expected) => {
    expect(words(sentence, withLimits(lang, sentence, spanOf(sentence, number)))).toBe(expected)
  })
})

describe('yearOf', () => {
  it.each<[Language, string, string, number | undefined]>([
    ['en', 'The EU bought 35.5% of it from China in 2021.', '35.5%', 2021],
    ['en', 'In 2021, the EU bought 35.5% of it from China.', '35.5%', 2021],
    ['en', 'It fell from 90% in 2010 to 60% in 2024.', '90%', 2010],
    ['en', 'It fell from 90% in 2010 to 60% in 2024.', '60%', 2024],
    ['de', 'Im Jahr 2023 waren es 69 Prozent.', '69 Prozent', 2023],
    ['ja', '日本は2018年に58%を輸入した。', '58%', 2018],
    ['zh-Hans', '由2010年的90%降至2024年的60%。', '90%', 2010],
    ['zh-Hans', '由2010年的90%降至2024年的60%。', '60%', 2024],
    // Of another share, since when, until when, or no year.
    ['en', 'It was 60% in 2024, up from 50% in 2010.', '50%', 2010],
    ['en', 'Since 2010 it has bought 60%.', '60%', undefined],
    ['ja', '2010年以降、60%を輸入する。', '60%', undefined],
    ['en', 'It bought 2010 tonnes, or 60%.', '60%', undefined],
    ['en', 'It bought 60%.', '60%', undefined],
  ])('%s: %s (%s)', (lang, sentence, share, expected) => {
    expect(yearOf(lang, sentence, spanOf(sentence, share))).toBe(expected)
  })
})
