/** Context: whether a term's rule holds where it was met, from the sentence first, then from the page. */

import { normalise } from './fold.ts'
import type { Lexicon, Term } from './lexicon.ts'
import type { Rule } from './rule.ts'
import { kindOf, WORD } from './script.ts'
import { sentenceAround } from './sentence.ts'
import type { PageContext } from './types.ts'

/** Rules look this far beyond the sentence, to either side (UTF-16 units). */
const BESIDE = 160

/** A block of text with its foldings kept, since several terms of a block ask for the same ones. */
export interface Surroundings {
  text: string
  page: PageContext
  folded: Map<string, string>
  leadFolded?: string
}

export const surroundings = (text: string, page: PageContext): Surroundings => ({ text, page, folded: new Map() })

function foldedSlice(around: Surroundings, from: number, to: number): string {
  const key = `${from}-${to}`
  const known = around.folded.get(key)
  if (known !== undefined) return known
  const { text } = normalise(around.text.slice(from, to))
  around.folded.set(key, text)
  return text
}

/** True where a form of the list stands in the folded text as a word of its own (spaced scripts) or at all (others). */
export function hasForm(folded: string, forms: readonly string[]): boolean {
  return forms.some((form) => {
    for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + 1)) {
      const isWord = kindOf(form.charCodeAt(0)) === WORD
      if (!isWord) return true
      const end = at + form.length
      const opens = at === 0 || kindOf(folded.charCodeAt(at - 1)) !== WORD
      // A possessive s behind a name is still the name: the apostrophe was folded away.
      const closes =
        end >= folded.length ||
        kindOf(folded.charCodeAt(end)) !== WORD ||
        /^s(?![\p{L}\p{N}])/u.test(folded.slice(end, end + 2))
      if (opens && closes) return true
    }
    return false
  })
}

/** How far the rule of `term` holds for the span [start, end): a factor on its confidence, 1 where it needs nothing. */
export function contextFactor(lexicon: Lexicon, term: Term, around: Surroundings, start: number, end: number): number {
  const rule = lexicon.rules.get(term.rule) as Rule
  const { text } = around
  const source = text.slice(start, end)
  if (rule.matchesCase && !agreesInCase(source, term.form)) return 0
  if (rule.isEarth && isOtherEarth(around, source, start, end)) return 0.2
  if (rule.near.length + rule.needs.length + rule.not.length === 0) return 1
  const [from, to] = sentenceAround(text, start, end)
  const forms = (set: string) => lexicon.words.get(set) ?? []
  if (rule.not.some((set) => hasForm(foldedSlice(around, from, to), forms(set)))) return 0.2
  const inSentence = (set: string) => hasForm(outside(around, from, to, start, end), forms(set))
  const beside = (set: string) =>
    hasForm(outside(around, Math.max(0, from - BESIDE), Math.min(text.length, to + BESIDE), start, end), forms(set))
  const onPage = (set: string) => around.page.strong.has(term.category) || hasForm(lead(around), forms(set))
  let factor = 1
  for (const set of rule.near) {
    if (inSentence(set)) continue
    if (beside(set)) factor *= 0.95
    else if (hasForm(lead(around), forms(set))) factor *= 0.85
    else return 0.3
  }
  for (const set of rule.needs) {
    if (inSentence(set)) continue
    if (beside(set)) factor *= 0.95
    else if (onPage(set)) factor *= 0.8
    else return 0.3
  }
  return factor
}

/** The folded text of [from, to) without the mention itself: a term is no context of its own. */
const outside = (around: Surroundings, from: number, to: number, start: number, end: number): string =>
  `${foldedSlice(around, from, start)} \n ${foldedSlice(around, end, to)}`

function lead(around: Surroundings): string {
  around.leadFolded ??= normalise(around.page.lead).text
  return around.leadFolded
}

/** Capitals must stand where the term has them, but for the plural s. */
function agreesInCase(source: string, form: string): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
  const [a, b] = [letters(source), letters(form)]
  return a === b || a === `${b}s` || (b.length > 5 && a.toUpperCase() === a && a === b.toUpperCase())
}

const OTHER_WORLD = /hypothes|planet|galax|astrobiolog|extraterrestrial|habitable|drake equation|exoplanet|alien/
const BAND =
  /\b(band|album|albums|song|songs|motown|guitarist|drummer|singer|vocalist|concert|funk|soul|get ready|celebrate|setlist|vinyl)\b/

/** "rare Earth-like planet", the Rare Earth hypothesis and the band of that name are other things. */
function isOtherEarth(around: Surroundings, source: string, start: number, end: number): boolean {
  const isCapital = /\bEarth/.test(source)
  if (!isCapital) return false
  const [from, to] = sentenceAround(around.text, start, end)
  const sentence = foldedSlice(around, Math.max(0, from - BESIDE), Math.min(around.text.length, to + BESIDE))
  if (/^[^\p{L}]*rare/u.test(source)) return true
  return OTHER_WORLD.test(sentence) || BAND.test(sentence)
}
