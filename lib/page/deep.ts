/** Deep reading: all owners of text in a tree in one walk, where asking each for itself would cost a page several times as much. */

import {
  BREAK,
  ELEMENT,
  INLINE,
  isSkipped,
  kindOf,
  MAY_BE_SKIPPED,
  SHOW_ELEMENTS_AND_TEXT,
  SKIPPED,
  type Block,
  type Owner,
} from './blocks.ts'

export interface DeepVisitor {
  /** All runs of an owner's own text, which may be none. Owners come after what is nested in them. */
  onOwner(owner: Owner, blocks: Block[]): void
  /** Every element that is not left alone, before what is in it. */
  onElement(element: Element): void
  /** How often the page has changed so far. */
  changes(): number
}

interface Open {
  owner: Owner
  blocks: Block[]
  run: Block
}

/** So many nodes are met in one step, and what one costs, in characters read (`schedule.ts`). */
const NODES = 128
const NODE = 10

const emptyRun = (): Block => ({ text: '', nodes: [], offsets: [] })

const open = (owner: Owner): Open => ({ owner, blocks: [], run: emptyRun() })

function endRun(of: Open): void {
  if (of.run.nodes.length > 0) of.blocks.push(of.run)
  of.run = emptyRun()
}

/** True where each of `owners` still holds the next, and the last one `node`. */
const isChain = (owners: readonly Open[], node: Node): boolean =>
  node.isConnected && owners.every(({ owner }, at) => owner.contains(owners[at + 1]?.owner ?? node))

/**
 * Reads `root` and all that is nested in it, shadow roots left out, some nodes at each step. Without recursion, so that
 * depth costs no stack. The page may change between two steps: what changed is for others to read again. Returns false
 * where the walk has lost its way by that, and part of the tree is unread.
 */
export function* readDeep(root: Owner, { onOwner, onElement, changes }: DeepVisitor): Generator<number, boolean> {
  // One question about all elements is quicker than one about each; of those that came later nothing is known.
  const suspects = new Set<Element>(root.querySelectorAll(MAY_BE_SKIPPED))
  const before = changes()
  let seen = before
  const outer: Open[] = []
  let own = open(root)
  const leave = (): boolean => {
    endRun(own)
    onOwner(own.owner, own.blocks)
    const next = outer.pop()
    if (next !== undefined) own = next
    return next !== undefined
  }
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_ELEMENTS_AND_TEXT)
  let next = walker.firstChild()
  for (let met = 1; ; met++) {
    if (met % NODES === 0) {
      yield NODES * NODE
      if (changes() !== seen && !isChain([...outer, own], walker.currentNode)) return false
      seen = changes()
    }
    while (next === null) {
      const up = walker.parentNode()
      if ((up === null || up === own.owner) && !leave()) return true
      next = walker.nextSibling()
    }
    if (next.nodeType === ELEMENT) {
      const element = next as Element
      const kind = kindOf(element)
      if (kind === SKIPPED || ((suspects.has(element) || seen !== before) && isSkipped(element))) {
        next = walker.nextSibling()
        continue
      }
      onElement(element)
      if (kind === BREAK) own.run.text += '\n'
      else if (kind !== INLINE) {
        endRun(own)
        outer.push(own)
        own = open(element)
      }
      next = walker.firstChild()
      if (next !== null) continue
      if (own.owner === element) leave()
    } else {
      const { data } = next as Text
      if (data !== '') {
        own.run.nodes.push(next as Text)
        own.run.offsets.push(own.run.text.length)
        own.run.text += data
      }
    }
    next = walker.nextSibling()
  }
}
