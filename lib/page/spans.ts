/** Spans: from offsets in a block's text to text nodes, live ranges and the elements under a pointer. */

import { isShadowRoot, type Block } from './blocks.ts'

/** A stretch of a block's text where it stands on the page. */
export interface Span {
  /** The text nodes that it runs through; there is always one. */
  nodes: Text[]
  /** UTF-16 offset in the first node. */
  from: number
  /** UTF-16 offset in the last node, exclusive. */
  to: number
}

/** Index of the node that holds UTF-16 offset `at`; an offset between two nodes belongs to the earlier one where `isEnd`. */
function nodeAt({ offsets }: Block, at: number, isEnd: boolean): number {
  let low = 0
  let high = offsets.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const offset = offsets[middle] as number
    if (isEnd ? offset < at : offset <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** The span of [start, end) in the block's text (UTF-16). */
export function spanIn(block: Block, start: number, end: number): Span {
  const first = nodeAt(block, start, false)
  const last = nodeAt(block, end, true)
  return {
    nodes: block.nodes.slice(first, last + 1),
    from: start - (block.offsets[first] as number),
    to: end - (block.offsets[last] as number),
  }
}

export const endsOf = ({ nodes }: Span): [first: Text, last: Text] => [nodes[0] as Text, nodes.at(-1) as Text]

/** Puts a live range over a span. False where the page took the text away since it was read. */
export function setRange(range: Range, span: Span): boolean {
  const [first, last] = endsOf(span)
  if (!first.isConnected || !last.isConnected || span.from > first.length || span.to > last.length) return false
  range.setStart(first, span.from)
  range.setEnd(last, span.to)
  return true
}

/** Where a mark is now: its live range, or one over its span where it is not drawn; null where its text is gone. */
export function rangeOf({ range, span }: { range: Range | null; span?: Span }): Range | null {
  if (range || !span) return range
  const own = document.createRange()
  return setRange(own, span) ? own : null
}

/** Elements whose own text a span runs through, of a shadow root's own text its host: what a pointer over it points at. */
export const parentsOf = ({ nodes }: Span): Set<Element> =>
  new Set(
    nodes.flatMap(({ parentNode }) =>
      parentNode === null ? [] : isShadowRoot(parentNode) ? parentNode.host : (parentNode as Element),
    ),
  )
