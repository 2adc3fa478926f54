// Owns which Electron runs: ELECTRON_OVERRIDE_DIST_PATH, the npm package's own, then the older test runtime where allowed.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exclusively } from './exclusive.mjs'
import { inRoot } from './paths.mjs'
import { runCommand } from './run-command.mjs'
import { say } from './say.mjs'

/** Below this the bridge of e2e/runtime is loaded, so that our one bundle runs there too. */
const BRIDGED_BELOW = 30
/** The newest Electron is about 110 MB; a network that can't bring it in this time is treated as none. */
const DOWNLOAD_MS = 300_000
const FETCH_MS = 900_000

/**
 * @typedef {object} FoundElectron
 * @property {string} executable
 * @property {string} distPath the folder for ELECTRON_OVERRIDE_DIST_PATH
 * @property {string} version
 * @property {readonly string[]} bridgeArgs to stand before the app's path; empty where no bridge is needed
 */

/**
 * @param {{testRuntime: boolean}} allow `testRuntime`: whether the older one may stand in (demo, tests, benches)
 * @returns {Promise<FoundElectron | null>} null where there is none; why was said
 */
export async function findElectron({ testRuntime }) {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? ''
  if (override !== '') return describe(override)
  const own = (await ownDownload()) ?? null
  if (own !== null) return describe(own)
  if (!testRuntime) return null
  say('The newest Electron could not be downloaded: using the older test runtime (Electron 22) in its place.')
  const script = inRoot('e2e', 'runtime', 'get-electron.mjs')
  const { code, stdout, stderr } = await runCommand(process.execPath, [script], { timeoutMs: FETCH_MS })
  if (code !== 0) say(stderr.trim())
  return code === 0 ? describe(stdout.trim()) : null
}

/** The npm package fetches its runtime at first use. @returns {Promise<string | null>} its dist folder */
async function ownDownload() {
  const script = inRoot('node_modules', 'electron', 'install.js')
  const dist = inRoot('node_modules', 'electron', 'dist')
  if (isComplete(dist)) return dist
  if (!existsSync(script)) return null
  await exclusively('own-electron', () => runCommand(process.execPath, [script], { timeoutMs: DOWNLOAD_MS }))
  return isComplete(dist) ? dist : null
}

/** Its installer writes path.txt last. @param {string} dist */
function isComplete(dist) {
  return existsSync(join(dist, '..', 'path.txt')) && existsSync(executableIn(dist))
}

/** @param {string} dist @returns {Promise<FoundElectron | null>} */
async function describe(dist) {
  const executable = executableIn(dist)
  if (!existsSync(executable)) {
    say(`There is no Electron in ${dist}.`)
    return null
  }
  const version = await versionOf(dist, executable)
  const isOld = Number.parseInt(version, 10) < BRIDGED_BELOW
  const bridgeArgs = isOld ? ['-r', inRoot('e2e', 'runtime', 'compat.cjs')] : []
  return { executable, distPath: dist, version, bridgeArgs }
}

/** @param {string} dist @param {string} executable */
async function versionOf(dist, executable) {
  const file = join(dist, 'version')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim().replace(/^v/, '')
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const asked = await runCommand(executable, ['-p', 'process.versions.electron'], { env, timeoutMs: 20_000 })
  return asked.code === 0 ? asked.stdout.trim() : 'unknown'
}

/** @param {string} dist */
function executableIn(dist) {
  if (process.platform === 'win32') return join(dist, 'electron.exe')
  if (process.platform === 'darwin') return join(dist, 'Electron.app', 'Contents', 'MacOS', 'Electron')
  return join(dist, 'electron')
}
