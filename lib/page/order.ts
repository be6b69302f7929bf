/** The order of marks on a page, shadow roots standing where their hosts stand. */

import { isShadowRoot } from './blocks.ts'
import { endsOf, type Span } from './spans.ts'

/** `Node.DOCUMENT_POSITION_FOLLOWING` */
const FOLLOWING = 4

/** Node of the document that stands for `node`: itself, or the outermost host of the shadow roots it is in. */
function inDocument(node: Node): Node {
  let up = node
  for (let root = up.getRootNode(); isShadowRoot(root); root = up.getRootNode()) up = root.host
  return up
}

/** Negative where `a` comes first. Spans of different trees are compared by their hosts; nothing throws. */
export function inPageOrder(a: Span, b: Span): number {
  const [[first], [second]] = [endsOf(a), endsOf(b)]
  if (first === second) return a.from - b.from
  const isSameTree = first.getRootNode() === second.getRootNode()
  const [one, other] = isSameTree ? [first, second] : [inDocument(first), inDocument(second)]
  if (one === other) return 0
  return one.compareDocumentPosition(other) & FOLLOWING ? -1 : 1
}
