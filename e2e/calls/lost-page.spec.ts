// A page is lost in a call, by a crash of its process or because a tab is loaded again: its successor takes the call up, and
// nobody has to press anything.
import type { Person } from '../fixtures/person'
import { call, expectHears, expectSees, hangUp } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

/** Kills the page's process, as a fault in Chromium would; the app loads the page again by itself. */
async function crash(person: Person): Promise<void> {
  const app = person.electron?.app
  if (app === undefined) throw new Error('only the app reloads a crashed page')
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const loaded = new Promise<void>((resolve) => {
      window?.webContents.once('did-finish-load', () => resolve())
    })
    window?.webContents.forcefullyCrashRenderer()
    return loaded
  })
}

/** The driver's own page object doesn't survive the crash, so it asks the page through the app. */
async function appSees(person: Person, shown: string): Promise<number> {
  const app = person.electron?.app
  if (app === undefined) throw new Error('not an app')
  return app.evaluate(async ({ BrowserWindow }, label) => {
    const frames = `[...document.querySelectorAll('video')]
      .filter((video) => video.getAttribute('aria-label') === ${JSON.stringify(label)})
      .reduce((sum, video) => sum + video.getVideoPlaybackQuality().totalVideoFrames, 0)`
    return Number(await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(frames))
  }, shown)
}

for (const who of ['caller', 'callee'] as const) {
  test(`the ${who}'s page crashes in a call, and the picture flows again without a press`, async ({
    join,
  }) => {
    test.setTimeout(120_000)
    const ana = await join({ name: 'Ana', host: 'electron' })
    const ben = await join({ name: 'Ben', host: 'electron' })
    await (who === 'caller' ? call(ana, ben) : call(ben, ana))
    await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
    const label = await ana.ui.remotePicture('Ben').getAttribute('aria-label')
    await crash(ana)
    const frames = () => appSees(ana, label ?? '')
    await expect.poll(frames, { timeout: 20_000 }).toBeGreaterThan(0)
    const before = await frames()
    await expect.poll(frames).toBeGreaterThan(before)
    await expectSees(ben, ana)
    await expectHears(ben)
    await expect(ben.ui.incoming).toBeHidden()
    await ben.ui.pressAwake(ben.ui.hangUp)
    await expect(ben.ui.endedBecause('ended-by-me', 'Ana', true)).toBeVisible()
    await expect.poll(frames).toBe(0)
  })
}

for (const who of ['caller', 'callee'] as const) {
  test(`a guest loads the tab of a call again and is back in it: the ${who}`, async ({ join }) => {
    test.setTimeout(120_000)
    const ana = await join({ name: 'Ana', host: 'browser' })
    const ben = await join({ name: 'Ben', host: who === 'caller' ? 'electron' : 'browser' })
    await (who === 'caller' ? call(ana, ben) : call(ben, ana))
    await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
    // A page asks before it goes in a call.
    ana.page.on('dialog', (dialog) => void dialog.accept())
    await ana.page.reload()
    await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
    await expectHears(ben)
    await hangUp(ana, ben)
  })
}

test('a guest who closes the tab of a call has hung up, within seconds', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'browser' })
  const ben = await join({ name: 'Ben', host: 'browser' })
  await call(ana, ben)
  await ana.page.close()
  await expect(ben.ui.endedBecause('ended-by-other', 'Ana', true)).toBeVisible({ timeout: 20_000 })
})
