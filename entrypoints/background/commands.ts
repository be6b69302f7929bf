/** Keyboard commands of the browser: to the next mention and back, the card, this site, pause, the side panel. */

import { askPage } from '../../lib/messaging/client.ts'
import { browser, type Tabs } from '../../lib/platform/browser.ts'
import { openPanel } from '../../lib/platform/panel.ts'
import { changeSetting } from '../../lib/settings/change.ts'
import { isSiteOff, withSite } from '../../lib/settings/site.ts'
import { readStored } from '../../lib/settings/store.ts'

const TO_PAGE = { next: 'page.next', previous: 'page.previous', card: 'page.toggle' } as const

/** Does what a command of the manifest says, on the tab in front. */
export async function onCommand(command: string, given?: Tabs.Tab): Promise<void> {
  // Straight from the key, else the browser refuses.
  if (command === 'panel' && given?.windowId !== undefined) return openPanel(given.windowId)
  if (command === 'pause') return changeSetting('isPaused', (isPaused) => !isPaused)
  const tab = given ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]
  if (tab?.id === undefined) return
  if (command === 'site') await toggleSite(tab.id)
  else if (command in TO_PAGE) await askPage(tab.id, { type: TO_PAGE[command as keyof typeof TO_PAGE] })
}

/**
 * Switches the marks of a site off, or on again; a page where none of ours runs has no such switch. Where the organisation
 * has switched it off the reader's own list stays as it is: nobody would see that it had changed.
 */
async function toggleSite(tabId: number): Promise<void> {
  const host = (await askPage(tabId, { type: 'page.state' }))?.host
  if (host === undefined) return
  const { sitesOff = [], sitesAllowed = [] } = (await readStored()).policy
  if (isSiteOff({ sitesOff, sitesAllowed }, host)) return
  await changeSetting('sitesOff', (now) => withSite(now, host, isSiteOff({ sitesOff: now, sitesAllowed: [] }, host)))
}
