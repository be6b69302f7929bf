/** Opening the side panel: Chromium's side panel, Firefox's sidebar; other browsers have neither. */

import { browser } from './browser.ts'

/** What the polyfill's types do not know. */
const { sidePanel } = browser as { sidePanel?: { open(where: { windowId: number }): Promise<void> } }

/** False in Safari and in Firefox for Android. */
export const hasPanel = (): boolean => sidePanel !== undefined || browser.sidebarAction !== undefined

/**
 * Opens the panel of a window. Browsers want it called straight from what the reader did: click, key or menu, with nothing
 * awaited in between. Rejects where the browser refuses.
 */
export async function openPanel(windowId: number): Promise<void> {
  if (sidePanel !== undefined) await sidePanel.open({ windowId })
  else await browser.sidebarAction.open()
}
