/** Hearing of changes on pages: what runs there tells the background, and every page of the extension can listen. */

import { browser, type Runtime } from '../platform/browser.ts'

/** Calls `onChange` with the tab whose page has changed. Answers nothing, which is the background's to do. Returns what stops it. */
export function watchPages(onChange: (tabId: number) => void): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender): undefined => {
    const { type } = (message ?? {}) as { type?: unknown }
    // A scout that begins says nothing more, unless it is asked.
    const isChange = type === 'page.changed' || type === 'page.begin'
    if (isChange && sender.id === browser.runtime.id && sender.tab?.id !== undefined) onChange(sender.tab.id)
  }
  browser.runtime.onMessage.addListener(listener)
  return () => browser.runtime.onMessage.removeListener(listener)
}
