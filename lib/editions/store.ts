/** Whole editions in IndexedDB, on the extension's own origin: what is in use, what was before, and what may come next. */

import { withDatabase } from './database.ts'
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

/** Runs a write, and tells that there was one once it has ended, well or badly. */
const writing = (work: Parameters<typeof withDatabase<void>>[0]): Promise<void> =>
  withDatabase(work).finally(() => writes++)

/** Puts an edition into a slot, over what was there. Rejects where storage is full or broken. */
export const writeSlot = (slot: Slot, stored: StoredEdition): Promise<void> =>
  writing(async (db) => void (await db.put('editions', stored, slot)))

/** Empties a slot. Rejects where storage is broken. */
export const clearSlot = (slot: Slot): Promise<void> => writing((db) => db.delete('editions', slot))

/** What is incoming becomes current, and what was current becomes previous: in one transaction, all or nothing. */
export const promoteIncoming = (): Promise<void> =>
  writing(async (db) => {
    const change = db.transaction('editions', 'readwrite')
    // A write that fails is told where it is awaited, and fails the transaction as well.
    change.done.catch(() => {})
    const [incoming, current] = await Promise.all([change.store.get('incoming'), change.store.get('current')])
    if (incoming !== undefined) {
      if (current !== undefined) await change.store.put(current, 'previous')
      await change.store.put(incoming, 'current')
      await change.store.delete('incoming')
    }
    await change.done
  })
