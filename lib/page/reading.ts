/** Reading: the runs of text in a tree, in one walk, with the way back to their text nodes. Never writes. */

import {
  BLOCK,
  BREAK,
  ELEMENT,
  isSkipped,
  kindOf,
  MAY_BE_SKIPPED,
  parentOf,
  SHOW_ELEMENTS_AND_TEXT,
  SKIPPED,
  type Block,
  type Owner,
} from './blocks.ts'
import { noChanges, type Changes } from './observe.ts'

export interface Reading {
  /** A run of an owner's own text, in the order of the page. */
  onRun?(block: Block): void
  /** All runs of an owner's own text, which may be none. Owners come after what is nested in them. */
  onOwner?(owner: Owner, blocks: Block[]): void
  /** Every element below the root that is not left alone, before what is in it. */
  onElement?(element: Element): void
  /** What happens to the page meanwhile; nothing where it cannot change. */
  changes?: Changes
  /** Only the root's own text is read. */
  isShallow?: boolean
  /** With `isShallow` a block nested in the root, itself unread. */
  onNested?(element: Element): void
}

/** An owner whose text is being read. */
interface Open {
  owner: Owner
  blocks: Block[]
  run: Block
}

/** What meeting a node costs beside its characters, and what a step may cost, in characters read (`schedule.ts`). */
const NODE = 10
const STEP = 1280

/** Two letters or digits of any script, as roughly as is cheap to compile on every page: a word goes on, unless something parts them. */
const MAY_BE_WORD = /[\w\u00aa-\uffff]{2}/
/** How what parts text floats (drop caps do) and is displayed: style sheets make blocks of inline elements, or items in a row. */
const APART = /^none (?!inline|contents|ruby)/

/** `Node.DOCUMENT_POSITION_CONTAINS`. Only a text node is asked: a form with a field named `compareDocumentPosition` has that field in its place. */
const CONTAINS = 8

/** True where a style sheet sets what `node` stands in, and `other` does not, apart from the text around it. */
function isApart(node: Node, other: Node): boolean {
  for (let up = node.parentElement; up && !(other.compareDocumentPosition(up) & CONTAINS); up = up.parentElement) {
    // `annotate --html` reads pages outside a browser, where there are no styles to ask.
    const style = globalThis.getComputedStyle?.(up)
    if (APART.test(`${style?.float} ${style?.display}`)) return true
  }
  return false
}

/** A form with a field named `ownerDocument` has that field in its place. */
const documentOf = ({ ownerDocument }: Owner): Document => (ownerDocument.nodeType === 9 ? ownerDocument : document)

const emptyRun = (): Block => ({ text: '', nodes: [], offsets: [] })

const open = (owner: Owner): Open => ({ owner, blocks: [], run: emptyRun() })

/** True where `node` stands below `root` as it did before the changes: neither it nor what it is in was taken away. */
function isInPlace(node: Node, root: Node, { removed }: Changes): boolean {
  for (let up: Node | null = node; up !== null && !removed.has(up); up = parentOf(up)) if (up === root) return true
  return false
}

/**
 * Elements that may have to be left alone: one question about all is quicker than one about each. Null where that is not to be
 * had, and each is asked about.
 */
function suspectsIn(root: Owner): Set<Element> | null {
  try {
    return new Set(root.querySelectorAll(MAY_BE_SKIPPED))
  } catch {
    // Documents outside a browser recurse, and overflow where elements are nested by the thousand.
    return null
  }
}

/**
 * Reads `root` and all that is nested in it, shadow roots left out, some nodes at each step. By a tree walker, which no
 * field of a form leads astray, and without recursion, so that depth costs no stack. The page may change between two
 * steps: what changed is for others to read again. Returns false where the walk has lost its way by that, and part of the tree
 * is unread.
 */
export function* read(root: Owner, reading: Reading): Generator<number, boolean> {
  const { onRun, onOwner, onElement, onNested, changes = noChanges(), isShallow = false } = reading
  const suspects = isShallow ? null : suspectsIn(root)
  let seen = 0
  let cost = 0
  const outer: Open[] = []
  let own = open(root)
  const endRun = () => {
    if (own.run.nodes.length > 0) {
      own.blocks.push(own.run)
      onRun?.(own.run)
    }
    own.run = emptyRun()
  }
  /** Goes back to the owner outside; false where there is none. */
  const leave = (): boolean => {
    endRun()
    onOwner?.(own.owner, own.blocks)
    const next = outer.pop()
    if (next !== undefined) own = next
    return next !== undefined
  }
  const walker = documentOf(root).createTreeWalker(root, SHOW_ELEMENTS_AND_TEXT)
  let next = walker.firstChild()
  for (;;) {
    cost += NODE
    if (cost >= STEP) {
      yield cost
      cost = 0
      if (changes.count !== seen && !isInPlace(walker.currentNode, root, changes)) return false
      seen = changes.count
    }
    while (next === null) {
      const up = walker.parentNode()
      if ((up === null || up === own.owner) && !leave()) return true
      next = walker.nextSibling()
    }
    if (next.nodeType === ELEMENT) {
      const element = next as Element
      const kind = kindOf(element)
      // Of what came in meanwhile nothing is known.
      const isSuspect = suspects === null || seen > 0 || suspects.has(element)
      const isNested = kind === BLOCK
      if (kind === SKIPPED || (isSuspect && isSkipped(element))) next = null
      else if (isNested && isShallow) {
        endRun()
        onNested?.(element)
        next = null
      } else {
        onElement?.(element)
        if (kind === BREAK) own.run.text += '\n'
        else if (isNested) {
          endRun()
          outer.push(own)
          own = open(element)
        }
        next = walker.firstChild()
        if (next === null && own.owner === element) leave()
      }
    } else {
      const { data } = next as Text
      // A form with a field named nodeType has none.
      if (typeof data === 'string' && data !== '') {
        const last = own.run.nodes.at(-1)
        if (last && MAY_BE_WORD.test(last.data.slice(-1) + data[0]) && (isApart(last, next) || isApart(next, last)))
          own.run.text += '\n'
        own.run.nodes.push(next as Text)
        own.run.offsets.push(own.run.text.length)
        own.run.text += data
        cost += data.length
      }
      next = null
    }
    next ??= walker.nextSibling()
  }
}

/** Takes all steps at once, and gives what they return. Not by spreading them into an array: minifiers drop one that nobody reads. */
export function takeAll<Result>(steps: Iterator<unknown, Result>): Result {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** The blocks of a page in the order in which they are read, for whoever has the time and needs no marks. */
export function* blocksInOrder(root: Element): Generator<Block> {
  const blocks: Block[] = []
  const steps = read(root, { onRun: (block) => blocks.push(block) })
  for (let isDone = false; !isDone;) {
    isDone = steps.next().done ?? false
    yield* blocks.splice(0)
  }
}
