// Owns which Electron is packed: the one we ship, which electron-builder downloads for each system, else the test runtime.
import { findElectron } from '../setup/find-electron.mjs'
import { inRoot } from '../setup/paths.mjs'
import { runCommand } from '../setup/run-command.mjs'
import { systemOf } from './targets.mjs'

/** @typedef {import('./targets.mjs').System} System */
/**
 * @typedef {object} PackedElectron
 * @property {string} version
 * @property {string | null} dist null: electron-builder downloads it
 * @property {boolean} isTest
 */

const FETCH_MS = 900_000

/** Below this the bridge of e2e/runtime goes in, so that our one bundle runs. */
const BRIDGED_BELOW = 30

/**
 * @param {System} system
 * @param {{release: boolean}} options
 * @returns {Promise<PackedElectron>}
 */
export async function electronFor(system, { release }) {
  const here = await findElectron({ testRuntime: !release })
  if (here === null)
    throw new Error(
      release
        ? 'A release is built on the Electron that we ship, and it could not be downloaded.'
        : 'There is no Electron to pack.',
    )
  const isTest = Number.parseInt(here.version, 10) < BRIDGED_BELOW
  if (isTest && release)
    throw new Error(`A release is never built on the test runtime (Electron ${here.version}).`)
  const isHosts = systemOf(process.platform) === system
  if (isTest)
    return { version: here.version, dist: isHosts ? here.distPath : await testRuntime(system), isTest }
  const isOverridden = (process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '') !== ''
  return { version: here.version, dist: isHosts && isOverridden ? here.distPath : null, isTest }
}

/** @param {System | 'appimage'} what @returns {Promise<string>} its folder, or file */
export async function testRuntime(what) {
  const script = inRoot('e2e', 'runtime', 'get-electron.mjs')
  const { code, stdout, stderr } = await runCommand(process.execPath, [script, what], { timeoutMs: FETCH_MS })
  if (code !== 0) throw new Error(stderr.trim())
  return stdout.trim()
}
