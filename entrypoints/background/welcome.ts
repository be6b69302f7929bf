/** Shows the welcome page once, to whoever has just installed Tradegloss; never after an update. */

import { browser, type Runtime } from '../../lib/platform/browser.ts'

export async function welcome({ reason }: Runtime.OnInstalledDetailsType): Promise<void> {
  if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') })
}
