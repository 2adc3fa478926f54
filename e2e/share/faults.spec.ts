// What goes wrong around a share between real clients: a clear state on both sides, by what is drawn and read there.
import type { Page } from '@playwright/test'
import { text } from '../../shared/text/en'
import { MAX_TITLE_CHARS } from '../../shared/model/share'
import { RECORD_CONNECTIONS } from '../fixtures/connection-probe'
import type { Person } from '../fixtures/person'
import { call, expectSees } from '../fixtures/story'
import { expect, test as base } from '../fixtures/test'
import { startTestWindows, type TestWindows } from '../windows/test-windows'
import { watchCodes } from '../windows/watch-codes'
import { sharingClient, type SharingClient } from './sharing-client'

const PLAN = { title: 'Plan', program: 'viewer', width: 640, height: 420, x: 20, y: 20, fps: 5 }
const PICTURE = '.shared-picture'

interface Faults {
  readonly windows: TestWindows
  readonly ana: Person
  readonly ben: Person
  readonly presenter: SharingClient
}

/** Keeps the channel and the last text that went over it. */
const RECORD_CHANNEL = `{
  const native = RTCDataChannel.prototype.send
  RTCDataChannel.prototype.send = function (data) {
    if (String(data).includes('"t":"text"')) Object.assign(window, { testChannel: this, testText: String(data) })
    return native.call(this, data)
  }
}`
/** As another program would that keeps to no limit. */
const FLOOD = `for (let number = 1; number <= 400; number += 1) {
  const message = JSON.parse(window.testText)
  window.testChannel.send(JSON.stringify({ ...message, seq: message.seq + 1000 + number, text: 'flood ' + number }))
}`

const test = base.extend<{ faults: Faults }>({
  faults: async ({ join, atEnd }, use) => {
    const windows = startTestWindows()
    atEnd(windows.stop)
    const initScript = RECORD_CONNECTIONS + RECORD_CHANNEL
    const ana = await join({ name: 'Ana', host: 'electron', initScript })
    const ben = await join({ name: 'Ben', host: 'electron' })
    await call(ana, ben)
    await use({ windows, ana, ben, presenter: await sharingClient(ana.page) })
  },
})

/** Of the sender of the screen, behind the app's back: whether its encoder gives anything. */
const setEncoder = (page: Page, active: boolean) =>
  page.evaluate(async (isActive) => {
    const connection = window.testConnections?.find((each) => each.connectionState === 'connected')
    const sender = connection?.getTransceivers()[2]?.sender
    if (!sender) throw new Error('no sender')
    const parameters = sender.getParameters()
    for (const encoding of parameters.encodings) encoding.active = isActive
    await sender.setParameters(parameters)
  }, active)

test('a window that is resized 50 times a second and to 1 × 1 is never black, and says so while it gives nothing', async ({
  faults: { windows, ben, presenter },
}) => {
  const plan = await windows.open(PLAN)
  const watch = await watchCodes(ben.page, PICTURE)
  await presenter.share('Plan')
  await expect.poll(async () => (await watch.pictures()).at(-1)?.kind).toBe('window')
  const untilMs = Date.now() + 3_000
  for (let size = 0; Date.now() < untilMs; size += 1) {
    await plan.resize(300 + ((size * 37) % 500), 200 + ((size * 23) % 300))
    await ben.page.waitForTimeout(20)
  }
  await expect(ben.page.locator('.held-place')).toHaveText('')
  await plan.resize(1, 1)
  await expect(ben.page.locator('.held-place')).toHaveText(text.viewing.held.hidden('Ana'))
  expect((await presenter.state()).own).toMatchObject({ held: 'hidden' })
  await plan.resize(500, 400)
  await expect(ben.page.locator('.held-place')).toHaveText('')
  await expect
    .poll(async () => {
      const last = (await watch.pictures()).at(-1)
      return last?.kind === 'window' && last.isWhole && [last.width, last.height]
    })
    .toEqual([500, 400])
  expect((await watch.pictures()).filter(({ kind }) => kind === 'black')).toEqual([])
})

test('a title of 4000 characters that turns around is one short, harmless line at the viewer', async ({
  faults: { windows, ana, ben, presenter },
}) => {
  const odd = `Plan \u202e\u0007 שלום\u200b ${'long '.repeat(800)}`
  await windows.open({ ...PLAN, title: odd })
  await presenter.share('Plan')
  const pill = ben.page.locator('.shares-pill')
  await ben.ui.expectAwake(pill)
  await expect(pill).toContainText('Ana shares')
  const words = (await pill.textContent()) ?? ''
  expect(words).toContain('long long')
  expect(words).not.toMatch(/[\p{Cc}\u200b\u202a-\u202e\u2066\u2067]/u)
  expect(words.length).toBeLessThan(MAX_TITLE_CHARS + 40)
  for (const { page } of [ana, ben]) {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  }
  const box = await pill.boundingBox()
  expect(box?.height).toBeLessThan(60)
})

test('a flood of texts is cut, said at the one side, confirmed no more at the other, and the call goes on', async ({
  faults: { ana, ben },
}) => {
  const panel = ben.page.getByRole('complementary', { name: text.texts.title })
  await ana.page.keyboard.press('t')
  await ana.page.getByLabel(text.texts.field('Ben')).fill('first')
  await ana.page.keyboard.press('Enter')
  await ben.page.keyboard.press('t')
  await expect(panel.getByRole('listitem')).toHaveCount(1)
  await ana.page.evaluate(FLOOD)
  await expect(panel.getByText(text.texts.flooded('Ana'))).toBeVisible()
  const shown = await panel.getByRole('listitem').count()
  expect(shown).toBeGreaterThan(10)
  expect(shown).toBeLessThan(60)
  await expectSees(ben, ana)
  // Neither side's next text is lost.
  await ben.page.getByLabel(text.texts.field('Ana')).fill('too much')
  await ben.page.keyboard.press('Enter')
  await expect(ana.page.getByRole('listitem').filter({ hasText: 'too much' })).toBeVisible()
})

test('an encoder that gives nothing is told to the presenter, and no longer once it gives again', async ({
  faults: { windows, ana, ben, presenter },
}) => {
  await windows.open(PLAN)
  const watch = await watchCodes(ben.page, PICTURE)
  await presenter.share('Plan')
  await expect.poll(async () => (await watch.pictures()).at(-1)?.kind).toBe('window')
  const card = ana.page.getByRole('complementary', { name: text.presenting.label })
  await setEncoder(ana.page, false)
  await expect(card).toContainText(text.presenting.trouble.stuck)
  await watch.clear()
  expect((await watch.pictures()).filter(({ kind }) => kind === 'black')).toEqual([])
  await setEncoder(ana.page, true)
  await expect(card).not.toContainText(text.presenting.trouble.stuck)
  await expect.poll(async () => (await watch.pictures()).length).toBeGreaterThan(2)
})
