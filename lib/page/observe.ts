/** The one observer: notes what the page changed and hands it on in batches; it never works in the callback itself. */

/** What has happened to a page since somebody began to look. */
export interface Changes {
  /** How many batches of changes came. */
  count: number
  /** What was taken out of its place, also where it was put back. */
  removed: WeakSet<Node>
}

export const noChanges = (): Changes => ({ count: 0, removed: new WeakSet() })

export interface PageObserver {
  /** Watches a root too (open shadow roots are roots of their own): its elements and texts, and what attributes hide and show, or open to be edited. */
  watch(root: Node): void
  /** Notes what happens from now on, handed on or not, until it is called again. */
  note(): Changes
  /** The tab is seen again: tells at once if anything was missed. */
  resume(): void
  stop(): void
}

/** Changes are gathered this long (ms) before they are handed on. */
const GATHER_MS = 120

/**
 * Hands on what changes under the watched roots. In a hidden tab the first change ends the watch of all roots, so that
 * nothing runs and nothing piles up; `onMissed` tells so once the tab is seen again.
 */
export function observePage(onChanges: (records: MutationRecord[]) => void, onMissed: () => void): PageObserver {
  let pending: MutationRecord[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let hasMissed = false
  let changes = noChanges()
  const quit = () => {
    observer.disconnect()
    clearTimeout(timer)
    timer = undefined
    pending = []
  }
  const miss = () => {
    quit()
    hasMissed = true
  }
  const hand = () => {
    if (document.hidden) return miss()
    timer = undefined
    onChanges(pending.splice(0))
  }
  const observer = new MutationObserver((records) => {
    changes.count++
    for (const { removedNodes } of records) for (const node of removedNodes) changes.removed.add(node)
    if (document.hidden) return miss()
    for (const record of records) pending.push(record)
    timer ??= setTimeout(hand, GATHER_MS)
  })
  return {
    watch: (root) =>
      observer.observe(root, {
        childList: true,
        characterData: true,
        subtree: true,
        attributeFilter: ['hidden', 'aria-hidden', 'contenteditable'],
      }),
    note: () => (changes = noChanges()),
    resume() {
      if (hasMissed) onMissed()
      hasMissed = false
    },
    stop: quit,
  }
}
