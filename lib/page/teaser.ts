/** Teasers: text of a page that leads to other pages, and says nothing of what this one is about. */

import type { Block } from './blocks.ts'

/** True where at least half of a block's text is a link. A text may be very long, and is not looked into. */
export function isLinked({ text, nodes }: Block): boolean {
  let linked = 0
  for (const node of nodes) if (node.parentElement?.closest('a[href]')) linked += node.length
  return linked * 2 >= text.length
}

/** True for headlines of other articles, and for whatever stands beside this one or at the foot of its page. */
export const isTeaser = (block: Block): boolean =>
  block.nodes[0]?.parentElement?.closest('aside, footer') != null || isLinked(block)
