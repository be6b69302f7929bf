/** Whole editions in IndexedDB, on the extension's own origin: what is in use, what was before, and what may come next. */

import { withDatabase } from './database.ts'
import type { Slot, StoredEdition } from './stored.ts'

/** SHA-256 of a text's UTF-8 bytes, in hex. */
export async function sha256Of(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const isSound = async (stored: StoredEdition): Promise<boolean> =>
  typeof stored.text === 'string' && (await sha256Of(stored.text)) === stored.sha256

/** The edition in a slot; null where there is none, or where it is not what was stored any more. */
export async function readSlot(slot: Slot): Promise<StoredEdition | null> {
  const stored = (await withDatabase((db) => db.get('editions', slot))) ?? null
  return stored !== null && (await isSound(stored)) ? stored : null
}

export const writeSlot = (slot: Slot, stored: StoredEdition): Promise<void> =>
  withDatabase(async (db) => void (await db.put('editions', stored, slot)))

export const clearSlot = (slot: Slot): Promise<void> => withDatabase((db) => db.delete('editions', slot))

/** What is incoming becomes current, and what was current becomes previous: in one transaction, all or nothing. */
export const promoteIncoming = (): Promise<void> =>
  withDatabase(async (db) => {
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
