// Owns electron-builder's configuration: one for all systems, with what differs between what is built together.
// https://www.electron.build/configuration
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fuseSettings } from './fuses.mjs'
import { linuxConfig } from './linux-config.mjs'
import { macConfig } from './mac-config.mjs'
import { windowsConfig } from './windows-config.mjs'

/**
 * @typedef {object} Packing
 * @property {import('./targets.mjs').System} system
 * @property {string} group of targets, built from one folder
 * @property {import('./electron-source.mjs').PackedElectron} electron
 * @property {string} version
 * @property {string} output
 * @property {string | null} testMain the main file that loads the bridge; null: none is needed
 * @property {NodeJS.ProcessEnv} env
 */

/** Those that Parley speaks (shared/text); Chromium brings 55. */
const LANGUAGES = ['en-US']

/** @param {Packing} packing @returns {import('electron-builder').Configuration} */
export function builderConfig(packing) {
  const { group, electron, version, output, testMain, env } = packing
  const homepage = homepageOf(env)
  return {
    // Also in main/login, in package.json's desktopName and in Windows' notifications: never to be changed.
    appId: 'org.parley.Parley',
    productName: 'Parley',
    copyright: 'Copyright © 2026 The Parley developers',
    directories: { output, buildResources: 'build/package' },
    electronVersion: electron.version,
    ...(electron.dist === null ? {} : { electronDist: electron.dist }),
    // There are no native modules.
    npmRebuild: false,
    files: [
      'package.json',
      'out/{main,preload,renderer}/**',
      // For the size benchmark.
      '!out/renderer/chunks.json',
      'assets/{tray,badge}/*.{png,ico}',
      'assets/icons/app-256.png',
      // All is bundled.
      '!node_modules',
      ...(testMain === null ? [] : [{ from: testMain, to: 'test-runtime' }]),
    ],
    extraMetadata: {
      version,
      ...(testMain === null ? {} : { main: 'test-runtime/main.cjs' }),
      ...(homepage === null ? {} : { homepage }),
    },
    // Those of Electron and Chromium are beside it already, those of npm packages are in About.
    extraFiles: [{ from: 'LICENSE', to: 'LICENSE.parley.txt' }],
    asar: true,
    electronLanguages: LANGUAGES,
    electronFuses: {
      ...fuseSettings(electron),
      // Of a Mac's own program the change makes the signature untrue; only a Mac can make a new one.
      resetAdHocDarwinSignature: process.platform === 'darwin',
    },
    afterExtract: removeDefaultApps,
    // A Parley that runs while the package system upgrades it reads there which version it is now (main/updates).
    ...(group === 'system' ? { afterPack: ({ appOutDir }) => writeVersion(appOutDir, version) } : {}),
    protocols: [{ name: 'Parley call link', schemes: ['parley'] }],
    publish: updatesFrom(env),
    // One list of new versions (latest.yml), whatever a version's ending is.
    detectUpdateChannel: false,
    ...linuxConfig(packing),
    ...windowsConfig(),
    ...macConfig(env),
  }
}

/**
 * What a distribution that was unpacked by somebody else may bring along, and would be shipped.
 * @param {{appOutDir: string, electronPlatformName: string}} context
 */
function removeDefaultApps({ appOutDir, electronPlatformName }) {
  const inside = electronPlatformName === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources'
  for (const name of ['app', 'default_app.asar'])
    rmSync(join(appOutDir, inside, name), { recursive: true, force: true })
}

/** @param {string} folder @param {string} version */
const writeVersion = (folder, version) =>
  writeFileSync(join(folder, 'resources', 'app-version'), `${version}\n`)

/** The release workflow knows where it runs. @param {NodeJS.ProcessEnv} env */
function homepageOf(env) {
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '' } = env
  return server === '' || repository === '' ? null : `${server}/${repository}`
}

/** Where new versions are looked for, written into the package; without it Parley doesn't look. @param {NodeJS.ProcessEnv} env */
function updatesFrom(env) {
  const url = env['PARLEY_UPDATE_URL'] ?? ''
  if (url === '') return null
  // The checksum comes from there as well, and on Linux there is no signature: who is on the way may write neither.
  if (!isSafe(url)) throw new Error(`PARLEY_UPDATE_URL takes an https address, not ${url}.`)
  return [{ provider: /** @type {const} */ ('generic'), url }]
}

/** Plain http within this computer only, for tests. @param {string} text */
function isSafe(text) {
  const url = URL.canParse(text) ? new URL(text) : null
  return (
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname))
  )
}
