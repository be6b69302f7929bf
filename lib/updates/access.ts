/** Permission to read the site of a feed, which is not permission to annotate it. */

import { browser } from '../platform/browser.ts'
import { isAdded, readAdded } from '../sites/added.ts'
import { isOnPatterns } from '../sites/match.ts'
import { listedPatterns } from '../sites/scripts.ts'
import { patternOfFeed } from './address.ts'

const KEY = 'updates.asked'

/**
 * Asks the browser for the feed's site; to be called straight from a click. Resolves to what the reader said; a refusal
 * is no fault, since a feed may allow to be read by anybody (CORS).
 */
export function requestAccess(index: string): Promise<boolean> {
  const pattern = patternOfFeed(index)
  // Not awaited: the click would be over. What is asked first is stored first.
  void browser.storage.local.set({ [KEY]: pattern }).catch(() => {})
  return browser.permissions.request({ origins: [pattern] }).catch(() => false)
}

/** Those of the patterns just granted that were not asked for a feed: the sites that the reader wants annotated. */
export async function exceptFeed(patterns: readonly string[]): Promise<string[]> {
  const { [KEY]: asked } = await browser.storage.local.get(KEY)
  return patterns.filter((pattern) => pattern !== asked)
}

/** The feed's site was dealt with: if the reader adds it as a news site from now on, it is one. */
export const forgetAsked = (): Promise<void> => browser.storage.local.remove(KEY)

/** Gives back the permission for a feed's site once the feed is asked no more; the reader's own sites and listed ones keep theirs. */
export async function giveUpAccess(index: string): Promise<void> {
  if (isOnPatterns(index, listedPatterns()) || isAdded(await readAdded(), index)) return
  await browser.permissions.remove({ origins: [patternOfFeed(index)] })
}
