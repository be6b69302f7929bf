/** Opens the side panel where a card asked for it, on the entry that the card shows. Chrome and Edge only. */

import { browser } from '../../lib/platform/browser.ts'

/** Where the panel reads, and watches, which entry to show. */
export const PANEL_ENTRY_KEY = 'panel.entry'

/** Chrome's own, which the polyfill's types do not know. */
interface SidePanel {
  open(options: { windowId: number } | { tabId: number }): Promise<void>
}

/** To be called at once in answer to the message: the reader's click counts for no longer. False where there is no panel. */
export async function openPanel(entry: string, tabId: number | undefined): Promise<boolean> {
  const { sidePanel } = browser as unknown as { sidePanel?: SidePanel }
  if (sidePanel === undefined || tabId === undefined) return false
  const opening = sidePanel.open({ tabId })
  await browser.storage.session.set({ [PANEL_ENTRY_KEY]: entry })
  await opening
  return true
}
