// The sharing bar on a real Electron: it says what is shared, its buttons arrive, it never takes the keyboard, and nothing of
// it is left.
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
  await bar.getByRole('button', { name: 'Stop sharing' }).click()
  await bar.getByRole('button', { name: /Budget 2027\.ods/ }).click()
  await expect.poll(() => client.pressed()).toEqual(['switch', 'pause', 'resume', 'stop', 'open'])
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
  expect(facts?.bounds.x).toBe(area.x + Math.round((area.width - 420) / 2))
  expect(facts?.bounds).toMatchObject({ width: 420, height: 44 })
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

test('the bar goes with a page that is left, and with the app’s window', async ({ atEnd }) => {
  const client = await launchBarClient(atEnd)
  const before = await client.windowCount()
  await client.showBar()
  await client.page.reload()
  await expect.poll(() => client.windowCount()).toBe(before)
  await client.showBar()
  const ended = new Promise((resolve) => client.app.process().once('exit', resolve))
  await closeWindow(client.app, 'app://parley/index.html').catch(() => undefined)
  await ended
})
