// Owns what every installed Parley is put through: its first start, a start hidden in the tray, being rung there by a
// guest on the page of its own server, the call, its version, its commands, and its end.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TEST_MARK } from '../../build/package/versions.mjs'
import { glibExec } from '../../main/login/testing/glib-exec'
import { desktopEn } from '../../shared/text/desktop-en'
import { settingsWords } from '../../shared/text/en-settings'
import { startDesktopBus, type DesktopBus } from '../desktop/desktop-bus'
import { arrive, type Person } from '../fixtures/person'
import { loggedAt } from '../fixtures/plain-start'
import { screensOf } from '../fixtures/screens-model'
import { call, expectHears, expectInCall, expectSees, hangUp } from '../fixtures/story'
import { expect } from '../fixtures/test'
import { settingsOf } from '../settings/settings-screens'
import { pageOf, saidBy, startInstalled, type Home, type InstalledApp, type Start } from './installed-app'

export const RING_PAGE = 'app://parley/ringwindow.html'

type AtEnd = (end: () => Promise<void> | void) => void

export interface Story {
  /** As its desktop entry says. */
  readonly command: readonly string[]
  /** As somebody types it. */
  readonly typed: readonly string[]
  readonly home: Home
  readonly atEnd: AtEnd
}

/** `program`: what the start at login is to be. */
export async function liveThrough(story: Story & { readonly program: string }): Promise<void> {
  const { command, typed, program, home, atEnd } = story
  const bus = await startDesktopBus()
  atEnd(() => bus.stop())
  const start: Start = { command, home, env: { ...bus.env } }
  const version = await saysItsVersion({ ...start, command: typed })
  await answersFirstStart(start, atEnd, switchesLoginOn)
  expect(commandAtLogin(home)).toEqual([program, '--hidden'])
  const app = await startsHidden({ ...start, command: [program] }, bus, atEnd)
  const ben = personOf(app, 'Ben')
  const ana = await guestOf(ben, atEnd)
  await ringsWhileHidden({ app, bus, ana, ben })
  await saysItsVersionInAbout(app, version)
  await hangsUpFromTheCommandLine({ ...start, command: typed }, ana, ben)
  await opensLinksAsData(start, ben)
  await quits(app)
  expect(existsSync(join(home.data, 'settings.json'))).toBe(true)
}

/** What is alike on all systems: without a session bus of ours nobody is rung outside the window. */
export async function callsAndQuits({ command, typed, home, atEnd }: Story): Promise<void> {
  const start: Start = { command, home, env: {} }
  await saysItsVersion({ ...start, command: typed })
  const app = await startInstalled(start)
  atEnd(app.stop)
  const ben = personOf(app, 'Ben')
  await ben.ui.answerFirstStart('Ben', { mode: 'this-computer' })
  const ana = await guestOf(ben, atEnd)
  await call(ana, ben)
  await expectSees(ana, ben)
  await expectSees(ben, ana)
  await expectHears(ana)
  await hangUp(ben, ana)
  await quits(app)
}

/** On the test runtime it says so. */
async function saysItsVersion(start: Start): Promise<string> {
  const { code, stdout } = await saidBy(start, ['--version'])
  const version = /^Parley (\S+)$/m.exec(stdout)?.[1] ?? ''
  const own = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version
  expect(code).toBe(0)
  expect([own, `${own}-${TEST_MARK}`]).toContain(version)
  return version
}

export async function answersFirstStart(
  start: Start,
  atEnd: AtEnd,
  andThen: (app: InstalledApp) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const app = await startInstalled(start)
  atEnd(app.stop)
  const { ui } = personOf(app, 'Ben')
  await ui.answerFirstStart('Ben', { mode: 'this-computer' })
  await ui.ownLink()
  await andThen(app)
  await quits(app)
}

export async function switchesLoginOn({ page }: InstalledApp): Promise<void> {
  const settings = settingsOf(page)
  await settings.open('general')
  const toggle = settings.dialog.getByRole('switch', { name: settingsWords.login.label })
  await toggle.click()
  await expect(toggle).toBeChecked()
  await settings.close()
}

/** As the session reads it when it begins. */
export const commandAtLogin = ({ folder }: Home): readonly string[] =>
  glibExec(readFileSync(join(folder, '.config', 'autostart', 'org.parley.Parley.desktop'), 'utf8'))

/** As the session starts it. */
export async function startsHidden(start: Start, bus: DesktopBus, atEnd: AtEnd): Promise<InstalledApp> {
  const app = await startInstalled(start, ['--hidden'])
  atEnd(app.stop)
  await bus.until(() => bus.tray()[0])
  // The page itself is told that it can be seen, by whoever steers it.
  await expect.poll(() => loggedAt(start.home.data)).toContain('window is up hidden=true')
  return app
}

export function personOf(app: InstalledApp, name: string): Person {
  const { page, lines, stop } = app
  const changeNetwork = (): Promise<void> => Promise.reject(new Error('Main can’t be reached.'))
  return {
    name,
    host: 'electron',
    page,
    ui: screensOf(page),
    lines,
    stop,
    changeNetwork,
    electron: null,
    guest: null,
  }
}

/** On the page that the installed app's own server serves. */
export async function guestOf(ben: Person, atEnd: AtEnd): Promise<Person> {
  const server = new URL(await ben.ui.ownLink()).searchParams.get('server') ?? ''
  const ana = await arrive({ name: 'Ana', host: 'browser', server })
  atEnd(ana.stop)
  return ana
}

async function ringsWhileHidden(parts: {
  readonly app: InstalledApp
  readonly bus: DesktopBus
  readonly ana: Person
  readonly ben: Person
}): Promise<void> {
  const { app, bus, ana, ben } = parts
  await ana.ui.callWithVideo(await ben.ui.ownLink())
  await expect(ana.ui.ringsThere).toBeVisible()
  const ring = await pageOf(app.context, RING_PAGE)
  await expect(ring.getByText('Ana').first()).toBeVisible()
  const notice = await bus.until(() => bus.notifications().find(({ closed }) => closed === null))
  expect(notice.summary).toBe(desktopEn.ring.calls('Ana'))
  bus.press(notice, 'accept')
  await expectInCall(ana, ben)
  await expectSees(ana, ben)
  await expectSees(ben, ana)
  await expectHears(ana)
}

async function saysItsVersionInAbout({ page }: InstalledApp, version: string): Promise<void> {
  const settings = settingsOf(page)
  await settings.open('about')
  await expect(settings.dialog.getByText(version, { exact: true })).toBeVisible()
  await settings.close()
}

async function hangsUpFromTheCommandLine(start: Start, ana: Person, ben: Person): Promise<void> {
  expect(await saidBy(start, ['--hang-up'])).toMatchObject({ code: 0 })
  await expect(ana.ui.endedBecause('ended-by-other', 'Ben', true)).toBeVisible()
  await ben.ui.closeEnd.click()
}

/** What a page or a message may hold as a link: none of it is a word of ours. */
export const HOSTILE_LINKS = [
  'parley:x" --hang-up "',
  "parley:' --hang-up '",
  'parley:x --hang-up --quit',
  'parley:x\n--hang-up\n',
  'parley:--hang-up',
  `parley:${'x'.repeat(10_000)}`,
]

/** As the desktop opens one: a second start by the entry's line, with the link as one word. */
async function opensLinksAsData(start: Start, ben: Person): Promise<void> {
  const ended = (): number => loggedAt(start.home.data).split('verb=hang-up').length
  const before = ended()
  for (const link of HOSTILE_LINKS) expect([0, 1]).toContain((await saidBy(start, [link])).code)
  expect(ended()).toBe(before)
  const link = (await ben.ui.ownLink()).replace(/[0-9a-f]{32}/, 'a'.repeat(32))
  expect(await saidBy(start, [link])).toMatchObject({ code: 0 })
  await expect(ben.ui.openedLink).toBeVisible()
}

export async function quits(app: InstalledApp): Promise<void> {
  await app.page.evaluate(`window.desktop.call('app.quit')`).catch(() => undefined)
  expect(await app.ended).toBe(0)
}
