// The packages of other systems: built from real distributions, and what is in them. Nothing of Windows or macOS is started.
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { getRawHeader } from '@electron/asar'
import { path7za } from '7zip-bin'
import { wrongInPacked } from '../../build/package/check-packed.mjs'
import { packedManifest } from '../../build/package/packed-manifest.mjs'
import { inRoot } from '../../build/setup/paths.mjs'
import { expect } from '../fixtures/test'
import { commandOf } from './desktop-entry'
import { EVERYBODY, test } from './homes'
import { liveThrough } from './installed-story'
import { BUILD_MS, ensurePacked, packageFile, type PackageSet } from './packages'
import { installRpm, must, openFolder } from './system-install'
import { OLD, UPDATE_URL } from './updating-app'

const UPDATES = 'https://updates.example/parley/'
const OTHER_LINUX: PackageSet = { system: 'linux', targets: ['rpm', 'tar.gz'] }
const WINDOWS: PackageSet = { system: 'win', targets: ['zip', 'dir'], updateUrl: UPDATES }
const MACOS: PackageSet = { system: 'mac', targets: ['zip', 'dir'], updateUrl: UPDATES }

const unpackedTo = (atEnd: (end: () => unknown) => void): string => {
  const folder = openFolder('unpacked')
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What the packing itself checks, once more on what came out. */
async function expectWellPacked(
  system: PackageSet['system'],
  folder: string,
  resources: string,
): Promise<void> {
  const { version, main } = packedManifest(join(resources, 'app.asar'))
  const isTest = main.startsWith('test-runtime/')
  expect(await wrongInPacked(system, folder, { version, isTest })).toEqual([])
}

for (const who of EVERYBODY)
  test(`the tar.gz runs from its folder: ${who}`, async ({ homeOf, atEnd }) => {
    test.setTimeout(BUILD_MS)
    await ensurePacked(OTHER_LINUX)
    const folder = unpackedTo(atEnd)
    await must(['tar', 'xzf', packageFile(OTHER_LINUX, '.tar.gz'), '-C', folder, '--strip-components=1'])
    await expectWellPacked('linux', folder, join(folder, 'resources'))
    expect(readdirSync(join(folder, 'resources'))).toEqual(['app.asar'])
    const command = [join(folder, 'parley-desktop')] as const
    await liveThrough({ command, typed: command, program: command[0], home: homeOf(who), atEnd })
  })

for (const who of EVERYBODY)
  test(`the rpm runs from where its files lie, and knows its scripts: ${who}`, async ({ homeOf, atEnd }) => {
    test.setTimeout(BUILD_MS)
    await ensurePacked(OTHER_LINUX)
    const file = packageFile(OTHER_LINUX, '.rpm')
    const facts = await must([
      'rpm',
      '-qp',
      '--qf',
      '%{NAME} %{ARCH} %{LICENSE}\n',
      '--requires',
      '--scripts',
      file,
    ])
    expect(facts).toContain('parley-desktop x86_64 MIT')
    expect(facts).toContain('(gtk3 or libgtk-3-0)')
    // A newer version that takes an older one's place runs it with 1, and must keep the command.
    expect(facts).toContain('remove | 0) ;;')
    const rpm = await installRpm(file)
    atEnd(rpm.remove)
    const command = commandOf(rpm)
    await expectWellPacked('linux', rpm.inRoot('/opt/Parley'), rpm.inRoot('/opt/Parley/resources'))
    const program = rpm.inRoot('/opt/Parley/parley-desktop')
    await liveThrough({ command, typed: command, program, home: homeOf(who), atEnd })
  })

test('where updates are looked for, the AppImage knows it and what is published says it', async ({
  atEnd,
}) => {
  test.setTimeout(BUILD_MS)
  const packed = await ensurePacked(OLD)
  const folder = unpackedTo(atEnd)
  await must([
    'sh',
    '-c',
    'cd "$0" && "$1" --appimage-extract resources/app-update.yml',
    folder,
    packageFile(OLD, '.AppImage'),
  ])
  const inside = readFileSync(join(folder, 'squashfs-root', 'resources', 'app-update.yml'), 'utf8')
  expect(inside).toContain(`url: ${UPDATE_URL}`)
  const published = readFileSync(join(packed, 'latest-linux.yml'), 'utf8')
  expect(published).toMatch(/sha512: \S{80,}/)
  expect(published).toContain('blockMapSize:')
})

test('Windows: one program with its icon, its fuses, and its archive’s digest', async ({ atEnd }) => {
  test.setTimeout(BUILD_MS)
  await ensurePacked(WINDOWS)
  const folder = unpackedTo(atEnd)
  await must([path7za, 'x', '-y', `-o${folder}`, packageFile(WINDOWS, '.zip')])
  await expectWellPacked('win', folder, join(folder, 'resources'))
  const program = readFileSync(join(folder, 'Parley.exe'))
  expect(program.includes(largestOf(readFileSync(inRoot('assets/icons/app.ico'))))).toBe(true)
  // The resource that the program checks its archive by.
  expect(program.includes(Buffer.from('ELECTRONASAR', 'utf16le'))).toBe(true)
  expect(program.includes(archiveDigest(join(folder, 'resources')))).toBe(true)
  for (const words of ['Parley', 'The Parley developers'])
    expect(program.includes(Buffer.from(words, 'utf16le'))).toBe(true)
})

test('macOS: one app with its icon, its links, what it asks for, and its archive’s digest', async ({
  atEnd,
}) => {
  test.setTimeout(BUILD_MS)
  const packed = await ensurePacked(MACOS)
  const folder = unpackedTo(atEnd)
  await must(['unzip', '-q', packageFile(MACOS, '.zip'), '-d', folder])
  const contents = join(folder, 'Parley.app', 'Contents')
  await expectWellPacked('mac', folder, join(contents, 'Resources'))
  const info = JSON.parse(await must(['python3', '-c', PLIST_AS_JSON, join(contents, 'Info.plist')])) as Info
  expect(info).toMatchObject({
    CFBundleIdentifier: 'org.parley.Parley',
    CFBundleName: 'Parley',
    CFBundleURLTypes: [{ CFBundleURLSchemes: ['parley'] }],
    NSUserNotificationAlertStyle: 'alert',
    ElectronAsarIntegrity: { 'Resources/app.asar': { hash: archiveDigest(join(contents, 'Resources')) } },
  })
  for (const asked of ['Camera', 'Microphone', 'AudioCapture', 'LocalNetwork'])
    expect(info[`NS${asked}UsageDescription`]).toEqual(expect.stringMatching(/\.$/))
  expect(readFileSync(join(contents, 'Resources', String(info['CFBundleIconFile'])))).toEqual(
    readFileSync(inRoot('assets/icons/app.icns')),
  )
  const framework = join(contents, 'Frameworks', 'Electron Framework.framework', 'Electron Framework')
  expect(lstatSync(framework).isSymbolicLink()).toBe(true)
  expect(existsSync(join(contents, 'Frameworks', 'Parley Helper (Renderer).app'))).toBe(true)
  expect(readFileSync(join(packed, 'latest-mac.yml'), 'utf8')).toMatch(/sha512: \S{80,}/)
  expect(readFileSync(join(contents, 'Resources', 'app-update.yml'), 'utf8')).toContain(UPDATES)
})

type Info = Readonly<Record<string, unknown>>
const PLIST_AS_JSON = 'import json,plistlib,sys; print(json.dumps(plistlib.load(open(sys.argv[1], "rb"))))'

/** As Electron computes it: of the archive's list of files, which has the digest of each. */
const archiveDigest = (resources: string): string =>
  createHash('sha256')
    .update(getRawHeader(join(resources, 'app.asar')).headerString)
    .digest('hex')

/** Its last picture, a PNG. */
const largestOf = (ico: Buffer): Buffer => ico.subarray(ico.lastIndexOf(Buffer.from('\x89PNG', 'latin1')))
