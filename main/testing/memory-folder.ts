// Owns a folder in memory for tests: the same interface, with the failures a disk can have.
import { fail, ok } from '../../shared/result'
import type { DiskFailure, Folder } from '../documents/folder'

export interface MemoryFolder extends Folder {
  readonly files: Map<string, string>
  /** From now on every write, or every move, fails this way; null: works again. */
  failWrites(code: DiskFailure | null): void
  failMoves(code: DiskFailure | null): void
  readonly writes: number
}

export function createMemoryFolder(initial: Readonly<Record<string, string>> = {}): MemoryFolder {
  const files = new Map(Object.entries(initial))
  let writeFailure: DiskFailure | null = null
  let moveFailure: DiskFailure | null = null
  let writes = 0
  return {
    files,
    failWrites: (code) => (writeFailure = code),
    failMoves: (code) => (moveFailure = code),
    get writes() {
      return writes
    },
    read(name, maxBytes) {
      const text = files.get(name)
      if (text === undefined) return Promise.resolve({ kind: 'missing' })
      return Promise.resolve(text.length > maxBytes ? { kind: 'too-large' } : { kind: 'text', text })
    },
    write(name, text) {
      writes += 1
      if (writeFailure) return Promise.resolve(fail(writeFailure))
      files.set(name, text)
      return Promise.resolve(ok(undefined))
    },
    move(from, to) {
      const text = files.get(from)
      if (moveFailure || text === undefined) return Promise.resolve(fail(moveFailure ?? 'disk-failed'))
      files.delete(from)
      files.set(to, text)
      return Promise.resolve(ok(undefined))
    },
    list: () => Promise.resolve([...files.keys()]),
    remove(name) {
      files.delete(name)
      return Promise.resolve(ok(undefined))
    },
  }
}
