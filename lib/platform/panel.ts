/** Opening the side panel: Chromium's side panel, Firefox's sidebar; other browsers have neither. */

import { browser } from './browser.ts'

/** What the polyfill's types do not know, and what some browsers lack. */
const api = () =>
  browser as {
    sidePanel?: { open(where: { windowId: number }): Promise<void> }
    sidebarAction?: { open(): Promise<void> }
  }

/** False in Safari and in Firefox for Android. */
export const hasPanel = (): boolean => (api().sidePanel ?? api().sidebarAction) !== undefined

/**
 * Opens the panel of a window. Browsers want it called straight from what the reader did: click, key or menu, with nothing
 * awaited in between. Rejects where the browser refuses.
 */
export async function openPanel(windowId: number): Promise<void> {
  const { sidePanel, sidebarAction } = api()
  await (sidePanel ? sidePanel.open({ windowId }) : sidebarAction?.open())
}
