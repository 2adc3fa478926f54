// Owns what a guest's browser keeps: a few named values in IndexedDB, or in memory where the browser keeps nothing.
import { openDB } from 'idb'

export interface GuestStore {
  /** `memory`: a private window or a refused database; everything is gone with the page. */
  readonly kept: 'browser' | 'memory'
  read(name: string): Promise<unknown>
  write(name: string, value: unknown): Promise<void>
  /** Writes only where there is nothing yet, and returns what is there then: two tabs agree on the first one. */
  writeFirst(name: string, value: unknown): Promise<unknown>
  deleteAll(): Promise<void>
}

const DATABASE = 'parley'
const VALUES = 'values'

export async function openGuestStore(): Promise<GuestStore> {
  try {
    const db = await openDB(DATABASE, 1, {
      upgrade(fresh) {
        fresh.createObjectStore(VALUES)
      },
    })
    return {
      kept: 'browser',
      read: (name) => db.get(VALUES, name),
      async write(name, value) {
        await db.put(VALUES, value, name)
      },
      async writeFirst(name, value) {
        const change = db.transaction(VALUES, 'readwrite')
        const there: unknown = await change.store.get(name)
        if (there === undefined) await change.store.put(value, name)
        await change.done
        return there ?? value
      },
      deleteAll: () => db.clear(VALUES),
    }
  } catch {
    return memoryStore() // told to the user as a document that isn't saved
  }
}

export function memoryStore(): GuestStore {
  const values = new Map<string, unknown>()
  return {
    kept: 'memory',
    read: (name) => Promise.resolve(values.get(name)),
    write(name, value) {
      values.set(name, value)
      return Promise.resolve()
    },
    writeFirst(name, value) {
      if (!values.has(name)) values.set(name, value)
      return Promise.resolve(values.get(name))
    },
    deleteAll() {
      values.clear()
      return Promise.resolve()
    },
  }
}
