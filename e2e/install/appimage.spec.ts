// The AppImage: the one file runs as it is, and what is in it lives through the same as an installed Parley.
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../../build/setup/run-command.mjs'
import { startDesktopBus } from '../desktop/desktop-bus'
import { expect } from '../fixtures/test'
import { execOf, valueOf } from './desktop-entry'
import { EVERYBODY, test as base } from './homes'
import { saidBy } from './installed-app'
import {
  answersFirstStart,
  commandAtLogin,
  liveThrough,
  quits,
  startsHidden,
  switchesLoginOn,
} from './installed-story'
import { BUILD_MS, INSTALLED, ensurePacked, packageFile } from './packages'
import { must, openFolder } from './system-install'

/** Also where nothing can be mounted, as in most containers. */
const UNPACKING = { APPIMAGE_EXTRACT_AND_RUN: '1' }
const image = (): string => packageFile(INSTALLED, '.AppImage')

const test = base.extend<{ unpacked: string }>({
  unpacked: async ({ atEnd }, use) => {
    const folder = openFolder('appimage')
    atEnd(() => rmSync(folder, { recursive: true, force: true }))
    expect(await runCommand(image(), ['--appimage-extract'], { cwd: folder })).toMatchObject({ code: 0 })
    const root = join(folder, 'squashfs-root')
    // It unpacks for its user alone.
    await must(['chmod', '-R', 'a+rX', root])
    await use(root)
  },
})

test.beforeAll(async () => {
  test.setTimeout(BUILD_MS)
  await ensurePacked(INSTALLED)
})

for (const who of EVERYBODY)
  test(`the AppImage: ${who} is rung while it is hidden, and talks`, async ({ unpacked, homeOf, atEnd }) => {
    const [program = '', ...args] = execOf(join(unpacked, 'org.parley.Parley.desktop'))
    // Its sandbox is its own: whoever starts it doesn't switch it off.
    expect(args).toEqual([])
    const command = [join(unpacked, program)]
    // What runs inside; started as one file, that file is started again.
    const inside = join(unpacked, 'parley-desktop')
    await liveThrough({ command, typed: command, program: inside, home: homeOf(who), atEnd })
  })

for (const who of EVERYBODY)
  test(`the one file answers: ${who}`, async ({ homeOf }) => {
    const home = homeOf(who)
    const file = join(home.folder, 'Parley.AppImage')
    copyFileSync(image(), file)
    const { code, stdout } = await saidBy({ command: [file], home, env: UNPACKING }, ['--version'])
    expect(code).toBe(0)
    // Beside the names of what it unpacks.
    expect(stdout).toMatch(/Parley \d+\.\d+\.\d+/)
  })

test('at login the one file is started from where it lies, hidden', async ({ homeOf, atEnd }) => {
  const home = homeOf('this user')
  const folder = join(home.folder, 'My programs "50%"')
  mkdirSync(folder)
  const file = join(folder, 'Parley.AppImage')
  copyFileSync(image(), file)
  const bus = await startDesktopBus()
  atEnd(() => bus.stop())
  const start = { command: [file], home, env: { ...bus.env, ...UNPACKING } }
  await answersFirstStart(start, atEnd, switchesLoginOn)
  expect(commandAtLogin(home)).toEqual([file, '--hidden'])
  const app = await startsHidden(start, bus, atEnd)
  await quits(app)
})

test('it brings its entry, its icon, and what software centres show', async ({ unpacked }) => {
  const entry = join(unpacked, 'org.parley.Parley.desktop')
  expect(await runCommand('desktop-file-validate', [entry])).toMatchObject({ code: 0, stdout: '' })
  expect(valueOf(entry, 'MimeType')).toContain('x-scheme-handler/parley')
  expect(readdirSync(unpacked)).toEqual(expect.arrayContaining(['AppRun', '.DirIcon', 'parley-desktop.png']))
  expect(readdirSync(join(unpacked, 'usr', 'share', 'metainfo'))).toEqual(['org.parley.Parley.appdata.xml'])
  // What a system package writes stays out of it.
  expect(readdirSync(join(unpacked, 'resources'))).toEqual(['app.asar'])
})
