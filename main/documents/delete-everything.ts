// Owns deleting all that a profile holds. It is noted first; ours goes when this start ends, and all of it, with what Chromium
// has kept, before the next one opens anything: no file is in use then, and a machine that goes off half-way goes on with it.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Result } from '../../shared/result'
import type { DiskFailure, Folder } from './folder'
import { keeperOf, type Keeper } from './profile-names'

const NOTE = 'delete-everything'

export function noteDeletion(folder: Folder): Promise<Result<undefined, DiskFailure>> {
  return folder.write(NOTE, '')
}

/** Throws where it can't. */
export type Remove = (path: string) => void

/** Once nothing writes any more: should no next start come, as where the app is removed, nothing of ours stays. */
export function beginDeletion(userData: string, remove: Remove = removeWhole): void {
  if (isNoted(userData)) removeKept(userData, ['ours'], remove)
}

export type Deletion =
  | { readonly is: 'not-asked' }
  | { readonly is: 'done' }
  /** The note stays as well, so that the next start tries again. */
  | { readonly is: 'left'; readonly names: readonly string[] }

/** Before anything of the profile is opened. */
export function finishDeletion(userData: string, remove: Remove = removeWhole): Deletion {
  if (!isNoted(userData)) return { is: 'not-asked' }
  // What Chromium can't let go of yet is emptied by its own means, once the session is there.
  removeKept(userData, ['chromium'], remove)
  const names = removeKept(userData, ['ours'], remove)
  if (names.length > 0) return { is: 'left', names }
  // Last, so that a start that was cut off does it again; and surely before anything new is made.
  rmSync(join(userData, NOTE), { force: true })
  return { is: 'done' }
}

const isNoted = (userData: string): boolean => existsSync(join(userData, NOTE))

/** What is still there after it. Only what we or Chromium made: a profile may lie in a folder with other things. */
function removeKept(userData: string, kept: readonly Keeper[], remove: Remove): readonly string[] {
  const names = readdirSync(userData).filter((name) => kept.includes(keeperOf(name)))
  for (const name of names) {
    try {
      remove(join(userData, name))
    } catch {
      // Held by another program, such as a scanner. The others must go all the same.
    }
  }
  return names.filter((name) => existsSync(join(userData, name)))
}

function removeWhole(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3 })
}
