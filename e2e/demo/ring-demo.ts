// Owns the demo of a ring: one client is closed to the tray, the other rings it, and it is told when that was seen, told and heard
// there. On a display, a bus, a panel and a sound server of its own, so that nothing of the person's desktop takes part.
import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, type ElectronApplication, type Page } from '@playwright/test'
import type { DemoOptions } from '../../build/demo/options.mjs'
import { fakeMediaSwitches } from '../../build/setup/fake-media.mjs'
import { inCache } from '../../build/setup/paths.mjs'
import { prepareMachine } from '../../build/setup/prepare-machine.mjs'
import { say } from '../../build/setup/say.mjs'
import { startServer } from '../../build/setup/server-process.mjs'
import { ensureSystemPackages } from '../../build/setup/system-packages.mjs'
import { ringWindowWords } from '../../shared/text/en-ring-window'
import { text } from '../../shared/text/en'
import { startDesktopBus, type DesktopBus } from '../desktop/desktop-bus'
import { startSoundMachine } from '../devices/sound-machine'
import { watchSound, type SoundWatch } from '../devices/sound-watch'
import { listen } from '../fixtures/media-probe'
import { arrive, idOf, voiceOf, type Person } from '../fixtures/person'
import { expectInCall } from '../fixtures/story'
import { pressUntil, ringPage } from '../ring/ring-client'
import { timeRing, type RingMoments } from '../ring/ring-moments'
import { watchRingOnScreen, type RingOnScreen } from '../ring/ring-on-screen'
import { workArea } from './demo-stage'
import { startPanel } from './panel'
import { ringTable } from './ring-table'
import { openTrayMenu } from './tray-press'

export interface RingReport {
  /** "Electron 22.3.25". */
  readonly runtime: string
  readonly windowMs: number | null
  readonly noticeMs: number | null
  readonly soundMs: number | null
  /** The loudest sample at the ringer while it rang, 0 to 1. */
  readonly level: number
  /** What the caller reads of it, in order. */
  readonly told: readonly string[]
  /** From the press in the ring window until both were in the call. */
  readonly answeredMs: number
  /** Loudest of what the caller heard of whoever answered. */
  readonly heardLevel: number
  readonly screenshots: readonly string[]
}

type AtEnd = (end: () => Promise<void> | void) => void

interface Stage {
  readonly bus: DesktopBus
  readonly screen: RingOnScreen
  readonly sound: SoundWatch
  readonly ana: Person
  readonly ben: Person
  readonly app: ElectronApplication
}

const PATIENCE = { timeout: 30_000 }
/** The tone begins softly. */
const RINGS_ON_MS = 1_500

/** Returns the exit code. */
export async function runRingDemo({ install, json, seconds, server }: DemoOptions): Promise<number> {
  if (process.platform !== 'linux')
    throw new Error('--ring needs Linux: it looks at a session bus and at a sound server.')
  const ends: (() => Promise<void> | void)[] = []
  const atEnd: AtEnd = (end) => void ends.push(end)
  try {
    // What is missing was said.
    if (!(await ensureSystemPackages(['display', 'sound', 'windows', 'panel'], { install }))) return 1
    const machine = await prepareMachine({ electron: true, browser: false, ownDisplay: true, install })
    atEnd(machine.stop)
    if (machine.electron === null) throw new Error('There is no Electron here.')
    const stage = await setStage(server, atEnd)
    const report = {
      runtime: `Electron ${machine.electron.version}`,
      ...(await perform(stage, seconds)),
    }
    process.stdout.write(`${ringTable(report)}\n`)
    if (json !== null) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`)
    return verdict(report)
  } finally {
    for (const end of ends.reverse()) await end()
  }
}

async function setStage(server: string | null, atEnd: AtEnd): Promise<Stage> {
  const bus = await startDesktopBus({ tray: false })
  atEnd(() => bus.stop())
  const machine = await startSoundMachine()
  atEnd(machine.stop)
  atEnd(await startPanel(bus.env.DBUS_SESSION_BUS_ADDRESS))
  const home = server ?? (await ownServer(atEnd))
  const media = fakeMediaSwitches({ voiceHz: voiceOf('Ana'), fps: 15 })
  const ana = await arrive({ name: 'Ana', host: 'electron', server: home, media })
  atEnd(ana.stop)
  const env = { ...bus.env, ...machine.env, XDG_CURRENT_DESKTOP: 'XFCE' }
  // The machine's own devices: made-up ones would take the speakers' place as well.
  const ben = await arrive({ name: 'Ben', host: 'electron', server: home, media: [], electron: { env } })
  atEnd(ben.stop)
  machine.feed('desk')
  const area = await workArea(ben)
  if (area === null || ben.electron === null) throw new Error('no Electron')
  const screen = watchRingOnScreen(area)
  atEnd(screen.stop)
  const sound = await watchSound('room', machine.env)
  atEnd(sound.stop)
  return { bus, screen, sound, ana, ben, app: ben.electron.app }
}

async function ownServer(atEnd: AtEnd): Promise<string> {
  const server = await startServer()
  atEnd(server.stop)
  return server.baseUrl
}

async function perform(stage: Stage, seconds: number): Promise<Omit<RingReport, 'runtime'>> {
  const { ana, ben, app, sound, screen } = stage
  const link = await ben.ui.ownLink()
  await ana.ui.ownLink()
  await becomeContact(ana, ben)
  await standAside(ana)
  await standAside(ben)
  await closeToTray(app)
  say('Ben’s window is closed to the tray. Ana calls him.')
  const coming = ringPage(app)
  const moments = await timeRing(stage, ana.page, () => ana.ui.callWithVideo(link))
  const ring = await coming
  const told = await readProof(ana)
  await ana.page.waitForTimeout(RINGS_ON_MS)
  const level = sound.peakSince(moments.pressedAtMs)
  const screenshots = await takePictures(ring, screen)
  const answeredMs = await answer(ring, stage, moments)
  const heardLevel = await listen(ana.ui.remoteSound, seconds * 1_000)
  await ana.ui.pressAwake(ana.ui.hangUp)
  await ben.ui.endedBecause('ended-by-other', ana.name, true).waitFor(PATIENCE)
  return {
    ...roundedOf(moments),
    level: round(level, 3),
    told,
    answeredMs,
    heardLevel: round(heardLevel, 3),
    screenshots,
  }
}

/** Who calls a contact is told how far it came. */
async function becomeContact(ana: Person, ben: Person): Promise<void> {
  const known = { id: await idOf(ana), name: 'Ana', server: null, addedAt: 0, favourite: false }
  const contacts = [{ ...known, notes: '', picture: null }]
  await ben.page.evaluate(`window.desktop.call('contacts.put', ${JSON.stringify({ contacts })})`)
}

/** Where the ring window comes nothing else is to be seen. */
async function standAside({ electron }: Person): Promise<void> {
  await electron?.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, width: 1080, height: 720 })
  })
}

/** As by its own button; what is asked the first time is answered with "keep it in the tray". */
async function closeToTray(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow, dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
    BrowserWindow.getAllWindows()[0]?.close()
  })
  const isShown = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  await expect.poll(isShown, PATIENCE).toBe(false)
}

async function readProof(ana: Person): Promise<readonly string[]> {
  const { label, delivered, shown, sounding } = text.outgoing.proof
  const steps = ana.page.getByRole('list', { name: label('Ben') }).getByRole('listitem')
  await expect(steps).toHaveText([delivered, shown, sounding], PATIENCE)
  return steps.allTextContents()
}

async function takePictures(ring: Page, screen: RingOnScreen): Promise<readonly string[]> {
  mkdirSync(inCache('demo'), { recursive: true })
  const [window, tray] = [inCache('demo', 'ring-window.png'), inCache('demo', 'ring-tray.png')]
  await ring.screenshot({ path: window })
  const closeMenu = await openTrayMenu()
  await screen.save(tray)
  await closeMenu()
  return [window, tray]
}

/** In the ring window; the notification and the window are gone with it. */
async function answer(
  ring: Page,
  { ana, ben, bus, screen }: Stage,
  { notice }: RingMoments,
): Promise<number> {
  const pressedAtMs = Date.now()
  await pressUntil(
    () =>
      ring.getByRole('button', { name: ringWindowWords.acceptSound, exact: true }).click({ timeout: 1_000 }),
    () => Promise.resolve(ring.isClosed()),
  )
  await expectInCall(ana, ben)
  const answeredMs = Date.now() - pressedAtMs
  if (notice) await bus.until(() => notice.closed !== null)
  if ((await screen.until(false)) === null) throw new Error('The ring window is still on the screen.')
  return answeredMs
}

const roundedOf = ({ windowMs, noticeMs, soundMs }: RingMoments) => ({
  windowMs: windowMs === null ? null : Math.round(windowMs),
  noticeMs: noticeMs === null ? null : Math.round(noticeMs),
  soundMs: soundMs === null ? null : Math.round(soundMs),
})

const round = (value: number, digits: number): number => Number(value.toFixed(digits))

function verdict({ windowMs, noticeMs, soundMs, heardLevel }: RingReport): number {
  const complaints = [
    ...(windowMs === null ? ['No ring window came.'] : []),
    ...(noticeMs === null ? ['No notification came.'] : []),
    ...(soundMs === null ? ['The ringer stayed silent.'] : []),
    ...(heardLevel > 0 ? [] : ['Ana heard nothing of Ben.']),
  ]
  complaints.forEach(say)
  return complaints.length === 0 ? 0 : 1
}
