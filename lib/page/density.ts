/** Density: how many of an entry's mentions are drawn. Which mentions there are is for others to say. */

import { isShadowRoot, SHOW_ELEMENTS_AND_TEXT } from './blocks.ts'
import { isShown, type Mark } from './marks.ts'
import { endsOf } from './spans.ts'

/** All mentions of an entry, the first after each heading, or the first of the page. */
export type Density = 'all' | 'section' | 'first'

const HEADING = /^h[1-6]$/i

/** What meeting a node costs, in characters read (`schedule.ts`). */
const NODE = 20

const walkerOf = (root: Node) => document.createTreeWalker(root, SHOW_ELEMENTS_AND_TEXT)

/**
 * Of each entry the first of `marks` that a reader can see: of the page, or with `section` after each heading (h1–h6), its
 * own words included. One pass over the document, open shadow roots standing where their hosts stand.
 */
export function* firstOf(marks: Iterable<Mark>, density: Density): Generator<number, Set<Mark>> {
  const marksAt = Map.groupBy(marks, ({ span }): Node => endsOf(span)[0])
  const firsts = new Set<Mark>()
  let entries = new Set<string>()
  const walkers = [walkerOf(document)]
  // Behind the last mark nothing is left to find.
  for (let walker = walkers[0]; walker && marksAt.size > 0; walker = walkers.at(-1)) {
    yield NODE
    const node = walker.nextNode()
    if (node === null) {
      walkers.pop()
      continue
    }
    if (density === 'section' && HEADING.test(node.nodeName)) entries = new Set()
    // A form with a field named `shadowRoot` has that field in its place.
    const root = (node as Element).shadowRoot
    if (root && isShadowRoot(root)) walkers.push(walkerOf(root))
    for (const mark of marksAt.get(node) ?? []) {
      const { entry } = mark.mention
      if (entries.has(entry) || !isShown(mark)) continue
      entries.add(entry)
      firsts.add(mark)
    }
    marksAt.delete(node)
  }
  return firsts
}
