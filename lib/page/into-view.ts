/** Whether a range is in view, and bringing it there: whatever scrolls or clips on the page, however tall what it stands in. */

import { elementAround, elementsAround } from './around.ts'
import { isTransparent } from './darkness.ts'

/** How many times to look again after scrolling: pages draw some parts only once they are seen, and these push the range away. */
const LOOKS = 4

/** How far (px) the middle of one stretch is from that of a frame, or 0 where it is within, however much hangs over. */
function missBy(from: number, to: number, start: number, end: number): number {
  const middle = (from + to) / 2
  return middle > start && middle < end ? 0 : middle - (start + end) / 2
}

/** By how much (the frame's own px) `range` misses each frame that it is seen through, from the inside out; the window is the last. */
function* missesOf(range: Range): Generator<{ scroller: Element | Window; left: number; top: number }> {
  const missed = (scroller: Element | Window, box: DOMRect, scale = 1) => {
    const { left, right, top, bottom } = range.getBoundingClientRect()
    return {
      scroller,
      left: missBy(left, right, box.left, box.right) / scale,
      top: missBy(top, bottom, box.top, box.bottom) / scale,
    }
  }
  const root = document.documentElement
  // Where the root says nothing of its overflow, body's is the window's.
  const outermost = getComputedStyle(root).overflow === 'visible' ? document.body : root
  let isOut = false
  for (const element of elementsAround(range.startContainer)) {
    if (element === outermost) break
    const { display, overflow, position } = getComputedStyle(element)
    // What is placed absolutely is clipped by nothing up to what it is placed in.
    isOut &&= position === 'static'
    if (!isOut && !overflow.includes('visible') && display !== 'contents') {
      const box = element.getBoundingClientRect()
      // A page may zoom or scale what scrolls.
      yield missed(element, box, box.width / (element as HTMLElement).offsetWidth || 1)
    }
    if (position === 'fixed') break
    isOut ||= position === 'absolute'
  }
  yield missed(window, new DOMRect(0, 0, innerWidth, innerHeight))
}

/** True where the middle of `range` is seen: neither hidden, nor clipped, nor out of the window. */
export const isInView = (range: Range): boolean =>
  elementAround(range.startContainer).checkVisibility({ visibilityProperty: true }) &&
  [...missesOf(range)].every(({ left, top }) => left === 0 && top === 0)

/** True where something opaque lies over the middle of `range`, such as a header that stays where the page is scrolled. */
function isCovered(range: Range): boolean {
  const { left, right, top, bottom } = range.getBoundingClientRect()
  const all = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2)
  const around = new Set(elementsAround(range.startContainer))
  const upmost = all.find((element) => around.has(element) || !isTransparent(element))
  return upmost !== undefined && !around.has(upmost)
}

/**
 * Puts `range` into the middle of what scrolls where it is out of view, or covered; at once, without motion. Done when the page
 * has heard of the last scroll.
 */
export async function bringIntoView(range: Range): Promise<void> {
  for (let looks = 0; looks < LOOKS; looks++) {
    for (const { scroller, left, top } of missesOf(range)) scroller.scrollBy({ left, top, behavior: 'instant' })
    if (isCovered(range)) {
      const { top, bottom } = range.getBoundingClientRect()
      scrollBy({ top: (top + bottom - innerHeight) / 2, behavior: 'instant' })
    }
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
    if (isInView(range)) return
  }
}
