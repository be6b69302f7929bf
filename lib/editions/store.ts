/** Whole editions in IndexedDB, on the extension's own origin: what is in use, what was before, and what may come next. */

import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** Where an edition came from. */
export type Origin = { kind: 'bundled' } | { kind: 'feed'; url: string } | { kind: 'file'; name: string }

/** An edition as it was signed, to the byte. */
export interface StoredEdition {
  /** `YYYY.MM.N` */
  edition: string
  /** True where nobody vouches for it: imported without a signature. */
  isUnsigned: boolean
  /** Null for bundled and unsigned editions. */
  signature: { keyId: string; /** 64 bytes in base64. */ signature: string } | null
  /** JSON of the edition; its UTF-8 bytes are what was signed. */
  text: string
  /** SHA-256 of those bytes in hex: storage may go bad. */
  sha256: string
  origin: Origin
  /** When it was stored (ms since 1970). */
  addedAt: number
  /** Of what may come next: true once it was decided to use it. */
  isAccepted?: boolean
}

export type Slot = 'current' | 'previous' | 'incoming'

interface Schema extends DBSchema {
  editions: { key: Slot; value: StoredEdition }
}

const NAME = 'tradegloss'
const STORE = 'editions'

/** Runs `work` on the database and closes it, so that no page of ours ever blocks another. Rejects where storage fails. */
async function withDatabase<Result>(work: (db: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> {
  const db = await openDB<Schema>(NAME, 1, { upgrade: (fresh) => void fresh.createObjectStore(STORE) })
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

/** SHA-256 of a text's UTF-8 bytes, in hex. */
export async function sha256Of(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const isSound = async (stored: StoredEdition): Promise<boolean> =>
  typeof stored.text === 'string' && (await sha256Of(stored.text)) === stored.sha256

/** The edition in a slot; null where there is none, or where it is not what was stored any more. */
export async function readSlot(slot: Slot): Promise<StoredEdition | null> {
  const stored = (await withDatabase((db) => db.get(STORE, slot))) ?? null
  return stored !== null && (await isSound(stored)) ? stored : null
}

export const writeSlot = (slot: Slot, stored: StoredEdition): Promise<void> =>
  withDatabase(async (db) => void (await db.put(STORE, stored, slot)))

export const clearSlot = (slot: Slot): Promise<void> => withDatabase((db) => db.delete(STORE, slot))

/** What is incoming becomes current, and what was current becomes previous: in one transaction, all or nothing. */
export const promoteIncoming = (): Promise<void> =>
  withDatabase(async (db) => {
    const change = db.transaction(STORE, 'readwrite')
    const [incoming, current] = await Promise.all([change.store.get('incoming'), change.store.get('current')])
    if (incoming !== undefined) {
      if (current !== undefined) await change.store.put(current, 'previous')
      await change.store.put(incoming, 'current')
      await change.store.delete('incoming')
    }
    await change.done
  })
