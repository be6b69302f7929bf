/** Whole editions in IndexedDB, on the extension's own origin: what is in use, what was before, and what may come next. */

import { inTransaction, withDatabase } from './database.ts'
import type { Slot, StoredEdition } from './stored.ts'

/** Counts the writes of this context, the only one that writes: what was read before the last one may be old. */
let writes = 0

/** Changes with every write to a slot; while it stays the same, so does what {@link readSlot} gives, but for storage that goes bad. */
export const slotsVersion = (): number => writes

/** SHA-256 of a text's UTF-8 bytes, in hex. */
export async function sha256Of(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const isSound = async (stored: StoredEdition): Promise<boolean> =>
  typeof stored.text === 'string' &&
  typeof (stored.origin as unknown as { kind?: unknown } | undefined)?.kind === 'string' &&
  Array.isArray(stored.handsOverTo) &&
  (await sha256Of(stored.text)) === stored.sha256

/** The edition in a slot; null where there is none, or where it is not what was stored any more. */
export async function readSlot(slot: Slot): Promise<StoredEdition | null> {
  const stored = (await withDatabase((db) => db.get('editions', slot))) ?? null
  return stored !== null && (await isSound(stored)) ? stored : null
}

/** Tells that there was a write once it has ended, well or badly. */
const counted = (write: Promise<void>): Promise<void> => write.finally(() => writes++)

/** Puts an edition into a slot, over what was there. Rejects where storage is full or broken. */
export const writeSlot = (slot: Slot, stored: StoredEdition): Promise<void> =>
  counted(withDatabase(async (db) => void (await db.put('editions', stored, slot))))

/** Empties a slot. Rejects where storage is broken. */
export const clearSlot = (slot: Slot): Promise<void> => counted(withDatabase((db) => db.delete('editions', slot)))

/** What is incoming becomes current, and what was current becomes previous: in one transaction, all or nothing. */
export const promoteIncoming = (): Promise<void> =>
  counted(
    inTransaction('editions', async (store) => {
      const [incoming, current] = await Promise.all([store.get('incoming'), store.get('current')])
      if (incoming === undefined) return
      if (current !== undefined) await store.put(current, 'previous')
      await store.put(incoming, 'current')
      await store.delete('incoming')
    }),
  )
