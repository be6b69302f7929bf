/** Goes from mention to mention at the reader's bidding. */

import type { Annotator } from '../../lib/page/annotator.ts'
import { bringIntoView } from '../../lib/page/into-view.ts'
import type { Mark } from '../../lib/page/marks.ts'
import { rangeOf } from '../../lib/page/spans.ts'

export interface MentionWalk {
  /** Brings a mention of the list into view. */
  goTo(index: number): void
  /** The next mention, or with -1 the previous one; from the last to the first and back. */
  go(by: 1 | -1): void
  /** The mention last gone to, or the first. */
  goAgain(): void
}

export function createMentionWalk(annotator: Annotator, onArrived: (mark: Mark) => void): MentionWalk {
  let last: Mark | null = null
  /** Where the mention last gone to stands in the list by now, or -1 where it is gone. */
  const lastAt = () => (last === null ? -1 : annotator.marks().indexOf(last))
  const goTo = (index: number): void => {
    const mark = annotator.marks()[index]
    const range = mark && rangeOf(mark)
    if (!range) return
    last = mark
    // The scroll that we caused must not close the card, nor the reader find another one than was gone to last.
    void bringIntoView(range).then(() => last === mark && onArrived(mark))
  }
  return {
    goTo,
    go(by) {
      const { length } = annotator.marks()
      if (length > 0) goTo((Math.max(lastAt(), by === 1 ? -1 : 0) + by + length) % length)
    },
    goAgain: () => goTo(Math.max(0, lastAt())),
  }
}
