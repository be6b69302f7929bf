/** Money named before its number, which all eight languages have from English: "$4.2", "EUR 5", "RMB3". */

import type { ArticleNumber } from './types.ts'

type Unit = ArticleNumber['unit']

/** A dollar of another country, "A$", is none of these. */
const SIGN = String.raw`(?<![\p{L}\p{N}])(?:(?<USD>US\s?\$|USD|\$)|(?<EUR>€|EUR)|(?<CNY>RMB|CN[Y¥])|(?<JPY>¥|JPY))`
const BEFORE = new RegExp(String.raw`${SIGN}\s?$`, 'iu')
const WITH_DIGITS = new RegExp(String.raw`${SIGN}(?=\s?\d)`, 'giu')

/** The currency named right before `start` of `text`, with the place where its sign begins; null for none. UTF-16 units. */
export function currencyBefore(
  text: string,
  start: number,
): { unit: Unit; start: number; isBareDollar: boolean } | null {
  const found = BEFORE.exec(text.slice(0, start))
  if (found === null) return null
  const [unit] = Object.entries(found.groups ?? {}).find(([, sign]) => sign !== undefined) as [Unit, string]
  return { unit, start: found.index, isBareDollar: found[0].trim() === '$' }
}

/** `text` with blanks in place of every such sign before digits; its length stays. */
export const withoutSigns = (text: string): string => text.replace(WITH_DIGITS, (sign) => ' '.repeat(sign.length))
