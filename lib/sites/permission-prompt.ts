/**
 * Asks the browser for permission, and remembers what for: sites to annotate, or the site of a feed. The prompt may close
 * the page that asked, so the background, which hears the answer, reads it here.
 */

import { askBackground } from '../messaging/client.ts'
import { browser } from '../platform/browser.ts'

/** Patterns that were last asked for as a feed's; nothing where sites were asked for since. */
const KEY = 'sites.asked-for-feed'

/**
 * Asks the browser for patterns; to be called straight from a click. Resolves to what the reader said, false where the
 * browser will not ask.
 */
export function ask(patterns: readonly string[], what: 'sites' | 'feed'): Promise<boolean> {
  const { local } = browser.storage
  // Not awaited: the click would be over. What is asked first is stored first.
  void (what === 'feed' ? local.set({ [KEY]: patterns }) : local.remove(KEY)).catch(() => {})
  return browser.permissions.request({ origins: [...patterns] }).catch(() => false)
}

/**
 * Asks for sites to be annotated from now on; to be called straight from a click. Where the prompt closes the page, the
 * background hears the answer; where there is no prompt, since a feed brought the permission before, it hears it from here.
 */
export async function addSites(patterns: readonly string[]): Promise<void> {
  if (await ask(patterns, 'sites')) await askBackground({ type: 'sites.add', patterns })
}

/**
 * Of patterns just granted those that the reader wants annotated: not the one asked for a feed, which is dealt with by
 * this. Permissions given on the browser's own pages count as well.
 */
export async function forSites(granted: readonly string[]): Promise<string[]> {
  const { [KEY]: asked } = await browser.storage.local.get(KEY)
  const ofFeed: unknown[] = Array.isArray(asked) ? asked : []
  if (granted.some((pattern) => ofFeed.includes(pattern))) await forgetAsked()
  return granted.filter((pattern) => !ofFeed.includes(pattern))
}

/** The feed's site was dealt with: whoever grants it from now on wants it annotated. */
export const forgetAsked = (): Promise<void> => browser.storage.local.remove(KEY)
