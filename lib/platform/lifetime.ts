/** One copy of the content script a page: an older one whose extension is gone makes room, a second one does not start. */

import { isAlive } from './browser.ts'

/** How often an idle copy looks whether its extension still lives (ms). */
const LOOK_MS = 2000

/** Waits until copies of an earlier installation have gone from all pages that are seen; others go when they are seen. */
export const orphansGone = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK_MS))

interface Copy {
  isAlive(): boolean
  stop(): void
}

/** No name: a page's element with that name as its id would be found in place of a copy. */
const COPY: unique symbol = Symbol.for('tradegloss.copy')

/** In the extension's own world; pages cannot see it. */
const world = globalThis as { [COPY]?: Copy }

/**
 * Claims the page for this copy. Null where a living copy has it already; else a signal that aborts as soon as the
 * extension was updated, switched off or removed, so that everything can be taken away.
 */
export function claimPage(): AbortSignal | null {
  if (world[COPY]?.isAlive()) return null
  world[COPY]?.stop()
  const controller = new AbortController()
  const { signal } = controller
  const stop = () => controller.abort()
  world[COPY] = { isAlive: () => !signal.aborted && isAlive(), stop }
  // Nothing tells an orphan, which may live in a world of its own: whatever reached it there, the page would hear as well.
  const look = () => {
    if (!isAlive()) stop()
  }
  document.addEventListener('visibilitychange', look, { signal })
  const timer = setInterval(look, LOOK_MS)
  signal.addEventListener('abort', () => clearInterval(timer), { once: true })
  return signal
}

/** True where a living copy has the page. */
export const hasCopy = (): boolean => world[COPY]?.isAlive() ?? false

/** Takes the copy, and with it everything of ours, off the page. */
export const stopCopy = (): void => world[COPY]?.stop()
