// What the desktop app does around a call: one instance per profile, a question before a call is closed, its profile kept.
import type { ElectronApplication } from '@playwright/test'
import { desktopEn } from '../../shared/text/desktop-en'
import { appWindow } from '../fixtures/app-window'
import { launchElectron } from '../fixtures/electron-client'
import { personAt, type Person } from '../fixtures/person'
import { startedWith } from '../fixtures/plain-start'
import { call, expectSees, ring } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

test('a second start on the same profile hands its link over, says so and ends', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const link = (await ana.ui.ownLink()).replace(/[0-9a-f]{32}/, 'a'.repeat(32))
  const { terminal } = desktopEn
  expect(await startedWith(ana.electron?.profile ?? '', [link])).toEqual({
    code: 0,
    said: [terminal.handedOver(terminal.asked['offer-link'])],
  })
  await expect(ana.ui.openedLink).toBeVisible()
})

test('no menu bar comes, also after full screen', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const ben = await join({ name: 'Ben', host: 'browser' })
  await call(ana, ben)
  const app = ana.electron?.app
  if (app === undefined) throw new Error('no Electron')
  const shown = () =>
    app.evaluate(({ BrowserWindow, Menu }) => {
      const [window] = BrowserWindow.getAllWindows()
      const menus = Menu.getApplicationMenu()?.items.map(({ label }) => label)
      return { bar: window?.isMenuBarVisible(), byAlt: window?.isMenuBarAutoHide(), menus }
    })
  const hidden = { bar: false, byAlt: false, menus: [desktopEn.menu.file] }
  const isFull = () => ana.page.evaluate(() => document.fullscreenElement !== null)
  expect(await shown()).toEqual(hidden)
  // What is shown while the window changes counts as well, so each change of full screen is waited for in the window itself.
  const fullWindow = appWindow(app).isFullScreen
  await ana.page.keyboard.press('f')
  await expect.poll(isFull).toBe(true)
  await expect.poll(fullWindow).toBe(true)
  await ana.page.keyboard.press('f')
  await expect.poll(isFull).toBe(false)
  await expect.poll(fullWindow).toBe(false)
  await expect.poll(shown).toEqual(hidden)
})

/** Answers every native question, and counts them. */
const answerQuestions = (app: ElectronApplication, response: number) =>
  app.evaluate(({ dialog }, answer) => {
    Reflect.set(globalThis, 'testAsked', 0)
    dialog.showMessageBox = async (): Promise<Electron.MessageBoxReturnValue> => {
      Reflect.set(globalThis, 'testAsked', Number(Reflect.get(globalThis, 'testAsked')) + 1)
      return { response: answer, checkboxChecked: false }
    }
  }, response)
const questions = (app: ElectronApplication) =>
  app.evaluate(() => Number(Reflect.get(globalThis, 'testAsked')))
const appOf = ({ electron }: Person): ElectronApplication => {
  if (!electron) throw new Error('no Electron')
  return electron.app
}
/** As the menu's item or its key does. */
const pressQuit = (app: ElectronApplication) =>
  app.evaluate(({ Menu }, label) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
    items.find((item) => item.label === label)?.click()
  }, desktopEn.menu.quit)

test('quitting during a call asks first', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const ben = await join({ name: 'Ben', host: 'browser' })
  await call(ana, ben)
  const app = appOf(ana)
  await answerQuestions(app, 1)
  await pressQuit(app)
  await expect.poll(() => questions(app)).toBe(1)
  await expectSees(ben, ana)
})

test('closing the window during a call keeps the call, and asks nothing', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const ben = await join({ name: 'Ben', host: 'browser' })
  await call(ana, ben)
  const app = appOf(ana)
  await answerQuestions(app, 1)
  const window = appWindow(app)
  await window.close()
  // Where no tray is, which this machine's window manager has none of.
  await expect.poll(window.isMinimized).toBe(true)
  expect(await questions(app)).toBe(0)
  await expectSees(ben, ana)
})

for (const who of ['caller', 'callee'] as const) {
  test(`quitting while it rings tells the other side at once: the ${who}'s`, async ({ join }) => {
    const leaving = await join({ name: 'Ana', host: 'electron' })
    const left = await join({ name: 'Ben', host: 'browser' })
    await (who === 'caller' ? ring(leaving, left) : ring(left, leaving))
    await pressQuit(appOf(leaving))
    // Untold, it would ring on for 45 s.
    if (who === 'caller') await expect(left.ui.incoming).toBeHidden()
    else await expect(left.ui.endedBecause('declined-by-other', 'Ana', false)).toBeVisible()
  })
}

test('identity, name and contacts are there again after a restart', async ({ join, atEnd }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const ben = await join({ name: 'Ben', host: 'browser' })
  const link = await ana.ui.ownLink()
  await call(ben, ana)
  await ben.ui.pressAwake(ben.ui.hangUp)
  await ana.ui.saveFromEnd.click()
  await ana.ui.closeEnd.click()
  await ana.electron?.quit()
  const client = await launchElectron({ profile: ana.electron?.profile ?? '' })
  const again = personAt(client, 'Ana')
  atEnd(again.stop)
  expect(await again.ui.ownLink()).toBe(link)
  await again.ui.contacts.click()
  await expect(again.ui.callFromList('Ben')).toBeVisible()
})
