/** The one observer: notes what the page changed and hands it on in batches; it never works in the callback itself. */

import { blockOf, isBlock, isShadowRoot, type Owner } from './blocks.ts'

export interface Changes {
  /** Elements that came in whole: read them with all they hold. */
  added: Set<Element>
  /** Blocks whose own text changed: read only that. */
  changed: Set<Owner>
  /** Something was taken out. */
  hasRemovals: boolean
}

export interface PageObserver {
  /** Watches a root too (open shadow roots are roots of their own). */
  watch(root: Node): void
  stop(): void
}

/** Changes are gathered this long (ms) before they are handed on. */
const GATHER_MS = 120

export function observePage(onChanges: (changes: Changes) => void): PageObserver {
  let pending: MutationRecord[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const hand = () => {
    timer = undefined
    const records = pending
    pending = []
    const changes = sort(records)
    if (changes.added.size + changes.changed.size > 0 || changes.hasRemovals) onChanges(changes)
  }
  const observer = new MutationObserver((records) => {
    for (const record of records) pending.push(record)
    timer ??= setTimeout(hand, GATHER_MS)
  })
  return {
    watch: (root) => observer.observe(root, { childList: true, characterData: true, subtree: true }),
    stop() {
      observer.disconnect()
      clearTimeout(timer)
      pending = []
    },
  }
}

function sort(records: readonly MutationRecord[]): Changes {
  const changes: Changes = { added: new Set(), changed: new Set(), hasRemovals: false }
  const textOf = new Set<Node>()
  for (const record of records) {
    if (record.type === 'characterData') textOf.add(record.target)
    if (record.removedNodes.length > 0) {
      changes.hasRemovals = true
      // Text may have closed up over the gap.
      if ([...record.removedNodes].some((node) => node.nodeType === Node.TEXT_NODE || !isBlock(node as Element)))
        textOf.add(record.target)
    }
    for (const node of record.addedNodes) {
      if (!node.isConnected) continue
      if (node.nodeType === Node.TEXT_NODE) textOf.add(record.target)
      else if (node.nodeType === Node.ELEMENT_NODE) {
        const element = node as Element
        if (isBlock(element)) changes.added.add(element)
        else {
          textOf.add(record.target)
          for (const inside of element.querySelectorAll('*')) if (isBlock(inside)) changes.added.add(inside)
        }
      }
    }
  }
  for (const element of changes.added) if (hasAncestorIn(element, changes.added)) changes.added.delete(element)
  for (const node of textOf) {
    if (!node.isConnected) continue
    const block = blockOf(node)
    // What came in whole is read whole.
    const isRead =
      block !== null && !isShadowRoot(block) && (changes.added.has(block) || hasAncestorIn(block, changes.added))
    if (block && !isRead) changes.changed.add(block)
  }
  return changes
}

function hasAncestorIn(element: Element, set: ReadonlySet<Element>): boolean {
  for (let up = element.parentElement; up !== null; up = up.parentElement) if (set.has(up)) return true
  return false
}
