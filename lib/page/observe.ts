/** The one observer: notes what the page changed and hands it on in batches; it never works in the callback itself. */

/** What has happened to a page since somebody began to look. */
export interface Changes {
  /** How many batches of changes came. */
  count(): number
  /** What was taken out of its place, also where it was put back. */
  removed: ReadonlySet<Node>
}

export interface PageObserver {
  /** Watches a root too (open shadow roots are roots of their own). */
  watch(root: Node): void
  /** Notes what happens, handed on or not, until `end` is called; the last one only. */
  note(): Changes & { end(): void }
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
  let seen = 0
  let removed: Set<Node> | undefined
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
    seen++
    if (removed) for (const { removedNodes } of records) for (const node of removedNodes) removed.add(node)
    if (document.hidden) return miss()
    for (const record of records) pending.push(record)
    timer ??= setTimeout(hand, GATHER_MS)
  })
  return {
    watch: (root) => observer.observe(root, { childList: true, characterData: true, subtree: true }),
    note() {
      removed = new Set()
      const before = seen
      return { count: () => seen - before, removed, end: () => (removed = undefined) }
    },
    resume() {
      if (hasMissed) onMissed()
      hasMissed = false
    },
    stop: quit,
  }
}
