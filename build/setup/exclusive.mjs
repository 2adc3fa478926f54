// Owns that two of our scripts never prepare the same thing at once: a lock folder with the holder's process id.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inCache } from './paths.mjs'

const POLL_MS = 200
/** A holder that died between making the folder and writing its id. */
const NAMELESS_MS = 10_000

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function exclusively(name, work) {
  const lock = inCache(`${name}.lock`)
  mkdirSync(dirname(lock), { recursive: true })
  while (!take(lock)) {
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true })
    else await wait(POLL_MS)
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    mkdirSync(lock)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  writeFileSync(join(lock, 'pid'), String(process.pid))
  return true
}

/** @param {string} lock */
function isAbandoned(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    if (codeOf(error) === 'EPERM') return false
    if (codeOf(error) === 'ESRCH') return true
    return ageMs(lock) > NAMELESS_MS
  }
}

/** @param {string} path @returns {number} 0 where it is gone by now */
function ageMs(path) {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
}

/** @param {unknown} error @returns {unknown} */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : null
}
