/** Lexicons for tests: small made-up ones. */

import { detect } from '../../lib/detect/detect.ts'
import { compileLexicon, type LexiconSource } from '../../lib/detect/compile.ts'
import { loadLexicon, type Lexicon, type PackedLexicon } from '../../lib/detect/lexicon.ts'
import type { Category, Language, Mention } from '../../lib/detect/types.ts'

type TermRow = LexiconSource['terms'][number]

/** A term row from what a test cares about; the rest is filled in: entry `thing`, English, seen, no rule. */
export const term = (form: string, rest: Partial<TermRow> = {}): TermRow => ({
  entry: 'thing',
  lang: 'en',
  form,
  status: 'seen',
  rule: '',
  ...rest,
})

/** A source of made-up rows. Entries are those that the terms name, all in category `category`. */
export function sourceOf(
  terms: readonly TermRow[],
  {
    words = {},
    economies = {},
    lang = 'en',
    categories = {},
    parents = {},
  }: {
    words?: Record<string, readonly string[]>
    economies?: Record<string, readonly string[]>
    lang?: Language
    categories?: Record<string, Category>
    parents?: Record<string, string>
  } = {},
): LexiconSource {
  return {
    entries: [...new Set(terms.map(({ entry }) => entry))].map((id) => ({
      id,
      category: categories[id] ?? 'rare-earths',
      parent: parents[id] ?? '',
    })),
    terms,
    words: Object.entries(words).map(([set, forms]) => ({ set, lang, forms })),
    economies: Object.entries(economies).map(([economy, forms]) => ({ economy, lang, forms })),
  }
}

/** Through JSON and back, as storage does it. */
export const stored = (packed: PackedLexicon): Lexicon =>
  loadLexicon(JSON.parse(JSON.stringify(packed)) as PackedLexicon)

/** A ready lexicon of made-up rows, in the language of `options`. */
export const lexiconOf = (terms: readonly TermRow[], options: Parameters<typeof sourceOf>[1] = {}): Lexicon =>
  stored(compileLexicon(sourceOf(terms, options), options.lang ?? 'en'))

/** Mentions as `text → entry`, which reads well in an expectation. */
export const shown = (mentions: readonly Mention[]): string[] => mentions.map(({ text, entry }) => `${text} → ${entry}`)

/** {@link shown} of what a lexicon finds in a text. */
export const seenIn = (lexicon: Lexicon, text: string, lead = ''): string[] => shown(detect(lexicon, text, lead))
