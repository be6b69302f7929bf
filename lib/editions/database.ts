/** The one database (IndexedDB): on the extension's own origin, where neither pages nor content scripts reach. */

import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore, type StoreNames } from 'idb'
import type { Slot, StoredEdition } from './stored.ts'

interface Schema extends DBSchema {
  editions: { key: Slot; value: StoredEdition }
  /** What updates remember; its shape is checked where it is read. */
  state: { key: 'updates'; value: unknown }
}

/** Runs `work` on the database and closes it, so that no page of ours ever blocks another. Rejects where storage fails. */
export async function withDatabase<Result>(work: (db: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> {
  const db = await openDB<Schema>('tradegloss', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('editions')
      fresh.createObjectStore('state')
    },
  })
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

/** Runs `work` on a store in one transaction: all of it counts or nothing. Rejects where storage is full or broken. */
export const inTransaction = <Name extends StoreNames<Schema>, Result>(
  name: Name,
  work: (store: IDBPObjectStore<Schema, [Name], Name, 'readwrite'>) => Promise<Result>,
): Promise<Result> =>
  withDatabase(async (db) => {
    const { store, done } = db.transaction(name, 'readwrite')
    // A write that fails is told where it is awaited, and fails the transaction as well.
    done.catch(() => {})
    const result = await work(store)
    await done
    return result
  })
