// A page dies while somebody calls: the ring goes on without it, and is answered there, also before the next page is there.
import type { ElectronApplication, Page } from '@playwright/test'
import { ringWindowWords } from '../../shared/text/en-ring-window'
import { appWindow } from '../fixtures/app-window'
import type { Person } from '../fixtures/person'
import { expectHears, expectSees } from '../fixtures/story'
import { expect, test } from '../fixtures/test'
import { windowFacts } from '../share/bar-client'
import { endings, framesSeen, killPage, ringIsHeard, shows } from './dead-page'
import { pressUntil, RING_URL, ringPage } from './ring-client'

type Join = (options: { readonly name: string; readonly host: 'browser' | 'electron' }) => Promise<Person>

for (const how of ['crash', 'kill -9'] as const) {
  test(`the ring goes on without its page (${how}); accepted before the next, it is a call both ways`, async ({
    join,
  }) => {
    test.setTimeout(120_000)
    const { ana, app, ring } = await rung(join)
    await expect.poll(() => ringIsHeard(app)).toBe(true)
    const page = await killPage(app, how)
    // The very same window and its tone, not one that was made anew.
    await expect(ring.getByRole('heading', { name: 'Ana' })).toBeVisible()
    expect(await windowFacts(app, RING_URL)).toMatchObject({ visible: true })
    await expect.poll(() => ringIsHeard(app)).toBe(true)
    await press(ring, ringWindowWords.acceptVideo)
    await expect(ana.ui.cancel).toBeVisible()
    await page.letGo()
    await ana.ui.expectAwake(ana.ui.duration)
    await expectSees(ana, { name: 'Ben' })
    await expectHears(ana)
    const frames = () => framesSeen(app, 'Ana')
    await expect.poll(frames).toBeGreaterThan(0)
    const before = await frames()
    await expect.poll(frames).toBeGreaterThan(before)
    await ana.ui.pressAwake(ana.ui.hangUp)
    await expect.poll(() => endings(app)).toEqual(['ended-by-other'])
  })
}

test('accepted with sound only when the next page is there, it is with sound only', async ({ join }) => {
  const { ana, app, ring } = await rung(join)
  const page = await killPage(app, 'crash')
  await page.letGo()
  await expect.poll(() => shows(app, 'Ana')).toBe(true)
  await press(ring, ringWindowWords.acceptSound)
  await ana.ui.expectAwake(ana.ui.duration)
  await expect(ana.ui.cameraIsOff('Ben')).toBeVisible()
})

test('declined before there is a page, its caller hears of that when there is one', async ({ join }) => {
  const { ana, app, ring } = await rung(join)
  const page = await killPage(app, 'crash')
  await press(ring, ringWindowWords.decline)
  await expect(ana.ui.cancel).toBeVisible()
  await page.letGo()
  await expect(ana.ui.endedBecause('declined-by-other', 'Ben', false)).toBeVisible()
  await expect.poll(() => endings(app)).toEqual(['declined-by-me'])
})

test('given up while there is no page, it ends with the next one and is missed once', async ({ join }) => {
  const { ana, app, ring } = await rung(join)
  const page = await killPage(app, 'crash')
  await ana.ui.cancel.click()
  await expect(ring.getByRole('heading', { name: 'Ana' })).toBeVisible()
  const gone = ring.waitForEvent('close')
  await page.letGo()
  await gone
  await expect.poll(() => endings(app)).toEqual(['cancelled-by-other'])
})

test('accepted, and no page comes in time: a missed call that says why, and its caller is told', async ({
  join,
}) => {
  const { ana, ben, app, ring } = await rung(join)
  const page = await killPage(app, 'crash')
  await press(ring, ringWindowWords.acceptVideo)
  const log = () => ben.lines().join('\n')
  await expect.poll(log).toMatch(/rang without a page reason=answered-too-late/)
  await expect(ana.ui.cancel).toBeVisible()
  await page.letGo()
  await expect(ana.ui.endedBecause('no-answer', 'Ben', false)).toBeVisible()
  await expect.poll(() => endings(app)).toEqual(['answered-too-late'])
})

interface Rung {
  readonly ana: Person
  readonly ben: Person
  readonly app: ElectronApplication
  /** Of Ben, whose own window is hidden; it shows Ana. */
  readonly ring: Page
}

async function rung(join: Join): Promise<Rung> {
  const ana = await join({ name: 'Ana', host: 'browser' })
  const ben = await join({ name: 'Ben', host: 'electron' })
  if (!ben.electron) throw new Error('no Electron')
  const { app } = ben.electron
  const link = await ben.ui.ownLink()
  await appWindow(app).hide()
  const coming = ringPage(app)
  await ana.ui.callWithVideo(link)
  const ring = await coming
  await expect(ring.getByRole('heading', { name: 'Ana' })).toBeVisible()
  await expect.poll(async () => (await windowFacts(app, RING_URL))?.visible).toBe(true)
  return { ana, ben, app, ring }
}

/** Until the window is gone. */
function press(ring: Page, name: string): Promise<void> {
  return pressUntil(
    () => ring.getByRole('button', { name, exact: true }).click({ timeout: 1_000 }),
    () => Promise.resolve(ring.isClosed()),
  )
}
