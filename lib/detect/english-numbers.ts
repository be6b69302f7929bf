/**
 * English sentences read with compromise: the number and unit tied to a mention. Runs in the background and in
 * `annotate`, one sentence at a time; never on a page and never on a whole text.
 */

import nlp from 'compromise'
import { mayHoldNumber } from './numerals.ts'
import type { ArticleNumber } from './types.ts'

/** What compromise says of one number. */
interface Reading {
  text: string
  offset: { start: number; length: number }
  number: { prefix: string; num: number | null; suffix: string; unit: string } | null
}

type Unit = ArticleNumber['unit']

const MASS: Record<string, number> = {
  tonne: 1,
  tonnes: 1,
  ton: 1,
  tons: 1,
  t: 1,
  kg: 0.001,
  kilograms: 0.001,
  kilogrammes: 0.001,
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
const SIGNS: Record<string, Unit> = { $: 'USD', '€': 'EUR', '¥': 'JPY' }

/** Words between a share and the thing it is a share of: "60% of Japan's imports of". */
const SHARE_OF = /^(?:\s*(?:per\s?cent|percent|%))?\s+of\s(?:[\p{L}\p{N}’'.-]+\s){0,6}$/u
/** Words between a mention and its number: "rare earth exports reached 6,600 tonnes". */
const AMOUNTS_TO =
  /^\s(?:[\p{L}’'-]+\s){0,4}(?:reached|totall?ed|valued at|amounted to|came to|stood at|hit|fell to|rose to|dropped to|climbed to|were|was|worth)\s(?:about\s|around\s|roughly\s|some\s|nearly\s|almost\s|just\s|only\s|over\s|more than\s)?(?:US)?$/u
/** "rare earths, 60% of which come from China" */
const OF_WHICH = /^(?:\s*(?:per\s?cent|percent))?\s+of\s(?:which|them)\b/

/**
 * The number tied to the mention at [start, end) of `sentence`, or null. Offsets in UTF-16 units of the sentence.
 * Only numbers that grammar ties to the mention count; one that merely stands in the sentence does not.
 */
export function englishNumberTiedTo(sentence: string, start: number, end: number): ArticleNumber | null {
  if (!mayHoldNumber(sentence)) return null
  const spoken = SPOKEN_SHARE.exec(sentence.slice(0, start))
  if (spoken) return { ...spokenShare(spoken), of: shareOf(sentence, spoken.index, start, end) }
  const readings = nlp(sentence).numbers().json({ offset: true }) as Reading[]
  let best: ArticleNumber | null = null
  for (const reading of readings) {
    const number = withUnit(sentence, reading)
    if (number === null || (number.start < end && start < number.end)) continue
    const isTied =
      number.end <= start
        ? SHARE_OF.test(sentence.slice(number.end, start))
        : AMOUNTS_TO.test(sentence.slice(end, number.start)) ||
          (/^,?\s+(?:\p{L}+\s){0,2}$/u.test(sentence.slice(end, number.start)) &&
            OF_WHICH.test(sentence.slice(number.end)))
    if (isTied && (best === null || Math.abs(number.start - start) < Math.abs(best.start - start))) best = number
  }
  return best && { ...best, of: best.unit === '%' ? shareOf(sentence, best.start, start, end) : null }
}

/** Shares that compromise reads no number in. */
const SPOKEN_SHARE = /\b(half|a third|a quarter)\sof\s(?:[\p{L}\p{N}’'.-]+\s){0,6}$/iu
const SPOKEN: Record<string, number> = { half: 50, 'a third': 33.3, 'a quarter': 25 }

function spokenShare(match: RegExpExecArray): Omit<ArticleNumber, 'of'> {
  const text = match[1] as string
  return {
    text,
    value: SPOKEN[text.toLowerCase()] as number,
    unit: '%',
    start: match.index,
    end: match.index + text.length,
  }
}

/** Words by which a clause tells what its share is of. */
const BUYS =
  /\b(?:import(?:s|ed|ing)?|buy(?:s|ing)?|bought|purchas\w+|rel(?:y|ies|ied|iance|iant)|depend\w*|sourc\w+|gets?|got|needs?|come|comes|came|suppl(?:y|ies) of|china\s(?:\w+\s){0,2}(?:suppl|provid)(?:y|ies|ied|es|ed|e))\b/i
const MINES = /\b(?:min(?:e|es|ed|ing)|output|production|produc(?:e|es|ed|ing)|extract\w*)\b/i
const REFINES = /\b(?:refin\w+|process(?:es|ed|ing)?|separat\w+)\b/i
/** What makes a share one of something else: a price, a value, a stock in the ground, a rise. */
const ELSE =
  /\b(?:price[sd]?|value|reserves?|deposits?|above|below|higher|lower|growth|rise|fall|rose|fell|jump\w*|stake|tariffs?)\b/i
const FROM = /\bfrom\s+(?:the\s+)?(\p{Lu}[\p{L}.]+|mainland)/u
const MAIN_SUPPLIER = /^(?:China|Beijing|Chinese|mainland)/

/** What the share before or behind the mention is a share of, read from its own clause. */
function shareOf(sentence: string, number: number, start: number, end: number): ArticleNumber['of'] {
  const from =
    Math.max(
      sentence.lastIndexOf(',', Math.min(number, start) - 1),
      sentence.lastIndexOf(';', Math.min(number, start) - 1),
    ) + 1
  const behind = sentence.slice(end, end + 60).split(/[,;.]\s/, 1)[0] ?? ''
  const clause = `${sentence.slice(from, Math.min(number, start))} ${sentence.slice(Math.min(number, start), end)} ${behind}`
  if (ELSE.test(clause)) return null
  const partner = FROM.exec(behind)?.[1]
  if (partner !== undefined) return MAIN_SUPPLIER.test(partner) ? 'bought' : null
  if (/\b(?:global|world(?:wide)?|world['’]s)\b/i.test(clause) || !BUYS.test(clause))
    return REFINES.test(clause) ? 'refined' : MINES.test(clause) ? 'mined' : null
  return 'bought'
}

/** A reading with its unit and the words that belong to it; null where it has no unit that trade news counts in. */
function withUnit(sentence: string, { offset, number }: Reading): ArticleNumber | null {
  if (number === null || number.num === null || offset.length === 0) return null
  let { start } = offset
  let end = start + offset.length
  const trimmed = sentence.slice(start, end)
  start += /^[^\p{L}\p{N}$€¥]*/u.exec(trimmed)?.[0].length ?? 0
  end -= /[^\p{L}\p{N}%]*$/u.exec(trimmed)?.[0].length ?? 0
  const take = (unit: Unit, value: number, to: number): ArticleNumber => ({
    text: sentence.slice(start, to),
    value,
    unit,
    of: null,
    start,
    end: to,
  })
  const behind = sentence.slice(end)
  const percent = /^(?:\s?%|[\s-]per\s?cent\b)/i.exec(behind)
  if (number.suffix === '%' || sentence.slice(start, end).endsWith('%')) return take('%', number.num, end)
  if (percent) return take('%', number.num, end + percent[0].length)
  if (
    /^(?:one|two|three|four|five|seven|nine)[ -](?:thirds?|quarters?|fifths?|sixths?|tenths?)$/i.test(
      sentence.slice(start, end),
    ) &&
    number.num < 1
  ) {
    return take('%', Math.round(number.num * 1000) / 10, end)
  }
  const word = /^\s?(?:metric\s)?(\p{L}+)/u.exec(behind)
  const mass = MASS[word?.[1]?.toLowerCase() ?? '']
  if (word && mass !== undefined) return take('t', number.num * mass, end + word[0].length)
  const sign = SIGNS[number.prefix] ?? SIGNS[sentence[start] ?? ''] ?? SIGNS[sentence[start - 1] ?? '']
  if (sign) {
    if (SIGNS[sentence[start - 1] ?? '']) start--
    return take(sign, number.num, end)
  }
  const currency = MONEY[word?.[1]?.toLowerCase() ?? '']
  return word && currency ? take(currency, number.num, end + word[0].length) : null
}
