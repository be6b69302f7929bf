/** The one database (IndexedDB): on the extension's own origin, where neither pages nor content scripts reach. */

import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
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
