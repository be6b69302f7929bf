/** Context: whether a term's rule holds where it was met, from the sentence first, then from the page. */

import { once, ruleOf, type Lexicon, type Term } from './lexicon.ts'
import { isProperName } from './proper-name.ts'
import { sentenceAround } from './sentence.ts'
import {
  countForms,
  foldedSlice,
  hasForm,
  leadOf,
  outside,
  withoutSelf,
  wordsNearby,
  type Surroundings,
} from './surroundings.ts'
import { agreesInCase, isAmongCapitals, isNamedSo, isQuoted, isTitle, keepsCapitals, standsAlone } from './written.ts'

/** Factor of a term of which the text says that it is something else, there and where else it is written so. */
export const DENIED = 0.2
/** Factor of a term that lacks what it asks for where it stands, or is part of a title there. */
export const UNSUPPORTED = 0.3
/** Factors of what vouches for a term from farther away than its sentence: the sentences beside it, headline and lead, the page. */
const BESIDE = 0.95
const IN_LEAD = 0.85
const ON_PAGE = 0.8

/**
 * How far the rule of `term` holds for the span [start, end): a factor on its confidence, 1 where it needs nothing.
 * `hasCompany`: another entry of the category is named in the same text, as elements are in a list of elements.
 */
export function contextFactor(
  lexicon: Lexicon,
  term: Term,
  around: Surroundings,
  { start, end, hasCompany }: { start: number; end: number; hasCompany: boolean },
): number {
  const rule = ruleOf(lexicon, term)
  const { text } = around
  const source = text.slice(start, end)
  // “one China” that … is quoted as a name: what follows is no part of it.
  if (rule.isNever && /[”»"]\s/.test(source)) return 0
  if (rule.title.length > 0 && /^rare[\s-]Earth(?!s)/.test(source)) return UNSUPPORTED
  if (rule.matchesCase && !(term.isPattern ? keepsCapitals : agreesInCase)(source, term.form)) return 0
  if (isProperName(term, around, start, end, lexicon.words)) return DENIED
  if (rule.standsAlone && !standsAlone(text, start, end)) return UNSUPPORTED
  if (rule.isQuoted && !isQuoted(text, start, end)) return UNSUPPORTED
  if (rule.title.length + rule.near.length + rule.needs.length + rule.not.length + rule.unless.length === 0) return 1
  const [from, to] = sentenceAround(text, start, end)
  const forms = (set: string) => lexicon.words.get(set) ?? []
  // Most rules only ask what speaks against a term, and ask it of several lists.
  const whole = once(() => foldedSlice(around, from, to))
  const holds = (set = '') => hasForm(whole(), forms(set))
  const speaksAgainst = ([set, lifted]: string[]) => holds(set) && !holds(lifted)
  if (rule.not.some((sets) => speaksAgainst(sets.split('/')))) return DENIED
  // A term is no evidence of itself, but for a clause that tells a whole event.
  const asEvidence = once(() => (rule.isWhole ? (folded: string) => folded : withoutSelf(source)))
  const sentence = once(() => (rule.isWhole ? whole() : asEvidence()(outside(around, from, to, start, end))))
  const inSentence = (set: string) => hasForm(sentence(), forms(set))
  const wide = once(() => wordsNearby(around, from, to, start, end))
  const speaks = (set: string) => hasForm(wide(), forms(set))
  const support = once(() => asEvidence()(wide()))
  const beside = (set: string) => hasForm(support(), forms(set))
  // What lifts a word may stand no farther away than the word itself.
  const speaksBeside = ([set = '', lifted]: string[]) =>
    speaks(set) && !(lifted && (inSentence(set) ? inSentence(lifted) : beside(lifted)))
  if (rule.unless.some((sets) => speaksBeside(sets.split('/')))) return DENIED
  const makesTitle = ([set = '', lifted]: string[]) =>
    speaks(set) && !(lifted && isAmongCapitals(text, start) && beside(lifted))
  if (rule.title.some((sets) => makesTitle(sets.split('/'))) && isTitle(term.lang, text, start, end))
    return isNamedSo(term.lang, source) ? DENIED : UNSUPPORTED
  // The lead may hold the mention itself.
  const about = once(() => asEvidence()(leadOf(around)))
  const onPage = (set: string) => around.page.strong.has(term.category) || isAbout(about(), forms(set))
  let factor = 1
  for (const set of rule.near) {
    if (inSentence(set)) continue
    if (beside(set)) factor *= BESIDE
    else if (hasForm(about(), forms(set))) factor *= IN_LEAD
    else return UNSUPPORTED
  }
  for (const set of rule.needs) {
    if (hasCompany || inSentence(set)) continue
    if (beside(set)) factor *= BESIDE
    else if (onPage(set)) factor *= ON_PAGE
    else return UNSUPPORTED
  }
  return factor
}

/** True where the rule of `term` asks for a second look at the span [start, end): nothing beside it settles what it is. */
export function isDoubtful(lexicon: Lexicon, term: Term, around: Surroundings, start: number, end: number): boolean {
  const { judge } = ruleOf(lexicon, term)
  if (judge === null) return false
  const [from, to] = sentenceAround(around.text, start, end)
  const beside = wordsNearby(around, from, to, start, end)
  return !judge.some((set) => hasForm(beside, lexicon.words.get(set) ?? []))
}

/** A headline and lead that use two words of a list are about it; one word alone may be chance. */
const isAbout = (folded: string, forms: readonly string[]): boolean => countForms(folded, forms) >= 2
