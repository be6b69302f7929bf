/** What an economy does in the sentence that names it: whether it buys, is sold to, supplies or only speaks, in points by the words beside its name. */

import { fold } from './fold.ts'
import type { Lexicon } from './lexicon.ts'
import type { Naming } from './namings.ts'
import { elided } from './pattern.ts'
import { SPACELESS, SUPPLIER, type Language, type Span } from './types.ts'
import { wordListOf, type WordList } from './word-list.ts'

/** A sentence [from, to) of `text`, with the economies named in it. */
export interface NamedSentence {
  lexicon: Lexicon
  text: string
  from: number
  to: number
  namings: readonly Naming[]
}

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

/** Words before and behind a name that say what it does (UTF-16 units). */
const BEFORE = 28
const BEHIND = 90
/** An office begins no later than this behind a name of a script without spaces, and is about so long. */
const OFFICE = 7
const OFFICE_LENGTH = 4
/** Words of a thing that stand behind its mention: "rare earth imports". */
const COMPOUND = 16
/** Words behind a name that say it is given something; what is done with it is said at once behind them. */
const GIVEN = 24
const AT_ONCE = 8
/** A particle behind a name that says where something comes from. */
const PARTICLE = 8
/** The next word begins here at the latest, a space between. */
const NEXT = 1

const SENTENCE_END = /[.;!?。；！？\n](?!\d)/u
const COMMA = /[,，、—–(（]/u
const CLAUSE_END = /[,，、;；]/u
/** Nothing but what joins name and thing. */
const JOINED = /^[\s'’-]{0,2}(?:s\s|の|的|의\s?)?$/u
const ARTICLE = / (?:the|l|la|le|les|el|los|las|der|die|das|den)$/
/** Between what somebody needs and who does. */
const GENITIVE = /(?: (?:of|by|in|de|del|des|du|d|von|der))?$/

/** What else stands before a name stands behind it there. */
const POSTPOSITIONAL: ReadonlySet<Language> = new Set(['ja', 'ko'])
/** What a thing is like is said behind it: tierras raras chilenas. */
const ROMANCE: ReadonlySet<Language> = new Set(['fr', 'es'])

type List = 'buys' | 'users' | 'needs' | 'sells' | 'neutral' | 'to' | 'from' | 'at' | 'titles' | 'institutions'

const listOf = ({ lexicon }: NamedSentence, name: List): WordList => wordListOf(lexicon, name)
const folded = ({ text, from, to }: NamedSentence, start: number, end: number): string =>
  fold(elided(text.slice(Math.max(from, start), Math.min(to, end))))

/** Forms of the list stand right before the name, an article between them or not. */
const isBefore = (list: WordList, before: string): boolean =>
  list.ends(before) || list.ends(before.trimEnd().replace(ARTICLE, ''))

/** Whose something is, without the article and the word that joins them: "fabricantes de", "the demand of the". */
const holderOf = (before: string): string => before.trimEnd().replace(ARTICLE, '').replace(GENITIVE, '')

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

/** A verb's ending before a noun (ja, ko); the verb begins so few UTF-16 units before. */
const ADNOMINAL = /[るたうくすむ는은던한할]\s?$/u
const VERB = 6

/** Few words behind a name, and a particle that something is given with. */
const GIVES = /^(?:[^、。がはを]{0,12}(?:に|への?)|[^,.은는이가을를]{0,12}(?:에|에게|에 대한|으로의)\s)/u

/** What makes 企業に, 기업에 "towards": a ban, a demand, a sale. */
const TOWARDS = /^(?:対[しす]|대[해한하])/u

/** 대만으로, ロシアに不正輸出, 독일 업체에 수출: something is sold to it, said behind its name. */
function isGiven(sentence: NamedSentence, { end }: Naming): boolean {
  const behind = folded(sentence, end, end + GIVEN)
  if (listOf(sentence, 'to').begins(behind)) return true
  const given = GIVES.exec(behind)?.[0].length
  if (given === undefined) return false
  const rest = behind.slice(given)
  return TOWARDS.test(rest) || listOf(sentence, 'sells').firstIn(rest) < AT_ONCE
}

/** True for a name that may stand between another and its verb. */
const isBetween = (sentence: NamedSentence, naming: Naming): boolean =>
  isOrigin(sentence, naming) || (POSTPOSITIONAL.has(sentence.lexicon.lang) && isGiven(sentence, naming))

/** UTF-16 units. */
const LONGEST_ASIDE = 160
/** What is said of a name between two commas, dashes or brackets, with the closing one. */
const ASIDE = /^(?:,\s[^,]*,|\s?[–—]\s[^–—]*[–—]|\s?\([^()]*\))(?=\s)/

/**
 * The sentence with nothing between name `at` and its verb that tells what others do: "Taiwan, which Beijing claims, buys". As
 * long as before. The mention is left where it is.
 */
function withoutAside(sentence: NamedSentence, at: number, mention: Span): NamedSentence {
  const { text, to, namings } = sentence
  const { end } = namings[at] as Naming
  const close = end + (ASIDE.exec(text.slice(end, Math.min(to, end + LONGEST_ASIDE)))?.[0].length ?? 0)
  const isInside = ({ start }: Span) => start >= end && start < close
  if (isInside(mention) || !namings.some(isInside)) return sentence
  return {
    ...sentence,
    text: text.slice(0, end) + ' '.repeat(close - end) + text.slice(close),
    namings: namings.filter((naming) => !isInside(naming)),
  }
}

/** The words before and behind a name, up to its neighbours. */
function wordsBeside(sentence: NamedSentence, at: number): { before: string; behind: string } {
  const { text, namings } = sentence
  const { start, end } = namings[at] as Naming
  const previous = namings[at - 1]
  const next = namings.slice(at + 1).find((naming) => !isBetween(sentence, naming))
  const clause = text.slice(end, Math.min(end + BEHIND, next?.start ?? Infinity)).split(SENTENCE_END, 1)[0] ?? ''
  return {
    before: folded(sentence, Math.max(start - BEFORE, previous?.end ?? 0), start),
    // Behind a name its possessive s.
    behind: folded(sentence, end, end + clause.length).replace(/^s(?= )/, ' '),
  }
}

/** What follows a name and a mention together: "Japanese rare earth imports", or nothing that says who needs what. */
function isNeeded(sentence: NamedSentence, mention: Span): boolean {
  const behind = folded(sentence, mention.end, mention.end + COMPOUND)
  const needs = listOf(sentence, 'needs')
  return SPACELESS.has(sentence.lexicon.lang)
    ? needs.firstIn(behind) < listOf(sentence, 'sells').firstIn(behind)
    : needs.begins(behind) || listOf(sentence, 'users').begins(behind)
}

/** Some of a thing, all of it, most of it. */
const SOME =
  /\p{Nd}|%|\b(?:half|third|quarter|most|much|all|bulk|hälfte|drittel|großteil|meisten|moitié|tiers|plupart|essentiel|mitad|tercio|mayor)\b|[割成半]|대부분/u
/** Between a thing and whence it comes no more than so much stands (UTF-16 units). */
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

interface Cue {
  start: number
  end: number
  /** 0 for words that hold one of the others and say neither: export controls, 供给网. */
  sign: 1 | -1 | 0
}

/** Words that say who buys (1) and who sells (-1), in order; one that stands inside a longer one says nothing. */
function cuesIn(sentence: NamedSentence, words: string): Cue[] {
  const ofList = (name: List, sign: Cue['sign']) =>
    listOf(sentence, name)
      .in(words)
      .map((span): Cue => ({ ...span, sign }))
  const cues = [...ofList('buys', 1), ...ofList('users', 1), ...ofList('sells', -1), ...ofList('neutral', 0)]
  const isInside = (cue: Cue, other: Cue) =>
    other.start <= cue.start &&
    cue.end <= other.end &&
    (other.sign === 0 || other.end - other.start > cue.end - cue.start)
  return cues
    .filter((cue) => cue.sign !== 0 && !cues.some((other) => isInside(cue, other)))
    .sort((a, b) => a.start - b.start || a.sign - b.sign)
}

/** The cue that governs: the last before the mention, else the first behind it; where verbs come last, the last of the clause. */
function governing(sentence: NamedSentence, naming: Naming, mention: Span | null, behind: string) {
  const isAhead = mention !== null && naming.end <= mention.start
  if (POSTPOSITIONAL.has(sentence.lexicon.lang)) {
    const reached = isAhead ? folded(sentence, naming.end, mention.end).length : behind.length
    const comma = behind.slice(reached).search(COMMA)
    return cuesIn(sentence, comma < 0 ? behind : behind.slice(0, reached + comma)).at(-1)
  }
  const reached = isAhead ? folded(sentence, naming.end, mention.start).length : 0
  const cues = cuesIn(sentence, behind)
  return cues.findLast(({ start }) => start < reached) ?? cues[0]
}

/** True where name `at` has its verb in one clause, and the mention stands in the next, which is another's. */
function isInOtherClause(sentence: NamedSentence, at: number, mention: Span): boolean {
  const { text, namings } = sentence
  const { end } = namings[at] as Naming
  const next = namings.find(
    (each) => each.start >= end && each.end <= mention.start && each.economy !== SUPPLIER && !isBetween(sentence, each),
  )
  const comma = next ? text.slice(end, next.start).search(CLAUSE_END) : -1
  return comma >= 0 && cuesIn(sentence, folded(sentence, end, end + comma)).length > 0
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

  const titles = listOf(sentence, 'titles')
  const office = SPACELESS.has(lang)
    ? titles.firstIn(behind)
    : titles.begins(behind) || isBefore(titles, before) || titles.ends(holderOf(before))
      ? 0
      : Infinity
  const speaks = office < OFFICE
  let points = (isSupplier ? POINTS.supplier : 0) + (speaks ? POINTS.speaks : 0)
  if (mention !== null) {
    const isAhead = naming.start < mention.start
    const between = isAhead ? text.slice(naming.end, mention.start) : text.slice(mention.end, naming.start)
    if (isAhead) points += POINTS.beforeMention
    else if (COMMA.test(between)) points += POINTS.behindComma
    points += between.length * POINTS.away
    if (isInOtherClause(sentence, at, mention)) points += POINTS.otherClause
    // "for Chilean rare earths": the word before belongs to the thing; 对日本稀土出口 has it belong to the name.
    const isOfThing = JOINED.test(between) && isAhead !== ROMANCE.has(lang) && !(isTarget && SPACELESS.has(lang))
    if (isOfThing) {
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
