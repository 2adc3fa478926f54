// Looking at a share with real hands: a mouse of the X server with its wheel and buttons, fingers, keys; a still that is read
// back from the clipboard; and both sides showing something.
import type { Locator, Page } from '@playwright/test'
import { text } from '../../shared/text/en'
import type { Person } from '../fixtures/person'
import { call } from '../fixtures/story'
import { expect, test as base } from '../fixtures/test'
import { startTestWindows, type TestWindows } from '../windows/test-windows'
import { watchCodes, type CodeWatch } from '../windows/watch-codes'
import { startMouse, type Mouse } from './mouse'
import { sharingClient, type SharingClient } from './sharing-client'

const PLAN = { title: 'Plan', program: 'viewer', width: 1400, height: 820, x: 20, y: 20, fps: 5 }
const PHOTOS = { title: 'Photos', program: 'album', width: 500, height: 360, x: 700, y: 40, fps: 5 }
const PICTURE = '.shared-picture'

interface Hands {
  readonly windows: TestWindows
  readonly ana: Person
  readonly ben: Person
  readonly presenter: SharingClient
}

const test = base.extend<{ hands: Hands }>({
  hands: async ({ join, atEnd }, use) => {
    const windows = startTestWindows()
    atEnd(windows.stop)
    const ana = await join({ name: 'Ana', host: 'electron' })
    const ben = await join({ name: 'Ben', host: 'electron' })
    await call(ana, ben)
    await use({ windows, ana, ben, presenter: await sharingClient(ana.page) })
  },
})

/** Above all other windows, as a person would have it. */
const toFront = ({ electron }: Person) =>
  electron?.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((each) => each.isVisible() && each.isResizable())
    window?.setPosition(0, 0)
    window?.moveTop()
    window?.focus()
  })

/** Where the page's corner is on the X screen: asked of the mouse itself, since a manager's frame isn't told. */
async function cornerOf(page: Page, mouse: Mouse): Promise<{ readonly x: number; readonly y: number }> {
  await page.evaluate(() => {
    window.addEventListener('mousemove', ({ screenX, clientX, screenY, clientY }) => {
      Object.assign(window, { testCorner: { x: screenX - clientX, y: screenY - clientY } })
    })
  })
  for (let tries = 0; tries < 100; tries += 1) {
    await mouse.move(400 + (tries % 7), 400 + (tries % 5))
    const corner = await page.evaluate<{ x: number; y: number } | undefined>('window.testCorner')
    if (corner) return corner
    await page.waitForTimeout(50)
  }
  throw new Error('the mouse never reached the page')
}

const boxOf = async (place: Locator) => {
  const box = await place.boundingBox()
  if (!box) throw new Error('not on the page')
  return box
}
const pictureOf = (page: Page) => boxOf(page.locator(PICTURE))
/** Also while it has left with the other controls. */
const zoomOf = (page: Page) =>
  page.getByRole('group', { name: text.viewing.zoom, exact: true, includeHidden: true })

async function shown({ windows, ben, presenter }: Hands, spec = PLAN): Promise<CodeWatch> {
  const window = await windows.open(spec)
  const watch = await watchCodes(ben.page, PICTURE)
  await presenter.share(spec.title)
  await expect
    .poll(async () => {
      const last = (await watch.pictures()).at(-1)
      return last?.kind === 'window' && last.number === window.number && last.width === spec.width
    })
    .toBe(true)
  await ben.ui.wake()
  return watch
}

test('wheel, drag, pinch, keys and full screen do with the picture what they say', async ({
  hands,
  atEnd,
}) => {
  const { ben } = hands
  const { page } = ben
  const watch = await shown(hands)
  await toFront(ben)
  const mouse = startMouse()
  atEnd(mouse.stop)
  const corner = await cornerOf(page, mouse)
  const area = await boxOf(page.locator('.shared-area'))
  const middle = { x: corner.x + area.x + area.width / 2, y: corner.y + area.y + area.height / 2 }
  const fitted = await pictureOf(page)

  await test.step('a notch of the wheel zooms where the mouse is', async () => {
    await mouse.move(middle.x, middle.y)
    await mouse.wheel(4)
    await expect.poll(async () => (await pictureOf(page)).width).toBeGreaterThan(fitted.width * 1.3)
  })
  await test.step('a drag moves it by as much as the mouse', async () => {
    const before = await pictureOf(page)
    await mouse.drag([middle.x, middle.y], [middle.x - 40, middle.y - 30])
    await expect
      .poll(async () => {
        const now = await pictureOf(page)
        return [Math.round(now.x - before.x), Math.round(now.y - before.y)]
      })
      .toEqual([-40, -30])
  })
  await test.step('turned back it is fitted in again, and no smaller', async () => {
    await mouse.move(middle.x, middle.y)
    await mouse.wheel(-12)
    await expect.poll(async () => Math.round((await pictureOf(page)).width)).toBe(Math.round(fitted.width))
  })
  await test.step('two fingers apart zoom', async () => {
    const before = (await pictureOf(page)).width
    await pinch(page, area)
    await expect.poll(async () => (await pictureOf(page)).width).toBeGreaterThan(before * 1.2)
  })
  await test.step('1 is full size, 0 fits it in', async () => {
    await page.keyboard.press('1')
    await expect(zoomOf(page)).toContainText(text.viewing.percent(100))
    await expect.poll(async () => Math.round((await pictureOf(page)).width)).toBe(PLAN.width)
    await page.keyboard.press('0')
    await expect(zoomOf(page)).toContainText(text.viewing.fit)
  })
  await test.step('f fills the screen, and f again gives it back', async () => {
    const before = await page.evaluate(() => window.innerHeight)
    await page.keyboard.press('f')
    await expect.poll(() => page.evaluate(() => window.innerHeight === screen.height)).toBe(true)
    // The picture is laid out anew once the window has its size.
    await expect.poll(async () => (await pictureOf(page)).width).toBeGreaterThan(fitted.width)
    // Its word comes a moment after its size.
    await ben.ui.expectAwake(page.getByRole('button', { name: text.call.leaveFullScreen }))
    await page.keyboard.press('f')
    await expect.poll(() => page.evaluate(() => window.innerHeight)).toBe(before)
  })
  expect((await watch.pictures()).filter(({ kind }) => kind === 'black')).toEqual([])
})

async function pinch(
  page: Page,
  area: { x: number; y: number; width: number; height: number },
): Promise<void> {
  const fingers = await page.context().newCDPSession(page)
  const [x, y] = [area.x + area.width / 2, area.y + area.height / 2]
  const at = (apart: number) => [
    { x: x - apart, y, id: 1 },
    { x: x + apart, y, id: 2 },
  ]
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(40) })
  for (let apart = 50; apart <= 120; apart += 10) {
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(apart) })
  }
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await fingers.detach()
}

test('a still in the clipboard is pixel for pixel what is shown', async ({ hands }) => {
  const { ben, windows } = hands
  const photos = await windows.open({ ...PHOTOS, title: 'Still', fps: 0 })
  const watch = await watchCodes(ben.page, PICTURE)
  await hands.presenter.share('Still')
  await expect.poll(async () => (await watch.pictures()).at(-1)?.width).toBe(photos.spec.width)
  await toFront(ben)
  // It becomes as sharp as it gets, one frame a second.
  await expect.poll(() => ben.page.evaluate(stirs, PICTURE)).toBe(false)
  await ben.page.keyboard.press('Control+c')
  const words = text.viewing.copied(photos.spec.width, photos.spec.height)
  await expect(ben.page.getByRole('main').getByText(words)).toBeVisible()
  const png = await ben.electron?.app.evaluate(clipboardPng)
  const apart = await ben.page.evaluate(mostApart, { png: png ?? '', selector: PICTURE })
  expect(apart.size).toEqual([photos.spec.width, photos.spec.height])
  // An encoder may still have touched a pixel between the two looks.
  expect(apart.parts).toBeLessThan(0.001)
})

/** Runs in main. Newer Electron has given up `readImage` for `read`. */
async function clipboardPng({ clipboard }: typeof Electron.CrossProcessExports): Promise<string> {
  const old: unknown = Reflect.get(clipboard, 'readImage')
  if (typeof old === 'function') {
    return ((await Reflect.apply(old, clipboard, [])) as Electron.NativeImage).toPNG().toString('base64')
  }
  const [item] = await clipboard.read()
  return Buffer.from(
    await ((await item?.getType('image/png'))?.arrayBuffer() ?? new ArrayBuffer(0)),
  ).toString('base64')
}

/** Runs in the page: whether any pixel changes in two frames of a picture that stands still. */
async function stirs(selector: string): Promise<boolean> {
  const video = document.querySelector<HTMLVideoElement>(selector)
  if (!video) throw new Error('no picture')
  const frame = (): Promise<string> =>
    new Promise((resolve) => {
      video.requestVideoFrameCallback(() => {
        const canvas = document.createElement('canvas')
        canvas.width = video.videoWidth
        canvas.height = video.videoHeight
        canvas.getContext('2d')?.drawImage(video, 0, 0)
        resolve(canvas.toDataURL())
      })
    })
  const [first, second, third] = [await frame(), await frame(), await frame()]
  return first !== second || second !== third
}

/** Runs in the page: which part of all pixels differs by more than what rounding does. */
async function mostApart({ png, selector }: { readonly png: string; readonly selector: string }) {
  const image = Object.assign(new Image(), { src: `data:image/png;base64,${png}` })
  await image.decode()
  const size = [image.naturalWidth, image.naturalHeight] as const
  const pixelsOf = (source: CanvasImageSource): Uint8ClampedArray => {
    const context = new OffscreenCanvas(...size).getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(source, 0, 0)
    return context.getImageData(0, 0, ...size).data
  }
  const video = document.querySelector<HTMLVideoElement>(selector)
  if (!video) throw new Error('no picture')
  const [copied, drawn] = [pixelsOf(image), pixelsOf(video)]
  const others = copied.filter((value, at) => Math.abs(value - (drawn[at] ?? 0)) > 3).length
  return { size, parts: others / copied.length }
}

test('both show something at once, each sees the other, and one who stops still sees', async ({ hands }) => {
  const { windows, ana, ben, presenter } = hands
  const [letter, photos] = await windows.openAll([{ ...PHOTOS, title: 'Letter', x: 40 }, PHOTOS])
  const other = await sharingClient(ben.page)
  const [atBen, atAna] = [await watchCodes(ben.page, PICTURE), await watchCodes(ana.page, PICTURE)]
  const shows = async (watch: CodeWatch, number: number | undefined): Promise<void> => {
    await watch.clear()
    await expect
      .poll(async () => {
        const last = (await watch.pictures()).at(-1)
        return last?.kind === 'window' ? last.number : null
      })
      .toBe(number)
  }
  await presenter.share('Letter')
  await other.share('Photos')
  await shows(atBen, letter?.number)
  await shows(atAna, photos?.number)
  for (const [{ page }, title] of [
    [ana, 'Letter'],
    [ben, 'Photos'],
  ] as const) {
    await expect(page.getByRole('complementary', { name: text.presenting.label })).toContainText(title)
  }
  await presenter.press('stop')
  await expect(ben.page.locator(PICTURE)).toHaveCount(0)
  await shows(atAna, photos?.number)
})
