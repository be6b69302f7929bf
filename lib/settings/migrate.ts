/** Brings stored settings of older releases to the present form. */

import { browser } from '../platform/browser.ts'
import { SETTING_PREFIX } from './keys.ts'
import { isSame } from './same.ts'
import { migrate, MIGRATIONS, type Migration, type Stored } from './versions.ts'

/**
 * Migrates what is stored in both areas, where it has an older form. New keys are written before old ones are removed, so
 * that a browser killed in between does it again and loses nothing. To be called at every install and update.
 */
export async function migrateStored(migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  for (const area of [browser.storage.sync, browser.storage.local]) {
    // Sync storage may be off.
    const all: Stored = await area.get(null).catch((): Stored => ({}))
    const stored = Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(SETTING_PREFIX)))
    const next = migrate(stored, migrations)
    if (isSame(stored, next)) continue
    await area.set({ ...next })
    const gone = Object.keys(stored).filter((key) => !(key in next))
    if (gone.length > 0) await area.remove(gone)
  }
}
