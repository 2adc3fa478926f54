// Owns looking into a packed program before anything is made of it: fuses, archive, languages, licences.
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { listPackage, statFile } from '@electron/asar'
import { wrongInArchive, wrongInManifest } from './check-archive.mjs'
import { wrongFuses } from './fuses.mjs'
import { packedLayout } from './packed-layout.mjs'
import { packedManifest } from './packed-manifest.mjs'

/** Chromium's names of English; macOS has a folder for it. */
const LANGUAGES = ['en-US.pak', 'en.lproj']
const OURS = 'LICENSE.parley.txt'

/**
 * @param {import('./targets.mjs').System} system
 * @param {string} folder
 * @param {{version: string, isTest: boolean}} wanted
 * @returns {Promise<readonly string[]>} what is wrong
 */
export async function wrongInPacked(system, folder, wanted) {
  const layout = packedLayout(system, folder)
  const archive = join(layout.resources, 'app.asar')
  // The test runtime for macOS comes without Electron's own.
  const lacksLicences = wanted.isTest && system === 'mac'
  return [
    ...(await wrongFuses(layout.program, wanted)),
    ...wrongInArchive(entriesOf(archive), wanted),
    ...wrongInManifest(packedManifest(archive), wanted),
    ...['app', 'default_app.asar']
      .filter((name) => existsSync(join(layout.resources, name)))
      .map((name) => `resources/${name} is another app`),
    ...wrongLanguages(layout),
    ...layout.licences
      .filter((path) => !existsSync(path) && !(lacksLicences && basename(path) !== OURS))
      .map((path) => `${basename(path)} is missing`),
  ]
}

/** @param {string} archive @returns {readonly import('./check-archive.mjs').Entry[]} */
function entriesOf(archive) {
  return listPackage(archive, { isPack: false }).flatMap((listed) => {
    const path = listed.replaceAll('\\', '/').replace(/^\//, '')
    const found = statFile(archive, path)
    return 'size' in found ? [{ path, bytes: found.size }] : []
  })
}

/** @param {import('./packed-layout.mjs').Layout} layout */
function wrongLanguages({ localeFolders, locale }) {
  const found = localeFolders.flatMap((folder) => readdirSync(folder)).filter((name) => name.endsWith(locale))
  if (found.length === 0) return ['there is no language']
  return found
    .filter((name) => !LANGUAGES.includes(name))
    .map((name) => `${name} is a language that Parley hasn't`)
}
