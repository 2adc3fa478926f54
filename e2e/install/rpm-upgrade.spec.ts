// The rpm under rpm itself, with a database of the test's own: what `dnf upgrade` comes down to. This system isn't an rpm's, so
// what the package needs isn't looked for.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '../fixtures/test'
import { ENTRY, execOf } from './desktop-entry'
import { test as base } from './homes'
import { BUILD_MS, ensurePacked, packageFile, type PackageSet } from './packages'
import { isRoot, must, pathsOfSystem } from './system-install'
import { upgradedWhileItRuns } from './upgrade-story'

const PACKAGE = 'parley-desktop'
const NOW: PackageSet = { system: 'linux', targets: ['rpm', 'tar.gz'] }
const NEXT: PackageSet = { system: 'linux', targets: ['rpm'], version: '0.2.0' }
const VERSION = '/opt/Parley/resources/app-version'
const COMMAND = '/usr/bin/parley'
/** Debian's rpm refuses to install on Debian unless it is told to. */
const HERE = ['--nodeps', '--force-debian']

const test = base.extend<{ rpm: (...words: readonly string[]) => Promise<string> }>({
  rpm: async ({ atEnd }, use) => {
    const database = mkdtempSync(join(tmpdir(), 'parley-rpm-'))
    const rpm = (...words: readonly string[]): Promise<string> =>
      must(['rpm', '--dbpath', database, ...words])
    atEnd(async () => {
      if ((await rpm('-qa')).includes(PACKAGE)) await rpm('-e', ...HERE, PACKAGE)
      rmSync(database, { recursive: true, force: true })
    })
    await use(rpm)
  },
})

/** Its scripts run where they will: in the system. Only root can have them do so. */
if (isRoot) {
  test.beforeAll(async () => {
    test.setTimeout(BUILD_MS)
    await ensurePacked(NOW)
    await ensurePacked(NEXT)
  })

  test('upgraded while it runs, the rpm keeps its command and its user’s data, and goes without a trace', async ({
    rpm,
    homeOf,
    atEnd,
  }) => {
    test.setTimeout(300_000)
    const before = await pathsOfSystem()
    const command = (): Promise<string> => must(['readlink', COMMAND])
    await rpm('-i', ...HERE, packageFile(NOW, '.rpm'))
    expect(await command()).toBe('/opt/Parley/parley-desktop\n')
    const from = readFileSync(VERSION, 'utf8').trim()
    const home = homeOf('another user')
    await upgradedWhileItRuns({
      start: { command: execOf(ENTRY), home, env: {} },
      ...{ atEnd, from, to: from.replace(/^\d+\.\d+\.\d+/, '0.2.0') },
      upgrade: () => rpm('-U', ...HERE, packageFile(NEXT, '.rpm')),
    })
    // One package, the newer; what the older one's removal ran left the command alone.
    expect(await rpm('-qa')).toMatch(/^parley-desktop-0\.2\.0\S*\n$/)
    expect(await command()).toBe('/opt/Parley/parley-desktop\n')
    expect(existsSync(ENTRY)).toBe(true)

    expect(await rpm('-e', ...HERE, PACKAGE)).toContain('~/.config/Parley')
    expect([...(await pathsOfSystem())].filter((path) => !before.has(path))).toEqual([])
    expect(existsSync(join(home.data, 'contacts.json'))).toBe(true)
  })
}
