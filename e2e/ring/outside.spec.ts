// Being rung with the window closed to the tray, on a real session bus: the notification, the tray's icon and menu, and what
// is pressed there. A recording daemon and a tray that can be read stand in for the desktop's.
import type { ElectronApplication } from '@playwright/test'
import { desktopEn } from '../../shared/text/desktop-en'
import { text } from '../../shared/text/en'
import { trayWords } from '../../shared/text/desktop-tray-en'
import { startDesktopBus, type DesktopBus } from '../desktop/desktop-bus'
import { appWindow } from '../fixtures/app-window'
import { idOf, type Person } from '../fixtures/person'
import { startedWith } from '../fixtures/plain-start'
import { expectInCall } from '../fixtures/story'
import { expect, test as base } from '../fixtures/test'
import { killPage } from './dead-page'

interface Outside {
  readonly bus: DesktopBus
  readonly ana: Person
  readonly ben: Person
  readonly app: ElectronApplication
}

const test = base.extend<{ outside: Outside }>({
  outside: async ({ join, atEnd }, use) => {
    const bus = await startDesktopBus()
    atEnd(() => bus.stop())
    const ana = await join({ name: 'Ana', host: 'browser' })
    const ben = await join({ name: 'Ben', host: 'electron', electron: { env: bus.env } })
    await ben.ui.ownLink()
    const app = ben.electron?.app
    if (app === undefined) throw new Error('no Electron')
    await bus.until(() => bus.tray()[0])
    await app.evaluate(({ dialog }) => {
      // "Keep it in the tray".
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
    })
    await use({ bus, ana, ben, app })
  },
})

const isShown = (app: ElectronApplication) => appWindow(app).isVisible()

async function closeToTray({ app }: Outside): Promise<void> {
  await appWindow(app).close()
  await expect.poll(() => isShown(app)).toBe(false)
}

/** From Ana's page, until it rings there. */
async function ringBen({ ana, ben }: Outside): Promise<void> {
  await ana.ui.callWithVideo(await ben.ui.ownLink())
  await expect(ana.ui.ringsThere).toBeVisible()
}

const ringing = (bus: DesktopBus) =>
  bus.until(() => bus.notifications().find(({ closed }) => closed === null))

async function labels(bus: DesktopBus): Promise<readonly string[]> {
  const menu = (await bus.tray()[0]?.menu()) ?? []
  return menu.filter(({ type }) => type === 'standard').map(({ label }) => label)
}

test('a closed window leaves Parley in the tray, whose icon brings it back', async ({ outside }) => {
  await closeToTray(outside)
  await outside.bus.tray()[0]?.activate()
  await expect.poll(() => isShown(outside.app)).toBe(true)
})

test('rung in the tray, a press on the notification answers, and nothing is left of the ring', async ({
  outside,
}) => {
  const { bus, ana, ben, app } = outside
  await closeToTray(outside)
  await ringBen(outside)
  const notice = await ringing(bus)
  expect(notice.summary).toBe(desktopEn.ring.calls('Ana'))
  await expect.poll(() => labels(bus)).toContain(trayWords.decline)
  bus.press(notice, 'accept')
  await expectInCall(ana, ben)
  await expect.poll(() => isShown(app)).toBe(true)
  await bus.until(() => notice.closed !== null)
  await expect.poll(() => labels(bus)).toContain(trayWords.hangUp)
  expect(await labels(bus)).not.toContain(trayWords.decline)
})

test('declined in the tray’s menu, the caller is told and the notification is gone', async ({ outside }) => {
  const { bus, ana } = outside
  await closeToTray(outside)
  await ringBen(outside)
  const notice = await ringing(bus)
  await expect.poll(() => labels(bus)).toContain(trayWords.decline)
  await bus.tray()[0]?.click(trayWords.decline)
  await expect(ana.ui.endedBecause('declined-by-other', 'Ben', false)).toBeVisible()
  await bus.until(() => notice.closed !== null)
})

test('a contact who calls sees each step that was observed at the other side', async ({ outside }) => {
  const { ana, ben } = outside
  const known = { id: await idOf(ana), name: 'Ana', server: null, addedAt: 0, favourite: false }
  const contacts = [{ ...known, notes: '', picture: null }]
  await ben.page.evaluate(`window.desktop.call('contacts.put', ${JSON.stringify({ contacts })})`)
  await closeToTray(outside)
  await ringBen(outside)
  const steps = ana.page.getByRole('list', { name: text.outgoing.proof.label('Ben') }).getByRole('listitem')
  const { delivered, shown, sounding } = text.outgoing.proof
  await expect(steps).toHaveText([delivered, shown, sounding])
})

test('answered from the command line, and muted and ended from there', async ({ outside }) => {
  const { bus, ana, ben } = outside
  const profile = ben.electron?.profile ?? ''
  await closeToTray(outside)
  await ringBen(outside)
  const notice = await ringing(bus)
  expect((await startedWith(profile, ['--accept-sound'])).code).toBe(0)
  await expectInCall(ana, ben)
  await bus.until(() => notice.closed !== null)
  expect((await startedWith(profile, ['--mute'])).code).toBe(0)
  await expect(ana.ui.isMuted('Ben')).toBeVisible()
  expect((await startedWith(profile, ['--hang-up'])).code).toBe(0)
  await expect(ana.ui.endedBecause('ended-by-other', 'Ben', true)).toBeVisible()
})

test('a missed call stays as a notification and in the tray until it was seen', async ({ outside }) => {
  const { bus, ana, ben } = outside
  await closeToTray(outside)
  await ringBen(outside)
  const rings = await ringing(bus)
  await ana.ui.cancel.click()
  await bus.until(() => rings.closed !== null)
  const missed = await bus.until(() =>
    bus.notifications().find(({ summary }) => summary === desktopEn.missed.one('Ana')),
  )
  expect(missed.closed).toBeNull()
  await expect.poll(() => labels(bus)).toContain(trayWords.missed(1))
  bus.press(missed, 'default')
  await expect.poll(() => isShown(outside.app)).toBe(true)
  await expect(ben.ui.recent).toHaveAttribute('aria-selected', 'true')
  await bus.until(() => missed.closed !== null)
  await expect.poll(() => labels(bus)).not.toContain(trayWords.missed(1))
})

test('rung in the tray, the page dies: both stay, and answered there too late it is missed, which says why', async ({
  outside,
}) => {
  const { bus, app } = outside
  await closeToTray(outside)
  await ringBen(outside)
  const notice = await ringing(bus)
  await expect.poll(() => labels(bus)).toContain(trayWords.decline)
  await killPage(app, 'kill -9')
  expect(notice.closed).toBeNull()
  expect(await labels(bus)).toContain(trayWords.decline)
  bus.press(notice, 'accept')
  await bus.until(() => notice.closed !== null)
  await expect.poll(() => labels(bus)).not.toContain(trayWords.decline)
  const missed = await bus.until(() =>
    bus.notifications().find(({ summary }) => summary === desktopEn.missed.one('Ana')),
  )
  expect(missed.body).toContain(desktopEn.missed.tooLate('Ana'))
})

test('where it is not to disturb nothing is shown or heard, and the caller hears nothing of that', async ({
  outside,
}) => {
  const { bus, ana, app } = outside
  await closeToTray(outside)
  await outside.ben.page.evaluate(
    `(async () => {
      const { value } = await window.desktop.call('settings.read')
      await window.desktop.call('settings.change', { doNotDisturb: { ...value.doNotDisturb, on: true } })
    })()`,
  )
  await ringBen(outside)
  await expect.poll(() => labels(bus)).toContain(trayWords.decline)
  expect(bus.notifications()).toEqual([])
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await expect(ana.ui.ringsThere).toBeVisible()
})
