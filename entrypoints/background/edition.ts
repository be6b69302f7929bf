/** Makes sure that pages find the bundled edition in storage, compiled, in the reader's language. */

import { loadEdition } from '../../lib/dataset/edition.ts'
import { installEdition, isInstalled } from '../../lib/editions/install.ts'
import { readPointer } from '../../lib/editions/read.ts'
import { chosenLocale, loadInterface } from '../../lib/i18n/interface.ts'
import { browser } from '../../lib/platform/browser.ts'
import { noteError } from '../../lib/platform/errors.ts'
import { readSettings } from '../../lib/settings/store.ts'

/**
 * Reads the bundled edition and installs it where pages do not have it yet in the reader's language, or always where
 * `isNewCode`: another release may compile the same edition otherwise. An unsound edition leaves the old one in place.
 */
export async function ensureEdition(isNewCode: boolean): Promise<void> {
  const { locale, messages } = await loadInterface((await readSettings()).language)
  const response = await fetch(browser.runtime.getURL('edition.json'))
  const loaded = loadEdition(await response.text())
  if (!loaded.ok) return noteError('bundled edition', loaded.problem)
  if (!isNewCode && (await isInstalled(loaded.edition.edition, locale))) return
  await installEdition(loaded.edition, locale, messages)
}

/** Installs the card texts of another language where the reader chose one. */
export async function followLanguage(): Promise<void> {
  const [{ language }, pointer] = await Promise.all([readSettings(), readPointer()])
  if (pointer !== null && pointer.locale !== chosenLocale(language)) await ensureEdition(false)
}
