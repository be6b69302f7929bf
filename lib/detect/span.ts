/** Spans: where exactly a mention ends, with its plural but not its possessive, and with the quotation marks that belong to it. */

import { insideWord } from './script.ts'
import type { Language } from './types.ts'

/** Endings that a term may take without becoming another word. */
const ENDINGS: Partial<Record<Language, RegExp>> = {
  en: /^(?:s|es)$/,
  de: /^(?:e|en|er|es|em|s|n|ns)$/,
  fr: /^(?:s|x|es)$/,
  es: /^(?:s|es)$/,
}

/**
 * End (UTF-16, exclusive) of a term that matched up to `end`, taking in a plural or case ending of its language;
 * null where the match stops inside another word.
 */
export function withEnding(text: string, start: number, end: number, lang: Language): number | null {
  if (!insideWord(text, end)) return end
  const rest = /^[\p{L}\p{N}\p{M}\u00ad]+/u.exec(text.slice(end, end + 12))?.[0] ?? ''
  // An abbreviation takes a small s only: REEs, not REES.
  const isAbbreviation = /^\p{Lu}+$/u.test(text.slice(start, end))
  const ending = isAbbreviation && !/^\p{Lu}+$/u.test(text.slice(start, end) + rest) ? rest : rest.toLowerCase()
  return ENDINGS[lang]?.test(ending) ? end + rest.length : null
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
 * A mention quoted as a whole keeps its marks outside.
 */
export function withQuotes(text: string, start: number, end: number): [start: number, end: number] {
  const inside = text.slice(start, end)
  const before = text[start - 1] ?? ''
  const after = text[end] ?? ''
  const closes = PAIRS[before]
  if (closes !== undefined && hasAlone(inside, closes, before)) return [start - 1, end]
  if (CLOSING.has(after)) {
    const opens = Object.keys(PAIRS).find((open) => PAIRS[open] === after && hasAlone(inside, open, after))
    if (opens !== undefined) return [start, end + 1]
  }
  return [start, end]
}

/** True where `mark` stands in the text, not as an apostrophe between letters, and its partner does not. */
function hasAlone(inside: string, mark: string, partner: string): boolean {
  let count = 0
  for (let at = inside.indexOf(mark); at >= 0; at = inside.indexOf(mark, at + 1)) {
    const isApostrophe = /\p{L}/u.test(inside[at - 1] ?? '') && /\p{L}/u.test(inside[at + 1] ?? '')
    if (!isApostrophe) count++
  }
  return mark === partner ? count === 1 : count > 0 && !inside.includes(partner)
}
