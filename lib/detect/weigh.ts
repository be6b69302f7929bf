/** Weighing: how far to trust each term met in a text, by its surroundings and by the others met there. */

import { contextFactor, DENIED, UNSUPPORTED } from './context.ts'
import { once, ruleOf, type Lexicon, type Term } from './lexicon.ts'
import { sentenceAround } from './sentence.ts'
import { firstAtLeast } from './sorted.ts'
import { hasForm, outside, withoutSelf, type Surroundings } from './surroundings.ts'
import type { Category } from './types.ts'

/** A term met in a text, before context was asked. */
export interface Candidate {
  start: number
  end: number
  term: Term
}

/** As many entries of a category as it takes to find one that is not the candidate's own and does not overlap it. */
const COMPANIONS = 4

/** For each category, the first candidates of up to {@link COMPANIONS} different entries. */
function companionsOf(lexicon: Lexicon, candidates: readonly Candidate[]): Map<Category, Candidate[]> {
  const companions = new Map<Category, Candidate[]>()
  for (const candidate of candidates) {
    const { category, entry } = candidate.term
    const known = companions.get(category) ?? []
    if (
      ruleOf(lexicon, candidate.term).isNever ||
      known.length >= COMPANIONS ||
      known.some(({ term }) => term.entry === entry)
    )
      continue
    companions.set(category, [...known, candidate])
  }
  return companions
}

/** Another entry of the category is named beside the candidate and not inside it: elements vouch for one another. */
const hasCompany = (candidate: Candidate, companions: Map<Category, Candidate[]>): boolean =>
  (companions.get(candidate.term.category) ?? []).some(
    ({ term, start, end }) => term.entry !== candidate.term.entry && (end <= candidate.start || start >= candidate.end),
  )

interface Weighed extends Candidate {
  confidence: number
}

/**
 * Candidates with the confidence that their surroundings leave them. Words mean the same throughout a text, of a long block
 * throughout a piece: a word that is once said to mean something else vouches for nothing, and keeps that meaning wherever it is
 * written the same way. A name stays a name; other words may mean the thing again in a sentence that has what they ask for, or
 * company. A term is company for others only if it needs none itself.
 */
export function weigh(lexicon: Lexicon, candidates: readonly Candidate[], around: Surroundings): Weighed[] {
  const { text } = around
  const factorOf = (candidate: Candidate, isVouchedFor: boolean) =>
    contextFactor(lexicon, candidate.term, around, { ...candidate, hasCompany: isVouchedFor })
  const alone = candidates.map((candidate) => factorOf(candidate, false))
  const isSound = (_: Candidate, index: number) => (alone[index] as number) > UNSUPPORTED
  const companions = companionsOf(lexicon, candidates.filter(isSound))
  const factors = candidates.map((candidate, index) => {
    const factor = alone[index] as number
    const mayGain = factor < 1 && factor !== DENIED && ruleOf(lexicon, candidate.term).needs.length > 0
    return mayGain && hasCompany(candidate, companions) ? factorOf(candidate, true) : factor
  })
  // As in nearly every text.
  if (!factors.includes(DENIED)) return candidates.map((each, index) => withFactor(each, factors[index] as number))
  const sourceOf = ({ start, end }: Candidate) => text.slice(start, end)
  // Two entries may share a form: what is not the one may be the other.
  const written = (candidate: Candidate) => `${candidate.term.entry} ${candidate.term.form} ${sourceOf(candidate)}`
  const denied = new Set(candidates.filter((_, index) => factors[index] === DENIED).map(written))
  // In the order of the text, which patterns are not in.
  const certain = candidates.filter((candidate, index) => !candidate.term.isPattern && isSound(candidate, index))
  const firstFrom = (at: number) => firstAtLeast(certain.length, (index) => (certain[index] as Candidate).start, at)
  const isSupported = (candidate: Candidate, index: number): boolean => {
    const { term, start, end } = candidate
    // A word that is written small elsewhere.
    if (isCapital(sourceOf(candidate)) && !isCapital(term.form)) return false
    const { near, needs, not, unless } = ruleOf(lexicon, term)
    if (near.length + needs.length > 0 && alone[index] === 1) return true
    const [from, to] = sentenceAround(text, start, end)
    const beside = once(() => withoutSelf(sourceOf(candidate))(outside(around, from, to, start, end)))
    // What would lift a denial here vouches against one elsewhere.
    const lifted = [...not, ...unless].flatMap((sets) => sets.split('/').slice(1))
    if (lifted.some((set) => hasForm(beside(), lexicon.words.get(set) ?? []))) return true
    return hasCompany(candidate, companionsOf(lexicon, certain.slice(firstFrom(from), firstFrom(to))))
  }
  return candidates.map((candidate, index) => {
    const factor =
      denied.has(written(candidate)) && !isSupported(candidate, index) ? DENIED : (factors[index] as number)
    return withFactor(candidate, factor)
  })
}

const withFactor = (candidate: Candidate, factor: number): Weighed => ({
  ...candidate,
  confidence: Math.round(candidate.term.confidence * factor * 100) / 100,
})

const isCapital = (text: string) => /^\p{Lu}/u.test(text)

/**
 * Those that count where several overlap: one whose rule yields is gone where a term of its entry stands across it that does
 * not yield, unless a longer one of another entry takes the place of that.
 */
export function firmest<One extends Candidate>(lexicon: Lexicon, candidates: readonly One[]): One[] {
  const yields = ({ term }: Candidate) => ruleOf(lexicon, term).yields
  if (!candidates.some(yields)) return [...candidates]
  const firm = candidates
    .filter((candidate) => !yields(candidate) && !ruleOf(lexicon, candidate.term).isNever)
    .sort((a, b) => a.start - b.start)
  const longest = firm.reduce((most, { start, end }) => Math.max(most, end - start), 0)
  /** Only what begins near may stand across: a long text has thousands. */
  const someAcross = ({ start, end }: One, is: (other: One) => boolean): boolean => {
    for (
      let at = firstAtLeast(firm.length, (index) => (firm[index] as One).start, start - longest);
      at < firm.length && (firm[at] as One).start < end;
      at++
    )
      if ((firm[at] as One).end > start && is(firm[at] as One)) return true
    return false
  }
  const isOusted = (one: One) =>
    someAcross(one, (other) => other.term.entry !== one.term.entry && other.end - other.start > one.end - one.start)
  return candidates.filter(
    (candidate) =>
      !yields(candidate) ||
      !someAcross(candidate, (other) => other.term.entry === candidate.term.entry && !isOusted(other)),
  )
}
