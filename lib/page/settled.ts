/** When to begin: once the page is seen, and once it has stopped putting itself together. */

/** Longest wait for a page that never stops moving (ms). */
const AT_MOST_MS = 2000

/** Resolves when the tab is visible, at once if it is; also when `signal` aborts. */
export function whenVisible(page: Document, signal: AbortSignal): Promise<void> {
  if (page.visibilityState === 'visible' || signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      if (page.visibilityState !== 'visible' && !signal.aborted) return
      page.removeEventListener('visibilitychange', done)
      resolve()
    }
    page.addEventListener('visibilitychange', done)
    signal.addEventListener('abort', done, { once: true })
  })
}

/** Resolves after one frame in which the page changed nothing, or after two seconds: hydration is over by then or never. */
export function whenSettled(page: Document, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let hasChanged = false
    const observer = new MutationObserver(() => (hasChanged = true))
    const finish = () => {
      observer.disconnect()
      clearTimeout(limit)
      resolve()
    }
    const limit = setTimeout(finish, AT_MOST_MS)
    const look = () => {
      if (signal.aborted || !hasChanged) return finish()
      hasChanged = false
      requestAnimationFrame(look)
    }
    observer.observe(page, { childList: true, subtree: true, characterData: true })
    // Two frames: the first may come before anything had a chance to change.
    requestAnimationFrame(() => requestAnimationFrame(look))
  })
}
