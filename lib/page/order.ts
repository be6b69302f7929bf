/** The order of ranges on a page, shadow roots standing where their hosts stand. */

import { isShadowRoot } from './blocks.ts'

/** Node of the document that stands for `node`: itself, or the outermost host of the shadow roots it is in. */
function inDocument(node: Node): Node {
  let up = node
  for (let root = up.getRootNode(); isShadowRoot(root); root = up.getRootNode()) up = root.host
  return up
}

/** Negative where `a` comes first. Ranges of different trees are compared by their hosts; nothing throws. */
export function inPageOrder(a: Range, b: Range): number {
  if (a.startContainer.getRootNode() === b.startContainer.getRootNode())
    return a.compareBoundaryPoints(Range.START_TO_START, b)
  const [first, second] = [inDocument(a.startContainer), inDocument(b.startContainer)]
  if (first === second) return 0
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}
