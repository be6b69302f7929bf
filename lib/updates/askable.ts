/** Whether a feed may be asked, and where: the organisation, the browser and the address itself may be against it. */

import { readPolicy } from '../settings/policy.ts'
import { readSettings } from '../settings/store.ts'
import { indexAddress } from './address.ts'
import { refused, type Outcome } from './fault.ts'
import { canVerify } from './verify.ts'

/** Address of a feed's index from what was entered, or why it is not to be asked. */
export async function askable(entered: string): Promise<Outcome<{ url: string }>> {
  if ((await readPolicy()).updatesOff) return refused('updates-off')
  if (!(await canVerify())) return refused('no-ed25519')
  if (entered === '') return refused('no-feed')
  const url = indexAddress(entered)
  return url === null ? refused('bad-address') : { ok: true, url }
}

/** The same of the feed in use: the organisation's, else the reader's own. */
export async function feedInUse(): Promise<Outcome<{ url: string }>> {
  const [{ feedUrl: managed }, { feedUrl: own }] = await Promise.all([readPolicy(), readSettings()])
  return askable(managed ?? own)
}
