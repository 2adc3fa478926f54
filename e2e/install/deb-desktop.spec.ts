// The deb as the desktop knows it: windows, tray, notices and sounds bear the name and icon of its entry, and a link that is
// opened anywhere comes as data.
import { existsSync } from 'node:fs'
import { ensureSystemPackages } from '../../build/setup/system-packages.mjs'
import { runCommand } from '../../build/setup/run-command.mjs'
import { MAX_LINK_CHARS } from '../../shared/protocol/limits'
import { desktopEn } from '../../shared/text/desktop-en'
import { startDesktopBus } from '../desktop/desktop-bus'
import { startSoundMachine } from '../devices/sound-machine'
import { loggedAt } from '../fixtures/plain-start'
import { expectInCall } from '../fixtures/story'
import { expect } from '../fixtures/test'
import { test } from './deb-test'
import { ENTRY, commandOf, execOf, valueOf } from './desktop-entry'
import { envOf, pageOf, startInstalled } from './installed-app'
import {
  HOSTILE_LINKS,
  RING_PAGE,
  answersFirstStart,
  guestOf,
  personOf,
  startsHidden,
} from './installed-story'
import { BUILD_MS, INSTALLED, ensurePacked } from './packages'
import { isRoot } from './system-install'
import { windowsOnScreen } from './x11-windows'

test.beforeAll(async () => {
  test.setTimeout(BUILD_MS)
  expect(await ensureSystemPackages(['packing', 'sound'], { install: false })).toBe(true)
  await ensurePacked(INSTALLED)
})

test('windows, tray, notices and sounds bear the name and icon of the entry', async ({
  deb,
  homeOf,
  atEnd,
}) => {
  const entry = deb.inRoot(ENTRY)
  expect([valueOf(entry, 'Name'), valueOf(entry, 'Icon')]).toEqual(['Parley', 'parley-desktop'])
  const ours = { wmClass: valueOf(entry, 'StartupWMClass'), iconPx: 256 }
  const bus = await startDesktopBus()
  atEnd(() => bus.stop())
  const sound = await startSoundMachine()
  atEnd(sound.stop)
  const start = { command: commandOf(deb), home: homeOf('this user'), env: { ...bus.env, ...sound.env } }
  await answersFirstStart(start, atEnd)
  const app = await startsHidden(start, bus, atEnd)
  const ben = personOf(app, 'Ben')
  const ana = await guestOf(ben, atEnd)
  expect(await (await bus.until(() => bus.tray()[0])).look()).toMatchObject({
    toolTip: expect.stringMatching(/^Parley/),
    pixmaps: [{ width: expect.any(Number) }],
  })

  await ana.ui.callWithVideo(await ben.ui.ownLink())
  const notice = await bus.until(() => bus.notifications().find(({ closed }) => closed === null))
  expect(notice).toMatchObject({ app: 'Parley', hints: { 'desktop-entry': 'org.parley.Parley' } })
  expect(notice.icon).toMatch(/app-256\.png$/)
  await pageOf(app.context, RING_PAGE)
  const onlyOurs = async (): Promise<readonly string[]> => [...new Set(await sound.programs())]
  await expect.poll(onlyOurs).toEqual(['Parley'])
  bus.press(notice, 'accept')
  await expectInCall(ana, ben)
  // The ring window goes, the app's own comes.
  await expect.poll(windowsOnScreen).toEqual([ours])
  expect(await onlyOurs()).toEqual(['Parley'])
  // By which name newer versions of Electron have the mixer look for its icon.
  expect(existsSync(deb.inRoot('/usr/share/icons/hicolor/256x256/apps/org.parley.Parley.png'))).toBe(true)
})

test('started by a link, whatever is in it, Parley is started and nothing else', async ({
  deb,
  homeOf,
  atEnd,
}) => {
  const start = { command: commandOf(deb), home: homeOf('this user'), env: {} }
  await answersFirstStart(start, atEnd)
  const [, ...words] = execOf(deb.inRoot(ENTRY), ['parley:x" --quit \' --hang-up\n--version --no-such'])
  expect(words).toHaveLength(1)
  const app = await startInstalled(start, words)
  atEnd(app.stop)
  await personOf(app, 'Ben').ui.ownLink()
  expect(loggedAt(start.home.data)).not.toMatch(/verb=(?!offer-link)/)
})

// Only there the desktop's own list knows it.
if (isRoot)
  test('opened as a desktop opens links, each comes as data to the Parley that runs', async ({
    deb,
    homeOf,
    atEnd,
  }) => {
    // Chromium refuses to run as root with its sandbox on, and the entry can't be given a word to say so.
    const start = {
      ...{ command: commandOf(deb), home: homeOf('this user'), env: { ELECTRON_DISABLE_SANDBOX: '1' } },
    }
    const app = await startInstalled(start)
    atEnd(app.stop)
    const { ui } = personOf(app, 'Ben')
    await ui.answerFirstStart('Ben', { mode: 'this-computer' })
    const own = await ui.ownLink()
    // What the start that the desktop made says comes with it.
    const open = async (link: string): Promise<string> => {
      const { code, stdout, stderr } = await runCommand('gio', ['open', link], { env: envOf(start) })
      expect(code).toBe(0)
      return stdout + stderr
    }
    const { handedOver, asked, complaint } = desktopEn.terminal
    for (const link of HOSTILE_LINKS)
      expect(await open(link)).toContain(
        link.length > MAX_LINK_CHARS ? complaint['link-too-long'] : handedOver(asked['offer-link']),
      )
    await open(own.replace(/[0-9a-f]{32}/, 'a'.repeat(32)))
    await expect(ui.openedLink).toBeVisible()
    expect(loggedAt(start.home.data)).not.toMatch(/verb=(?!offer-link)/)
  })
