/** The sites that the reader added, as match patterns with what the browser says of them. Kept on this machine, never synced. */

import { browser } from '../platform/browser.ts'
import { watchStorage } from '../platform/watch-storage.ts'
import { isOnPatterns } from './match.ts'

/** `withdrawn`: the reader added it, and the browser's own settings have taken the permission back since. */
export type AddedSites = Readonly<Record<string, 'granted' | 'withdrawn'>>

const KEY = 'sites.added'

const isAddedSites = (value: unknown): value is AddedSites =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((state) => state === 'granted' || state === 'withdrawn')

/** The sites as stored; none where nothing sound is. */
export async function readAdded(): Promise<AddedSites> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY)
  return isAddedSites(stored) ? stored : {}
}

/** Stores the sites in place of those before. Rejects where storage does. */
export async function writeAdded(added: AddedSites): Promise<void> {
  if (Object.keys(added).length === 0) await browser.storage.local.remove(KEY)
  else await browser.storage.local.set({ [KEY]: added })
}

/** Calls `onChange` whenever a site was added, removed or withdrawn. */
export function watchAdded(onChange: () => void): () => void {
  return watchStorage((changes, area) => {
    if (area === 'local' && KEY in changes) onChange()
  })
}

/** Patterns that count: added, and granted as far as we know. */
export const grantedOf = (added: AddedSites): string[] =>
  Object.keys(added).filter((pattern) => added[pattern] === 'granted')

/** True where the reader added the address's site, itself or with all others. */
export const isAdded = (added: AddedSites, address: string): boolean => isOnPatterns(address, grantedOf(added))

/** What the browser says: patterns just granted, all it grants, and those of the manifest, which are nobody's addition. */
export interface Permissions {
  justGranted: readonly string[]
  granted: readonly string[]
  listed: readonly string[]
}

/** The added sites after the browser's permissions changed: new ones come in, and each stands as the browser says. */
export function reconcile(added: AddedSites, { justGranted, granted, listed }: Permissions): AddedSites {
  const patterns = new Set([...Object.keys(added), ...justGranted.filter((pattern) => !isOnPatterns(pattern, listed))])
  return Object.fromEntries(
    [...patterns].map((pattern) => [pattern, isOnPatterns(pattern, granted) ? 'granted' : 'withdrawn']),
  )
}
