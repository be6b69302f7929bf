/** What a selection that the reader asks about names. */

import type { FoundMention } from '../../lib/detect/types.ts'
import type { Subject } from './card-content.ts'

/** Longest name (UTF-16 units) that a card says it knows nothing of. */
const NAME = 80

const UNKNOWN = { category: 'rare-earths', entry: '', confidence: 0, term: '', rule: '' } as const

/**
 * What a card is opened for: the term that `ask` finds in `text`, or with an entry of '' the text itself. Null where nobody
 * answers.
 */
export async function subjectOfSelection(
  text: string,
  ask: (text: string) => Promise<FoundMention | null | undefined>,
): Promise<Subject | null> {
  const range = selectedRange()
  const found = await ask(text)
  if (found === undefined) return null
  if (found === null) {
    const end = Math.min(text.length, NAME)
    return { mention: { ...UNKNOWN, start: 0, end, text: text.slice(0, end) }, text, range }
  }
  const { economy, ...mention } = found
  return { mention, economy, text, range }
}

/** A live range over what is selected, in one of `shadowRoots` too, or over the field or frame that it is selected in. */
function selectedRange(shadowRoots: ShadowRoot[] = []): Range {
  const range = document.createRange()
  const focused = document.activeElement ?? document.body
  const selected = getSelection()?.getComposedRanges({ shadowRoots })[0]
  // Of a selection in a root that was not named it is only said where the host is.
  const host = selected?.startContainer.childNodes[selected.startOffset] as Element | undefined
  const root = host?.shadowRoot
  if (root && !shadowRoots.includes(root)) return selectedRange([...shadowRoots, root])
  if (!selected || selected.collapsed || focused.matches('input, textarea, iframe')) range.selectNode(focused)
  else {
    range.setStart(selected.startContainer, selected.startOffset)
    range.setEnd(selected.endContainer, selected.endOffset)
  }
  return range
}
