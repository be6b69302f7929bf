/** Removing sites that the reader added, with the browser's permission for them. */

import { browser } from '../platform/browser.ts'
import { readAdded, writeAdded } from './added.ts'

/** Forgets sites first, so that giving the permission back is not taken for its withdrawal. */
export async function forgetSites(patterns: readonly string[]): Promise<void> {
  const added = { ...(await readAdded()) }
  for (const pattern of patterns) delete added[pattern]
  await writeAdded(added)
  await browser.permissions.remove({ origins: [...patterns] })
}
