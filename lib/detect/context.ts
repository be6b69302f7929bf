/** Context: whether a term's rule holds where it was met, from the sentence first, then from the page. */

import { normalise, type Normalised } from './fold.ts'
import { once, type Lexicon, type Term } from './lexicon.ts'
import { elided } from './pattern.ts'
import type { Rule } from './rule.ts'
import { isHangul, kindOf, WORD } from './script.ts'
import { sentenceAround } from './sentence.ts'
import { firstAtLeast } from './sorted.ts'
import type { Language, PageContext } from './types.ts'

/** Factor of a term of which the text says that it is something else, there and where else it is written so. */
export const DENIED = 0.2
/** Factor of a term that lacks what it asks for where it stands, or is part of a title there. */
export const UNSUPPORTED = 0.3

/** Rules look this far beyond the sentence, to either side (UTF-16 units). */
const BESIDE = 160

/** Texts are folded in stretches of this many UTF-16 units, each once, however many terms ask for it. */
const STRETCH = 1024

/** A block of text with its foldings kept, since several terms of a block ask for the same ones. */
export interface Surroundings {
  text: string
  page: PageContext
  stretches: Map<number, Normalised>
  leadFolded?: string
}

export const surroundings = (text: string, page: PageContext): Surroundings => ({ text, page, stretches: new Map() })

function stretchOf(around: Surroundings, index: number): Normalised {
  const known = around.stretches.get(index)
  if (known !== undefined) return known
  const folded = normalise(elided(around.text.slice(index * STRETCH, (index + 1) * STRETCH)))
  around.stretches.set(index, folded)
  return folded
}

/** Index of the first folded unit that came from source offset `at` or later. */
const foldedIndex = ({ start }: Normalised, at: number): number =>
  firstAtLeast(start.length, (index) => start[index] as number, at)

/** The folded text of [from, to). */
function foldedSlice(around: Surroundings, from: number, to: number): string {
  let folded = ''
  for (let index = Math.floor(from / STRETCH); index * STRETCH < to; index++) {
    const stretch = stretchOf(around, index)
    const offset = index * STRETCH
    folded += stretch.text.slice(foldedIndex(stretch, from - offset), foldedIndex(stretch, to - offset))
  }
  return folded
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
  const rule = lexicon.rules.get(term.rule) as Rule
  const { text } = around
  const source = text.slice(start, end)
  // “one China” that … is quoted as a name: what follows is no part of it.
  if (rule.isNever && /[”»"]\s/.test(source)) return 0
  if (rule.title.length > 0 && /^rare[\s-]Earth/.test(source)) return UNSUPPORTED
  if (rule.matchesCase && !(term.isPattern ? keepsCapitals : agreesInCase)(source, term.form)) return 0
  if (isProperName(term, around, start, end, lexicon.words)) return DENIED
  if (rule.standsAlone && !standsAlone(text, start, end)) return UNSUPPORTED
  if (rule.isQuoted && !isQuoted(text, start, end)) return UNSUPPORTED
  if (rule.title.length + rule.near.length + rule.needs.length + rule.not.length + rule.unless.length === 0) return 1
  const [from, to] = sentenceAround(text, start, end)
  const forms = (set: string) => lexicon.words.get(set) ?? []
  const holds = (set = '') => hasForm(foldedSlice(around, from, to), forms(set))
  const speaksAgainst = ([set, lifted]: string[]) => holds(set) && !holds(lifted)
  if (rule.not.some((sets) => speaksAgainst(sets.split('/')))) return DENIED
  const [wideFrom, wideTo] = [Math.max(0, from - BESIDE), Math.min(text.length, to + BESIDE)]
  // Most rules only ask what speaks against a term.
  const without = once(() => withoutSelf(source))
  const sentence = once(() => without()(outside(around, from, to, start, end)))
  const inSentence = (set: string) => hasForm(sentence(), forms(set))
  const speaks = (set: string) => hasForm(outside(around, wideFrom, wideTo, start, end), forms(set))
  const wide = once(() => without()(outside(around, wideFrom, wideTo, start, end)))
  const beside = (set: string) => hasForm(wide(), forms(set))
  // What lifts a word may stand no farther away than the word itself.
  const speaksBeside = ([set = '', lifted]: string[]) =>
    speaks(set) && !(lifted && (inSentence(set) ? inSentence(lifted) : beside(lifted)))
  if (rule.unless.some((sets) => speaksBeside(sets.split('/')))) return DENIED
  if (rule.title.some(speaks) && isTitle(text, start, end)) return isNamedSo(term.lang, source) ? DENIED : UNSUPPORTED
  // The lead may hold the mention itself.
  const about = once(() => without()(lead(around)))
  const onPage = (set: string) => around.page.strong.has(term.category) || isAbout(about(), forms(set))
  let factor = 1
  for (const set of rule.near) {
    if (inSentence(set)) continue
    if (beside(set)) factor *= 0.95
    else if (hasForm(about(), forms(set))) factor *= 0.85
    else return UNSUPPORTED
  }
  for (const set of rule.needs) {
    if (hasCompany || inSentence(set)) continue
    if (beside(set)) factor *= 0.95
    else if (onPage(set)) factor *= 0.8
    else return UNSUPPORTED
  }
  return factor
}

/** True where the rule of `term` asks for a second look at the span [start, end): nothing beside it settles what it is. */
export function isDoubtful(lexicon: Lexicon, term: Term, around: Surroundings, start: number, end: number): boolean {
  const { judge } = lexicon.rules.get(term.rule) as Rule
  if (judge === null) return false
  const [from, to] = sentenceAround(around.text, start, end)
  const beside = outside(around, Math.max(0, from - BESIDE), Math.min(around.text.length, to + BESIDE), start, end)
  return !judge.some((set) => hasForm(beside, lexicon.words.get(set) ?? []))
}

/** A headline and lead that use two words of a list are about it; one word alone may be chance. */
const isAbout = (folded: string, forms: readonly string[]): boolean =>
  forms.filter((form) => hasForm(folded, [form])).length >= 2

/** The folded text of [from, to) without the mention itself. */
const outside = (around: Surroundings, from: number, to: number, start: number, end: number): string =>
  `${foldedSlice(around, from, start)} \n ${foldedSlice(around, end, to)}`

/** Takes the mention itself out of folded text as far as that may speak for it: a term is no evidence of itself, however often it is said. */
function withoutSelf(source: string): (folded: string) => string {
  const own = normalise(elided(source)).text
  if (own === '') return (folded) => folded
  if (kindOf(own.charCodeAt(0)) !== WORD || kindOf(own.charCodeAt(own.length - 1)) !== WORD)
    return (folded) => folded.replaceAll(own, '\n')
  // Its plural is the same word; Dy in dysprosium is another.
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${own.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}s?(?![\\p{L}\\p{N}])`, 'gu')
  return (folded) => folded.replaceAll(whole, '\n')
}

function lead(around: Surroundings): string {
  around.leadFolded ??= normalise(elided(around.page.lead)).text
  return around.leadFolded
}

/** Capitals must stand where the term has them, but for the plural s. */
function agreesInCase(source: string, form: string): boolean {
  const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
  const [a, b] = [letters(source), letters(form)]
  return a === b || a === `${b}s` || (b.length > 5 && a.toUpperCase() === a && a === b.toUpperCase())
}

/** Of a pattern, every word written with a capital must stand so: "una sola China" is a country, "una sola china" a player. */
const keepsCapitals = (source: string, pattern: string) =>
  source === source.toUpperCase() ||
  (pattern.match(/\p{Lu}\p{L}+/gu) ?? []).every(
    (word) => source.includes(word) || !source.toLowerCase().includes(word.toLowerCase()),
  )

const OPENS = /[“‘„‚「『«‹»"'＂〈《]/
const CLOSES = /[”’“」』»›«"'＂〉》]/
/** Particles that may follow a name without making it the beginning of another word (ja, zh, ko). */
const PARTICLES =
  /^(?:[问問][题題]上|立[场場]|才|の(?!\p{Script=Han})|を|と|は|が|に|も|へ|で|や|か|的|之|和|与|與|及|或|是|、|，|。|[为為](?:前提|基[础礎])|[内內]涵|을|를|은|는|이|가|과|와|에|의|도|로|이라|이란|만)/u

const isQuoted = (text: string, start: number, end: number) =>
  OPENS.test(text[start - 1] ?? '') && CLOSES.test(text[end] ?? '')

/** A work is no longer than this in its brackets (UTF-16 units to either side of the term). */
const TITLE_REACH = 16

const BOOK_TITLE = [/[《〈『][^》〉』]*$/, /^[^《〈『]*[》〉』]/] as const
/** Korean sets titles in plain quotation marks too; a particle behind the term makes a clause of what they quote. */
const KOREAN_TITLE = [
  /(?:[‘“《<]|(?<![\p{L}\p{N}])['"])[^’”'"》>]*$/u,
  /^(?![은는이가을를])[^‘“《<'"’”》>]*[’”'"》>]/,
] as const

/** 《稀土之戀》, 『レアアースの恋』 and '희토류 전쟁' hold a term inside a title. */
const isInTitle = (text: string, start: number, end: number) => {
  const [opens, closes] = isHangul(text.charCodeAt(start)) ? KOREAN_TITLE : BOOK_TITLE
  return (
    opens.test(text.slice(Math.max(0, start - TITLE_REACH), start)) && closes.test(text.slice(end, end + TITLE_REACH))
  )
}

/** “Rare Earths,” « Terres rares » or, in English, Rare Earth: written as titles are. */
const isTitle = (text: string, start: number, end: number) =>
  /\bEarth/.test(text.slice(start, end)) ||
  isInTitle(text, start, end) ||
  (OPENS.test(
    text
      .slice(Math.max(0, start - 2), start)
      .trimEnd()
      .at(-1) ?? '',
  ) &&
    CLOSES.test(/[^\s,.]|$/.exec(text.slice(end, end + 3))?.[0] ?? ''))

/** A title with a capital to each word is a name: a wine called « Terres Rares ». Not in English, whose headlines write so. */
const isNamedSo = (lang: Language, source: string) =>
  lang !== 'en' && WRITES_SMALL.has(lang) && /^\p{Lu}.*\s\p{Lu}/u.test(source)

/** 一つの中国 is a name in 「一つの中国」 and before を; in 一つの中国企業 it is "one Chinese company". */
function standsAlone(text: string, start: number, end: number): boolean {
  if (isQuoted(text, start, end)) return true
  const next = text.slice(end, end + 3)
  if (next === '' || CLOSES.test(next[0] as string)) return true
  if (PARTICLES.test(next)) return true
  return !/^[\p{L}\p{N}\s]/u.test(next)
}

/** So many UTF-16 units hold the word before a name. */
const WORD_BEFORE = 32

/** True where the text ends with a form of the list: "le cabinet" before Néodyme. */
function endsWithForm(before: string, forms: readonly string[]): boolean {
  const folded = ` ${normalise(elided(before.slice(-WORD_BEFORE))).text.trimEnd()}`
  return forms.some((form) => folded.endsWith(` ${form}`))
}

/** Languages that write the names of materials small in running text. */
const WRITES_SMALL = new Set<Language>(['en', 'fr', 'es'])

/**
 * "Arafura Rare Earths", "Terbium Labs" and a spy group called NEODYMIUM: a material written with capitals in running
 * text is a name where another capital stands beside it, where a word for what bears names stands before it, or where
 * nothing around it is about supply.
 */
function isProperName(
  { lang, category, form, isPattern }: Term,
  around: Surroundings,
  start: number,
  end: number,
  words: Lexicon['words'],
): boolean {
  if (category !== 'rare-earths' || !WRITES_SMALL.has(lang)) return false
  const { text } = around
  const source = text.slice(start, end)
  // Of a pattern only a single word or the bare term: what else it takes in says that it is no name.
  const isBare = /^\p{L}+$/u.test(source) || form === `(${source.toLowerCase()})`
  if (form !== form.toLowerCase() || (isPattern && !isBare)) return false
  if (!/\p{Lu}/u.test(source)) return false
  const [from, to] = sentenceAround(text, start, end)
  const [before, behind] = [text.slice(from, start), text.slice(end, to)]
  if (!isRunning(`${before} ${behind}`)) return false
  const supply = words.get('supply') ?? []
  const hasCapitalBehind = /^\s\p{Lu}\p{Ll}{2,}/u.test(behind)
  const without = withoutSelf(source)
  const outsideSentence = (reach: number) =>
    without(outside(around, Math.max(0, from - reach), Math.min(text.length, to + reach), start, end))
  // A sentence, or what follows a colon, may begin with "Rare earths"; "Rare Earth", every word in capitals, is a name unless it is about supply.
  if (!/\p{L}/u.test(before) || /[:|>–—]\s*$/.test(before))
    return hasCapitalBehind || (/\s\p{Lu}/u.test(source) && !hasForm(outsideSentence(0), supply))
  if (hasCapitalBehind || /\s\p{Lu}\p{Ll}+\s$/u.test(before)) return true
  if (endsWithForm(before, words.get('bodies') ?? [])) return true
  return !hasForm(outsideSentence(BESIDE), supply)
}

/** True for a sentence in small letters: a headline in capitals tells nothing of names. */
function isRunning(words: string): boolean {
  const long = words.match(/\p{L}{4,}/gu) ?? []
  return long.length > 2 && long.filter((word) => /^\p{Lu}/u.test(word)).length * 2 < long.length
}
