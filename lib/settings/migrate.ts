/** Brings stored settings of older releases to the present form. */

import { browser } from '../platform/browser.ts'
import { watchStorage } from '../platform/watch-storage.ts'
import { SETTING_PREFIX } from './keys.ts'
import { isSame } from './same.ts'
import { migrate, MIGRATIONS, type Migration, type Stored } from './versions.ts'

/**
 * Migrates what is stored in both areas, where it has an older form. New keys are written before old ones are removed, so
 * that a browser killed in between does it again and loses nothing. To be called at every install, update and start of
 * the browser: what another device stored in an older form may come when we have long been installed.
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

/** Migrates what the browser's sync brings in an older form while we run. */
export function watchOldForms(onError: (error: unknown) => void): void {
  watchStorage((changes, area) => {
    const come = Object.entries(changes).flatMap(([key, { newValue }]) =>
      newValue === undefined ? [] : [[key, newValue]],
    )
    const stored: Stored = Object.fromEntries(come)
    if (area === 'sync' && !isSame(stored, migrate(stored))) migrateStored().catch(onError)
  })
}
