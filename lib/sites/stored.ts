/** What popup and side panel show of what is stored and granted: settings, edition, the reader's sites, words. */

import type { Pointer } from '../editions/keys.ts'
import { readPointer, watchPointer } from '../editions/read.ts'
import { loadInterface, type Interface } from '../i18n/interface.ts'
import { browser } from '../platform/browser.ts'
import type { Settings } from '../settings/definition.ts'
import { readStored as readOwn, watchSettings } from '../settings/store.ts'
import { withPolicy, type PolicySettings } from '../settings/with-policy.ts'
import { readAdded, watchAdded, type AddedSites } from './added.ts'

export interface Stored {
  /** As they hold. */
  settings: Settings
  /** What of them the organisation has set. */
  policy: PolicySettings
  /** Null while no edition is stored. */
  pointer: Pointer | null
  added: AddedSites
  /** Patterns of all sites that the browser grants. */
  granted: readonly string[]
  words: Interface
}

/** Reads all of it; the words are those of `before` where the language is the same. */
export async function readStored(before: Stored | null): Promise<Stored> {
  const [{ own, policy }, pointer, added, { origins: granted = [] }] = await Promise.all([
    readOwn(),
    readPointer(),
    readAdded(),
    browser.permissions.getAll(),
  ])
  const settings = withPolicy(own, policy)
  const words = before?.settings.language === settings.language ? before.words : await loadInterface(settings.language)
  return { settings, policy, pointer, added, granted, words }
}

/** Calls `onChange` whenever any of it changes, for as long as the page lives. */
export function watchStored(onChange: () => void): void {
  watchSettings(onChange)
  watchAdded(onChange)
  watchPointer(onChange)
  browser.permissions.onAdded.addListener(onChange)
  browser.permissions.onRemoved.addListener(onChange)
}
