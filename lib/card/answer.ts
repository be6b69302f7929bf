/** Picks the headline of a stored card for an economy and a date: the rule of `dataset/headline.ts`, looked up. Pure. */

import { OLD_YEARS, WORLD } from '../dataset/answering.ts'
import { yearsBefore } from '../dataset/calendar.ts'
import { SUPPLIER } from '../detect/types.ts'
import type { Economy, IsoDate } from '../dataset/types.ts'
import type { Answer, AnswerStep, StoredCard } from './stored.ts'

export interface PickedAnswer {
  headline: Answer | null
  /** Today's figure, where the headline is one of the article's own time or there is none from before the article. */
  now: Answer | null
  /** Whose figure it is. */
  economy: Economy
  /** No figure for the economy asked for: it is the world's. */
  isWorldInstead: boolean
}

const at = (steps: readonly AnswerStep[], date: IsoDate): number => steps.findLast(([from]) => from <= date)?.[1] ?? -1

/** The headline in an article of `date`, read on `today`; the supplier itself counts as the world. */
export function pickAnswer(
  { economies, answers, isMaterial }: StoredCard,
  economy: Economy,
  date: IsoDate,
  today: IsoDate,
): PickedAnswer {
  const asked = economy === SUPPLIER ? WORLD : economy
  const isOld = date < yearsBefore(today, OLD_YEARS)
  for (const each of new Set([asked, WORLD])) {
    const [recent, old] = economies[each] ?? [[], []]
    const headline = at(isOld ? old : recent, date)
    const { presentUntil, freshUntil = date } = answers[headline] ?? {}
    // What was known so long before the article may have changed since.
    const isOutdated = isOld || (presentUntil ?? freshUntil) < date
    const now = isOutdated || headline < 0 ? at(answers[headline]?.later ?? recent, today) : -1
    if (headline < 0 && now < 0) continue
    return {
      headline: answers[headline] ?? null,
      now: headline === now ? null : (answers[now] ?? null),
      economy: each,
      isWorldInstead: each !== asked && isMaterial,
    }
  }
  return { headline: null, now: null, economy: asked, isWorldInstead: false }
}

/** The answer that is of one year, or null where the dataset has none: what a share of that year can be set beside. */
export function answerOfYear({ economies, answers }: StoredCard, economy: Economy, year: number): Answer | null {
  const [recent, old] = economies[economy] ?? [[], []]
  const places = [at(old, `${year}-12-31`), at(recent, `${year + 1}-01-01`)]
  return places.map((place) => answers[place]).find((answer) => answer?.period.includes(`${year}`)) ?? null
}
