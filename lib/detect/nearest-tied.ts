/** Which of the amounts of a sentence is said of a mention, and of what it is a share: the same for all eight languages. */

import type { Lexicon } from './lexicon.ts'
import { asOfNow, pointsBack, shareOf, shareOfClause } from './shares.ts'
import { overlaps } from './span.ts'
import type { ArticleNumber, Span, TiedNumber } from './types.ts'

/** A number with its unit, and where in its sentence it stands (UTF-16). */
export interface Amount extends Span {
  /** In `unit`; of a range its upper end. */
  value: number
  unit: ArticleNumber['unit']
}

/** An amount in the words of its sentence. */
export interface WrittenAmount extends Amount {
  text: string
}

/** Whether the words between an amount and a mention tie them, by which of them comes first. */
export interface Ties {
  amountFirst: (between: string, amount: WrittenAmount) => boolean
  mentionFirst: (between: string, amount: WrittenAmount) => boolean
}

/** What "all" is as a share, in %. */
export const ALL = 100

/**
 * The nearest of the amounts that `ties` tie to `mention`; without one, the share that the mention's clause states. Null where
 * there is neither, or only a bare "all": unless it is known of what, that tells a reader nothing. Offsets in UTF-16 units of
 * `sentence`.
 */
export function nearestTied(
  lexicon: Lexicon,
  sentence: string,
  amounts: readonly Amount[],
  mention: Span,
  { amountFirst, mentionFirst }: Ties,
): TiedNumber | null {
  const { start, end } = mention
  const parts = amounts.filter((amount) => amount.unit === '%' && pointsBack(lexicon, sentence, amount))
  const written = amounts
    .map((amount): WrittenAmount => ({
      ...amount,
      value: withoutDust(amount.value),
      text: sentence.slice(amount.start, amount.end),
    }))
    // All of it is bought somewhere, and the part that is said of it from whom.
    .filter((amount) => !isBareAll(amount) || !parts.some((part) => part.start >= amount.end))
  const [first, ...others] = written.filter(
    (amount) =>
      !overlaps(amount, mention) &&
      (amount.end <= start
        ? amountFirst(sentence.slice(amount.end, start), amount)
        : mentionFirst(sentence.slice(end, amount.start), amount)),
  )
  if (first === undefined) return shareOfClause(lexicon, sentence, written, start, end)
  const nearest = others.reduce(
    (best, each) => (distance(each, mention) < distance(best, mention) ? each : best),
    first,
  )
  const of = nearest.unit === '%' ? shareOf(lexicon, sentence, nearest, start, end) : null
  const number = asOfNow(lexicon, sentence, written, { ...nearest, of })
  return of === null && isBareAll({ ...number, text: sentence.slice(number.start, number.end) }) ? null : number
}

/** All of a thing, said without a number. */
const isBareAll = ({ value, text }: WrittenAmount): boolean => value === ALL && !/[\p{Nd}百]/u.test(text)

/** Without the dust of binary fractions: 1.3 kg are 0.0013 t. */
const withoutDust = (value: number): number => Number(value.toPrecision(12))

/** UTF-16 units between two spans that do not overlap. */
const distance = (one: Span, other: Span): number =>
  one.end <= other.start ? other.start - one.end : one.start - other.end
