/** Removing sites that the reader added, with the browser's permission for them, unless the dataset's feed is read from there. */

import { browser } from '../platform/browser.ts'
import { readPolicy } from '../settings/policy.ts'
import { readSettings } from '../settings/store.ts'
import { indexAddress, patternOfFeed } from '../updates/address.ts'
import { readAdded, writeAdded } from './added.ts'

/** Patterns of the feeds that are asked, or will be once the organisation sets none. */
async function patternsOfFeeds(): Promise<string[]> {
  const [{ feedUrl: own }, { feedUrl: managed }] = await Promise.all([readSettings(), readPolicy()])
  return [own, managed ?? ''].flatMap((entered) => {
    const index = indexAddress(entered)
    return index === null ? [] : [patternOfFeed(index)]
  })
}

/**
 * Forgets sites first, so that giving the permission back is not taken for its withdrawal. Gives those whose permission
 * stays, for a feed.
 */
export async function forgetSites(patterns: readonly string[]): Promise<string[]> {
  const added = { ...(await readAdded()) }
  for (const pattern of patterns) delete added[pattern]
  await writeAdded(added)
  const feeds = await patternsOfFeeds()
  const given = patterns.filter((pattern) => !feeds.includes(pattern))
  if (given.length > 0) await browser.permissions.remove({ origins: given })
  return patterns.filter((pattern) => feeds.includes(pattern))
}
