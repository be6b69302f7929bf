/** Listening to what is stored, in whatever window, tab or device it changes. */

import { browser, type Storage } from './browser.ts'

/** Calls `onChanges` with what changes in an area, by key. Returns what stops it. */
export function watchStorage(
  onChanges: (changes: Record<string, Storage.StorageChange>, area: string) => void,
): () => void {
  browser.storage.onChanged.addListener(onChanges)
  // An extension that was updated or removed has no storage left to listen to.
  return () => browser.storage?.onChanged.removeListener(onChanges)
}
