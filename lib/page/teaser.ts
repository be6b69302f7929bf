/** Teasers: text of a page that leads to other pages, and says nothing of what this one is about. */

import type { Block } from './blocks.ts'

const lengthOf = (text: string): number => text.replace(/\s+/g, ' ').trim().length

/** True where at least half of a block's text is a link. */
export const isLinked = ({ text, nodes }: Block): boolean =>
  nodes.reduce((sum, node) => sum + (node.parentElement?.closest('a[href]') ? lengthOf(node.data) : 0), 0) >=
  lengthOf(text) / 2

/** True for headlines of other articles, and for whatever stands beside this one or at the foot of its page. */
export const isTeaser = (block: Block): boolean =>
  block.nodes[0]?.parentElement?.closest('aside, footer') != null || isLinked(block)
