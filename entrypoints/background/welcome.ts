/** Shows the welcome page once, to whoever has just installed Tradegloss; never after an update. */

import { browser, type Runtime } from '../../lib/platform/browser.ts'

/** Stored once it was shown: browsers call it an installation, too, when an unpacked extension is loaded again. */
const SHOWN_KEY = 'welcome.shown'

/** To be told of every installation and update. Rejects where storage does. */
export async function welcome({ reason }: Runtime.OnInstalledDetailsType): Promise<void> {
  if (reason !== 'install') return
  const { [SHOWN_KEY]: isShown } = await browser.storage.local.get(SHOWN_KEY)
  if (isShown) return
  await browser.storage.local.set({ [SHOWN_KEY]: true })
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') })
}
