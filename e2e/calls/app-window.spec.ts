// What the desktop app does around a call: one instance per profile, a question before a call is closed, its profile kept.
import { spawn } from 'node:child_process'
import { findElectron } from '../../build/setup/find-electron.mjs'
import { launchElectron, launchWords } from '../fixtures/electron-client'
import { personAt } from '../fixtures/person'
import { call, expectSees, ring } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

test('a second start on the same profile hands its link over and ends', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const link = (await ana.ui.ownLink()).replace(/[0-9a-f]{32}/, 'a'.repeat(32))
  const electron = await findElectron({ testRuntime: true })
  const profile = ana.electron?.profile
  if (electron === null || profile === undefined) throw new Error('no Electron')
  const words = ['--no-sandbox', ...launchWords(electron, profile, {}), link]
  const second = spawn(electron.executable, words, { stdio: 'ignore' })
  const code = await new Promise((resolve) => second.once('exit', resolve))
  expect(code).toBe(0)
  await expect(ana.ui.openedLink).toBeVisible()
})

test('closing the window during a call asks first', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const ben = await join({ name: 'Ben', host: 'browser' })
  await call(ana, ben)
  const app = ana.electron?.app
  if (app === undefined) throw new Error('no Electron')
  await app.evaluate(({ dialog }) => {
    Reflect.set(globalThis, 'testAsked', 0)
    const stay = async (): Promise<Electron.MessageBoxReturnValue> => {
      Reflect.set(globalThis, 'testAsked', Number(Reflect.get(globalThis, 'testAsked')) + 1)
      return { response: 1, checkboxChecked: false }
    }
    dialog.showMessageBox = stay
  })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(() => app.evaluate(() => Number(Reflect.get(globalThis, 'testAsked')))).toBe(1)
  await expectSees(ben, ana)
})

test('a ring brings the window back and makes the task bar flash, until it is over', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'browser' })
  const ben = await join({ name: 'Ben', host: 'electron' })
  const app = ben.electron?.app
  if (app === undefined) throw new Error('no Electron')
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (!window) throw new Error('no window')
    const flashes: boolean[] = []
    Reflect.set(globalThis, 'testFlashes', flashes)
    Reflect.set(window, 'flashFrame', (on: boolean) => flashes.push(on))
    window.hide()
  })
  const flashes = () => app.evaluate(() => Reflect.get(globalThis, 'testFlashes') as readonly boolean[])
  await ring(ana, ben)
  await expect.poll(flashes).toContainEqual(true)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true)
  await ana.ui.cancel.click()
  await expect.poll(async () => (await flashes()).at(-1)).toBe(false)
})

for (const who of ['caller', 'callee'] as const) {
  test(`closing the window while it rings tells the other side at once: the ${who}'s`, async ({ join }) => {
    const leaving = await join({ name: 'Ana', host: 'electron' })
    const left = await join({ name: 'Ben', host: 'browser' })
    await (who === 'caller' ? ring(leaving, left) : ring(left, leaving))
    await leaving.electron?.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    if (who === 'caller') await expect(left.ui.incoming).toBeHidden({ timeout: 3_000 })
    else await expect(left.ui.endedBecause('declined-by-other', 'Ana', false)).toBeVisible({ timeout: 3_000 })
  })
}

test('identity, name and contacts are there again after a restart', async ({ join, atEnd }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const ben = await join({ name: 'Ben', host: 'browser' })
  const link = await ana.ui.ownLink()
  await call(ben, ana)
  await ben.ui.wake()
  await ben.ui.hangUp.click()
  await ana.ui.saveFromEnd.click()
  await ana.ui.closeEnd.click()
  await ana.electron?.stop()
  const client = await launchElectron({ profile: ana.electron?.profile ?? '' })
  const again = personAt(client, 'Ana')
  atEnd(again.stop)
  expect(await again.ui.ownLink()).toBe(link)
  await again.ui.contacts.click()
  await expect(again.ui.callFromList('Ben')).toBeVisible()
})
