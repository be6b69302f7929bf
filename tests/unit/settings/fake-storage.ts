/** Storage of an extension in memory: what `browser.storage` does, as far as our code asks. */

export type Stored = Record<string, unknown>
type Listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, area: string) => void

export function createFakeStorage() {
  const listeners = new Set<Listener>()
  /** Every call, in order: area, method, keys. */
  const calls: [area: string, method: string, keys: string[]][] = []
  const area = (name: string) => {
    const data = new Map<string, unknown>()
    const tell = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>) => {
      for (const listener of listeners) listener(changes, name)
    }
    return {
      data,
      async get(keys: string | string[] | null): Promise<Stored> {
        const wanted = keys === null ? [...data.keys()] : [keys].flat()
        calls.push([name, 'get', wanted])
        return structuredClone(
          Object.fromEntries(wanted.filter((key) => data.has(key)).map((key) => [key, data.get(key)])),
        )
      },
      async getKeys(): Promise<string[]> {
        calls.push([name, 'getKeys', []])
        return [...data.keys()]
      },
      async set(items: Stored): Promise<void> {
        calls.push([name, 'set', Object.keys(items)])
        for (const [key, newValue] of Object.entries(items)) {
          const oldValue = data.get(key)
          data.set(key, structuredClone(newValue))
          tell({ [key]: { oldValue, newValue } })
        }
      },
      async remove(keys: string | string[]): Promise<void> {
        calls.push([name, 'remove', [keys].flat()])
        for (const key of [keys].flat()) {
          if (!data.has(key)) continue
          const oldValue = data.get(key)
          data.delete(key)
          tell({ [key]: { oldValue } })
        }
      },
    }
  }
  return {
    local: area('local'),
    sync: area('sync'),
    onChanged: {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
    },
    calls,
    listeners,
  }
}
