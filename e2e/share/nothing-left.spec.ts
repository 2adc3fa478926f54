// What is left of a share when it is over, on a real Electron: no capture, window, connection or timer, and nobody looks at the
// system's sources. And the share of a whole screen, from its picture at the viewer to its border.
import type { ElectronApplication } from '@playwright/test'
import type { Person } from '../fixtures/person'
import { call, hangUp } from '../fixtures/story'
import { expect, test as base } from '../fixtures/test'
import { startTestWindows, type TestWindows } from '../windows/test-windows'
import { BAR, borderOnScreen, windowFacts } from './bar-client'
import { RECORD_CAPTURES, sharingClient, type SharingClient } from './sharing-client'

const LETTER = { title: 'Letter', program: 'writer', width: 640, height: 420, x: 20, y: 20, fps: 5 }

interface InCall {
  readonly windows: TestWindows
  readonly ana: Person
  readonly ben: Person
  readonly app: ElectronApplication
  readonly presenter: SharingClient
  readonly viewer: SharingClient
}

const test = base.extend<{ inCall: InCall }>({
  inCall: async ({ join, atEnd }, use) => {
    const windows = startTestWindows()
    atEnd(windows.stop)
    const ana = await join({ name: 'Ana', host: 'electron', initScript: RECORD_CAPTURES })
    const ben = await join({ name: 'Ben', host: 'electron', initScript: RECORD_CAPTURES })
    await call(ana, ben)
    if (!ana.electron) throw new Error('no app')
    const [presenter, viewer] = [await sharingClient(ana.page), await sharingClient(ben.page)]
    await use({ windows, ana, ben, app: ana.electron.app, presenter, viewer })
  },
})

interface Kept {
  readonly windows: number
  /** Of main itself: the X server and the buses are spoken to through these. */
  readonly connections: number
}

const keptBy = (app: ElectronApplication): Promise<Kept> =>
  app.evaluate(({ BrowserWindow }) => {
    // Pipes too, made at their first use.
    for (const own of [process.stdout, process.stderr]) own.write('')
    const resources = process.getActiveResourcesInfo()
    return {
      windows: BrowserWindow.getAllWindows().length,
      connections: resources.filter((name) => /^(?:Pipe|TCPSocket)Wrap$/.test(name)).length,
    }
  })

async function countLooks(app: ElectronApplication): Promise<() => Promise<number>> {
  await app.evaluate(({ desktopCapturer }) => {
    const real = desktopCapturer.getSources.bind(desktopCapturer)
    Reflect.set(globalThis, 'testLooks', 0)
    desktopCapturer.getSources = (options) => {
      Reflect.set(globalThis, 'testLooks', Number(Reflect.get(globalThis, 'testLooks')) + 1)
      return real(options)
    }
  })
  return () => app.evaluate(() => Number(Reflect.get(globalThis, 'testLooks')))
}

test('nothing runs after Esc in the picker, after Stop, and after hanging up during a share', async ({
  inCall: { windows, ana, ben, app, presenter },
}) => {
  test.setTimeout(240_000)
  await windows.open(LETTER)
  const before = await keptBy(app)
  const looks = await countLooks(app)
  const expectNothing = async (): Promise<void> => {
    await expect.poll(() => presenter.openCaptures()).toBe(0)
    expect(await presenter.state()).toMatchObject({ own: { is: 'none' }, picker: null, ownTrack: null })
    // The connection to the X server lingers for a moment.
    await expect.poll(() => keptBy(app), { timeout: 20_000 }).toEqual(before)
    const looked = await looks()
    const until = Date.now() + 3_000 // longer than a picker waits between two looks
    await expect.poll(() => Date.now() > until).toBe(true)
    expect(await looks()).toBe(looked)
  }
  const expectShared = async (): Promise<void> => {
    await presenter.share('Letter')
    await expect.poll(async () => (await keptBy(app)).windows).toBe(before.windows + 1)
    await expect.poll(async () => (await keptBy(app)).connections).toBeGreaterThan(before.connections)
  }

  await presenter.press('preview', await presenter.find('Letter'))
  await expect.poll(() => presenter.openCaptures()).toBe(1)
  await ana.page.getByRole('dialog').waitFor()
  await ana.page.keyboard.press('Escape')
  await expectNothing()

  await expectShared()
  await presenter.press('stop')
  await expectNothing()

  await expectShared()
  await hangUp(ben, ana)
  await expectNothing()
})

test('a whole screen arrives, and has its border and the bar over everything', async ({
  inCall: { windows, app, presenter, viewer },
}) => {
  test.setTimeout(240_000)
  const letter = await windows.open(LETTER)
  const watch = await viewer.watch()
  await presenter.share('') // screens come first
  await expect.poll(async () => (await viewer.call())?.remote?.screen).toMatchObject({ kind: 'screen' })
  await letter.fullscreen(true)
  await letter.raise()
  // The window's code stands along its upper edge, where the bar is. It may still be coming when the screen has arrived.
  await expect.poll(() => windowFacts(app, BAR)).toMatchObject({ visible: true })
  await app.evaluate(({ BrowserWindow }, bar) => {
    const found = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL() === bar)
    found?.setPosition(100, 300)
  }, BAR)
  await expect
    .poll(async () => (await watch.pictures()).at(-1), { timeout: 30_000 })
    .toMatchObject({ kind: 'window', number: letter.number })
  const { width, height } = await app.evaluate(({ screen }) => screen.getPrimaryDisplay().bounds)
  await expect
    .poll(() => borderOnScreen(app))
    .toEqual({ x: 0, y: 0, width, height, pixels: 2 * 3 * width + 2 * 3 * (height - 6) })
  await expect.poll(() => windowFacts(app, BAR)).toMatchObject({ visible: true, onTop: true })
  await presenter.press('stop')
  await expect.poll(() => borderOnScreen(app)).toBeNull()
})
