/** Makes sure that pages find the bundled edition in storage, compiled. */

import { loadEdition } from '../../lib/dataset/edition.ts'
import { installEdition, isInstalled } from '../../lib/editions/install.ts'
import { browser } from '../../lib/platform/browser.ts'
import { noteError } from '../../lib/platform/errors.ts'

/** Card texts exist in English so far; every reader gets them. */
const LOCALE = 'en'

/**
 * Reads the bundled edition and installs it where pages do not have it yet, or always where `isNewCode`: another release
 * may compile the same edition otherwise. An unsound edition leaves the old one in place.
 */
export async function ensureEdition(isNewCode: boolean): Promise<void> {
  const response = await fetch(browser.runtime.getURL('edition.json'))
  const loaded = loadEdition(await response.text())
  if (!loaded.ok) return noteError('bundled edition', loaded.problem)
  if (!isNewCode && (await isInstalled(loaded.edition.edition, LOCALE))) return
  await installEdition(loaded.edition, LOCALE)
}
