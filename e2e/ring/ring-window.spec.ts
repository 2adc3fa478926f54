// The ring window on a real Electron: seen without taking the keyboard, heard, answered, and gone when nothing rings.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { incomingWords } from '../../shared/text/en-incoming'
import { ringWindowWords } from '../../shared/text/en-ring-window'
import { expect, test } from '../fixtures/test'
import { launchRingClient, pressUntil, pressWhenTaken, ringOf, ringPage } from './ring-client'

const [A, B] = ['a'.repeat(32), 'b'.repeat(32)]

test('it is seen above everything without the keyboard, though the app is hidden, and says so', async ({
  atEnd,
}) => {
  const client = await launchRingClient(atEnd)
  await client.hideApp()
  const ring = await client.ring(ringOf(A))
  await expect(ring.getByRole('heading', { name: 'Ana' })).toBeVisible()
  await expect.poll(async () => (await client.facts())?.visible).toBe(true)
  const facts = await client.facts()
  expect(facts).toMatchObject({ focused: false, focusable: false, onTop: true })
  const area = await client.app.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea)
  expect(facts?.bounds).toMatchObject({ x: area.x + area.width - 416 - 16, y: area.y + 16, width: 416 })
  // Its typeface may come a moment later than its words.
  const tall = () => ring.evaluate(() => document.querySelector<HTMLElement>('.ringwin')?.offsetHeight)
  await expect.poll(async () => (await client.facts())?.bounds.height === (await tall())).toBe(true)
  await expect.poll(client.proven).toContain('shown')
  // The app itself stays where the user put it.
  expect(
    await client.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((one) => [
        one.webContents.getURL().split('/').at(-1),
        one.isVisible(),
      ]),
    ),
  ).toContainEqual(['index.html', false])
  const { violations } = await new AxeBuilder({ page: ring }).setLegacyMode(true).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
})

test('its tone is really played, is told as heard, and ends with the tone being switched off', async ({
  atEnd,
}) => {
  const client = await launchRingClient(atEnd)
  await client.hideApp()
  const ring = await client.ring(ringOf(A))
  await expect.poll(client.proven).toContain('sounding')
  const silence = ring.getByRole('button', { name: ringWindowWords.silence })
  await silence.click()
  await expect(ring.getByText(incomingWords.silenced)).toBeVisible()
  await expect(silence).toBeHidden()
  expect(await client.asked()).toEqual([])
})

test('each answer reaches the page with its call, once', async ({ atEnd }) => {
  const client = await launchRingClient(atEnd)
  await client.hideApp()
  for (const [at, name, verb] of [
    [0, ringWindowWords.acceptVideo, { verb: 'accept', video: true }],
    [1, ringWindowWords.acceptSound, { verb: 'accept', video: false }],
    [2, ringWindowWords.decline, { verb: 'decline' }],
  ] as const) {
    const callId = String(at).repeat(32)
    const ring = await client.ring(ringOf(callId))
    const gone = ring.waitForEvent('close')
    await pressWhenTaken(() => ring.getByRole('button', { name, exact: true }).click(), client.asked, at + 1)
    await gone
    expect((await client.asked()).at(-1)).toEqual({ ...verb, callId })
    await client.tell()
  }
})

test('a decline with words is chosen in place, with a way back', async ({ atEnd }) => {
  const client = await launchRingClient(atEnd)
  await client.hideApp()
  const ring = await client.ring(ringOf(A))
  const choose = ring.getByRole('button', { name: ringWindowWords.declineMessage })
  const group = ring.getByRole('group')
  await pressUntil(
    () => choose.click({ timeout: 1_000 }),
    () => group.isVisible(),
  )
  await expect(choose).toBeHidden()
  await pressUntil(
    () => ring.getByRole('button', { name: incomingWords.back, exact: true }).click({ timeout: 1_000 }),
    () => choose.isVisible(),
  )
  await pressUntil(
    () => choose.click({ timeout: 1_000 }),
    () => group.isVisible(),
  )
  const message = incomingWords.messages[1] ?? ''
  await pressWhenTaken(() => ring.getByRole('button', { name: message }).click(), client.asked, 1)
  expect(await client.asked()).toEqual([{ verb: 'decline', callId: A, message }])
})

test('a click that was meant for what was there before answers nothing', async ({ atEnd }) => {
  const client = await launchRingClient(atEnd)
  await client.hideApp()
  const ring = await client.ring(ringOf(A))
  await ring.getByRole('heading', { name: 'Ana' }).waitFor()
  await setClockBack(ring, true)
  const accept = ring.getByRole('button', { name: ringWindowWords.acceptSound, exact: true })
  await expect.poll(client.proven).toContain('shown')
  await accept.click()
  for (const key of ['Space', 'Enter']) await ring.keyboard.press(key)
  expect(await client.asked()).toEqual([])
  // Later the very same press counts, and is the only one.
  await setClockBack(ring, false)
  await pressWhenTaken(() => accept.click({ timeout: 1_000 }), client.asked, 1)
  expect(await client.asked()).toEqual([{ verb: 'accept', video: false, callId: A }])
})

/** By which its page tells how long it has been seen: set back, no time passes for it, however long a press takes to get there. */
const setClockBack = (ring: Page, isBack: boolean) =>
  ring.evaluate((set) => {
    if (set) performance.now = () => 0
    else Reflect.deleteProperty(performance, 'now')
  }, isBack)

test('it goes when the caller gives up, shows the next one, and idles nowhere', async ({ atEnd }) => {
  const client = await launchRingClient(atEnd)
  await client.hideApp()
  const ring = await client.ring(ringOf(A))
  await client.tell(ringOf(A), ringOf(B, { name: 'Ben', isContact: false }))
  await client.tell(ringOf(B, { name: 'Ben', isContact: false }))
  await expect(ring.getByRole('heading', { name: 'Ben' })).toBeVisible()
  await expect(ring.getByText(incomingWords.stranger)).toBeVisible()
  const gone = ring.waitForEvent('close')
  await client.tell()
  await gone
  expect(await client.facts()).toBeUndefined()
})

test('one that is closed or crashes is made anew, three times', async ({ atEnd }) => {
  const client = await launchRingClient(atEnd)
  await client.hideApp()
  await client.ring(ringOf(A))
  for (let times = 0; times < 3; times += 1) {
    const again = ringPage(client.app)
    await (times === 1 ? client.crash() : client.close())
    const ring = await again
    await expect(ring.getByRole('heading', { name: 'Ana' })).toBeVisible()
  }
  await client.close()
  await expect.poll(client.facts).toBeUndefined()
  await client.tell()
  const next = await client.ring(ringOf(B))
  await expect(next.getByRole('heading', { name: 'Ana' })).toBeVisible()
})

test('what its page says as it goes is no command from a stranger', async ({ atEnd }) => {
  const client = await launchRingClient(atEnd)
  await client.hideApp()
  for (const callId of [A, B]) {
    const ring = await client.ring(ringOf(callId))
    await expect(ring.getByRole('heading', { name: 'Ana' })).toBeVisible()
    // Without a pause, so that something is on its way in whatever moment the window goes.
    await ring.evaluate(`{
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        void window.desktop.call('ringwindow.heard', { peak: 0 })
        port2.postMessage(null)
      }
      port2.postMessage(null)
    }`)
    await client.tell()
    await expect.poll(client.facts).toBeUndefined()
  }
  await client.call('app.info') // whatever was on the way before it has been read
  expect(client.lines().filter((line) => line.includes('[ipc]'))).toEqual([])
})
