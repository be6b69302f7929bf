/** Context menus: explain what is selected, and open the side panel. */

import { loadInterface } from '../../lib/i18n/interface.ts'
import { browser, type Menus, type Tabs } from '../../lib/platform/browser.ts'
import { noteError } from '../../lib/platform/errors.ts'
import { hasPanel, openPanel } from '../../lib/platform/panel.ts'
import { openPopup } from '../../lib/platform/popup.ts'
import { readSettings } from '../../lib/settings/store.ts'
import { explainIn } from './explain.ts'

const EXPLAIN = 'explain'
const PANEL = 'panel'

/** Firefox for Android has no context menus. */
const menusApi = (): Partial<typeof browser>['contextMenus'] => browser.contextMenus

/** Puts up the menus. Browsers keep them until the extension is updated. */
export async function putUpMenus(): Promise<void> {
  const contextMenus = menusApi()
  if (contextMenus === undefined) return
  const { t } = await loadInterface((await readSettings()).language)
  await contextMenus.removeAll()
  contextMenus.create({ id: EXPLAIN, title: t('menu_explain'), contexts: ['selection'] })
  if (hasPanel()) contextMenus.create({ id: PANEL, title: t('menu_panel'), contexts: ['action', 'page'] })
}

/** Names the menus in the reader's language, which may have changed. */
export async function nameMenus(): Promise<void> {
  const contextMenus = menusApi()
  if (contextMenus === undefined) return
  const { t } = await loadInterface((await readSettings()).language)
  await contextMenus.update(EXPLAIN, { title: t('menu_explain') })
  if (hasPanel()) await contextMenus.update(PANEL, { title: t('menu_panel') })
}

/** Does what was chosen. Where a page cannot explain, the popup says why, in browsers that open it after the click is spent. */
export async function onMenu({ menuItemId, selectionText = '' }: Menus.OnClickData, tab?: Tabs.Tab): Promise<void> {
  if (tab?.id === undefined) return
  // Straight from the click, else the browser refuses.
  if (menuItemId === PANEL) await openPanel(tab.windowId ?? browser.windows.WINDOW_ID_CURRENT)
  else if (menuItemId === EXPLAIN) {
    const isAnswered = await explainIn(tab.id, selectionText).catch((error: unknown) => {
      noteError('explain', error)
      return false
    })
    if (!isAnswered && (await browser.tabs.get(tab.id)).active) await openPopup(tab.windowId)
  }
}
