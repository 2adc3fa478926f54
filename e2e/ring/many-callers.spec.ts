// Many who call at the same moment, and one who calls on and on: by signed invites of their own over the real server, at an app
// that is closed to the tray.
import { randomBytes } from 'node:crypto'
import type { ElectronApplication } from '@playwright/test'
import type { CallMessageOf } from '../../shared/protocol/call-messages'
import type { Recorded } from '../desktop/notification-daemon'
import { desktopEn } from '../../shared/text/desktop-en'
import { historyWords } from '../../shared/text/en-history'
import { connectClient, ofType, type Frame, type TestClient } from '../../server/testing/test-client'
import { startDesktopBus, type DesktopBus } from '../desktop/desktop-bus'
import { appWindow } from '../fixtures/app-window'
import { keptHistory } from '../fixtures/kept-history'
import { idOf, type Person } from '../fixtures/person'
import { expect, test as base } from '../fixtures/test'
import { windowFacts } from '../share/bar-client'
import { RING_URL } from './ring-client'

const CALLERS = 50
/** More than one person's calls may ring in a row (INVITE_ALLOWANCE). */
const FLOOD = 100
const ALLOWED = 30
/** Ana's, and a second that had begun. */
const MEANWHILE = 2

interface Callee {
  readonly ben: Person
  readonly id: string
  readonly bus: DesktopBus
}

const test = base.extend<{ callee: Callee; caller: () => Promise<TestClient> }>({
  callee: async ({ join, atEnd }, use) => {
    const bus = await startDesktopBus()
    atEnd(() => bus.stop())
    const ben = await join({ name: 'Ben', host: 'electron', electron: { env: bus.env } })
    const id = await idOf(ben)
    await bus.until(() => bus.tray()[0])
    await appWindow(appOf(ben)).hide()
    await use({ ben, id, bus })
  },
  caller: async ({ server, atEnd }, use) => {
    await use(async () => {
      const client = await connectClient(server.baseUrl)
      atEnd(() => client.close())
      return client
    })
  },
})

const NAME = '<b>Eve</b>\u202egnp.exe'

/** Its id. */
function invite(from: TestClient, to: string, name: string): string {
  const callId = randomBytes(16).toString('hex')
  const fingerprint = Array.from(randomBytes(32), (byte) => byte.toString(16).padStart(2, '0')).join(':')
  const message: CallMessageOf<'invite'> = {
    ...{ v: 1, t: 'invite', callId, path: 1, seq: 1, from: from.identity.id, to, role: 'caller', name },
    ...{ video: false, link: '', fingerprint: fingerprint.toUpperCase() },
  }
  void from.sendCtl(to, JSON.stringify(message))
  return callId
}

function cancel(from: TestClient, to: string, callId: string): void {
  const head = { v: 1, callId, path: 1, seq: 2, from: from.identity.id, to, role: 'caller', name: NAME }
  void from.sendCtl(to, JSON.stringify({ ...head, t: 'cancel' }))
}

/** Kinds of the call messages that came back, in order. */
const answers = ({ frames }: TestClient): readonly string[] =>
  frames
    .filter(ofType('CTL'))
    .map((frame: Frame) => /\\"t\\":\\"([a-z]+)\\"/.exec(JSON.stringify(frame))?.[1] ?? '')

const open = (bus: DesktopBus): readonly Recorded[] =>
  bus.notifications().filter(({ closed }) => closed === null)
const ringWindow = ({ ben }: Callee) => windowFacts(appOf(ben), RING_URL)

function appOf({ electron }: Person): ElectronApplication {
  if (!electron) throw new Error('no Electron')
  return electron.app
}

test('of fifty who call at once one rings, and the rest are told so and missed', async ({
  callee,
  caller,
}) => {
  const { ben, id, bus } = callee
  const callers = await Promise.all(Array.from({ length: CALLERS }, caller))
  const calls = callers.map((one, n) => invite(one, id, `Caller ${String(n)}`))
  await expect.poll(() => callers.filter((one) => answers(one).length > 0).length).toBe(CALLERS)
  const first = callers.map(answers).map(([kind]) => kind)
  expect(first.filter((kind) => kind === 'ringing')).toHaveLength(1)
  expect(first.filter((kind) => kind === 'busy')).toHaveLength(CALLERS - 1)

  const rung = first.indexOf('ringing')
  await expect.poll(async () => (await ringWindow(callee))?.visible).toBe(true)
  const ringing = desktopEn.ring.calls(`Caller ${String(rung)}`)
  await expect.poll(() => open(bus).map(({ summary }) => summary)).toContain(ringing)
  expect(bus.notifications().filter(({ actions }) => actions.includes('accept'))).toHaveLength(1)
  await expect.poll(async () => (await keptHistory(ben)).records.length).toBe(CALLERS - 1)

  const [one, call] = [callers[rung], calls[rung]]
  if (!one || call === undefined) throw new Error('nobody rang')
  cancel(one, id, call)
  await expect.poll(() => ringWindow(callee)).toBeUndefined()
  await expect.poll(async () => (await keptHistory(ben)).records.length).toBe(CALLERS)
  const { records } = await keptHistory(ben)
  expect(new Set(records.map((record) => record.id)).size).toBe(CALLERS)
  // One notification for all of them stays.
  const many = desktopEn.missed.many(CALLERS).replace('\u00a0', ' ')
  await expect.poll(() => open(bus).map(({ summary }) => summary)).toEqual([many])
})

test('one who floods rings once at a time, then not at all, and can be blocked', async ({
  callee,
  caller,
}) => {
  const { ben, id, bus } = callee
  const eve = await caller()
  const sinceMs = performance.now()
  for (let k = 0; k < FLOOD; k += 1) invite(eve, id, NAME)
  const seen = () => bus.notifications().filter(({ actions }) => actions.includes('accept'))
  await expect.poll(() => seen().length).toBeGreaterThan(0)
  // What came over the same line before hers has been read by the time that she is answered.
  const ana = await caller()
  invite(ana, id, 'Ana')
  await expect.poll(() => answers(ana)).toEqual(['busy'])
  // Each call takes the place of the one before it, which is missed; each second of a busy machine lets one more through.
  await expect.poll(async () => (await keptHistory(ben)).records.length).toBeGreaterThanOrEqual(ALLOWED)
  const { records } = await keptHistory(ben)
  expect(records.length).toBeLessThanOrEqual(ALLOWED + MEANWHILE + (performance.now() - sinceMs) / 1000)
  await expect.poll(async () => (await ringWindow(callee))?.visible).toBe(true)
  const ringing = () => seen().filter(({ closed }) => closed === null)
  await expect.poll(() => ringing().length).toBe(1)
  const notice = seen().at(-1)
  if (!notice) throw new Error('nothing rings')
  expect(notice.summary).toBe(desktopEn.ring.calls('<b>Eve</b> gnp.exe'))
  expect(notice.body).not.toContain('<')
  expect(await ben.electron?.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(
    2,
  )

  // Notices lag behind calls: the open one may be that of a call before, and the last one's comes after it.
  const declineAll = () => {
    for (const one of ringing()) bus.press(one, 'decline')
    return ringWindow(callee)
  }
  await expect.poll(declineAll).toBeUndefined()
  // Blocking is offered with the call, and she isn't told.
  await appWindow(appOf(ben)).show()
  await ben.page.getByRole('button', { name: new RegExp(`^${historyWords.block} `) }).click()
  const before = eve.frames.length
  invite(eve, id, NAME)
  const other = await caller()
  invite(other, id, 'Ana')
  await expect.poll(() => answers(other)).toEqual(['ringing'])
  expect(eve.frames.slice(before).filter(ofType('CTL'))).toEqual([])
})
