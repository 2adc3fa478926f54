// The deb under the system's own package manager: from a signed repository, upgraded while it runs, refused where somebody
// tampered with it, and removed.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureSystemPackages } from '../../build/setup/system-packages.mjs'
import { expect } from '../fixtures/test'
import { makeAptRepository, type AptRepository, type Tampering } from './apt-repository'
import { commandOf } from './desktop-entry'
import { EVERYBODY, test as base } from './homes'
import { startInstalled, type Home, type Start } from './installed-app'
import { personOf } from './installed-story'
import { BUILD_MS, INSTALLED, ensurePacked, packageFile, type PackageSet } from './packages'
import { isRoot, must, pathsOfSystem } from './system-install'
import { leavesUpdatesToTheSystem, upgradedWhileItRuns } from './upgrade-story'

const PACKAGE = 'parley-desktop'
const RESOURCES = '/opt/Parley/resources'
const NEXT: PackageSet = { system: 'linux', targets: ['deb'], version: '0.2.0' }
const now = (): string => packageFile(INSTALLED, '.deb')
const next = (): string => packageFile(NEXT, '.deb')
/** As Parley says it; Debian's sign before what is no release yet is another one. */
const versionOf = async (deb: string): Promise<string> =>
  (await must(['dpkg-deb', '--field', deb, 'Version'])).trim().replace('~', '-')

/** What `apt-get install` and `upgrade` come down to. */
interface OnSystem {
  readonly inRoot: (path: string) => string
  /** The newest that apt offers; its words where it refuses. */
  readonly bringUpToDate: () => Promise<{ readonly code: number; readonly said: string }>
  readonly remove: () => Promise<unknown>
}

const test = base.extend<{ repository: AptRepository; system: OnSystem }>({
  repository: async ({ atEnd }, use) => {
    const repository = await makeAptRepository()
    atEnd(repository.end)
    await use(repository)
  },
  system: async ({ repository, atEnd }, use) => {
    const system = isRoot ? asRoot(repository) : inFolder(repository)
    atEnd(system.remove)
    await use(system)
  },
})

function asRoot({ apt }: AptRepository): OnSystem {
  return {
    inRoot: (path) => path,
    bringUpToDate: () => inTurn(apt, [['update'], ['install', PACKAGE]]),
    remove: () => apt('purge', PACKAGE),
  }
}

/** apt fetches and checks; what dpkg would do with the files is done in a folder, and none of the scripts is run. */
function inFolder({ apt, downloads }: AptRepository): OnSystem {
  const root = mkdtempSync(join(tmpdir(), 'parley-root-'))
  return {
    inRoot: (path) => join(root, path),
    async bringUpToDate() {
      const outcome = await inTurn(apt, [['update'], ['download', PACKAGE]])
      for (const name of readdirSync(downloads)) {
        if (outcome.code === 0) await must(['dpkg-deb', '-x', join(downloads, name), root])
        rmSync(join(downloads, name))
      }
      return outcome
    },
    remove: () => Promise.resolve(rmSync(root, { recursive: true, force: true })),
  }
}

async function inTurn(
  apt: AptRepository['apt'],
  commands: readonly (readonly string[])[],
): Promise<{ code: number; said: string }> {
  let outcome = { code: 0, said: '' }
  for (const words of commands) {
    if (outcome.code !== 0) break
    const { code, stdout, stderr } = await apt(...words)
    outcome = { code, said: outcome.said + stdout + stderr }
  }
  return outcome
}

const startOf = (system: OnSystem, home: Home): Start => ({ command: commandOf(system), home, env: {} })

const versionOnDisk = ({ inRoot }: OnSystem): string =>
  readFileSync(inRoot(join(RESOURCES, 'app-version')), 'utf8').trim()

test.beforeAll(async () => {
  test.setTimeout(BUILD_MS)
  expect(await ensureSystemPackages(['packing'], { install: false })).toBe(true)
  await ensurePacked(INSTALLED)
  await ensurePacked(NEXT)
})

for (const who of EVERYBODY)
  test(`upgraded by apt in the middle of a call, it asks ${who} for a restart, and everything is there`, async ({
    repository,
    system,
    homeOf,
    atEnd,
  }) => {
    test.setTimeout(300_000)
    const [from, to] = [await versionOf(now()), await versionOf(next())]
    expect(from).not.toBe(to)
    await repository.publish(now())
    expect(await system.bringUpToDate()).toMatchObject({ code: 0 })
    expect(versionOnDisk(system)).toBe(from)
    // Nothing that it could update itself with.
    expect(readdirSync(system.inRoot(RESOURCES)).sort()).toEqual([
      ...['app-version', 'app.asar', 'apparmor-profile'],
    ])
    const upgrade = async (): Promise<void> => {
      await repository.publish(next())
      expect(await system.bringUpToDate()).toMatchObject({ code: 0 })
    }
    const home = homeOf(who)
    await upgradedWhileItRuns({ start: startOf(system, home), atEnd, from, to, upgrade })
    expect(existsSync(join(home.data, 'contacts.json'))).toBe(true)
  })

const TAMPERED: Readonly<Record<Tampering, RegExp>> = {
  'a byte of the deb': /Hash Sum mismatch/,
  'the list of packages': /unexpected size|Hash Sum mismatch/,
  'another signature': /NO_PUBKEY|signatures couldn't be verified|Missing key/,
  'no signature': /not signed|isn't signed|Clearsigned file|NOSPLIT|NODATA/,
}

test('whatever is tampered with in the repository, apt refuses it, and the Parley that runs goes on', async ({
  repository,
  system,
  homeOf,
  atEnd,
}) => {
  test.setTimeout(300_000)
  const from = await versionOf(now())
  await repository.publish(now())
  expect(await system.bringUpToDate()).toMatchObject({ code: 0 })
  const app = await startInstalled(startOf(system, homeOf('this user')))
  atEnd(app.stop)
  const { ui } = personOf(app, 'Ben')
  await ui.answerFirstStart('Ben', { mode: 'this-computer' })
  const link = await ui.ownLink()
  for (const [how, words] of Object.entries(TAMPERED)) {
    await repository.publish(next())
    await repository.tamper(how as Tampering)
    const { code, said } = await system.bringUpToDate()
    expect(code, how).not.toBe(0)
    expect(said, how).toMatch(words)
    expect(versionOnDisk(system), how).toBe(from)
  }
  await leavesUpdatesToTheSystem(app, from)
  expect(await ui.ownLink()).toBe(link)
})

// What apt leaves is seen only where it was asked to install.
if (isRoot)
  test('upgraded and then removed by apt, nothing is left of either version', async ({
    repository,
    system,
  }) => {
    const before = await pathsOfSystem()
    for (const deb of [now(), next()]) {
      await repository.publish(deb)
      expect(await system.bringUpToDate()).toMatchObject({ code: 0 })
      expect(await must(['readlink', '/usr/bin/parley'])).toBe('/opt/Parley/parley-desktop\n')
      expect(versionOnDisk(system)).toBe(await versionOf(deb))
    }
    const { code, stdout } = await repository.apt('remove', PACKAGE)
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('~/.config/Parley') })
    await system.remove()
    expect([...(await pathsOfSystem())].filter((path) => !before.has(path))).toEqual([])
  })
