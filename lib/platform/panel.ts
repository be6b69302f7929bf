/** Opening the side panel: Chromium's side panel, Firefox's sidebar; other browsers have neither. */

import { browser } from './browser.ts'

/** Where panels read, and watch, which of them is to show which entry: {@link PanelEntry}. */
export const PANEL_ENTRY_KEY = 'panel.entry'

export interface PanelEntry extends AskedEntry {
  windowId: number
}

/** An entry as a card shows it. */
export interface AskedEntry {
  entry: string
  /** Whose dependence its figure shows. */
  economy: string
  /** Date of the article, or null where the page states none. */
  articleDate: string | null
}

/** What the polyfill's types do not know, and what some browsers lack. */
const api = () =>
  browser as {
    sidePanel?: { open(where: { windowId: number }): Promise<void> }
    sidebarAction?: { open(): Promise<void> }
  }

/** False in Safari and in Firefox for Android. */
export const hasPanel = (): boolean => (api().sidePanel ?? api().sidebarAction) !== undefined

/**
 * Opens the panel of a window, on an entry where one is asked for. Browsers want it called straight from what the reader did:
 * click, key or menu, with nothing awaited in between. Rejects where the browser refuses.
 */
export async function openPanel(windowId: number, asked: AskedEntry | null = null): Promise<void> {
  const { sidePanel, sidebarAction } = api()
  const opening = sidePanel ? sidePanel.open({ windowId }) : sidebarAction?.open()
  if (asked !== null)
    await browser.storage.session.set({ [PANEL_ENTRY_KEY]: { windowId, ...asked } satisfies PanelEntry })
  await opening
}
