// Owns where things lie in a packed program, on each system.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {import('./targets.mjs').System} System */
/**
 * @typedef {object} Layout
 * @property {string} program that starts, or on macOS the .app that holds it
 * @property {string} resources
 * @property {readonly string[]} localeFolders
 * @property {string} locale the ending of what lies there
 * @property {readonly string[]} licences
 */

const MAC = 'Parley.app/Contents'

/** @param {System} system @param {string} folder @returns {Layout} */
export function packedLayout(system, folder) {
  const inFolder = (/** @type {string[]} */ ...parts) => join(folder, ...parts)
  if (system === 'mac')
    return {
      program: inFolder('Parley.app'),
      resources: inFolder(MAC, 'Resources'),
      localeFolders: [
        inFolder(MAC, 'Resources'),
        inFolder(MAC, 'Frameworks', 'Electron Framework.framework', 'Versions', 'A', 'Resources'),
      ],
      locale: '.lproj',
      licences: [
        inFolder(MAC, 'LICENSE.parley.txt'),
        inFolder(MAC, 'Resources', 'LICENSE.electron.txt'),
        inFolder(MAC, 'Resources', 'LICENSES.chromium.html'),
      ],
    }
  return {
    program: inFolder(system === 'win' ? 'Parley.exe' : 'parley-desktop'),
    resources: inFolder('resources'),
    localeFolders: [inFolder('locales')],
    locale: '.pak',
    licences: ['LICENSE.parley.txt', 'LICENSE.electron.txt', 'LICENSES.chromium.html'].map((name) =>
      inFolder(name),
    ),
  }
}

/** Where electron-builder leaves the packed program, one for each architecture. @param {string} output */
export function unpackedFolders(output) {
  const found = readdirSync(output, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^(linux|win|mac)(-|$)/.test(entry.name))
    .map(({ name }) => join(output, name))
  if (found.length === 0) throw new Error(`Nothing was packed in ${output}.`)
  return found
}
