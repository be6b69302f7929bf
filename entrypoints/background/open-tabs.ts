/** Brings tabs that were open before the extension to life, so that nobody has to reload after installing or updating. */

import { browser } from '../../lib/platform/browser.ts'

/** Injects the content script and its marks' style into open tabs of the sites we run on. */
export async function annotateOpenTabs(): Promise<void> {
  const [script] = browser.runtime.getManifest().content_scripts ?? []
  if (script === undefined) return
  const tabs = await browser.tabs.query({ url: script.matches })
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return
      const target = { tabId: id }
      try {
        await browser.scripting.insertCSS({ target, files: script.css ?? [] })
        await browser.scripting.executeScript({ target, files: script.js ?? [] })
      } catch {
        // A tab may be discarded, show an error page, or forbid scripts: it comes to life when it is next loaded.
      }
    }),
  )
}
