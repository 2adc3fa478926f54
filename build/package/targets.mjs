// Owns which files Parley comes in, what each is built together with, and which of them this machine can build.

/** @typedef {'linux' | 'win' | 'mac'} System */
/**
 * @typedef {object} Target
 * @property {string} name as electron-builder calls it
 * @property {string} group built together, from one packed folder: what is written into the folder for one is in all
 * @property {'Windows' | 'macOS' | null} needs the only system that can build it
 */

/** @type {Readonly<Record<System, readonly Target[]>>} */
export const TARGETS = {
  linux: [
    // The only one here that updates itself: app-update.yml lies in its folder.
    { name: 'AppImage', group: 'appimage', needs: null },
    { name: 'deb', group: 'system', needs: null },
    { name: 'rpm', group: 'system', needs: null },
    { name: 'tar.gz', group: 'portable', needs: null },
    { name: 'dir', group: 'portable', needs: null },
  ],
  win: [
    { name: 'nsis', group: 'installer', needs: 'Windows' },
    { name: 'zip', group: 'portable', needs: null },
    { name: 'dir', group: 'portable', needs: null },
  ],
  // The zip is what macOS' own updater takes.
  mac: [
    { name: 'dmg', group: 'app', needs: 'macOS' },
    { name: 'zip', group: 'app', needs: null },
    { name: 'dir', group: 'app', needs: null },
  ],
}

/** What is built where none is named: what people download. @param {System} system */
export const downloads = (system) => TARGETS[system].filter(({ name }) => name !== 'dir')

/** @param {NodeJS.Platform} platform @returns {System} */
export function systemOf(platform) {
  if (platform === 'win32') return 'win'
  return platform === 'darwin' ? 'mac' : 'linux'
}

/** @type {Readonly<Record<'Windows' | 'macOS', System>>} */
const HOSTS = { Windows: 'win', macOS: 'mac' }

/**
 * What this target lacks on that host; null: it can be built there.
 * @param {Target} target @param {System} host
 */
export const lacksOn = ({ needs }, host) => (needs === null || HOSTS[needs] === host ? null : needs)
