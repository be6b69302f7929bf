/** Whether something comes from an economy, or is given to it, by the words beside its name. */

import { BEFORE, folded, holderOf, isBefore, listOf, POSTPOSITIONAL, type NamedSentence } from './named-sentence.ts'
import type { Naming } from './namings.ts'

/** A particle behind a name that says where something comes from (UTF-16 units). */
const PARTICLE = 8
/** Words behind a name that say it is given something; what is done with it is said at once behind them. */
const GIVEN = 24
const AT_ONCE = 8

/** True where something comes from there, which no ministry and no buyer does: "fabricantes de Japón". */
export function isOrigin(sentence: NamedSentence, { start, end }: Naming): boolean {
  const list = listOf(sentence, 'from')
  if (POSTPOSITIONAL.has(sentence.lexicon.lang)) {
    const behind = folded(sentence, end, end + PARTICLE)
    // 日本産業, 일본산업
    return list.begins(behind) && !listOf(sentence, 'neutral').begins(behind)
  }
  const before = folded(sentence, start - BEFORE, start)
  if (!isBefore(list, before)) return false
  return !(['titles', 'users', 'institutions'] as const).some((name) => listOf(sentence, name).ends(holderOf(before)))
}

/** Few words behind a name, and a particle that something is given with. */
const GIVES = /^(?:[^、。がはを]{0,12}(?:に|への?)|[^,.은는이가을를]{0,12}(?:에|에게|에 대한|으로의)\s)/u

/** What makes 企業に, 기업에 "towards": a ban, a demand, a sale. */
const TOWARDS = /^(?:対[しす]|대[해한하])/u

/** 대만으로, ロシアに不正輸出, 독일 업체에 수출: something is sold to it, said behind its name. */
export function isGiven(sentence: NamedSentence, { end }: Naming): boolean {
  const behind = folded(sentence, end, end + GIVEN)
  if (listOf(sentence, 'to').begins(behind)) return true
  const given = GIVES.exec(behind)?.[0].length
  if (given === undefined) return false
  const rest = behind.slice(given)
  return TOWARDS.test(rest) || listOf(sentence, 'sells').firstIn(rest) < AT_ONCE
}

/** Few words behind a name, and a particle that says where something is done: マレーシアの工場で, 말레이시아 공장에서. */
const PLACE = /^[^、。はがを,.은는이가을를]{0,8}(?:で(?![きすあは])|において|에서)/u

/** True for a name that may stand between another and its verb. */
export const isBetween = (sentence: NamedSentence, naming: Naming): boolean =>
  isOrigin(sentence, naming) ||
  (POSTPOSITIONAL.has(sentence.lexicon.lang) &&
    (isGiven(sentence, naming) || PLACE.test(folded(sentence, naming.end, naming.end + GIVEN))))
