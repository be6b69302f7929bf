/** Spans: where exactly a mention ends, with its plural but not its possessive, and with the quotation marks that belong to it. */

import { insideWord } from './script.ts'
import type { Category, Language, Span } from './types.ts'

/** True where two spans of a text have a character in common. */
export const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

/** Endings that a term may take without becoming another word. */
const ENDINGS: Partial<Record<Language, RegExp>> = {
  en: /^(?:s|es)$/,
  de: /^(?:e|en|er|es|em|s|n|ns)$/,
  fr: /^(?:s|x|es)$/,
  es: /^(?:s|es)$/,
}

/** German compounds name the thing itself by these heads: Seltenerdoxide, Neodym-Dauermagnete; by others a trade in it: Dysprosiumpreis. */
const GERMAN_HEADS =
  /^(?:permanent|dauer|sinter|misch|ferro|oxid|metall|element|magnet|legierung|erz|verbindung|mineral|mischung|konzentrat|pulver|salz|[ck]arbonat|chlorid|werkstoff|material|produkt|rohstoff|schlamm|schlämme)+(?:e|en|es|s|n|ien)?$/
/** The same behind a hyphen. */
const HYPHENED = /^[-\u2010\u2011][\p{L}\u00ad]+/u
/** A shorter term is too easily the beginning of another word. */
const MIN_GERMAN_STEM = 6

/**
 * End (UTF-16, exclusive) of a term that matched up to `end`, taking in a plural or case ending of its language;
 * null where the match stops inside another word.
 */
export function withEnding(
  text: string,
  start: number,
  end: number,
  { lang, category }: { lang: Language; category: Category },
): number | null {
  const after = text.slice(end, end + 32)
  if (!insideWord(text, end)) {
    const head = (lang === 'de' && category === 'rare-earths' && HYPHENED.exec(after)?.[0]) || ''
    return GERMAN_HEADS.test(head.slice(1).toLowerCase().replaceAll('\u00ad', '')) ? end + head.length : end
  }
  // Raised digits, which number notes, are none of these.
  const rest = /^[\p{L}\p{Nd}\p{M}\u00ad]+/u.exec(after)?.[0] ?? ''
  // An abbreviation takes a small s only: REEs, not REES.
  const isAbbreviation = /^\p{Lu}{2,5}$/u.test(text.slice(start, end))
  const ending = (isAbbreviation ? rest : rest.toLowerCase()).replaceAll('\u00ad', '')
  if (ENDINGS[lang]?.test(ending)) return end + rest.length
  if (lang === 'de' && category === 'rare-earths' && end - start >= MIN_GERMAN_STEM && !isAbbreviation)
    return GERMAN_HEADS.test(ending) ? end + rest.length : end
  return null
}

const PAIRS: Record<string, string> = {
  '“': '”',
  '‘': '’',
  '«': '»',
  '‹': '›',
  '「': '」',
  '『': '』',
  '"': '"',
  "'": "'",
  '„': '“',
  '‚': '‘',
  '`': '´',
  '”': '”',
  '’': '’',
}
const CLOSING = new Set(Object.values(PAIRS))

/**
 * Takes in a quotation mark beside the span where its partner stands inside it: “one China” policy, política de "una sola China".
 * A mention quoted as a whole keeps its marks outside, and a title its 《.
 */
export function withQuotes(text: string, start: number, end: number): [start: number, end: number] {
  const inside = text.slice(start, end)
  // What a Romance language adds behind the mark says whose it is: « une situation menaçant la survie » du Japon.
  const closed = /^([^“«"„‹‘]*?)\s?[”»"›’]\s+(?:d(?:e|u|el|es)|pour|para)\s/.exec(inside)
  if (closed) return [start, start + (closed[1] as string).length]
  const title = inside.includes('》') ? -1 : inside.lastIndexOf('《')
  if (title >= 0) return [start + title + 1, end]
  // French sets a space inside its quotation marks.
  const gapBefore = /\s/.test(text[start - 1] ?? '') && text[start - 2] === '«' ? 1 : 0
  const gapAfter = /\s/.test(text[end] ?? '') && text[end + 1] === '»' ? 1 : 0
  const before = text[start - 1 - gapBefore] ?? ''
  const after = text[end + gapAfter] ?? ''
  const closes = PAIRS[before]
  if (closes !== undefined && hasAlone(inside, closes, before)) return [start - 1 - gapBefore, end]
  if (CLOSING.has(after)) {
    const opens = Object.keys(PAIRS).find((open) => PAIRS[open] === after && hasAlone(inside, open, after))
    // A date before the marks is no part of what they quote: 2010年“钓鱼岛撞船事件”.
    if (opens !== undefined)
      return /^\p{N}/u.test(inside) ? [start + inside.indexOf(opens) + 1, end] : [start, end + 1 + gapAfter]
  }
  return [start, end]
}

/** True where `mark` stands in the text, not as an apostrophe between letters, and its partner does not. */
function hasAlone(inside: string, mark: string, partner: string): boolean {
  let count = 0
  for (let at = inside.indexOf(mark); at >= 0; at = inside.indexOf(mark, at + 1)) {
    // Only these two marks are apostrophes too; brackets of Japanese stand between letters as a rule.
    const isBetween = /\p{L}\p{sc=Latin}/u.test((inside[at - 1] ?? '') + (inside[at + 1] ?? ''))
    if (!(isBetween && (mark === "'" || mark === '’'))) count++
  }
  return mark === partner ? count === 1 : count > inside.split(partner).length - 1
}

/** True where a quotation mark closes inside the span that opened far before it: 「姜太公釣魚」台語 names no island. */
export function isTorn(text: string, start: number, end: number): boolean {
  const mark = /[「『“]|(?<=\p{sc=Han})[」』”]/u.exec(text.slice(Math.max(0, start - 1), end))?.[0]
  return mark !== undefined && '」』”'.includes(mark)
}

/** End of a span without the possessive that folding let in: "the rare earth’s price" is no plural. */
export function withoutPossessive(text: string, start: number, end: number, form: string): number {
  return /['’]s$/.test(text.slice(start, end)) && !/['’]s$/.test(form) ? end - 2 : end
}

/** Stretches of a text that are taken already; asking costs no more than the span is long. */
export class Spans {
  readonly #taken: Uint8Array

  /** `length` of the text in UTF-16 units. */
  constructor(length: number) {
    this.#taken = new Uint8Array(length)
  }

  /** Takes [start, end) unless some of it is taken; false then. */
  take(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#taken[at] === 1) return false
    this.#taken.fill(1, start, end)
    return true
  }
}
