/** Whether a range is in view, and bringing it there: whatever scrolls or clips on the page, however tall what it stands in. */

import { elementAround, elementsAround } from './around.ts'

/** How far (px) the middle of one stretch is from that of a frame, or 0 where it is within, however much hangs over. */
function missBy(from: number, to: number, start: number, end: number): number {
  const middle = (from + to) / 2
  return middle > start && middle < end ? 0 : middle - (start + end) / 2
}

/** By how much `range` misses each frame that it is seen through, from the inside out; the window is the last. */
function* missesOf(range: Range): Generator<{ scroller: Element | Window; left: number; top: number }> {
  const missed = (scroller: Element | Window, box: DOMRect) => {
    const { left, right, top, bottom } = range.getBoundingClientRect()
    return {
      scroller,
      left: missBy(left, right, box.left, box.right),
      top: missBy(top, bottom, box.top, box.bottom),
    }
  }
  const root = document.documentElement
  // Where the root says nothing of its overflow, body's is the window's.
  const outermost = getComputedStyle(root).overflow === 'visible' ? document.body : root
  let isOut = false
  for (const element of elementsAround(range.startContainer)) {
    if (element === outermost) break
    const { overflow, position } = getComputedStyle(element)
    // What is placed absolutely is clipped by nothing up to what it is placed in.
    isOut &&= position === 'static'
    if (!isOut && !overflow.includes('visible')) yield missed(element, element.getBoundingClientRect())
    if (position === 'fixed') break
    isOut ||= position === 'absolute'
  }
  yield missed(window, new DOMRect(0, 0, innerWidth, innerHeight))
}

/** True where the middle of `range` is seen: neither hidden, nor clipped, nor out of the window. */
export const isInView = (range: Range): boolean =>
  elementAround(range.startContainer).checkVisibility({ visibilityProperty: true }) &&
  [...missesOf(range)].every(({ left, top }) => left === 0 && top === 0)

/** Puts `range` into the middle of what scrolls where it is out of view; at once, without motion. */
export function bringIntoView(range: Range): void {
  for (const { scroller, left, top } of missesOf(range)) scroller.scrollBy({ left, top, behavior: 'instant' })
}
