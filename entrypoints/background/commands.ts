/** Keyboard commands of the browser: to the next mention and back, the card, this site, pause, the side panel. */

import { askPage } from '../../lib/messaging/client.ts'
import { browser, type Tabs } from '../../lib/platform/browser.ts'
import { openPanel } from '../../lib/platform/panel.ts'
import { readSettings, writeSetting } from '../../lib/settings/store.ts'

const TO_PAGE = { next: 'page.next', previous: 'page.previous', card: 'page.toggle' } as const

/** Does what a command of the manifest says, on the tab in front. */
export async function onCommand(command: string, given?: Tabs.Tab): Promise<void> {
  // Straight from the key, else the browser refuses.
  if (command === 'panel' && given?.windowId !== undefined) return openPanel(given.windowId)
  if (command === 'pause') return writeSetting('isPaused', !(await readSettings()).isPaused)
  const tab = given ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]
  if (tab?.id === undefined) return
  if (command === 'site') await toggleSite(tab.id)
  else if (command in TO_PAGE) await askPage(tab.id, { type: TO_PAGE[command as keyof typeof TO_PAGE] })
}

/** Switches the marks of a site off, or on again; a page where none of ours runs has no such switch. */
async function toggleSite(tabId: number): Promise<void> {
  const host = (await askPage(tabId, { type: 'page.state' }))?.host
  if (host === undefined) return
  const { sitesOff } = await readSettings()
  const others = sitesOff.filter((off) => off !== host)
  await writeSetting('sitesOff', others.length < sitesOff.length ? others : [...sitesOff, host])
}
