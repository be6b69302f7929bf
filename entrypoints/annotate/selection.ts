/** What a selection that the reader asks about names. */

import { candidatesIn } from '../../lib/detect/detect.ts'
import type { Lexicon } from '../../lib/detect/lexicon.ts'
import type { Subject } from './card-content.ts'

/** Longest name (UTF-16 units) that a card says it knows nothing of. */
const NAME = 80

/**
 * The longest term in `text`, whatever its context: the reader asked. Its entry is '' where there is none. Null where
 * nothing is selected any more.
 */
export function subjectOfSelection(lexicon: Lexicon, text: string): Subject | null {
  const selection = getSelection()
  if (!selection || selection.rangeCount === 0) return null
  const [found] = candidatesIn(lexicon, text)
    .filter(({ term }) => term.rule !== 'never')
    .sort((a, b) => b.end - b.start - (a.end - a.start))
  const { start, end } = found ?? { start: 0, end: Math.min(text.length, NAME) }
  const { entry, category, confidence, form, rule } = found?.term ?? {
    entry: '',
    category: 'rare-earths',
    confidence: 0,
    form: '',
    rule: '',
  }
  return {
    mention: { start, end, text: text.slice(start, end), category, entry, confidence, term: form, rule },
    text,
    range: selection.getRangeAt(0).cloneRange(),
  }
}
