/** Detection: from a text to its mentions. Pure; the same code for pages, in the background, and in `annotate`. */

import { contextFactor, isDoubtful, UNSUPPORTED } from './context.ts'
import { normalise } from './fold.ts'
import { ruleOf, type Lexicon, type Term } from './lexicon.ts'
import { elided, matchPattern, wordsOf, type Words } from './pattern.ts'
import { asksForNothing } from './rule.ts'
import { scan } from './scan.ts'
import { sentenceAround } from './sentence.ts'
import { insideWord, isHangul, isKatakana, kindOf, WORD } from './script.ts'
import { firstAtLeast } from './sorted.ts'
import { isTorn, Spans, withEnding, withoutPossessive, withQuotes } from './span.ts'
import { surroundings } from './surroundings.ts'
import {
  EMPTY_PAGE,
  MARK_FROM,
  type Category,
  type Doubt,
  type Judge,
  type Mention,
  type PageContext,
} from './types.ts'
import { firmest, weigh, type Candidate } from './weigh.ts'
import { paragraphsOf } from './wrapped.ts'

/** Patterns look at no more than this on either side of their anchor (UTF-16 units). */
const PATTERN_REACH = 240

/** Every place in `text` where a term stands or a pattern holds; context is not asked yet, overlaps stay. */
export function candidatesIn(lexicon: Lexicon, text: string): Candidate[] {
  const candidates: Candidate[] = []
  let words: { from: number; to: number; list: Words } | undefined
  /** Where each pattern held last: from a later anchor of the same clause it would be found once more, or half of it. */
  const held = new Map<number, [start: number, end: number]>()
  scan(lexicon.trie, text, (start, end, values) => {
    for (const value of values) {
      const term = lexicon.termOf(value)
      if (term.isPattern) {
        if (words === undefined || start - PATTERN_REACH < words.from || end + PATTERN_REACH > words.to)
          words = wordsAround(text, start, end)
        const span = patternSpan(lexicon, value, words.list, start)
        if (span === null || isWithin(span, held.get(value))) continue
        held.set(value, span)
        candidates.push({ start: span[0], end: withoutPossessive(text, span[0], span[1], term.form), term })
        continue
      }
      const stop = withEnding(text, start, end, term)
      if (stop === null || !mayStart(text, start, term)) continue
      candidates.push({ start, end: withoutPossessive(text, start, stop, term.form), term })
    }
  })
  return candidates
}

const isWithin = ([start, end]: [number, number], outer: [number, number] | undefined): boolean =>
  outer !== undefined && outer[0] <= start && end <= outer[1]

/** Words of a stretch around a hit, wide enough that neighbouring hits share it. */
function wordsAround(text: string, start: number, end: number): { from: number; to: number; list: Words } {
  const from = start <= PATTERN_REACH * 2 ? 0 : start - PATTERN_REACH * 2
  const to = Math.min(text.length, end + PATTERN_REACH * 4)
  const list = wordsOf(normalise(elided(text.slice(from, to))))
  list.start = list.start.map((at) => at + from)
  list.end = list.end.map((at) => at + from)
  // At the edges of the text nothing lies beyond, so any reach is covered.
  return { from: from === 0 ? -Infinity : from, to: to === text.length ? Infinity : to, list }
}

function patternSpan(lexicon: Lexicon, value: number, words: Words, start: number): [number, number] | null {
  const first = firstAtLeast(words.start.length, (index) => words.start[index] as number, start)
  if (words.start[first] !== start) return null
  const found = matchPattern(lexicon.patternOf(value), words, first)
  return found && [words.start[found[0]] as number, words.end[found[1]] as number]
}

/** A loanword in katakana does not begin inside another (プランタン holds no ランタン), nor a short Korean word inside a longer one. */
function mayStart(text: string, start: number, term: Term): boolean {
  if (insideWord(text, start)) return false
  const [before, here] = [text.charCodeAt(start - 1), text.charCodeAt(start)]
  if (isKatakana(here) && isKatakana(before)) return false
  return !(isHangul(here) && isHangul(before) && term.form.length <= 2)
}

/**
 * Decides which candidates are mentions: context rules first, then what yields to others, then the longest natural span where
 * several overlap, then the judge where a rule asks for one; what nobody has judged yet counts. Returns them in text order,
 * each with confidence ≥ {@link MARK_FROM}.
 */
export function decide(
  lexicon: Lexicon,
  text: string,
  candidates: readonly Candidate[],
  page: PageContext,
  judge: Judge = () => undefined,
): Mention[] {
  const around = surroundings(text, page)
  const firm = firmest(
    lexicon,
    weigh(lexicon, candidates, around).filter(({ confidence }) => confidence >= MARK_FROM),
  )
  const weighed = withoutTorn(lexicon, text, firm).sort(
    (a, b) =>
      b.end - b.start - (a.end - a.start) ||
      writtenOut(b, a) ||
      b.confidence - a.confidence ||
      a.start - b.start ||
      nearer(lexicon, a, b),
  )
  const taken = new Spans(text.length)
  const mentions: Mention[] = []
  const terms = candidates.filter(({ term }) => !term.isPattern)
  for (const { start, end, term, confidence } of weighed) {
    if (isTorn(text, start, end) || !taken.take(start, end)) continue
    if (ruleOf(lexicon, term).isNever) continue
    if (isDoubtful(lexicon, term, around, start, end) && judge(doubtAt(text, start, end)) === false) continue
    const [quoted, to] = withQuotes(text, start, end)
    const from = /^['’]/.test(term.form) && /['’‘]/.test(text[start - 1] ?? '') ? start - 1 : quoted
    mentions.push({
      start: from,
      end: to,
      text: text.slice(from, to),
      category: term.category,
      entry: term.isPattern ? specialised(lexicon, term.entry, start, end, terms) : term.entry,
      confidence,
      term: term.form,
      rule: term.rule,
    })
  }
  return mentions.sort((a, b) => a.start - b.start)
}

/**
 * Without patterns that begin inside a term, of which they would leave half a name: "Dual-Use-" before "Güter für zivilen und
 * militärischen Einsatz". Where no spaces part words, what begins inside is as good a name.
 */
function withoutTorn<Each extends Candidate>(lexicon: Lexicon, text: string, candidates: readonly Each[]): Each[] {
  const isInside = new Uint8Array(text.length)
  for (const { start, end, term } of candidates)
    if (!term.isPattern && !ruleOf(lexicon, term).isNever) isInside.fill(1, start + 1, end)
  const isTearing = ({ start, term }: Candidate) =>
    term.isPattern && isInside[start] === 1 && kindOf(text.charCodeAt(start)) === WORD
  return candidates.filter((candidate) => !isTearing(candidate))
}

/** Of two terms over one span, how much more of it the first has written out: Seltenerdmagnete is no Seltenerd with an ending. */
const writtenOut = ({ term: one }: Candidate, { term: other }: Candidate): number =>
  one.isPattern || other.isPattern ? 0 : one.form.length - other.form.length

/** Of two readings of one span, first what says that it is no mention, then the entry below the other, then in the order of ids. */
const nearer = (lexicon: Lexicon, { term: one }: Candidate, { term: other }: Candidate): number =>
  Number(ruleOf(lexicon, other).isNever) - Number(ruleOf(lexicon, one).isNever) ||
  Number(isBelow(lexicon, other.entry, one.entry)) - Number(isBelow(lexicon, one.entry, other.entry)) ||
  Number(one.entry > other.entry) - Number(one.entry < other.entry)

/**
 * The entry of a pattern's span [start, end): where `terms` (in text order) inside it name one entry below `entry`, and no
 * second, that one ("oxyde de dysprosium" is dysprosium, an oxide of two elements stays with the group).
 */
function specialised(lexicon: Lexicon, entry: string, start: number, end: number, terms: readonly Candidate[]): string {
  let only: string | undefined
  for (
    let at = firstAtLeast(terms.length, (index) => (terms[index] as Candidate).start, start);
    at < terms.length;
    at++
  ) {
    const candidate = terms[at] as Candidate
    if (candidate.start >= end) break
    if (candidate.end > end || candidate.term.entry === only || !isBelow(lexicon, candidate.term.entry, entry)) continue
    if (only !== undefined) return entry
    only = candidate.term.entry
  }
  return only ?? entry
}

function isBelow({ parents }: Lexicon, entry: string, ancestor: string): boolean {
  for (let up = parents.get(entry); up !== undefined; up = parents.get(up)) if (up === ancestor) return true
  return false
}

/**
 * Categories of which `candidates`, met in `text`, hold a term that asks for no context and is not denied by it: the page is
 * about them.
 */
export function strongCategories(lexicon: Lexicon, text: string, candidates: readonly Candidate[]): Set<Category> {
  const around = surroundings(text, EMPTY_PAGE)
  const strong = new Set<Category>()
  for (const { term, start, end } of candidates) {
    if (strong.has(term.category) || !asksForNothing(ruleOf(lexicon, term))) continue
    if (contextFactor(lexicon, term, around, { start, end, hasCompany: false }) > UNSUPPORTED) strong.add(term.category)
  }
  return strong
}

/** Mentions of one block that is a page of its own; `lead` is its headline. Offsets in UTF-16 units. */
export function detect(lexicon: Lexicon, text: string, lead = ''): Mention[] {
  const candidates = candidatesIn(lexicon, text)
  if (candidates.length === 0) return []
  return decide(lexicon, text, candidates, { ...EMPTY_PAGE, lead, strong: strongCategories(lexicon, text, candidates) })
}

function doubtAt(text: string, start: number, end: number): Doubt {
  const [from, to] = sentenceAround(text, start, end)
  return { sentence: text.slice(from, to), end: end - from }
}

/** A line of a plain text, as a block of a page. */
export interface Paragraph {
  text: string
  /** UTF-16 offset of the line in the whole text. */
  offset: number
  /** Offsets are those of the line. */
  mentions: Mention[]
}

/**
 * Mentions of a text of several lines, each line a block and the whole a page, as pages are read.
 * Wrapped lines are one. Lines without mentions are left out.
 */
export function detectByLine(lexicon: Lexicon, text: string, lead: string, judge?: Judge): Paragraph[] {
  const strong = new Set<Category>()
  const lines: { text: string; offset: number; candidates: Candidate[] }[] = []
  for (const { text: line, offset } of paragraphsOf(text)) {
    const candidates = candidatesIn(lexicon, line)
    if (candidates.length > 0) lines.push({ text: line, offset, candidates })
    for (const category of strongCategories(lexicon, line, candidates)) strong.add(category)
  }
  return lines
    .map(({ text: line, offset, candidates }) => ({
      text: line,
      offset,
      mentions: decide(lexicon, line, candidates, { lead, strong }, judge),
    }))
    .filter(({ mentions }) => mentions.length > 0)
}
