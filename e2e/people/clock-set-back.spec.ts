// A wall clock that goes back ten years, in a call and between two: nothing is decided by it, only shown.
import { historyWords } from '../../shared/text/en-history'
import { text } from '../../shared/text/en'
import { launchElectron } from '../fixtures/electron-client'
import { keptHistory } from '../fixtures/kept-history'
import { personAt, type Person } from '../fixtures/person'
import { call, expectInCall, expectSees, hangUp } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

/** Runs in the page, before the app: its clock can be set. */
const SETTABLE = `{
  const real = Date
  let backMs = 0
  window.testSetBack = (ms) => { backMs = ms }
  window.Date = class extends real {
    constructor(...given) { super(...(given.length === 0 ? [real.now() - backMs] : given)) }
    static now() { return real.now() - backMs }
  }
}`
const TEN_YEARS_MS = 10 * 365.25 * 86_400_000

/** So long the call lasts, as its page says. */
async function secondsOf({ ui }: Person): Promise<number> {
  const [, minutes, seconds] = /(-?\d+):(\d+)/.exec((await ui.duration.textContent()) ?? '') ?? []
  return Number(minutes) * 60 + Number(seconds)
}

const setBack = ({ page }: Person): Promise<unknown> =>
  page.evaluate(`window.testSetBack(${String(TEN_YEARS_MS)})`)

test('set back ten years in a call: it goes on, the next ones connect, and the newest stands on top', async ({
  join,
  atEnd,
}) => {
  test.setTimeout(180_000)
  const ana = await join({ name: 'Ana', host: 'electron', initScript: SETTABLE })
  const ben = await join({ name: 'Ben', host: 'electron' })

  await test.step('in the call', async () => {
    await call(ana, ben)
    await expect.poll(() => secondsOf(ana)).toBeGreaterThanOrEqual(3)
    await setBack(ana)
    expect(await ana.page.evaluate('new Date().getFullYear()')).toBeLessThan(new Date().getFullYear() - 8)
    // Counted by another clock: neither back to nothing nor into the past.
    const before = await secondsOf(ana)
    expect(before).toBeGreaterThanOrEqual(3)
    await expect.poll(() => secondsOf(ana)).toBeGreaterThan(before)
    expect(await secondsOf(ana)).toBeLessThan(120)
    await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
    await hangUp(ana, ben)
    await ana.page.getByRole('button', { name: text.people.saveShort, exact: true }).click()
    await ana.ui.closeEnd.click()
    await ben.ui.closeEnd.click()
  })

  await test.step('after it', async () => {
    await call(ben, ana)
    await expectInCall(ben, ana)
    await hangUp(ben, ana)
    await ana.ui.closeEnd.click()
    // It is written a moment after the end is shown.
    await expect.poll(async () => (await keptHistory(ana)).records.length).toBe(2)
    const { records } = await keptHistory(ana)
    const [newest, before] = records
    expect([newest?.direction, before?.direction]).toEqual(['incoming', 'outgoing'])
    expect(newest?.startedAt).toBeLessThan((before?.startedAt ?? 0) - TEN_YEARS_MS / 2)
    expect(before?.talkedMs).toBeGreaterThan(3_000)
    expect(before?.talkedMs).toBeLessThan(120_000)
    const rows = ana.page.locator('.call-row')
    await expect(rows.first()).toContainText(historyWords.marks.incoming)
    await expect(ana.page.getByText(text.time.today, { exact: true })).toBeVisible()
  })

  await test.step('at the next start everything is there', async () => {
    const before = await keptHistory(ana)
    const profile = ana.electron?.profile ?? ''
    await ana.electron?.quit()
    const again = personAt(await launchElectron({ profile }), 'Ana')
    atEnd(again.stop)
    await again.ui.ownLink()
    expect(await keptHistory(again)).toEqual(before)
    await again.page.getByRole('tab', { name: text.home.contacts }).click()
    await expect(again.page.getByRole('group', { name: 'Ben' })).toBeVisible()
    await expect(again.page.locator('.banner')).toHaveCount(0)
  })
})
