// Owns where things lie in this repository, for scripts, tests and benches.
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** What scripts fetch or remember; safe to delete, never committed. */
export const CACHE = resolve(ROOT, '.cache')

/** @param {string[]} parts below the repository's top folder */
export function inRoot(...parts) {
  return resolve(ROOT, ...parts)
}

/** @param {string[]} parts below the cache folder */
export function inCache(...parts) {
  return resolve(CACHE, ...parts)
}
