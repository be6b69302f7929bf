/** The number that a mention's sentence ties to it, in any of the eight languages: English by compromise, the others by their own grammar. */

import { amountTiedTo } from './amounts.ts'
import { englishNumberTiedTo } from './english-numbers.ts'
import type { Lexicon } from './lexicon.ts'
import { withLimits, yearOf } from './number-words.ts'
import { sentenceAround } from './sentence.ts'
import { numberToldAs } from './told.ts'
import type { Language, TiedNumber } from './types.ts'

/** What makes a sum a price, a rate or what a firm is worth: it says not how much of the thing there is. */
const PRICED: Record<Language, RegExp> = {
  en: /\b(?:pric(?:e[sd]?|ing)|(?:per|an?) (?:kilo(?:gram)?|kg|tonne|ton)|shares?|stock|stake|market value|fine[sd]?)\b/i,
  de: /preis|kurs|aktie|(?:je|pro) (?:kilo|kg|tonne)|börsenwert|bußgeld/i,
  fr: /\bprix\b|\b(?:les?|des?|du) cours\b|\bactions?\b|(?:l[ea]|par) (?:kilo|kg|tonne)|amende/i,
  es: /\bprecios?\b|cotiza|\bacci(?:ón|ones)\b|(?:el|la|por) (?:kilo|kg|tonelada)|multa/i,
  ja: /価格|値段|相場|株価|(?:キロ|グラム|kg|トン)(?:当|あ)たり|時価総額|罰金/iu,
  'zh-Hans': /价格|报价|股价|单价|每(?:公斤|千克|公吨|吨)|市值|罚款/u,
  'zh-Hant': /價格|報價|股價|單價|每(?:公斤|千克|公噸|噸)|市值|罰款/u,
  ko: /가격|시세|주가|단가|(?:킬로그램|㎏|kg|톤|t)당|시가총액|과징금|벌금/u,
}

/** Between a number and its mention, in either order: it counts papers about a thing, or those who need it. */
const OF_OTHERS =
  /^\s?(?:of|der|des|aller|von|de|d['’])\s?(?:\p{L}+\s){0,2}(?:licen[cs]es?|applications?|permits?|requests?|companies|firms|respondents|lizenzen|genehmigungen|anträge|unternehmen|firmen|betriebe|autorisations?|demandes|entreprises|licencias?|permisos|solicitudes|empresas)(?!['’\p{L}])|ライセンス|許可|申請|企業|社が|许可|申请|企业|허가|신청|기업|업체/iu

/** The number tied to the mention at [start, end) of `text`, or null. Offsets in UTF-16 units of the text. */
export function numberTiedTo(lexicon: Lexicon, text: string, start: number, end: number): TiedNumber | null {
  const [from, to] = sentenceAround(text, start, end)
  const tiedIn = lexicon.lang === 'en' ? englishNumberTiedTo : amountTiedTo
  const sentence = text.slice(from, to)
  const number = tiedIn(lexicon, sentence, start - from, end - from)
  if (number === null) return null
  const isBefore = number.end + from <= start
  if (OF_OTHERS.test(isBefore ? text.slice(number.end + from, start) : text.slice(end, number.start + from)))
    return null
  if (number.unit !== '%' && number.unit !== 't' && PRICED[lexicon.lang].test(sentence)) return null
  const whole = withLimits(lexicon.lang, sentence, number)
  const told = numberToldAs(lexicon, sentence, number, start - from, end - from)
  const year = number.unit === '%' ? yearOf(lexicon.lang, sentence, number) : undefined
  return {
    ...whole,
    text: sentence.slice(whole.start, whole.end),
    start: whole.start + from,
    end: whole.end + from,
    ...(told === undefined ? {} : { told }),
    ...(year === undefined ? {} : { year }),
  }
}
