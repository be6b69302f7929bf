/** Reads, writes and watches settings. Only what differs from the default is stored. */

import { browser, type Storage } from '../platform/browser.ts'
import { SETTING_KEYS, SETTINGS, storageKey, type Settings } from './definition.ts'

const keysIn = (area: 'sync' | 'local') => SETTING_KEYS.filter((key) => SETTINGS[key].area === area)

function fromStored<Key extends keyof Settings>(key: Key, stored: Record<string, unknown>): Settings[Key] {
  const value = stored[storageKey(key)]
  const { isValid, default: fallback } = SETTINGS[key]
  return isValid(value) ? value : fallback
}

/** All settings; defaults where nothing, or nothing sound, is stored. */
export async function readSettings(): Promise<Settings> {
  const [sync, local] = await Promise.all([
    // Sync storage may be off (Firefox without an account has it, some builds do not): the defaults serve.
    browser.storage.sync.get(keysIn('sync').map(storageKey)).catch(() => ({})),
    browser.storage.local.get(keysIn('local').map(storageKey)),
  ])
  const stored = { ...sync, ...local }
  return Object.fromEntries(SETTING_KEYS.map((key) => [key, fromStored(key, stored)])) as unknown as Settings
}

/** Stores one setting, or removes it where it equals the default. */
export async function writeSetting<Key extends keyof Settings>(key: Key, value: Settings[Key]): Promise<void> {
  const area = browser.storage[SETTINGS[key].area]
  if (JSON.stringify(value) === JSON.stringify(SETTINGS[key].default)) await area.remove(storageKey(key))
  else await area.set({ [storageKey(key)]: value })
}

/** Calls `onChange` whenever a setting changes, in whatever window or tab. Returns what stops it. */
export function watchSettings(onChange: () => void): () => void {
  const names = new Set(SETTING_KEYS.map(storageKey))
  const listener = (changes: Record<string, Storage.StorageChange>) => {
    if (Object.keys(changes).some((key) => names.has(key))) onChange()
  }
  browser.storage.onChanged.addListener(listener)
  // An extension that was updated or removed has no storage left to listen to.
  return () => browser.storage?.onChanged.removeListener(listener)
}
