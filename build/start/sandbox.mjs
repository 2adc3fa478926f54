// Owns whether Chromium's sandbox can work on this Linux for an Electron that no package installed. Some distributions
// (Ubuntu from 23.10) give unprivileged programs no user namespaces; then its helper must belong to root.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SET_UID = 0o4000

/**
 * @typedef {object} System
 * @property {boolean} isRoot
 * @property {(path: string) => string | null} read
 * @property {(path: string) => boolean} isSetUidRoot
 */

/** @param {string} distPath Electron's folder @param {System} [system] @returns {boolean} */
export function sandboxWorks(distPath, system = thisSystem()) {
  if (process.platform !== 'linux' || system.isRoot) return true
  if (system.isSetUidRoot(join(distPath, 'chrome-sandbox'))) return true
  const restricted = system.read('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1'
  const forbidden = system.read('/proc/sys/kernel/unprivileged_userns_clone') === '0'
  return !restricted && !forbidden
}

/** @param {string} distPath @returns {string} what makes it work */
export function sandboxCommand(distPath) {
  const helper = join(distPath, 'chrome-sandbox')
  return `sudo chown root "${helper}" && sudo chmod 4755 "${helper}"`
}

/** @returns {System} */
function thisSystem() {
  return {
    isRoot: process.getuid?.() === 0,
    read: (path) => {
      try {
        return readFileSync(path, 'utf8').trim()
      } catch {
        // Kernels without such a restriction have no such file.
        return null
      }
    },
    isSetUidRoot: (path) => {
      const stat = statSync(path, { throwIfNoEntry: false })
      return stat?.uid === 0 && (stat.mode & SET_UID) !== 0
    },
  }
}
