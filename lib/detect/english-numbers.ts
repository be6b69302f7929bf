/**
 * English sentences read with compromise: the number and unit tied to a mention. Runs in the background and in
 * `annotate`, one sentence at a time; never on a page and never on a whole text.
 */

import nlp from 'compromise'
import { currencyBefore, withoutSigns } from './currency.ts'
import type { Lexicon } from './lexicon.ts'
import { ALL, nearestTied, type Amount, type WrittenAmount } from './nearest-tied.ts'
import { withRanges } from './number-words.ts'
import { overlaps } from './span.ts'
import type { TiedNumber } from './types.ts'

/** What compromise says of one number. */
interface NlpNumber {
  text: string
  offset: { start: number; length: number }
  number: { num: number | null } | null
}

type Unit = TiedNumber['unit']

const MASS: Record<string, number> = {
  tonne: 1,
  tonnes: 1,
  ton: 1,
  tons: 1,
  t: 1,
  mt: 1,
  MT: 1,
  Mt: 1e6,
  kg: 0.001,
  kilograms: 0.001,
  kilogrammes: 0.001,
  kt: 1000,
  kilotons: 1000,
  kilotonnes: 1000,
}
const MONEY: Record<string, Unit> = {
  yen: 'JPY',
  dollars: 'USD',
  dollar: 'USD',
  euros: 'EUR',
  euro: 'EUR',
  yuan: 'CNY',
  renminbi: 'CNY',
}
/** Letters behind the digits: "$4.2bn", "66m tonnes". */
const SCALES: Record<string, number> = { k: 1e3, m: 1e6, mn: 1e6, b: 1e9, bn: 1e9, tn: 1e12, trn: 1e12 }
const SCALE_LETTERS = String.raw`(${Object.keys(SCALES).join('|')})(?!\p{L})`
const SCALE = new RegExp(String.raw`^\s?${SCALE_LETTERS}`, 'iu')
/** The same where they stand. */
const SCALE_IN = new RegExp(String.raw`(?<=\d)${SCALE_LETTERS}|(?<=\d)-(?=(?:m|b|tr)illion)`, 'giu')

/** Words between a share and the thing it is a share of: "60% of Japan's imports of"; a rate is a year's: "800 tonnes a year of". */
const SHARE_OF =
  /^(?:\s*(?:per\s?cent|percent|%))?(?:\s(?:a|per|each)\syear|\stonn?e?s)?\s+(?:worth\s)?of\s(?:[\p{L}\p{N}’'.-]+\s){0,6}$/u
/** Words between "all" and what it is all of. */
const ALL_ITS = /^\s(?:its|their|our)\s(?:[\p{L}’'-]+\s){0,4}$/u
/** "Nine out of ten magnets" */
const OF_TEN = /\sten$/i
/** Words between a sum and what it is paid for, the verb before it. */
const SPENT = /\bsp(?:ent|ends?|ending)\s(?:about\s|around\s|some\s|nearly\s|almost\s|over\s|more than\s)?$/
const PAID_FOR = /^\son\s(?:(?!and\b|or\b)[\p{L}’'-]+\s){0,2}$/u
/** How trade goes up and down, whether told of last month or in a headline. */
const MOVES =
  'f[ae]lls?|r[io]ses?|drop(?:s|ped)?|climb(?:s|ed)?|s[ia]nks?|slid(?:es?)?|slip(?:s|ped)?|slump(?:s|ed)?|plunge[sd]?|tumble[sd]?|decline[sd]?|dip(?:s|ped)?|eas(?:es?|ed)|shr[ia]nks?|jump(?:s|ed)?|surge[sd]?|soar(?:s|ed)?|gr[oe]ws?|increase[sd]?|decrease[sd]?|recover(?:s|ed)?|rebound(?:s|ed)?'
/** By how much, and since when, before what it came to: "14% in May from a year earlier". */
const BY_SO_MUCH = String.raw`(?:(?:by\s)?[\d.]+(?:%|\sper\s?cent)\s(?:(?:in|from|on)\s[\p{L}\d\s]{1,30}\s)?)?`
const APPROXIMATELY = String.raw`(?:about\s|around\s|roughly\s|some\s|nearly\s|almost\s|just\s|only\s|over\s|more than\s)?`
/** Words between a mention and its number: "rare earth exports reached 6,600 tonnes", "fell 14% to 1,042 tonnes", "hit a record 7,742 tonnes". */
const AMOUNTS_TO = new RegExp(
  String.raw`^(?:,[^,;]{1,80},)?\s(?:[\p{L}’'-]+\s){0,4}(?:reach(?:es|ed)|total(?:s|l?ed)|average[sd]?|valued at|(?:(?:is|are|was|were)\s)?estimated at|amount(?:s|ed) to|c[ao]mes? to|st(?:ands?|ood) at|hits?|(?:${MOVES})\s${BY_SO_MUCH}(?:to|below|above)|were|was|worth)\s(?:an?\s(?:[\p{L}\d-]+\s){0,3}(?:(?:low|high|record)\sof|record)\s)?${APPROXIMATELY}$|^,?\sat\s${APPROXIMATELY}$`,
  'u',
)
/** "rare earth reserves, about 21 million tons": they say at once how much that is. */
const IN_OTHER_WORDS = new RegExp(
  String.raw`^\s(?:[\p{L}’'-]+\s){0,2}reserves(?:\s[\p{L}\s]{1,30})?,\s(?:(?:estimated|put) at\s)?${APPROXIMATELY}$`,
  'u',
)
/** "rare earths, 60% of which come from China" */
const OF_WHICH = /^(?:\s*(?:per\s?cent|percent))?\s+of\s(?:which|them)\b/
/** The same between them; of "mines 70% of the rare earths and refines 90% of them" the first is said there. */
const BEFORE_OF_WHICH = /^,?\s+(?:(?:and|but)\s|(?:(?!and\b|but\b)\p{L}+\s){0,2})$/u
/** "rare earths, of which 60% come from China" */
const WHICH = /^,?\sof\swhich\s(?:\p{L}+\s){0,3}$/u

/** Digits and words without which no number is read: compromise takes longer over a sentence than all else together. */
const NUMERAL = /\p{Nd}|half|third|quarter|[fnx]th|\bten\b|cent|\ball\b|hundred|thousand|illion/iu

/**
 * The number tied to the mention at [start, end) of `sentence`, or null. Offsets in UTF-16 units of the sentence.
 * Only numbers that grammar ties to the mention count; one that merely stands in the sentence does not.
 */
export function englishNumberTiedTo(lexicon: Lexicon, sentence: string, start: number, end: number): TiedNumber | null {
  if (!NUMERAL.test(sentence)) return null
  const spoken = spokenShares(sentence)
  // Of "US$4 billion" compromise reads the billion alone, and "$4.2mn" as no number.
  const readable = withoutSigns(sentence).replace(SCALE_IN, (letters) => ' '.repeat(letters.length))
  const readings = nlp(readable).numbers().json({ offset: true }) as NlpNumber[]
  const written = readings
    .map((reading) => withUnit(sentence, reading))
    .filter((number) => number !== null)
    // Of "nine in ten tonnes" no ten tonnes.
    .filter((number) => !spoken.some((share) => overlaps(share, number)))
  return nearestTied(
    lexicon,
    sentence,
    [...withRanges(sentence, written), ...spoken],
    { start, end },
    {
      amountFirst: (between, amount) => isTiedBefore(amount, sentence, between),
      mentionFirst: (between, amount) => isTiedBehind(amount, sentence, between),
    },
  )
}

/** True for a number before its mention, `between` being the words between them. */
const isTiedBefore = (number: WrittenAmount, sentence: string, between: string): boolean =>
  SHARE_OF.test(between) ||
  (/^all$/i.test(number.text) && ALL_ITS.test(between)) ||
  (OF_TEN.test(number.text) && between === ' ') ||
  (SPENT.test(sentence.slice(0, number.start)) && PAID_FOR.test(between))

/** True for a number behind its mention; in "exports were half", half is no amount. */
const isTiedBehind = (number: WrittenAmount, sentence: string, between: string): boolean =>
  (AMOUNTS_TO.test(between) && !/^(?:all|half|a\s)/i.test(number.text)) ||
  (number.unit === 't' && IN_OTHER_WORDS.test(between)) ||
  WHICH.test(between) ||
  (BEFORE_OF_WHICH.test(between) && OF_WHICH.test(sentence.slice(number.end)))

/** Shares that compromise reads no number in; the first half of a year is none. */
const SPOKEN_SHARE =
  /(?<!\b(?:first|second|other|latter|one|a)\s)\bhalf(?=\s(?:of(?!\s(?:19|20)\d\d)|its|the|their|all)\b|[,.;])|\ba (?:third|quarter|fifth|sixth|tenth)(?=\sof\b|[,.;])|\b(?:six|seven|eight|nine) (?:in|out of) (?:every )?ten\b|\ball(?=\s(?:of\s(?:the|its|their|our)|its|their|our)\b)/giu
const SPOKEN: Record<string, number> = {
  all: ALL,
  half: 50,
  'a third': 33.3,
  'a quarter': 25,
  'a fifth': 20,
  'a sixth': 16.7,
  'a tenth': 10,
  six: 60,
  seven: 70,
  eight: 80,
  nine: 90,
}

const spokenShares = (sentence: string): Amount[] =>
  [...sentence.matchAll(SPOKEN_SHARE)].map(({ 0: text, index }) => ({
    value: SPOKEN[text.toLowerCase().split(/\s(?:in|out)\s/)[0] as string] as number,
    unit: '%',
    start: index,
    end: index + text.length,
  }))

/** A reading with its unit and the words that belong to it; null where it has no unit that trade news counts in. */
function withUnit(sentence: string, { offset, number }: NlpNumber): Amount | null {
  if (number === null || number.num === null || offset.length === 0) return null
  const sign = currencyBefore(sentence, offset.start)
  const { start } = sign ?? offset
  // A comma or stop behind a number is read with it, and letters that no space parts from it: "6,600t".
  const text = sentence
    .slice(offset.start, offset.start + offset.length)
    .replace(/(?:(?<=\d)\p{L}+)?[^\p{L}\p{N}%]*$/u, '')
  const written = offset.start + text.length
  const scale = SCALE.exec(sentence.slice(written))
  const value = number.num * (SCALES[scale?.[1]?.toLowerCase() ?? ''] ?? 1)
  const end = written + (scale?.[0].length ?? 0)
  const take = (unit: Unit, amount: number, to: number): Amount => ({ value: amount, unit, start, end: to })
  if (sign) return take(sign.unit, value, end)
  const behind = sentence.slice(end)
  const percent = /^(?:-odd)?(?:\s?%|[\s-]per\s?cent\b)/i.exec(behind)
  if (text.endsWith('%')) return take('%', value, end)
  if (percent) return take('%', value, end + percent[0].length)
  if (
    /^(?:one|two|three|four|five|seven|nine)[ -](?:thirds?|quarters?|fifths?|sixths?|tenths?)$/i.test(text) &&
    value < 1
  ) {
    return take('%', Math.round(value * 1000) / 10, end)
  }
  const word = /^\s?(?:metric\s|US\s|U\.S\.\s)?(\p{L}+)/u.exec(behind)
  if (word === null) return null
  const [words, name = ''] = word
  const mass = MASS[name] ?? MASS[name.toLowerCase()]
  if (mass !== undefined) return take('t', value * mass, end + words.length)
  const currency = MONEY[name.toLowerCase()]
  return currency ? take(currency, value, end + words.length) : null
}
