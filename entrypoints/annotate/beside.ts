/** Keeps an open card beside its mention, wherever the page takes that. */

import { elementAround } from '../../lib/page/around.ts'
import { isInView } from '../../lib/page/into-view.ts'
import { rangeOf } from '../../lib/page/spans.ts'
import type { Subject } from './card-content.ts'
import type { Anchor, CardHost } from './card-host.tsx'
import type { CardPointer } from './card-pointer.ts'

/** How often an open card looks where its mention is (ms). */
const WATCH_MS = 200

/** Where a mention is, and whether it is seen there, to be compared. */
const whereIs = (range: Range): string => JSON.stringify([range.getBoundingClientRect(), isInView(range)])

export interface Beside {
  /** Where to show a card for what stands in `range`, which is looked after from now on. */
  anchorOf(range: Range): Anchor
  /** Moves the open card beside its mention; closes it when the mention is gone, or out of sight of a card not moved away from it. */
  follow(): void
  /** Looks after no mention any more. */
  stop(): void
}

/** `shown` tells what a card is open for, null where none is. */
export function createBeside(
  host: CardHost,
  pointer: CardPointer,
  shown: () => Subject | null,
  close: () => void,
): Beside {
  let watch: ReturnType<typeof setInterval> | undefined
  /** Where the mention was when the card was placed last. */
  let placedAt = ''

  const anchorOf = (range: Range): Anchor => {
    watch ??= setInterval(look, WATCH_MS)
    placedAt = whereIs(range)
    const node = range.startContainer
    const { direction, writingMode } = getComputedStyle(elementAround(node))
    return {
      node,
      rect: pointer.boxOf(range),
      vertical: writingMode.startsWith('h') ? null : range.getBoundingClientRect(),
      isRtl: direction === 'rtl',
      isTouch: pointer.isTouch,
    }
  }
  const follow = (): void => {
    const subject = shown()
    if (subject === null) return
    const range = rangeOf(subject)
    if (range && isInView(range)) host.place(anchorOf(range))
    else if (!range || !host.isMoved) close()
  }
  /** Pictures that come in above a mention move it without a scroll; dialogs, menus and folds take it away, or cover it. */
  const look = (): void => {
    const subject = shown()
    const range = subject && rangeOf(subject)
    // A range is empty right after its words were replaced; whether the mention is still there shows once they are read again.
    if (range?.collapsed === false && whereIs(range) !== placedAt) follow()
    host.rehost()
  }
  return {
    anchorOf,
    follow,
    stop() {
      clearInterval(watch)
      watch = undefined
    },
  }
}
