/** What a selection that the reader asks about names. */

import type { FoundMention } from '../../lib/detect/types.ts'
import type { Subject } from './card-content.ts'

/** Longest name (UTF-16 units) that a card says it knows nothing of. */
const NAME = 80

const UNKNOWN = { category: 'rare-earths', entry: '', confidence: 0, term: '', rule: '' } as const

/**
 * What a card is opened for: the term that `ask` finds in `text`, or with an entry of '' the text itself. Null where nothing
 * is selected any more, or nobody answers.
 */
export async function subjectOfSelection(
  text: string,
  ask: (text: string) => Promise<FoundMention | null | undefined>,
): Promise<Subject | null> {
  const selection = getSelection()
  if (!selection || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0).cloneRange()
  const found = await ask(text)
  if (found === undefined) return null
  if (found === null) {
    const end = Math.min(text.length, NAME)
    return { mention: { ...UNKNOWN, start: 0, end, text: text.slice(0, end) }, text, range }
  }
  const { economy, ...mention } = found
  return { mention, economy, text, range }
}
