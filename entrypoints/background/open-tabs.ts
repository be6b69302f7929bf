/** Brings tabs that were open before the extension, or before a site was added, to life, so that nobody has to reload. */

import { isServiceHost } from '../../lib/dataset/rules/news-sites.ts'
import { browser } from '../../lib/platform/browser.ts'
import { isOnPatterns } from '../../lib/sites/match.ts'
import { firstFiles, injectInto, listedPatterns } from '../../lib/sites/scripts.ts'

/** Injects our first scripts into open tabs that match one of the patterns. */
export async function annotateOpenTabs(patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return
  const listed = listedPatterns()
  const tabs = await browser.tabs.query({ url: [...patterns], discarded: false })
  await Promise.all(
    tabs.map(async ({ id, url = '' }) => {
      if (id === undefined || !URL.canParse(url)) return
      const isListed = isOnPatterns(url, listed)
      // The manifest leaves these out by exclude_globs, which an injection does not ask.
      if (isListed && isServiceHost(new URL(url).hostname)) return
      try {
        await injectInto(id, firstFiles(isListed))
      } catch {
        // A tab may show an error page or forbid scripts: it comes to life when it is next loaded.
      }
    }),
  )
}
