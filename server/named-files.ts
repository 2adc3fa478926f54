// Owns reading the files that options name: what is in them, and that a secret is only there for those whom it concerns.
import { readFileSync, statSync } from 'node:fs'
import { reasonOf } from './log'

export interface NamedFiles {
  /** Throws where it can't be read. */
  read(path: string): string
  /** Whether others than its owner and its group can read or change it. */
  isOpenToOthers(path: string): boolean
}

const OTHERS = 0o007
/** Certificates with their chain have some 10 KB, an invite list of a hundred thousand 4 MB. */
const MAX_BYTES = 8 * 1024 * 1024

export const DISK_FILES: NamedFiles = {
  read(path) {
    if (statSync(path).size > MAX_BYTES) throw new Error('it is larger than 8 MiB')
    return readFileSync(path, 'utf8')
  },
  // Windows has no such bits; Node makes some up there.
  isOpenToOthers: (path) => process.platform !== 'win32' && (statSync(path).mode & OTHERS) !== 0,
}

export type FileText =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string }

export function readNamed(path: string, files: NamedFiles): FileText {
  try {
    return { ok: true, text: files.read(path) }
  } catch (error) {
    return { ok: false, reason: reasonOf(error) }
  }
}

export function readSecret(path: string, files: NamedFiles): FileText {
  const file = readNamed(path, files)
  if (!file.ok || !files.isOpenToOthers(path)) return file
  return { ok: false, reason: `${path} can be read by others on this machine: chmod o-rwx ${path}` }
}
