// What a person sees of the other side's window, between real clients and with a real X window: the drawn pixels say it.
import { text } from '../../shared/text/en'
import type { Page } from '@playwright/test'
import type { Host, Person } from '../fixtures/person'
import { call } from '../fixtures/story'
import { expect, test as base } from '../fixtures/test'
import { startTestWindows, type TestWindows } from '../windows/test-windows'
import { watchCodes, type CodeWatch } from '../windows/watch-codes'
import { sharingClient, type SharingClient } from './sharing-client'

const PLAN = { title: 'Kitchen plan', program: 'viewer', width: 640, height: 420, x: 20, y: 20, fps: 5 }
const PHOTOS = { title: 'Photos', program: 'album', width: 500, height: 360, x: 700, y: 40, fps: 5 }

/** The picture as it is drawn, not as it arrives. */
const PICTURE = '.shared-picture'
/** Longer than the presenter takes to notice that its window gives no picture. */
const HELD_MS = 4_000

interface Viewing {
  readonly windows: TestWindows
  readonly ana: Person
  readonly ben: Person
  readonly presenter: SharingClient
}

/** A browser that can't give single frames: there a canvas does it. */
const WITHOUT_FRAMES = 'delete window.MediaStreamTrackProcessor; delete window.MediaStreamTrackGenerator'

interface Viewer {
  readonly host: Host
  readonly initScript: string
}

const test = base.extend<{ viewing: Viewing; viewer: Viewer }>({
  viewer: [{ host: 'electron', initScript: '' }, { option: true }],
  viewing: async ({ join, atEnd, viewer }, use) => {
    const windows = startTestWindows()
    atEnd(windows.stop)
    const ana = await join({ name: 'Ana', host: 'electron' })
    const ben = await join({ name: 'Ben', ...viewer })
    await call(ana, ben)
    await use({ windows, ana, ben, presenter: await sharingClient(ana.page) })
  },
})

const numbers = async (watch: CodeWatch): Promise<readonly number[]> =>
  (await watch.pictures()).flatMap((picture) => (picture.kind === 'window' ? [picture.number] : []))
const lastNumber = async (watch: CodeWatch): Promise<number | undefined> => (await numbers(watch)).at(-1)
const blacks = async (watch: CodeWatch) =>
  (await watch.pictures()).filter(({ kind, width, height }) => kind === 'black' || width <= 2 || height <= 2)

/** The newest frame's own number moves on: the picture is live. */
async function expectLive(watch: CodeWatch): Promise<void> {
  await watch.clear()
  await expect.poll(async () => (await watch.pictures()).length).toBeGreaterThan(3)
}

/** Also while it has left with the other controls. */
const zoomOf = (page: Page) =>
  page.getByRole('group', { name: text.viewing.zoom, exact: true, includeHidden: true })
const notes = (page: Page) => page.locator('.held-place')

/** In device pixels, and what is decoded. */
function sizesOf(page: Page) {
  return page.locator(PICTURE).evaluate((video) => {
    if (!(video instanceof HTMLVideoElement)) throw new Error('no video')
    const { width, height, left, top } = video.getBoundingClientRect()
    const drawn = [width, height, left, top].map((length) => length * devicePixelRatio)
    return { drawn, decoded: [video.videoWidth, video.videoHeight] }
  })
}

test('a minimised window keeps its last picture with a note, and comes back by itself', minimised)

for (const [name, viewer] of [
  ['in a browser', { host: 'browser', initScript: '' }],
  ['where no single frames can be had', { host: 'electron', initScript: WITHOUT_FRAMES }],
] as const) {
  test.describe(name, () => {
    test.use({ viewer })
    test('a minimised window keeps its last picture too', minimised)
  })
}

async function minimised({ viewing }: { readonly viewing: Viewing }): Promise<void> {
  const { windows, ben, presenter } = viewing
  const plan = await windows.open(PLAN)
  const watch = await watchCodes(ben.page, PICTURE)
  await presenter.share('Kitchen plan')
  await expect.poll(() => lastNumber(watch)).toBe(plan.number)
  await ben.ui.expectAwake(ben.page.locator('header').getByText('Ana shares “Kitchen plan”'))

  await plan.minimise()
  await expect(notes(ben.page)).toHaveText(/Ana/)
  await ben.page.waitForTimeout(HELD_MS)
  expect(await lastNumber(watch)).toBe(plan.number)
  expect(await blacks(watch)).toEqual([])

  await plan.restore()
  await expect(notes(ben.page)).toHaveText('')
  await expectLive(watch)
  expect(await blacks(watch)).toEqual([])
}

test('a switch, a pause and a reconnect keep a real picture all the while', async ({ viewing }) => {
  const { windows, ana, ben, presenter } = viewing
  const [plan, photos] = await windows.openAll([PLAN, PHOTOS])
  const watch = await watchCodes(ben.page, PICTURE)
  await presenter.share('Kitchen plan')
  await expect.poll(() => lastNumber(watch)).toBe(plan?.number)

  await presenter.press('pause')
  await expect(notes(ben.page)).toHaveText(text.viewing.held.paused('Ana'))
  await ben.page.waitForTimeout(HELD_MS)
  await presenter.press('resume')
  await expectLive(watch)

  await presenter.share('Photos')
  await expect.poll(() => lastNumber(watch)).toBe(photos?.number)

  await ana.changeNetwork()
  await expectLive(watch)
  expect(await blacks(watch)).toEqual([])
  expect(await lastNumber(watch)).toBe(photos?.number)

  await presenter.press('stop')
  await expect(ben.page.locator(PICTURE)).toHaveCount(0)
})

test('full size is one pixel for one, and zoom, keys and swapping do what they say', async ({ viewing }) => {
  const { windows, ben, presenter } = viewing
  const plan = await windows.open({ ...PLAN, width: 1400, height: 900 })
  const watch = await watchCodes(ben.page, PICTURE)
  await presenter.share('Kitchen plan')
  await expect.poll(() => lastNumber(watch)).toBe(plan.number)
  // Its full size may take a moment to come.
  await expect.poll(async () => (await sizesOf(ben.page)).decoded).toEqual([1400, 900])
  await expect(zoomOf(ben.page)).toContainText(text.viewing.fit)

  await ben.page.keyboard.press('1')
  await expect(zoomOf(ben.page)).toContainText(text.viewing.percent(100))
  const full = await sizesOf(ben.page)
  expect(full.drawn.slice(0, 2)).toEqual(full.decoded)
  expect(full.drawn.map((length) => Math.abs(length - Math.round(length)) < 0.01)).not.toContain(false)

  await ben.page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await sizesOf(ben.page)).drawn[2]).toBe((full.drawn[2] ?? 0) - 64)
  await ben.page.keyboard.press('0')
  await expect(zoomOf(ben.page)).toContainText(text.viewing.fit)

  await ben.page.locator('.shared-area').hover()
  // A wheel that is only made up has no notches in the older Chromium, so Ctrl says what is meant.
  await ben.page.keyboard.down('Control')
  await ben.page.mouse.wheel(0, -120)
  await ben.page.keyboard.up('Control')
  await expect(zoomOf(ben.page)).not.toContainText(text.viewing.fit)
  await ben.page.locator('.shared-area').dblclick()
  await expect(zoomOf(ben.page)).toContainText(text.viewing.fit)

  await ben.ui.pressAwake(ben.page.getByRole('button', { name: text.viewing.makeCameraLarge('Ana') }))
  await expect(zoomOf(ben.page)).toBeHidden()
  await expectLive(watch)
  await ben.ui.pressAwake(
    ben.page.getByRole('button', { name: text.viewing.makeShareLarge('“Kitchen plan”') }),
  )
  await expectLive(watch)
  expect(await blacks(watch)).toEqual([])
})

test('a still is copied whole, whatever the zoom', async ({ viewing }) => {
  const { windows, ben, presenter } = viewing
  const plan = await windows.open(PLAN)
  const watch = await watchCodes(ben.page, PICTURE)
  await presenter.share('Kitchen plan')
  await expect.poll(() => lastNumber(watch)).toBe(plan.number)
  await expect.poll(async () => (await sizesOf(ben.page)).decoded).toEqual([PLAN.width, PLAN.height])
  await ben.page.bringToFront()
  await ben.page.keyboard.press('+')
  await ben.page.keyboard.press('Control+c')
  await expect(
    ben.page.getByRole('main').getByText(text.viewing.copied(PLAN.width, PLAN.height)),
  ).toBeVisible()
  expect(await ben.electron?.app.evaluate(pngSize)).toEqual([PLAN.width, PLAN.height])
})

/** Runs in main. The test runtime's clipboard has `readImage`, which newer ones have given up for `read`. */
async function pngSize({ clipboard }: typeof Electron.CrossProcessExports): Promise<readonly number[]> {
  const old: unknown = Reflect.get(clipboard, 'readImage')
  if (typeof old === 'function') {
    const image = (await Reflect.apply(old, clipboard, [])) as Electron.NativeImage
    return [image.getSize().width, image.getSize().height]
  }
  const [item] = await clipboard.read()
  const png = Buffer.from(await ((await item?.getType('image/png'))?.arrayBuffer() ?? new ArrayBuffer(24)))
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}
