/** What the reader's organisation has set (`storage.managed`): read-only, and stronger than the reader's own settings. */

import { browser } from '../platform/browser.ts'
import { watchStorage } from '../platform/watch-storage.ts'
import { policyFrom, setKeys, type Policy } from './policy-definition.ts'
import { POLICY_KEY } from './keys.ts'
import type { PolicySettings } from './with-policy.ts'

export type { Policy }

/** Reads the policy, and the keys in it that we cannot use. Without one, or where the browser has no such storage, nothing is set. */
export async function readPolicyReport(): Promise<{ policy: Policy; ignored: string[] }> {
  // Firefox rejects where no policy was installed.
  return policyFrom(await browser.storage.managed.get(null).catch(() => ({})))
}

/** Reads the policy. What is missing or of the wrong shape counts as not set. */
export const readPolicy = async (): Promise<Policy> => (await readPolicyReport()).policy

/** Settings that pages have to know; what concerns the dataset stays with the background. */
const FOR_PAGES = ['categories', 'economy', 'language', 'sitesOff', 'sitesAllowed'] as const

/**
 * Copies what the policy says of settings to where pages read it, so that they need not ask for it and check it each time
 * (`store.ts` puts it over the reader's own). Writes only where it changed.
 */
export async function mirrorPolicy(): Promise<void> {
  const [policy, { [POLICY_KEY]: old }] = await Promise.all([readPolicy(), browser.storage.local.get(POLICY_KEY)])
  const set = setKeys(policy)
  const mirror: PolicySettings = Object.fromEntries(
    FOR_PAGES.filter((key) => set.includes(key)).map((key) => [key, policy[key]]),
  )
  // What stands there instead of it, in storage that went bad, is taken away like an old one.
  if (JSON.stringify(old === undefined ? {} : old) === JSON.stringify(mirror)) return
  if (Object.keys(mirror).length === 0) await browser.storage.local.remove(POLICY_KEY)
  else await browser.storage.local.set({ [POLICY_KEY]: mirror })
}

/** Calls `onChange` when the organisation changes its policy while the browser runs; browsers that do not tell are asked when they start. */
export function watchPolicy(onChange: () => void): void {
  watchStorage((_, area) => {
    if (area === 'managed') onChange()
  })
}
