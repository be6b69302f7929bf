/** Permission to read the site of a feed, which is not permission to annotate it. */

import { browser } from '../platform/browser.ts'
import { isAdded, readAdded } from '../sites/added.ts'
import { ask } from '../sites/permission-prompt.ts'
import { isOnPatterns } from '../sites/match.ts'
import { listedPatterns } from '../sites/scripts.ts'
import { patternOfFeed } from './address.ts'

/**
 * Asks the browser for the feed's site; to be called straight from a click. Resolves to what the reader said; a refusal
 * is no fault, since a feed may allow to be read by anybody (CORS).
 */
export const requestAccess = (index: string): Promise<boolean> => ask([patternOfFeed(index)], 'feed')

/** True where the feed's site may be read already: nobody will hear of it being granted. */
export const hasAccess = (index: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOfFeed(index)] }).catch(() => false)

/** Gives back the permission for a feed's site once the feed is asked no more; the reader's own sites and listed ones keep theirs. */
export async function giveUpAccess(index: string): Promise<void> {
  if (isOnPatterns(index, listedPatterns()) || isAdded(await readAdded(), index)) return
  await browser.permissions.remove({ origins: [patternOfFeed(index)] })
}
