/** Takes a parsed page apart where it nests without end, so that what reads it level by level never runs out of stack. */

/** Chromium nests elements so deep and no deeper. */
const DEEPEST = 512

/** Sets every {@link DEEPEST}th level of an element that nests deeper beside its ancestor on the first such level. */
export function flatten(page: Document): void {
  const cuts: { element: Element; top: Element }[] = []
  const stack: { element: Element; depth: number; top: Element | null }[] = [
    { element: page.documentElement, depth: 1, top: null },
  ]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { element, depth } = next
    if (next.top !== null && depth % DEEPEST === 1) cuts.push({ element, top: next.top })
    const top = depth === DEEPEST ? element : next.top
    for (const child of [...element.children].reverse()) stack.push({ element: child, depth: depth + 1, top })
  }
  // From the innermost on, so that nothing deep is ever moved.
  for (const { element } of cuts.toReversed()) element.remove()
  const last = new Map<Element, Element>()
  for (const { element, top } of cuts) {
    ;(last.get(top) ?? top).after(element)
    last.set(top, element)
  }
}
