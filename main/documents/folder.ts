// Owns the few things we do with files in one folder, as values: read a bounded text, replace it whole, move it aside.
// What is in the files is stored-document.ts and identity/key-store.ts.
import { promises as fs } from 'node:fs'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { fail, ok, type Result } from '../../shared/result'

export type ReadText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'failed'; readonly detail: string }

export type DiskFailure = 'disk-full' | 'disk-failed'

export interface Folder {
  read(name: string, maxBytes: number): Promise<ReadText>
  /** All or nothing: after a failure the old file is as it was. */
  write(name: string, text: string): Promise<Result<undefined, DiskFailure>>
  move(from: string, to: string): Promise<Result<undefined, DiskFailure>>
  /** Names of the files; none where the folder isn't there or can't be read. */
  list(): Promise<readonly string[]>
  remove(name: string): Promise<Result<undefined, DiskFailure>>
}

/** Only this user: names of people, and on a machine without a keyring the key itself, lie here. */
const MODE = 0o600
/** Virus scanners and indexers hold a new file for a moment on Windows; rename then fails. */
const BUSY: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES'])
const PASSING: ReadonlySet<string> = new Set([...BUSY, 'EMFILE', 'ENFILE', 'EAGAIN'])
const BUSY_TRIES = 4
const BUSY_WAIT_MS = 100

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}

function diskFailure(error: unknown): Result<never, DiskFailure> {
  const code = codeOf(error)
  return fail(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'disk-failed', code)
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function writeWhole(path: string, text: string): Promise<void> {
  await writeFileAtomic(path, '', {
    mode: MODE,
    // The library writes with one call and ignores how much of it a full disk took; writeFile goes on until an error.
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- it is awaited, though its type doesn't say so
    tmpfileCreated: (temporary) => fs.writeFile(temporary, text),
  })
}

async function writeSoon(path: string, text: string, triesLeft: number): Promise<void> {
  try {
    await writeWhole(path, text)
  } catch (error) {
    if (process.platform !== 'win32' || triesLeft <= 0 || !BUSY.has(codeOf(error))) throw error
    await wait(BUSY_WAIT_MS)
    await writeSoon(path, text, triesLeft - 1)
  }
}

/** What passes by itself is waited for: a scanner's lock, or too many open files. */
async function readSoon(file: string, maxBytes: number, triesLeft: number): Promise<ReadText> {
  try {
    const { size } = await fs.stat(file)
    if (size > maxBytes) return { kind: 'too-large' }
    return { kind: 'text', text: await fs.readFile(file, 'utf8') }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') return { kind: 'missing' }
    if (triesLeft <= 0 || !PASSING.has(code)) return { kind: 'failed', detail: code }
    await wait(BUSY_WAIT_MS)
    return readSoon(file, maxBytes, triesLeft - 1)
  }
}

export function openFolder(path: string): Folder {
  return {
    read(name, maxBytes) {
      return readSoon(join(path, name), maxBytes, BUSY_TRIES)
    },
    async write(name, text) {
      try {
        await fs.mkdir(path, { recursive: true })
        await writeSoon(join(path, name), text, BUSY_TRIES)
        return ok(undefined)
      } catch (error) {
        return diskFailure(error)
      }
    },
    async move(from, to) {
      try {
        await fs.rename(join(path, from), join(path, to))
        return ok(undefined)
      } catch (error) {
        return diskFailure(error)
      }
    },
    async list() {
      try {
        return await fs.readdir(path)
      } catch {
        return [] // what can't be listed is asked for by name, and fails there with its reason
      }
    },
    async remove(name) {
      try {
        await fs.rm(join(path, name), { force: true })
        return ok(undefined)
      } catch (error) {
        return diskFailure(error)
      }
    },
  }
}
