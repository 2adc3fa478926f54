// Sharing between real clients, with real windows of another program: the viewer's own pixels say which window arrived.
import { RECORD_CONNECTIONS } from '../fixtures/connection-probe'
import type { Person } from '../fixtures/person'
import { call, connectionOf, hangUp } from '../fixtures/story'
import { expect, test as base } from '../fixtures/test'
import { startTestWindows, type TestWindow, type TestWindows } from '../windows/test-windows'
import type { CodeWatch } from '../windows/watch-codes'
import { RECORD_CAPTURES, sharingClient, type SharingClient } from './sharing-client'

const LETTER = { title: 'Letter', program: 'writer', width: 640, height: 420, x: 20, y: 20, fps: 5 }
const PHOTOS = { title: 'Photos', program: 'album', width: 500, height: 360, x: 700, y: 40, fps: 5 }

interface Presenting {
  readonly windows: TestWindows
  readonly ana: Person
  readonly ben: Person
  readonly presenter: SharingClient
  readonly viewer: SharingClient
}

const probes = RECORD_CONNECTIONS + RECORD_CAPTURES

const test = base.extend<{ presenting: Presenting }>({
  presenting: async ({ join, atEnd }, use) => {
    const windows = startTestWindows()
    atEnd(windows.stop)
    const ana = await join({ name: 'Ana', host: 'electron', initScript: probes })
    const ben = await join({ name: 'Ben', host: 'electron', initScript: probes })
    await call(ana, ben)
    const [presenter, viewer] = [await sharingClient(ana.page), await sharingClient(ben.page)]
    await use({ windows, ana, ben, presenter, viewer })
  },
})

/** The number of the window that was drawn last; null: none that could be read. */
async function lastNumber(watch: CodeWatch): Promise<number | null> {
  const last = (await watch.pictures()).at(-1)
  return last?.kind === 'window' ? last.number : null
}

/** Held as that at the viewer; null: live. */
const heldAs = (viewer: SharingClient, held: string | null) =>
  expect.poll(async () => (await viewer.call())?.remote?.screen?.held).toBe(held)

/** A picture of that window which was painted after now. */
async function expectFresh(watch: CodeWatch, window: TestWindow): Promise<void> {
  const sinceMs = Date.now()
  await expect
    .poll(async () => {
      const last = (await watch.pictures()).at(-1)
      return last?.kind === 'window' && last.number === window.number && last.drawnAtMs > sinceMs
    })
    .toBe(true)
}

async function expectNothingRuns(client: SharingClient): Promise<void> {
  await expect.poll(() => client.openCaptures()).toBe(0)
  expect(await client.state()).toMatchObject({ own: { is: 'none' }, picker: null })
}

test('the chosen window arrives, and the next one by a switch, without any negotiation', async ({
  presenting: { windows, ana, presenter, viewer },
}) => {
  const [letter, photos] = await windows.openAll([LETTER, PHOTOS])
  const before = await connectionOf(ana)
  const watch = await viewer.watch()
  await presenter.share('Letter')
  await expect.poll(() => lastNumber(watch)).toBe(letter?.number)
  // It begins small; what is looked at here is the switch.
  await expect
    .poll(async () => (await watch.pictures()).at(-1))
    .toMatchObject({ kind: 'window', width: LETTER.width })
  expect((await viewer.call())?.remote?.screen).toMatchObject({ title: 'Letter', kind: 'window', epoch: 1 })
  await watch.clear()
  await presenter.share('Photos')
  await expect.poll(() => lastNumber(watch)).toBe(photos?.number)
  expect((await viewer.call())?.remote?.screen).toMatchObject({ title: 'Photos', epoch: 2 })
  expect((await watch.pictures()).filter(({ kind }) => kind === 'black')).toEqual([])
  expect((await connectionOf(ana)).negotiations).toBe(before.negotiations)
  expect(await presenter.openCaptures()).toBe(1)
  await presenter.press('stop')
  await expect.poll(async () => (await viewer.call())?.remote?.screen).toBeNull()
  await expectNothingRuns(presenter)
  // Nor is the last one, which stays until the next share.
  expect((await watch.pictures()).filter(({ kind }) => kind === 'black')).toEqual([])
})

test('a share is paused, minimised and restored, outlives a restart, and its viewer is heard', async ({
  presenting: { windows, ana, presenter, viewer },
}) => {
  const letter = await windows.open(LETTER)
  const watch = await viewer.watch()
  await presenter.share('Letter')
  await expectFresh(watch, letter)
  await expect
    .poll(async () => {
      const { own } = await presenter.state()
      return own.is === 'live' ? [own.seen?.width, own.seen?.height] : []
    })
    .toEqual([LETTER.width, LETTER.height])

  await presenter.press('pause')
  await heldAs(viewer, 'paused')
  const sent = await presenter.screenFramesSent()
  await ana.page.waitForTimeout(1_500) // in which a running share would have sent seven
  expect((await presenter.screenFramesSent()) - sent).toBeLessThanOrEqual(1)
  await presenter.press('resume')
  await heldAs(viewer, null)
  await expectFresh(watch, letter)

  await letter.minimise()
  await expect.poll(async () => (await viewer.call())?.remote?.screen?.held).toMatch(/minimised|hidden/)
  await letter.restore()
  await heldAs(viewer, null)
  await expectFresh(watch, letter)

  const { iceUser } = await connectionOf(ana)
  await ana.changeNetwork()
  await expect.poll(async () => (await connectionOf(ana)).iceUser).not.toBe(iceUser)
  await expectFresh(watch, letter)
  expect((await viewer.call())?.remote?.screen?.epoch).toBe(1)
})

test('a window that closes is lost, and its successor goes on at one press; hanging up leaves nothing', async ({
  presenting: { windows, ana, ben, presenter, viewer },
}) => {
  const letter = await windows.open(LETTER)
  const watch = await viewer.watch()
  await presenter.share('Letter')
  await expectFresh(watch, letter)
  const next = await letter.recreate()
  await expect
    .poll(async () => (await presenter.state()).own)
    .toMatchObject({ is: 'lost', successor: { title: 'Letter' } })
  expect(await presenter.openCaptures()).toBe(0)
  await presenter.press('goOn')
  await expectFresh(watch, next)
  await presenter.press('preview', await presenter.find('Letter'))
  await expect.poll(() => presenter.openCaptures()).toBe(2)
  await hangUp(ben, ana)
  await expectNothingRuns(presenter)
})

test('a window that is resized all the time and to one pixel goes on as it is; a limit makes it smaller and whole', async ({
  presenting: { windows, presenter, viewer },
}) => {
  const plan = await windows.open({ ...LETTER, title: 'Plan', width: 1400, height: 800 })
  const watch = await viewer.watch()
  await presenter.share('Plan')
  await expectFresh(watch, plan)
  await presenter.press('setManner', { mode: 'motion', motionFps: 30, limit: '720p' })
  const isSmallAndWhole = async (): Promise<boolean> => {
    const last = (await watch.pictures()).at(-1)
    return last?.kind === 'window' && last.isWhole && last.width <= 1280 && last.height <= 720
  }
  await expect.poll(isSmallAndWhole).toBe(true)
  await presenter.press('setManner', { mode: 'text', motionFps: 30, limit: 'native' })
  await expect.poll(async () => (await watch.pictures()).at(-1)?.width).toBe(1400)
  for (let size = 0; size < 50; size += 1) await plan.resize(400 + size * 8, 300 + size * 4)
  await expectFresh(watch, plan)
  await plan.resize(1, 1)
  await heldAs(viewer, 'hidden')
  await plan.resize(600, 400)
  await heldAs(viewer, null)
  await expectFresh(watch, plan)
})

test('a window that closes between pick and press shares nothing', async ({
  presenting: { windows, presenter, viewer },
}) => {
  const letter = await windows.open(LETTER)
  const id = await presenter.find('Letter')
  await letter.close()
  await presenter.press('preview', id)
  await presenter.press('start')
  await expect.poll(async () => (await presenter.state()).picker?.preview.is).not.toBe('opening')
  expect((await presenter.state()).own).toEqual({ is: 'none' })
  expect((await viewer.call())?.remote?.screen).toBeNull()
  await presenter.press('cancel')
  await expectNothingRuns(presenter)
})

test('both show their screens at once, one of them a guest by the picker of the browser', async ({
  join,
  atEnd,
}) => {
  const windows = startTestWindows()
  atEnd(windows.stop)
  const [letter, photos] = await windows.openAll([LETTER, PHOTOS])
  if (!letter || !photos) throw new Error('no windows')
  const ana = await join({ name: 'Ana', host: 'electron', initScript: probes })
  const guest = await join({ name: 'Gil', host: 'browser', initScript: probes, guest: { picks: 'Photos' } })
  await call(ana, guest)
  const [app, browser] = [await sharingClient(ana.page), await sharingClient(guest.page)]
  const [inApp, inBrowser] = [await app.watch(), await browser.watch()]
  const before = (await connectionOf(guest)).negotiations
  await app.share('Letter')
  await browser.press('open')
  await expectFresh(inBrowser, letter)
  await expectFresh(inApp, photos)
  expect((await connectionOf(guest)).negotiations).toBe(before)
  expect([await app.screenCodec(), await browser.screenCodec()]).toEqual(['video/AV1', 'video/AV1'])
  await browser.press('stop')
  await expectNothingRuns(browser)
  await expectFresh(inBrowser, letter)
})

test('a viewer who leaves and comes back sees the share go on', async ({ join, atEnd }) => {
  const windows = startTestWindows()
  atEnd(windows.stop)
  const letter = await windows.open(LETTER)
  const ana = await join({ name: 'Ana', host: 'electron', initScript: probes })
  const gil = await join({ name: 'Gil', host: 'browser', initScript: probes })
  await call(ana, gil)
  const presenter = await sharingClient(ana.page)
  await presenter.share('Letter')
  await expectFresh(await (await sharingClient(gil.page)).watch(), letter)
  await gil.page.reload()
  await gil.ui.expectAwake(gil.ui.duration)
  const again = await sharingClient(gil.page)
  await expect.poll(async () => (await again.call())?.remote?.screen?.title).toBe('Letter')
  await expectFresh(await again.watch(), letter)
  expect(await presenter.openCaptures()).toBe(1)
})
