/** What an economy does in the sentence that names it: whether it buys, is sold to, supplies or only speaks, in points by the words beside its name. */

import { withoutAside, wordsBeside } from './beside.ts'
import { COMMA, governing, isInOtherClause } from './governing.ts'
import { folded, holderOf, isBefore, listOf, POSTPOSITIONAL, type List, type NamedSentence } from './named-sentence.ts'
import type { Naming } from './namings.ts'
import { isGiven, isOrigin } from './origin.ts'
import { CJK, SUPPLIER, type Language, type Span } from './types.ts'

/**
 * Points. Set by hand, then by trial on the half of `tests/corpus/economies` that is in view. No single one matters much: one
 * or two more or less move either half by about one mention in a hundred.
 */
const POINTS = {
  buys: 5,
  /** The word that says so is the next. */
  buysNext: 2,
  /** "demand of X", "X's imports" */
  needs: 6,
  /** "constructeurs européens" */
  user: 6,
  buysBefore: 2,
  target: 5,
  targetOnly: 1,
  /** 対中輸出 */
  targetSold: 2,
  sells: -6,
  sellsBefore: -5,
  from: -6,
  /** "Chilean rare earths" */
  ownGoods: -4,
  at: -1,
  speaks: -5,
  supplier: -6,
  /** The supplier buys where the sentence says from whom. */
  supplierFromOthers: 4,
  beforeMention: 1,
  behindComma: -2,
  /** Its verb came before a comma, behind which another begins. */
  otherClause: -3,
  /** For every UTF-16 unit between name and mention. */
  away: -0.01,
} as const

/** An office begins no later than this behind a name of a script without spaces, and is about so long (UTF-16 units). */
const OFFICE = 7
const OFFICE_LENGTH = 4
/** Words of a thing that stand behind its mention: "rare earth imports". */
const COMPOUND = 16
/** The next word begins here at the latest, a space between. */
const NEXT = 1

/** Nothing but what joins name and thing. */
const JOINED = /^[\s'’-]{0,2}(?:s\s|の|的|의\s?)?$/u

/** What a thing is like is said behind it: tierras raras chilenas. */
const ROMANCE: ReadonlySet<Language> = new Set(['fr', 'es'])

/** A verb's ending before a noun (ja, ko); the verb begins so few UTF-16 units before. */
const ADNOMINAL = /[るたうくすむ는은던한할]\s?$/u
const VERB = 6

/** What follows a name and a mention together: "Japanese rare earth imports", or nothing that says who needs what. */
function isNeeded(sentence: NamedSentence, mention: Span): boolean {
  const behind = folded(sentence, mention.end, mention.end + COMPOUND)
  const needs = listOf(sentence, 'needs')
  return CJK.has(sentence.lexicon.lang)
    ? needs.firstIn(behind) < listOf(sentence, 'sells').firstIn(behind)
    : needs.begins(behind) || listOf(sentence, 'users').begins(behind)
}

/** Some of a thing, all of it, most of it. */
const SOME =
  /\p{Nd}|%|\b(?:half|third|quarter|most|much|all|bulk|hälfte|drittel|großteil|meisten|moitié|tiers|plupart|essentiel|mitad|tercio|mayor)\b|[割成半]|대부분/u
/** Longest gap between a thing and the place it comes from (UTF-16 units). */
const HENCE = 40

/**
 * Somebody else's are what name `at` has of the mention: "60% of Japan's rare earths come from China", "China supplies a third of
 * Japan's rare earths".
 */
function isSupplied(sentence: NamedSentence, at: number, mention: Span): boolean {
  const { text, namings } = sentence
  const own = namings[at] as Naming
  return namings.some((each, index) => {
    if (each.economy === own.economy) return false
    if (each.start >= mention.end) {
      const between = text.slice(mention.end, each.start)
      return between.length <= HENCE && !COMMA.test(between) && isOrigin(sentence, each)
    }
    const cue = each.end <= own.start ? governing(sentence, each, own, wordsBeside(sentence, index).behind) : undefined
    return cue?.sign === -1 && SOME.test(folded(sentence, each.end + cue.end, own.start))
  })
}

/** Where an office of theirs begins behind a name (UTF-16 units): 0 where it stands right beside, Infinity without one. */
function officeOf(sentence: NamedSentence, before: string, behind: string): number {
  const titles = listOf(sentence, 'titles')
  if (CJK.has(sentence.lexicon.lang)) return titles.firstIn(behind)
  const isBeside = titles.begins(behind) || isBefore(titles, before) || titles.ends(holderOf(before))
  return isBeside ? 0 : Infinity
}

/** What stands between a name and the mention. */
const between = (text: string, naming: Naming, mention: Span): string =>
  naming.start < mention.start ? text.slice(naming.end, mention.start) : text.slice(mention.end, naming.start)

/** Points for where name `at` stands to the mention. */
function placePoints(sentence: NamedSentence, at: number, mention: Span): number {
  const naming = sentence.namings[at] as Naming
  const gap = between(sentence.text, naming, mention)
  const isAhead = naming.start < mention.start
  const side = isAhead ? POINTS.beforeMention : COMMA.test(gap) ? POINTS.behindComma : 0
  return side + gap.length * POINTS.away + (isInOtherClause(sentence, at, mention) ? POINTS.otherClause : 0)
}

/**
 * How much speaks for economy `at` of a sentence as the buyer or target of the mention, in points; below 0 it rather supplies.
 * With null for a mention, whatever it may buy.
 */
export function buyerPoints(whole: NamedSentence, at: number, mention: Span | null): number {
  const sentence = mention === null ? whole : withoutAside(whole, at, mention)
  const { text, lexicon, namings } = sentence
  const { lang } = lexicon
  const naming = namings[at] as Naming
  const { before, behind } = wordsBeside(sentence, at)
  const isPostpositional = POSTPOSITIONAL.has(lang)
  const isSupplier = naming.economy === SUPPLIER
  const stands = (name: List) =>
    isPostpositional ? listOf(sentence, name).begins(behind) : isBefore(listOf(sentence, name), before)
  const comesFrom = isOrigin(sentence, naming)
  const isTarget =
    !comesFrom &&
    // 対日 is "to Japan" in two characters.
    (listOf(sentence, 'to').isAll(text.slice(naming.start, naming.end)) ||
      (isPostpositional ? isGiven(sentence, naming) : stands('to')))

  const office = officeOf(sentence, before, behind)
  const speaks = office < OFFICE
  let points = (isSupplier ? POINTS.supplier : 0) + (speaks ? POINTS.speaks : 0)
  if (mention !== null) {
    points += placePoints(sentence, at, mention)
    const isAhead = naming.start < mention.start
    const isJoined = JOINED.test(between(text, naming, mention)) && isAhead !== ROMANCE.has(lang)
    // "for Chilean rare earths": the word before belongs to the thing; 对日本稀土出口 has it belong to the name.
    if (isJoined && !(isTarget && CJK.has(lang))) {
      const isBuyer = isSupplied(sentence, at, mention) || (isAhead && isNeeded(sentence, mention))
      return points + (isBuyer ? POINTS.buys + POINTS.buysNext : POINTS.ownGoods)
    }
  }
  const holder = holderOf(before)
  if (!isPostpositional && !isSupplier && listOf(sentence, 'needs').ends(holder)) return points + POINTS.needs
  if (comesFrom) return points + (mention !== null && isSupplied(sentence, at, mention) ? POINTS.buys : POINTS.from)
  if (stands('at')) points += POINTS.at
  if (isTarget) points += POINTS.target
  if (!isPostpositional && listOf(sentence, 'users').ends(holder)) points += POINTS.user

  // …に頼る日本, …에 의존하는 한국: the verb before a name is the name's.
  if (ADNOMINAL.test(before) && listOf(sentence, 'buys').lastIn(before) >= before.trimEnd().length - VERB)
    return points + POINTS.buys

  const cue = governing(sentence, naming, mention, speaks ? behind.slice(office + OFFICE_LENGTH) : behind)
  if (cue?.sign === 1) {
    const others = isSupplier && namings.some((each) => each.economy !== SUPPLIER && isOrigin(sentence, each))
    return points + POINTS.buys + (cue.start <= NEXT ? POINTS.buysNext : 0) + (others ? POINTS.supplierFromOthers : 0)
  }
  if (isTarget) {
    const isTraded = cue !== undefined || listOf(sentence, 'neutral').firstIn(behind) < Infinity
    return points + (isTraded ? POINTS.targetSold : POINTS.targetOnly)
  }
  if (cue?.sign === -1) return points + POINTS.sells
  const [bought, sold] = [listOf(sentence, 'buys').lastIn(before), listOf(sentence, 'sells').lastIn(before)]
  return points + (bought > sold ? POINTS.buysBefore : sold > bought ? POINTS.sellsBefore : 0)
}
