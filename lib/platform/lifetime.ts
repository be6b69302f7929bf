/** At most one copy of ours runs on a page: one whose extension is gone gives way, and a scout gives way to anything; beside an annotator nothing else starts. */

import { isAlive } from './browser.ts'
import { wait } from './wait.ts'

/** How often an idle copy looks whether its extension still lives (ms). */
const LOOK_MS = 2000

/** Waits until copies of an earlier installation have gone from all pages that are seen; others go when they are seen. */
export const orphansGone = (): Promise<void> => wait(LOOK_MS)

/** What may run on a page: what looks for a mention, and what marks them. */
export type CopyKind = 'scout' | 'annotator'

interface Copy {
  kind: CopyKind
  isAlive(): boolean
  stop(): void
}

/** No name: a page's element with that name as its id would be found in place of a copy. */
const COPY: unique symbol = Symbol.for('tradegloss.copy')
const INVITED: unique symbol = Symbol.for('tradegloss.invited')

/** In the extension's own world; pages cannot see it. */
const world = globalThis as { [COPY]?: Copy; [INVITED]?: true }

/** True where one of ours may start: in a window of its own, on a page made of HTML. */
export const isOwnPage = (): boolean => window.top === window && document.documentElement instanceof HTMLElement

/**
 * Claims the page for this copy. Null where a living one has it that gives no way; else a signal that aborts as soon as
 * another takes over, or the extension was updated, switched off or removed, so that everything can be taken away.
 * An annotator starts only where a scout is, or the reader asked for it: the page for which it was brought may have made room
 * for another meanwhile.
 */
export function claimPage(kind: CopyKind): AbortSignal | null {
  const last = world[COPY]?.isAlive() ? world[COPY].kind : null
  if (last === 'annotator' || (kind === 'annotator' && last === null && !world[INVITED])) return null
  world[COPY]?.stop()
  const controller = new AbortController()
  const { signal } = controller
  const stop = () => controller.abort()
  world[COPY] = { kind, isAlive: () => !signal.aborted && isAlive(), stop }
  // An orphan cannot be told: it may live in another world, and whatever reached it there would reach the page too.
  const look = () => {
    if (!isAlive()) stop()
  }
  document.addEventListener('visibilitychange', look, { signal })
  const timer = setInterval(look, LOOK_MS)
  signal.addEventListener('abort', () => clearInterval(timer), { once: true })
  return signal
}

/** Takes back, once `signal` aborts, what was set up: each, whatever becomes of the others. */
export function undoOnAbort(signal: AbortSignal, undo: readonly (() => void)[]): void {
  const undoAll = () => {
    for (const each of undo) {
      try {
        each()
      } catch {
        // The API to say it to went with the extension, and the listener with it.
      }
    }
  }
  // An aborted signal calls nobody again, but keeps those who listen unless told otherwise.
  signal.addEventListener('abort', undoAll, { once: true })
}

/** True where a living copy has the page. */
export const hasCopy = (): boolean => world[COPY]?.isAlive() ?? false

/** Takes the copy, and with it everything of ours, off the page. */
export const stopCopy = (): void => world[COPY]?.stop()
