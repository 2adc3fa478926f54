// "Ring me in 10 seconds" on a real Electron, bus, tray and sound server: out through the server and back, the whole ring, and
// a report of what was seen, heard and read.
import { ensureSystemPackages } from '../../build/setup/system-packages.mjs'
import { desktopEn } from '../../shared/text/desktop-en'
import { selfTestWords as words } from '../../shared/text/en-self-test'
import { ringWindowWords } from '../../shared/text/en-ring-window'
import { trayWords } from '../../shared/text/desktop-tray-en'
import { SPEAKERS, startSoundMachine, type SoundMachine } from '../devices/sound-machine'
import { startStockServer } from '../rtc/rtc-harness'
import { appWindow } from '../fixtures/app-window'
import { expectInCall } from '../fixtures/story'
import { expect, test as base } from '../fixtures/test'
import { pressUntil } from './ring-client'
import { startSelfTester, WHOLE_TEST_MS } from './self-test-client'

const test = base.extend<{ sound: SoundMachine }>({
  sound: async ({ atEnd }, use) => {
    expect(await ensureSystemPackages(['sound'], { install: false })).toBe(true)
    const sound = await startSoundMachine()
    atEnd(sound.stop)
    await use(sound)
  },
})

test.setTimeout(150_000)

const { passed, failed, unknown } = words.verdicts
const RECORDING = '“Recording”'
const SYSTEM = words.ringer.system

/** Loud enough by far; an idle sink is exactly silent. */
const HEARD = 0.002

test('closed to the tray it rings as a call would, and everything is well', async ({
  join,
  atEnd,
  sound,
}) => {
  const ana = await startSelfTester({ join, atEnd, env: sound.env, person: { media: [] } })
  expect((await ana.call('login.set', { on: true })).ok).toBe(true)
  const coming = ana.ringWindow()
  await ana.begin()
  await expect.poll(ana.isShown).toBe(false)
  const ring = await coming
  const heard = sound.listen('room', 4_000)
  await expect(ring.getByRole('heading', { name: desktopEn.ring.testName })).toBeVisible()
  await expect(ring.getByText(ringWindowWords.testNote)).toBeVisible()
  const notice = await ana.bus.until(() => ana.bus.notifications()[0])
  expect([notice.summary, notice.actions]).toEqual([
    desktopEn.ring.testTitle,
    [
      ...['default', desktopEn.openNotice],
      'accept',
      desktopEn.ring.accept,
      'decline',
      desktopEn.ring.decline,
    ],
  ])
  expect(await heard).toBeGreaterThan(HEARD)
  expect(await ana.isShown()).toBe(false)
  ana.bus.press(notice, 'accept')

  expect(await ana.report()).toEqual([
    `${passed}: ${words.server.returned.title}`,
    `${passed}: ${words.tray.there.title}`,
    `${passed}: ${words.window.shown.title}`,
    `${passed}: ${words.notification.shown.title(RECORDING)}`,
    `${passed}: ${words.ringer.there.title(SYSTEM)}`,
    `${passed}: ${words.sound.heard.title}`,
    `${passed}: ${words.quiet.off.title}`,
    `${passed}: ${words.systemQuiet.off.title}`,
    `${passed}: ${words.login.on}`,
  ])
  await expect(ana.person.page.getByText(words.titles.passed, { exact: true })).toBeVisible()
  await expect(ana.person.page.getByText(words.answered)).toBeVisible()
  await expect.poll(ana.isShown).toBe(true)
  // Nothing of it is left, and it was no call.
  await ana.bus.until(() => notice.closed !== null)
  await expect
    .poll(() => ana.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
    .toBe(1)
  expect(await ana.call('history.read')).toMatchObject({ ok: true })
  expect(JSON.stringify(await ana.call('history.read'))).not.toContain('startedAt')
})

test('declined in the tray, without a daemon, over the server in the app', async ({ join, atEnd }) => {
  const ana = await startSelfTester({
    ...{ join, atEnd, bus: { daemon: null } },
    person: { reach: { mode: 'this-computer' } },
  })
  const coming = ana.ringWindow()
  await ana.begin()
  const ring = await coming
  await expect(ring.getByRole('heading', { name: desktopEn.ring.testName })).toBeVisible()
  const labels = async () => ((await ana.bus.tray()[0]?.menu()) ?? []).map(({ label }) => label)
  await expect.poll(labels).toContain(trayWords.decline)
  await ana.bus.tray()[0]?.click(trayWords.decline)
  const report = await ana.report()
  expect(report).toContain(`${passed}: ${words.server.returned.title}`)
  expect(report).toContain(`${failed}: ${words.notification.nobody.title()}`)
  expect(report).toContain(`${failed}: ${words.login.off}`)
  await expect.poll(labels).not.toContain(trayWords.decline)

  // What it offers about a step, it does.
  await ana.person.page.getByRole('button', { name: words.remedies['start-at-login'] }).click()
  await expect(ana.person.page.getByText(words.done)).toBeVisible()
  await expect.poll(() => ana.call('login.read')).toMatchObject({ value: { is: 'on' } })
})

test('begun where the tray is explained; where it is not to disturb nothing rings, which is said', async ({
  join,
  atEnd,
}) => {
  const ana = await startSelfTester({ join, atEnd })
  const { value } = (await ana.call('settings.read')) as { value: { doNotDisturb: object } }
  await ana.call('settings.change', { doNotDisturb: { ...value.doNotDisturb, on: true, untilMs: null } })
  await ana.app.evaluate(({ dialog }) => {
    // "Ring me in 10 seconds", in the words about the tray that the first close brings.
    dialog.showMessageBox = () => Promise.resolve({ response: 2, checkboxChecked: false })
  })
  await appWindow(ana.app).close()
  await expect.poll(ana.isShown).toBe(false)
  const report = await ana.report()
  expect(report).toContain(`${passed}: ${words.server.returned.title}`)
  expect(report).toContain(`${failed}: ${words.quiet['by-hand'].title}`)
  expect(report).toContain(`${unknown}: ${words.window.quiet.title}`)
  expect(ana.bus.notifications()).toEqual([])
  await expect(ana.person.page.getByText(words.titles.quiet, { exact: true })).toBeVisible()
  await ana.person.page.getByRole('button', { name: words.remedies['end-quiet'] }).click()
  await expect.poll(() => ana.call('settings.read')).toMatchObject({ value: { doNotDisturb: { on: false } } })
})

test('a desktop that is not to be disturbed and a muted ringer are read and said', async ({
  join,
  atEnd,
  sound,
}) => {
  await sound.mute('room')
  const ana = await startSelfTester({
    ...{ join, atEnd, bus: { daemon: { inhibited: true, capabilities: ['body'] } } },
    ...{ env: sound.env, person: { media: [] } },
  })
  const { value } = (await ana.call('settings.read')) as { value: { doNotDisturb: object } }
  await ana.call('settings.change', { doNotDisturb: { ...value.doNotDisturb, followSystem: false } })
  await ana.begin()
  const report = await ana.report()
  expect(report).toContain(`${failed}: ${words.systemQuiet.ignored.title}`)
  expect(report).toContain(`${failed}: ${words.ringer.muted.title(SYSTEM)}`)
  await expect(ana.person.page.getByText(words.notification.noActions)).toBeVisible()
  // Chosen where the speakers are.
  await ana.person.page.getByRole('button', { name: words.remedies['choose-ringer'] }).click()
  await expect(ana.person.page.getByRole('option', { name: SPEAKERS.ears }).first()).toBeAttached()
})

test('without a tray the window is minimised, and a stock server brings it back too', async ({
  join,
  atEnd,
}) => {
  const stock = await startStockServer()
  atEnd(stock.close)
  const ana = await startSelfTester({
    ...{ join, atEnd, bus: { tray: false }, person: { server: stock.base } },
  })
  const coming = ana.ringWindow()
  await ana.begin()
  const ring = await coming
  await pressUntil(
    () => ring.getByRole('button', { name: ringWindowWords.decline, exact: true }).click({ timeout: 1_000 }),
    () => Promise.resolve(ring.isClosed()),
  )
  const report = await ana.report()
  expect(report).toContain(`${passed}: ${words.server.returned.title}`)
  expect(report).toContain(`${passed}: ${words.window.shown.title}`)
  expect(report).toContain(`${failed}: ${words.tray.none.title}`)
})

test('a call that comes meanwhile has the line, and a test during it is refused', async ({ join, atEnd }) => {
  const ana = await startSelfTester({ join, atEnd })
  const ben = await join({ name: 'Ben', host: 'browser' })
  const link = await ana.person.ui.ownLink()
  await ana.begin()
  await ben.ui.callWithVideo(link)
  await expect(ben.ui.ringsThere).toBeVisible()
  await expect.poll(() => ana.call('selftest.read')).toEqual({ ok: true, value: { is: 'interrupted' } })
  // The test may have rung for a moment before.
  const notice = await ana.bus.until(() =>
    ana.bus.notifications().find(({ summary }) => summary === desktopEn.ring.calls('Ben')),
  )
  expect(await ana.call('selftest.begin')).toEqual({ ok: true, value: { refused: 'rings' } })
  ana.bus.press(notice, 'accept')
  await expectInCall(ben, ana.person)
  await expect
    .poll(() => ana.call('selftest.begin'), { timeout: WHOLE_TEST_MS })
    .toEqual({ ok: true, value: { refused: 'in-call' } })
  await expectInCall(ben, ana.person)
})
