/** Ranges: from offsets in a block's text to live DOM ranges. */

import type { Block } from './blocks.ts'

/** Index of the node that holds UTF-16 offset `at`; an offset between two nodes belongs to the earlier one where `isEnd`. */
function nodeAt(block: Block, at: number, isEnd: boolean): number {
  let low = 0
  let high = block.offsets.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const offset = block.offsets[middle] as number
    if (isEnd ? offset < at : offset <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** The range of [start, end) in the block's text (UTF-16), or null where the page changed the text since it was read. */
export function rangeIn(block: Block, start: number, end: number): Range | null {
  const first = nodeAt(block, start, false)
  const last = nodeAt(block, end, true)
  const [from, to] = [block.nodes[first], block.nodes[last]]
  if (!from?.isConnected || !to?.isConnected) return null
  const fromOffset = start - (block.offsets[first] as number)
  const toOffset = end - (block.offsets[last] as number)
  if (fromOffset > from.length || toOffset > to.length) return null
  const range = from.ownerDocument.createRange()
  range.setStart(from, fromOffset)
  range.setEnd(to, toOffset)
  return range
}

/** Elements whose own text the span [start, end) runs through: what a pointer over the mention points at. */
export function parentsIn(block: Block, start: number, end: number): Set<Element> {
  const parents = new Set<Element>()
  const last = nodeAt(block, end, true)
  for (let index = nodeAt(block, start, false); index <= last; index++) {
    const parent = block.nodes[index]?.parentElement
    if (parent) parents.add(parent)
    else {
      const root = block.nodes[index]?.getRootNode()
      if (root instanceof ShadowRoot) parents.add(root.host)
    }
  }
  return parents
}
