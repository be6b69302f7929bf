/** Notices what no event tells: the reader has switched the extension on again, and open tabs have none of ours. */

import { browser } from '../../lib/platform/browser.ts'

/** Stored for this session, and thrown away by browsers when the extension is switched off, updated, or they close. */
const RUNNING_KEY = 'background.running'

/** True where this is the first background since the extension began to run, whatever began it. */
export async function isNewRun(): Promise<boolean> {
  const { session } = browser.storage
  const { [RUNNING_KEY]: isRunning } = await session.get(RUNNING_KEY)
  if (isRunning === true) return false
  await session.set({ [RUNNING_KEY]: true })
  return true
}
