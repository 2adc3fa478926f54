// The sharing bar on a real Electron: it says what is shared, its buttons arrive, it never takes the keyboard, and nothing of
// it is left.
import AxeBuilder from '@axe-core/playwright'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from '../fixtures/test'
import { BAR, SHOWN, closeWindow, launchBarClient, windowFacts } from './bar-client'

test('the sharing bar says what is shared, for how long and what is seen', async ({ atEnd }) => {
  const client = await launchBarClient(atEnd)
  const bar = await client.showBar()
  await expect(bar.getByRole('toolbar', { name: 'Sharing' })).toBeVisible()
  await expect(bar.locator('.title')).toHaveText('Budget 2027.ods')
  await expect(bar.locator('.line')).toHaveText(/^1:0\d, Ben sees 1280 × 720, 12 fps$/)
  const first = await bar.locator('.lead').textContent()
  await expect(bar.locator('.lead')).not.toHaveText(first ?? '')
  await client.show({ ...SHOWN, held: 'minimised', seen: 'Ben sees the last picture', isTroubled: true })
  await expect(bar.locator('.line')).toHaveText('Window is minimised, Ben sees the last picture')
  await expect(bar.locator('.is-held.is-troubled')).toBeVisible()
})

test('what is pressed on the bar arrives in the app', async ({ atEnd }) => {
  const client = await launchBarClient(atEnd)
  const bar = await client.showBar()
  await bar.getByRole('button', { name: 'Switch window' }).click()
  await bar.getByRole('button', { name: 'Pause' }).click()
  await client.show({ ...SHOWN, held: 'paused' })
  await bar.getByRole('button', { name: 'Go on' }).click()
  await client.show({ ...SHOWN, held: 'lost' })
  await expect(bar.getByRole('button', { name: 'Pause' })).toBeHidden()
  await client.show({ ...SHOWN, held: 'came-back' })
  await bar.getByRole('button', { name: /^Continue with .*Budget 2027\.ods/ }).click()
  await bar.getByRole('button', { name: 'Stop sharing' }).click()
  await bar.getByRole('button', { name: /^.?Budget 2027\.ods/ }).click()
  await expect.poll(() => client.pressed()).toEqual(['switch', 'pause', 'resume', 'go-on', 'stop', 'open'])
})

test('the bar stands at the top, above everything, and never takes the keyboard', async ({ atEnd }) => {
  const client = await launchBarClient(atEnd)
  const bar = await client.showBar()
  await bar.waitForLoadState()
  await expect.poll(async () => (await windowFacts(client.app, BAR))?.visible).toBe(true)
  const facts = await windowFacts(client.app, BAR)
  expect(facts).toMatchObject({ focusable: false, focused: false, onTop: true })
  const area = await client.app.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea)
  expect(facts?.bounds.y).toBe(area.y + 8)
  expect(facts?.bounds.x).toBe(area.x + Math.round((area.width - 480) / 2))
  expect(facts?.bounds).toMatchObject({ width: 480, height: 44 })
})

test('nothing of the bar is left when nothing is shared any more', async ({ atEnd }) => {
  const client = await launchBarClient(atEnd)
  const before = await client.windowCount()
  await client.showBar()
  expect(await client.windowCount()).toBe(before + 1)
  await client.show(null)
  await expect.poll(() => client.windowCount()).toBe(before)
})

test('a bar that is closed comes back, and where it keeps going sharing is stopped', async ({ atEnd }) => {
  const client = await launchBarClient(atEnd)
  await client.showBar()
  for (let times = 0; times < 3; times += 1) {
    const again = client.app.waitForEvent('window', (page) => page.url() === BAR)
    await closeWindow(client.app, BAR)
    const bar = await again
    await expect(bar.locator('.title')).toHaveText('Budget 2027.ods')
  }
  expect(await client.pressed()).toEqual([])
  await closeWindow(client.app, BAR)
  await expect.poll(() => client.pressed()).toEqual(['stop'])
})

test('the bar goes with a page that is left, and with the app', async ({ atEnd }) => {
  const client = await launchBarClient(atEnd)
  const before = await client.windowCount()
  await client.showBar()
  await client.page.reload()
  await expect.poll(() => client.windowCount()).toBe(before)
  await client.showBar()
  const ended = new Promise((resolve) => client.app.process().once('exit', resolve))
  await client.app.evaluate(({ app }) => app.quit()).catch(() => undefined)
  await ended
})

test('the bar is dragged by its words, without pressing them, and not off the screen', async ({ atEnd }) => {
  const client = await launchBarClient(atEnd)
  const bar = await client.showBar()
  await bar.waitForLoadState()
  await expect.poll(async () => (await windowFacts(client.app, BAR))?.visible).toBe(true)
  const first = (await windowFacts(client.app, BAR))?.bounds
  if (!first) throw new Error('no bar')
  await dragBy(client.app, first, { x: -100, y: 200 })
  await expect
    .poll(async () => (await windowFacts(client.app, BAR))?.bounds)
    .toEqual({ ...first, x: first.x - 100, y: first.y + 200 })
  const there = (await windowFacts(client.app, BAR))?.bounds ?? first
  await dragBy(client.app, there, { x: 0, y: 2_000 })
  const area = await client.app.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea)
  // A page's own moves end where a window of 100 pixels would leave the screen.
  await expect
    .poll(async () => (await windowFacts(client.app, BAR))?.bounds)
    .toEqual({ ...there, y: area.y + area.height - 100 })
  expect(await client.pressed()).toEqual([])
})

test('the bar keeps a name that can be read, and all its buttons, with large text and long titles', async ({
  atEnd,
}) => {
  const client = await launchBarClient(atEnd)
  const bar = await client.showBar({
    title: 'מסמך ארוך '.repeat(20),
    seen: 'Ben sees 1280 × 720 '.repeat(15),
  })
  await bar.waitForLoadState()
  const { violations } = await new AxeBuilder({ page: bar }).setLegacyMode(true).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  for (const size of ['100%', '200%']) {
    await bar.evaluate((percent) => void (document.documentElement.style.fontSize = percent), size)
    await expect.poll(() => bar.evaluate(barFits)).toBe('fits')
    const title = await bar.locator('.title').boundingBox()
    expect(title?.width).toBeGreaterThan(150)
    await bar.screenshot({ path: test.info().outputPath(`bar-${size}.png`) })
  }
  expect(await bar.locator('.words').getAttribute('title')).toContain('מסמך ארוך '.repeat(19))
})

/** Runs in the page. */
function barFits(): string {
  const { innerWidth, innerHeight } = window
  const outside = [...document.querySelectorAll('button')].filter((button) => {
    const { left, top, right, bottom } = button.getBoundingClientRect()
    return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight
  })
  return outside.length === 0 ? 'fits' : outside.map((button) => button.className).join(' ')
}

type Point = { readonly x: number; readonly y: number }

/** With the system's own pointer: a driver's events know nothing of a window that moves under them. */
async function dragBy(app: ElectronApplication, bar: Point, by: Point): Promise<void> {
  const grip = { x: bar.x + 80, y: bar.y + 20 }
  await app.evaluate(
    async ({ BrowserWindow }, { url, from, to }) => {
      const contents = BrowserWindow.getAllWindows().find(
        (one) => one.webContents.getURL() === url,
      )?.webContents
      if (!contents) throw new Error('no bar')
      const send = (type: 'mouseDown' | 'mouseMove' | 'mouseUp', x: number, y: number): void => {
        const [left = 0, top = 0] = BrowserWindow.fromWebContents(contents)?.getPosition() ?? []
        contents.sendInputEvent({
          ...{ type, x: x - left, y: y - top, globalX: x, globalY: y, button: 'left', clickCount: 1 },
          modifiers: type === 'mouseUp' ? [] : ['leftbuttondown'],
        })
      }
      send('mouseDown', from.x, from.y)
      for (let step = 1; step <= 10; step += 1) {
        send('mouseMove', from.x + ((to.x - from.x) * step) / 10, from.y + ((to.y - from.y) * step) / 10)
        await new Promise((resolve) => setTimeout(resolve, 16))
      }
      send('mouseUp', to.x, to.y)
    },
    { url: BAR, from: grip, to: { x: grip.x + by.x, y: grip.y + by.y } },
  )
}
