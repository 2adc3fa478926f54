// Owns Electron's fuses as we ship them, and reading them back from a packed program.
// https://www.electronjs.org/docs/latest/tutorial/fuses
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

/** As electron-builder names them, and their place on the wire. */
const WANTED = /** @type {const} */ ({
  // Nobody gets a Node.js with our signature out of it.
  runAsNode: [FuseV1Options.RunAsNode, false],
  // Parley keeps no cookies. On, Electron asks the keyring for a key as it starts, and waits for it: with a locked one no window came.
  enableCookieEncryption: [FuseV1Options.EnableCookieEncryption, false],
  enableNodeOptionsEnvironmentVariable: [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  enableNodeCliInspectArguments: [FuseV1Options.EnableNodeCliInspectArguments, false],
  // Checked on Windows and macOS; Linux has no such check.
  enableEmbeddedAsarIntegrityValidation: [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  onlyLoadAppFromAsar: [FuseV1Options.OnlyLoadAppFromAsar, true],
  loadBrowserProcessSpecificV8Snapshot: [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
  // Our page comes by a scheme of its own.
  grantFileProtocolExtraPrivileges: [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
})

/** Electron 22's wire ends before it. */
const NEWER = 'grantFileProtocolExtraPrivileges'

const ON = 0x31
const OFF = 0x30

/** @param {{isTest: boolean}} electron */
const wantedOf = ({ isTest }) => Object.entries(WANTED).filter(([name]) => !isTest || name !== NEWER)

/** For electron-builder's configuration. @param {{isTest: boolean}} electron @returns {Record<string, boolean>} */
export const fuseSettings = (electron) =>
  Object.fromEntries(wantedOf(electron).map(([name, [, on]]) => [name, on]))

/**
 * @param {string} program the executable, or the .app
 * @param {{isTest: boolean}} electron
 * @returns {Promise<readonly string[]>} what isn't as it should be
 */
export async function wrongFuses(program, electron) {
  const wire = await getCurrentFuseWire(program)
  return wantedOf(electron).flatMap(([name, [place, on]]) => {
    const found = wire[place]
    return Number(found) === (on ? ON : OFF)
      ? []
      : [`fuse ${name} is ${String(found)}, not ${on ? 'on' : 'off'}`]
  })
}
