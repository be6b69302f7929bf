/** What a share is a share of, read from the words of its clause: of what is bought from the main supplier, mined or refined. */

import type { Lexicon } from './lexicon.ts'
import { economiesIn, type Naming } from './namings.ts'
import { isOrigin } from './origin.ts'
import { SHARE_WORDS } from './share-words.ts'
import { overlaps } from './span.ts'
import { CJK, SUPPLIER, type ArticleNumber, type Span } from './types.ts'

/** Between clauses; a comma inside a number parts none, nor the stops of "U.S.". */
const BREAK = /[;:；。、，]|,(?!\d)|(?<!\b\p{Lu})\.(?!\d)/gu

/** A clause that ends in a year, before the one that states what was until then: "Before 2010,", 2010年以前、 */
const UNTIL_A_YEAR =
  /(?:^|[;.。；])\s*(?:(?:before|until|till|vor|bis|avant|antes de|hasta)\s(?:19|20)\d\d|(?:19|20)\d\d\s?[年년]\s?(?:以前|之前|前|まで|이전|까지))[,，、]$/iu

/** Words this far behind a share and its mention belong to them (UTF-16 units). */
const BESIDE = 12
/** And so many before, where scripts without spaces say whose: 出口的稀土. */
const OF_THEM = 3
/** Where scripts have no spaces, what a share is of stands before it: 採掘の7割と精錬の9割. What follows is so much farther. */
const WRONG_SIDE = 6

/** What is said of a thing between two commas, and the clause that goes on behind it. */
const RELATIVE = /^,\s(?:die|der|das|den|which|who|que|qui|dont)\s[^,;.]{1,120},[^,;.]*/

/** Its verb stands behind the comma at `stop`: レアアースの6割は、中国からだ. */
const subjectGoesOn = (sentence: string, stop: number): string =>
  (/[はも]$/u.test(sentence.slice(0, stop)) && /^、[^、。；]*/u.exec(sentence.slice(stop))?.[0]) || ''

/** A mention ends its clause with no more than this behind it (UTF-16 units): 稀土中， */
const AT_COMMA = 3

/** The clauses of `sentence` that touch [start, end): UTF-16 offsets. */
export function clausesAround(sentence: string, start: number, end: number): [from: number, to: number] {
  const breaks = [...sentence.matchAll(BREAK)].map(({ index }) => index)
  const from = (breaks.findLast((at) => at < start) ?? -1) + 1
  return [from, breaks.find((at) => at >= end) ?? sentence.length]
}

/** How far from a share of `sentence` a word of the list stands at least, `behind` more where it follows; Infinity without one in [from, to). */
function nearest(
  words: RegExp,
  sentence: string,
  from: number,
  to: number,
  { start, end }: Span,
  behind: number,
): number {
  let least = Infinity
  for (const { 0: word, index } of sentence.slice(from, to).matchAll(words)) {
    const at = from + index
    least = Math.min(least, at >= end ? at - end + behind : Math.max(0, start - at - word.length))
  }
  return least
}

/**
 * What the share at `amount` is a share of, given that it belongs to the mention at [start, end) of `sentence`: the nearest of
 * the words that tell it. Null where its clauses say nothing, or something else.
 */
export function shareOf(
  lexicon: Lexicon,
  sentence: string,
  amount: Span,
  start: number,
  end: number,
): ArticleNumber['of'] {
  const { lang } = lexicon
  const { buys, mines, makes, refines, world, china, elsewhere, exports, other, apart } = SHARE_WORDS[lang]
  const [first, last] = [Math.min(start, amount.start), Math.max(end, amount.end)]
  const [from, stop] = clausesAround(sentence, first, last)
  const to = stop + (RELATIVE.exec(sentence.slice(stop))?.[0] ?? subjectGoesOn(sentence, stop)).length
  const words = sentence.slice(from, to)
  if (UNTIL_A_YEAR.test(sentence.slice(0, from))) return null
  if (other.test(words) || apart.test(sentence.slice(amount.end, Math.max(amount.end, start)))) return null
  if (exports.test(sentence.slice(Math.max(from, first - OF_THEM), Math.min(to, last + BESIDE)))) return null
  const isChinas = china.test(words)
  const isWorlds = world.test(words)
  const isBought = !isWorlds && (isChinas || (lang === 'en' && china.test(sentence.slice(0, to))))
  const behind = CJK.has(lang) ? WRONG_SIDE : 0
  const kinds = [
    { of: 'bought', away: isBought ? nearest(buys, sentence, from, to, amount, behind) : Infinity },
    { of: 'refined', away: isWorlds || isChinas ? nearest(refines, sentence, from, to, amount, behind) : Infinity },
    { of: 'mined', away: isWorlds || isChinas ? nearest(mines, sentence, from, to, amount, behind) : Infinity },
    { of: 'mined', away: isWorlds ? nearest(makes, sentence, from, to, amount, behind) : Infinity },
  ] as const
  const { of, away } = kinds.reduce((best, kind) => (kind.away < best.away ? kind : best))
  if (away === Infinity) return null
  return of === 'bought' && (elsewhere.test(words) || isSuppliedByOthers(lexicon, sentence, from, to)) ? null : of
}

/**
 * True where the clause [from, to) says of somebody but the main supplier that something comes from them. Where words are parted
 * by spaces the same little words say whose something is, and `elsewhere` asks for a verb beside them.
 */
function isSuppliedByOthers(lexicon: Lexicon, text: string, from: number, to: number): boolean {
  if (!CJK.has(lexicon.lang)) return false
  const namings = economiesIn(lexicon, text)
  const sentence = { lexicon, text, from: 0, to: text.length, namings }
  const isOther = ({ economy, start, end }: Naming) => economy !== SUPPLIER && start >= from && end <= to
  return namings.some((naming) => isOther(naming) && isOrigin(sentence, naming))
}

/** What stands before a share, or behind it. */
type Beside = readonly [before: RegExp, behind: RegExp]

const isBeside = ([before, behind]: Beside, sentence: string, from: number, { start, end }: Span): boolean =>
  before.test(sentence.slice(from, start)) || behind.test(sentence.slice(end))

/** True for a share of what its sentence named before: "imports all of it, of which 60% from China". */
export const pointsBack = ({ lang }: Lexicon, sentence: string, share: Span): boolean =>
  isBeside(SHARE_WORDS[lang].back, sentence, 0, share)

/**
 * The share that the clause of the mention at [start, end) states, where no grammar ties one to it: "its dependence on
 * China for rare earths fell from 90% to 60%". Null where there is none that is a level of dependence, or several.
 */
export function shareOfClause<Amount extends Span & { unit: string }>(
  lexicon: Lexicon,
  sentence: string,
  amounts: readonly Amount[],
  start: number,
  end: number,
): (Amount & { of: NonNullable<ArticleNumber['of']> }) | null {
  const { past, depends, level, goesOn, back, topic, ofThese, apart } = SHARE_WORDS[lexicon.lang]
  const [from, stop] = clausesAround(sentence, start, end)
  const isTopic = topic.test(sentence.slice(0, start))
  const isOpen = isTopic || (stop - end <= AT_COMMA && goesOn.test(sentence.slice(stop + 1)))
  const to = isTopic
    ? sentence.length
    : isOpen
      ? clausesAround(sentence, end, stop + 1)[1]
      : stop + subjectGoesOn(sentence, stop).length
  const is = (words: Beside, amount: Amount) => isBeside(words, sentence, from, amount)
  const isOfThese = ofThese.test(sentence.slice(0, start))
  const isStated = isOpen || depends.test(sentence.slice(from, to))
  const stated = amounts.filter(
    (amount) =>
      amount.unit === '%' &&
      amount.start >= from &&
      !overlaps(amount, { start, end }) &&
      !is(past, amount) &&
      ((isStated && amount.end <= to && (isOpen || is(level, amount))) ||
        (amount.start >= end && (isOfThese || (is(back, amount) && !apart.test(sentence.slice(end, amount.start)))))),
  )
  const [only, another] = stated
  if (only === undefined || another !== undefined) return null
  const of = shareOf(lexicon, sentence, only, start, end)
  return of && { ...only, of }
}

/** Behind a share that is one of something else than the share before. */
const OF_ELSE = /^\s?(?:of|der|des|von|de|del|du|d['’]|의|の|的)(?:\s|(?<=[의の的]))/u

/**
 * Where `sentence` says behind the share `tied` what it is now ("90% in 2010, and 63% now"), that share; else `tied`. What it is a
 * share of stays.
 */
export function asOfNow<Amount extends Span & { unit: string }, Tied extends Amount & { of: ArticleNumber['of'] }>(
  lexicon: Lexicon,
  sentence: string,
  amounts: readonly Amount[],
  tied: Tied,
): Amount & { of: ArticleNumber['of'] } {
  const { now, mines, refines } = SHARE_WORDS[lexicon.lang]
  const later = amounts.filter(({ unit, start }) => unit === '%' && start >= tied.end)
  const [only, another] = later
  if (tied.unit !== '%' || only === undefined || another !== undefined) return tied
  const [, next, ...others] = sentence.slice(tied.end, only.start).split(BREAK)
  // Of a clause in between it may be another thing that this is the share of.
  const saysNow = next !== undefined && others.length === 0 && now.test(next)
  const clause = sentence.slice(...clausesAround(sentence, only.start, only.end))
  const isOfOther =
    OF_ELSE.test(sentence.slice(only.end)) ||
    (tied.of !== 'mined' && clause.search(mines) >= 0) ||
    (tied.of !== 'refined' && clause.search(refines) >= 0)
  return saysNow && !isOfOther ? { ...only, of: tied.of } : tied
}
