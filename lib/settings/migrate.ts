/** Brings stored settings of older releases to the present form. */

import { browser } from '../platform/browser.ts'
import { SETTING_PREFIX } from './definition.ts'
import { migrate, MIGRATIONS, versionOf, type Migration, type Stored } from './versions.ts'

/** Version of stored settings; beside them, in each area. Absent: 1. */
const VERSION_KEY = 'settings.version'

/**
 * Migrates what is stored in both areas, where it is of an older version. New keys and the version are written together and
 * old keys removed after, so that a browser killed in between does it again and loses nothing. Settings that a later
 * release has synced are left alone: what we cannot read counts as not set.
 */
export async function migrateStored(migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  const version = migrations.length + 1
  for (const area of [browser.storage.sync, browser.storage.local]) {
    // Sync storage may be off.
    const { [VERSION_KEY]: known } = await area.get(VERSION_KEY).catch((): Stored => ({ [VERSION_KEY]: version }))
    const from = versionOf(known)
    if (from >= version) continue
    const all: Stored = await area.get(null)
    const stored = Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(SETTING_PREFIX)))
    const next = migrate(stored, from, migrations)
    await area.set({ ...next, [VERSION_KEY]: version })
    const gone = Object.keys(stored).filter((key) => !(key in next))
    if (gone.length > 0) await area.remove(gone)
  }
}
