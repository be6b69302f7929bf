/** A browser's storage that can be killed: `storage.local` and IndexedDB in memory, which die together at a given write. */

import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { createFakeStorage } from '../settings/fake-storage.ts'

/** What a killed browser's calls say; nothing of ours may take it for a fault of its own. */
export const KILLED = 'killed'

export type World = ReturnType<typeof createWorld>

/** Where a write is when the kill comes: not begun, or half done where it has several parts. */
export type Moment = 'before' | 'half'

let current: World | null = null

/** The methods of IndexedDB that write; each tells the world, which may be dead by then. */
for (const method of ['put', 'delete'] as const) {
  const original = IDBObjectStore.prototype[method] as (...args: unknown[]) => unknown
  Object.assign(IDBObjectStore.prototype, {
    [method](this: IDBObjectStore, ...args: unknown[]) {
      const request = original.apply(this, args)
      try {
        current?.onWrite()
      } catch {
        // What a killed transaction has done is undone.
        this.transaction.abort()
      }
      return request
    },
  })
}

export function createWorld() {
  const storage = createFakeStorage()
  let writesLeft = Infinity
  let writes = 0
  let moment: Moment = 'before'
  const { local } = storage
  const [set, remove, get] = [local.set, local.remove, local.get]
  const live = () => {
    if (writesLeft < 0) throw new Error(KILLED)
  }
  const onWrite = () => {
    live()
    writes++
    if (--writesLeft < 0) throw new Error(KILLED)
  }
  local.get = async (keys) => {
    live()
    return get(keys)
  }
  const { getKeys } = local
  local.getKeys = async () => {
    live()
    return getKeys()
  }
  local.set = async (items) => {
    try {
      onWrite()
    } catch (error) {
      const entries = Object.entries(items)
      const isLast = writesLeft === -1
      if (moment === 'half' && isLast) await set(Object.fromEntries(entries.slice(0, Math.floor(entries.length / 2))))
      throw error
    }
    return set(items)
  }
  local.remove = async (keys) => {
    try {
      onWrite()
    } catch (error) {
      const list = [keys].flat()
      if (moment === 'half' && writesLeft === -1) await remove(list.slice(0, Math.floor(list.length / 2)))
      throw error
    }
    return remove(keys)
  }
  const world = {
    storage,
    onWrite,
    /** Writes so far. */
    count: () => writes,
    /** Dies at the write after `after` more. */
    killAfter(after: number, at: Moment = 'before') {
      writesLeft = after
      moment = at
    },
    /** The browser is started again on what is stored. */
    revive() {
      writesLeft = Infinity
    },
  }
  globalThis.indexedDB = new IDBFactory()
  current = world
  return world
}
