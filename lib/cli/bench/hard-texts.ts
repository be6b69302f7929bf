/** Texts that break careless code: by name, the unit that each repeats. The bench and the growth tests read them all. */

export const HARD_TEXTS: readonly (readonly [name: string, unit: string])[] = [
  ['one word without a space', 'x'],
  ['one word that begins a term again and again', 'senkaku'],
  ['very long words', `${'seltenerd'.repeat(1_000)} `],
  ['lone surrogates', '\ud800\udc00\udc00'],
  ['combining marks', 'e\u0301\u0308\u0323'],
  ['a letter under a hundred marks', `r${'\u0301'.repeat(100)}are `],
  ['zero-width characters', 'r\u200ba\u200cr\u200de\u2060 '],
  ['nothing but soft hyphens', '\u00ad'],
  ['bidi controls', '\u202erare\u202c words\u200f \u2066of earth\u2069 '],
  ['voicing marks apart from their kana', 'レア\u3099'],
  ['the beginning of a term', 'rare '],
  ['quotation marks and brackets that never close', '“(「'],
  ['Han without a stop', '一个中'],
]
