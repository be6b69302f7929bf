/** Hearing of changes on pages: content scripts tell the background, and every page of the extension can listen. */

import { browser, type Runtime } from '../platform/browser.ts'

/** Calls `onChange` with the tab whose page has changed. Answers nothing, which is the background's to do. Returns what stops it. */
export function watchPages(onChange: (tabId: number) => void): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender): undefined => {
    const isOurs = sender.id === browser.runtime.id && (message as { type?: unknown } | null)?.type === 'page.changed'
    if (isOurs && sender.tab?.id !== undefined) onChange(sender.tab.id)
  }
  browser.runtime.onMessage.addListener(listener)
  return () => browser.runtime.onMessage.removeListener(listener)
}
