import { expect, it } from 'vitest'
import { updatesOff, type InstalledAs } from './updates-here'

const appImage: InstalledAs = {
  platform: 'linux',
  packaged: true,
  hasProvider: true,
  systemPackage: false,
  sandboxed: false,
  appImage: '/home/ana/Parley.AppImage',
  hasUninstaller: false,
  writable: true,
}
const windows: InstalledAs = { ...appImage, platform: 'win32', appImage: null, hasUninstaller: true }

it.each<[string, InstalledAs, ReturnType<typeof updatesOff>]>([
  ['an AppImage', appImage, null],
  ['an AppImage in a folder of somebody else', { ...appImage, writable: false }, 'not-writable'],
  ['built without a provider', { ...appImage, hasProvider: false }, 'no-provider'],
  ['a checkout', { ...appImage, packaged: false }, 'no-provider'],
  ['a deb', { ...appImage, appImage: null, systemPackage: true, hasProvider: false }, 'system-package'],
  ['a Flatpak', { ...appImage, appImage: null, sandboxed: true }, 'system-package'],
  ['a tar.gz', { ...appImage, appImage: null }, 'portable'],
  ['installed on Windows', windows, null],
  ['a zip on Windows', { ...windows, hasUninstaller: false }, 'portable'],
  ['on macOS', { ...appImage, platform: 'darwin', appImage: null }, null],
])('%s', (_, as, off) => {
  expect(updatesOff(as)).toBe(off)
})
