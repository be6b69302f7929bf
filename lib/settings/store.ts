/** Reads and watches settings; `change.ts` writes them. */

import { browser } from '../platform/browser.ts'
import { watchStorage } from '../platform/watch-storage.ts'
import { SETTING_KEYS, storageKeysIn, valueIn, type Settings } from './definition.ts'
import { POLICY_KEY } from './keys.ts'
import { withPolicy, type PolicySettings } from './with-policy.ts'

/** The reader's own settings, and what the organisation has set. */
export async function readStored(): Promise<{ own: Settings; policy: PolicySettings }> {
  const [sync, { [POLICY_KEY]: policy, ...local }] = await Promise.all([
    // Sync storage may be off (Firefox without an account has it, some builds do not): the defaults serve.
    browser.storage.sync.get(storageKeysIn('sync')).catch(() => ({})),
    browser.storage.local.get([...storageKeysIn('local'), POLICY_KEY]),
  ])
  const stored: Record<string, unknown> = { ...sync, ...local }
  const own = Object.fromEntries(SETTING_KEYS.map((key) => [key, valueIn(stored, key)])) as unknown as Settings
  return { own, policy: (policy ?? {}) as PolicySettings }
}

/** All settings that hold; defaults where nothing, or nothing sound, is stored. */
export async function readSettings(): Promise<Settings> {
  const { own, policy } = await readStored()
  return withPolicy(own, policy)
}

/** Calls `onChange` whenever a setting changes, in whatever window, tab or device. Returns what stops it. */
export function watchSettings(onChange: () => void): () => void {
  const names = new Set([...storageKeysIn('sync'), ...storageKeysIn('local'), POLICY_KEY])
  return watchStorage((changes) => {
    if (Object.keys(changes).some((key) => names.has(key))) onChange()
  })
}
