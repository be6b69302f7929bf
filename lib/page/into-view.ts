/** Scrolls a range into view, whatever scrolls on the page, and however tall the element that it stands in. */

import { ELEMENT, parentOf } from './blocks.ts'

/** What scrolls around `element` up and down, from the inside out. */
function* scrollersOf(element: Element): Generator<Element> {
  const outermost = document.scrollingElement
  for (let up: Node | null = element; up !== null && up !== outermost; up = parentOf(up)) {
    if (up.nodeType !== ELEMENT) continue
    const { scrollHeight, clientHeight } = up as Element
    if (scrollHeight > clientHeight && /auto|scroll/.test(getComputedStyle(up as Element).overflowY))
      yield up as Element
  }
  if (outermost) yield outermost
}

/** Puts the first line of `range` into the middle of what scrolls where it is out of view; at once, without motion. */
export function bringIntoView(range: Range): void {
  const element = range.startContainer.parentElement
  if (element === null) return
  const { top, bottom } = range.getBoundingClientRect()
  if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: 'center', behavior: 'instant' })
  for (const scroller of scrollersOf(element)) {
    const line = range.getClientRects()[0]
    if (line === undefined) return
    const frame =
      scroller === document.scrollingElement ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect()
    if (line.top >= frame.top && line.bottom <= frame.bottom) continue
    scroller.scrollBy({ top: (line.top + line.bottom - frame.top - frame.bottom) / 2, behavior: 'instant' })
  }
}
