// Owns getting a machine ready for real clients: build, system packages, a display, an Electron, a browser.
// What is found goes into process.env, so that child processes and test workers have it too.
import { ensureBuilt } from './app-build.mjs'
import { findBrowser } from './find-browser.mjs'
import { findElectron } from './find-electron.mjs'
import { ensureSystemPackages } from './system-packages.mjs'
import { hasDisplay, startVirtualDisplay } from './virtual-display.mjs'

/**
 * @typedef {object} Machine
 * @property {import('./find-electron.mjs').FoundElectron | null} electron
 * @property {string | null} browser
 * @property {() => void} stop
 */

/**
 * @param {object} wants
 * @param {boolean} wants.electron
 * @param {boolean} wants.browser
 * @param {boolean} wants.ownDisplay also where there is one: tests must not fight with a person for the focus
 * @param {boolean} [wants.install] system packages also when not root
 * @returns {Promise<Machine>}
 */
export async function prepareMachine({ electron, browser, ownDisplay, install = false }) {
  const needsDisplay = electron && (ownDisplay || !hasDisplay())
  await ensureSystemPackages(
    [
      ...(electron ? /** @type {const} */ (['electron']) : []),
      ...(browser ? /** @type {const} */ (['browser']) : []),
    ],
    { install },
  )
  if (needsDisplay) await ensureSystemPackages(['display'], { install })
  await ensureBuilt()
  const foundElectron = electron ? await findElectron({ testRuntime: true }) : null
  const foundBrowser = browser ? findBrowser() : null
  if (foundElectron !== null) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = foundElectron.distPath
  if (foundBrowser !== null) process.env['PARLEY_BROWSER'] = foundBrowser
  const display = needsDisplay ? await startVirtualDisplay() : null
  Object.assign(process.env, display?.env)
  return { electron: foundElectron, browser: foundBrowser, stop: () => display?.stop() }
}
