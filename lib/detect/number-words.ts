/** Which words belong to a number: the lower end of its range, what says that it is a limit, and of a share its year. */

import { overlaps } from './span.ts'
import { CJK, type Language, type Span } from './types.ts'

/** The lower end of a range right before its upper end; with a unit of its own it may be where a change began. */
const LOWER_END =
  /(?:\b(?:between|zwischen|entre)\s(?:el\s|le\s|les\s)?)?[\d一二两兩三四五六七八九][\d.,]*(\s?(?:%|per\s?cent\b|prozent\b|pour cent\b|por ciento\b|パーセント|퍼센트|[割成할]))?\s?(?:[-–—~〜～至到]|(?:bis|to|à|a|and|und|et|y)(?=\s)|내지|から)\s?(?:el\s|le\s|les\s)?$/iu
const BETWEEN = /^(?:between|zwischen|entre)\s/i
const JOINED_BY_AND = /(?:and|und|et|y)\s?(?:el\s|le\s|les\s)?$/i
const FROM = /(?:\b(?:from|von|de|del)|由|从|從)\s?$/iu
/** These begin a change, with one unit for both ends too. */
const ALWAYS_FROM = /(?:\bfrom|由|从|從)\s?$/iu
const firstNumber = (text: string) => Number(/\d+(?:[.,]\d+)?/.exec(text)?.[0].replace(',', '.') ?? Number.NaN)

/** Numbers of `sentence`, ranges as one of them: "60 to 70 percent", 60~70%. */
export function withRanges<Each extends Span>(sentence: string, numbers: readonly Each[]): Each[] {
  const whole = numbers.map((number) => withLowerEnd(sentence, number))
  const isInside = (number: Each) =>
    whole.some((other) => other.start <= number.start && number.end < other.end && other !== number)
  return whole.filter((number) => !isInside(number))
}

function withLowerEnd<Each extends Span>(sentence: string, number: Each): Each {
  const before = sentence.slice(Math.max(0, number.start - 40), number.start)
  const lower = LOWER_END.exec(before)
  if (lower === null) return number
  // "from 90% in 2010 to 60%"
  if (/^(?:19|20)\d\d\D/.test(lower[0])) return number
  const isBetween = BETWEEN.test(lower[0])
  if (JOINED_BY_AND.test(lower[0]) && !isBetween) return number
  // "from 90% to 60%", 9割から6割 is a change; "de 60 à 70 %" a range.
  const from = lower[1] ? FROM : ALWAYS_FROM
  if (!isBetween && (from.test(before.slice(0, lower.index)) || lower[0].includes('から'))) return number
  if (firstNumber(lower[0]) >= firstNumber(sentence.slice(number.start, number.end))) return number
  return { ...number, start: number.start - lower[0].length }
}

/** What makes a number a limit, before and behind it. "About" says nothing that a reader would miss. */
const LIMITS: Record<Language, readonly [before: RegExp, behind: RegExp]> = {
  en: [
    /\b(?:less than|fewer than|under|below|at most|no more than|up to|more than|over|above|at least|nearly|almost|virtually|practically|close to)\s$/i,
    /^\sor (?:more|less)\b/i,
  ],
  de: [
    /\b(?:weniger als|unter|höchstens|bis zu|mehr als|über|mindestens|fast|beinahe|nahezu|annähernd|praktisch|so gut wie|knapp)\s$/i,
    /(?!)/,
  ],
  fr: [
    /(?<!\p{L})(?:moins de|au plus|jusqu['’]à|plus de|au moins|près de|presque|quasiment|pratiquement)\s$/iu,
    /^\sau (?:plus|moins)\b/i,
  ],
  es: [
    /\b(?:menos del?|como máximo(?: el| un)?|hasta(?: el| un)?|más del?|al menos(?: el| un)?|casi(?: el| un)?|prácticamente|cerca del?)\s$/i,
    /^\scomo (?:máximo|mínimo)\b/i,
  ],
  ja: [/(?:最大(?:で)?|少なくとも|ほぼ)$/u, /^(?:弱|強|以上|以下|超|未満|近く|台|余り)/u],
  'zh-Hans': [/(?:几乎|不足|不到|至多|最多|至少|超过|超|逾|将近|接近|近)$/u, /^(?:以上|以下)/u],
  'zh-Hant': [/(?:幾乎|不足|不到|至多|最多|至少|超過|超|逾|將近|接近|近)$/u, /^(?:以上|以下)/u],
  ko: [/(?:최대|최소|거의)\s?$/u, /^\s?(?:이상|이하|미만|가까이|남짓|넘게)/u],
}

/** The number at `span` with the words beside it that make it a limit: "less than 60%", 6割弱. */
export function withLimits<Each extends Span>(lang: Language, sentence: string, number: Each): Each {
  const [before, behind] = LIMITS[lang]
  return {
    ...number,
    start: number.start - (before.exec(sentence.slice(0, number.start))?.[0].length ?? 0),
    end: number.end + (behind.exec(sentence.slice(number.end))?.[0].length ?? 0),
  }
}

/** A calendar year that is no time since or until which something was. */
const YEAR =
  /(?<!\b(?:since|by|until|till|before|after|from|to|seit|bis|ab|vor|nach|von|depuis|d['’]ici|avant|après|jusqu['’]en|desde|hasta|antes de|para|tras)\s|自|(?<![降升增减減])[到至])(?<![\d.,$€¥])((?:19|20)\d\d)(?![\d,.]\d|\d|\s?(?:[-–—]|%|tonn|\p{Sc}))(?!\s?(?:年|년)(?:以[来降前後]|まで|から|ま|之?前|之?后|之?後|\s?이[후래전]|까지|부터))/giu
const SHARE =
  /\d[\d.,]*\s?(?:%|per\s?cent|prozent|pour cent|por ciento|パーセント|퍼센트)|[\d一二两兩三四五六七八九][割成할]/giu
const PART = /[;:；。、，]|,(?!\d)/u

/**
 * The year that `sentence` says its share at `span` is of; undefined where it says none. A year is of the share before it in
 * its clause, else of the next one; where no spaces part words the other way round.
 */
export function yearOf(lang: Language, sentence: string, { start, end }: Span): number | undefined {
  const shares = [...sentence.matchAll(SHARE)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }))
  const isBehindFirst = CJK.has(lang)
  for (const { 1: year, index } of sentence.matchAll(YEAR)) {
    const before = shares.findLast((share) => share.end <= index)
    const behind = shares.find((share) => share.start > index)
    const isApart = (from: number, to: number) => PART.test(sentence.slice(from, to))
    const nearBefore = before && !isApart(before.end, index) ? before : undefined
    const nearBehind = behind && !isApart(index, behind.start) ? behind : undefined
    const own = (isBehindFirst ? (nearBehind ?? nearBefore) : (nearBefore ?? nearBehind)) ?? behind ?? before
    if (own === undefined || overlaps(own, { start, end })) return Number(year)
  }
  return undefined
}
