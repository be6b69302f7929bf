/** Opening the popup without a click on the toolbar button. */

import { browser } from './browser.ts'

/** Opens the popup of a window. Does nothing where a browser lacks that; rejects where it refuses. */
export async function openPopup(windowId: number | undefined): Promise<void> {
  const action: Partial<typeof browser.action> = browser.action
  await action.openPopup?.(windowId === undefined ? undefined : { windowId })
}
