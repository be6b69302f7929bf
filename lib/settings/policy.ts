/** What the reader's organisation has set (`storage.managed`): read-only, and stronger than the reader's own settings. */

import { browser } from '../platform/browser.ts'

/** The part of the policy that concerns the dataset. A value that is missing or of the wrong shape counts as not set. */
export interface Policy {
  /** Address of the dataset's feed, or null. */
  feedUrl: string | null
  /** Raw Ed25519 public keys in base64 that alone may sign editions, or null. */
  publicKeys: string[] | null
  /** No feed is asked. */
  updatesOff: boolean
  /** No file is imported. */
  importOff: boolean
}

/** Reads the policy. Without one, or where the browser has no such storage, nothing is set. */
export async function readPolicy(): Promise<Policy> {
  // Firefox rejects where no policy was installed.
  const stored: Record<string, unknown> = await browser.storage.managed.get(null).catch(() => ({}))
  const { feedUrl, publicKeys, updatesOff, importOff } = stored
  const isTextList = (value: unknown): value is string[] =>
    Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')
  return {
    feedUrl: typeof feedUrl === 'string' && feedUrl !== '' ? feedUrl : null,
    publicKeys: isTextList(publicKeys) ? publicKeys : null,
    updatesOff: updatesOff === true,
    importOff: importOff === true,
  }
}
