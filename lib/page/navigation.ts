/** Navigation without loading: notices when a page becomes another article, and when it comes back as it was left, or is written anew. */

/** Where the Navigation API is missing, the address is looked at this often (ms). */
const POLL_MS = 1000

interface NavigationSource extends EventTarget {
  readonly currentEntry?: unknown
}

/**
 * Calls `onNavigate` when path or query change; a new fragment is the same article, and a new query alone mostly is.
 * Returns what stops it.
 */
export function watchNavigation(
  view: Window & { navigation?: NavigationSource },
  onNavigate: (isOtherPath: boolean) => void,
): () => void {
  const address = () => ({ path: view.location.pathname, query: view.location.search })
  let last = address()
  const look = () => {
    const now = address()
    const isOtherPath = now.path !== last.path
    if (!isOtherPath && now.query === last.query) return
    last = now
    onNavigate(isOtherPath)
  }
  const { navigation } = view
  if (navigation) {
    navigation.addEventListener('currententrychange', look)
    return () => navigation.removeEventListener('currententrychange', look)
  }
  const timer = view.setInterval(look, POLL_MS)
  return () => view.clearInterval(timer)
}

/**
 * Calls `onRenewal` when the page comes out of the browser's back/forward cache, of which an event that the page made up says
 * nothing, and when it gets another root: whoever writes it anew (`document.open`) takes all listeners away. Ends with `signal`.
 */
export function watchRenewal(view: Pick<Window, 'addEventListener'>, onRenewal: () => void, signal: AbortSignal): void {
  const onShow = ({ isTrusted, persisted }: PageTransitionEvent) => {
    if (isTrusted && persisted) onRenewal()
  }
  view.addEventListener('pageshow', onShow, { signal })
  const observer = new MutationObserver(onRenewal)
  observer.observe(document, { childList: true })
  signal.addEventListener('abort', () => observer.disconnect(), { once: true })
}
