/** How Tradegloss is set up, as popup and side panel show it: settings, edition, sites with their permissions, and words. */

import type { EditionPointer } from '../editions/keys.ts'
import { readPointer, watchPointer } from '../editions/read.ts'
import { loadInterface, type Interface } from '../i18n/interface.ts'
import { browser } from '../platform/browser.ts'
import type { Settings } from '../settings/definition.ts'
import { readStored, watchSettings } from '../settings/store.ts'
import { withPolicy, type PolicySettings } from '../settings/with-policy.ts'
import { readAdded, watchAdded, type AddedSites } from './added.ts'

export interface Setup {
  /** As they hold. */
  settings: Settings
  /** What of them the organisation has set. */
  policy: PolicySettings
  /** Null while no edition is stored. */
  pointer: EditionPointer | null
  added: AddedSites
  /** Patterns of all sites that the browser grants. */
  granted: readonly string[]
  words: Interface
}

/** Reads all of it; the words are those of `before` where the language is the same. */
export async function readSetup(before: Setup | null): Promise<Setup> {
  const [{ own, policy }, pointer, added, { origins: granted = [] }] = await Promise.all([
    readStored(),
    readPointer(),
    readAdded(),
    browser.permissions.getAll(),
  ])
  const settings = withPolicy(own, policy)
  const words = before?.settings.language === settings.language ? before.words : await loadInterface(settings.language)
  return { settings, policy, pointer, added, granted, words }
}

/** Calls `onChange` whenever any of it changes, for as long as the page lives. */
export function watchSetup(onChange: () => void): void {
  watchSettings(onChange)
  watchAdded(onChange)
  watchPointer(onChange)
  browser.permissions.onAdded.addListener(onChange)
  browser.permissions.onRemoved.addListener(onChange)
}
