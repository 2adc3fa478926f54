// ICE restarts of a standing connection, by either side and by both, over ctl and over the socket.
import { expect, test } from '@playwright/test'
import {
  closeBrowser,
  closePages,
  connectPair,
  expectEvent,
  expectFreshMedia,
  launchBrowser,
  sendMedia,
  startOwnServer,
  type RtcPage,
  type TestServer,
} from './rtc-harness'

let server: TestServer
test.beforeAll(launchBrowser)
test.afterAll(closeBrowser)
test.afterEach(closePages)
test.beforeEach(async () => void (server = await startOwnServer()))
test.afterEach(() => server.close())

type Pair = { readonly caller: RtcPage; readonly callee: RtcPage }

async function connectedPair(): Promise<Pair> {
  const pair = await connectPair(server)
  for (const side of [pair.caller, pair.callee]) await sendMedia(side)
  for (const side of [pair.caller, pair.callee]) await expectFreshMedia(side)
  return pair
}

const restart = ({ page }: RtcPage) =>
  page.evaluate(() => window.rtc.path?.restart([{ urls: 'stun:127.0.0.1:9' }]))

/** The ICE user name that this side offers, and the one it was offered. */
const ufrags = ({ page }: RtcPage) =>
  page.evaluate(() => {
    const read = (sdp = '') => /a=ice-ufrag:(\S+)/.exec(sdp)?.[1] ?? ''
    const pc = window.rtc.connections[window.rtc.connections.length - 1]
    return { local: read(pc?.currentLocalDescription?.sdp), remote: read(pc?.currentRemoteDescription?.sdp) }
  })

const signalingState = ({ page }: RtcPage) =>
  page.evaluate(() => window.rtc.connections[window.rtc.connections.length - 1]?.signalingState)

async function expectRestarted(
  { caller, callee }: Pair,
  before: { local: string; remote: string },
): Promise<void> {
  await expect
    .poll(async () => {
      const [one, other] = [await ufrags(caller), await ufrags(callee)]
      return one.local !== before.local && one.local === other.remote && one.remote === other.local
    })
    .toBe(true)
  for (const side of [caller, callee]) {
    await expect.poll(() => signalingState(side)).toBe('stable')
    await expectFreshMedia(side)
    await expectEvent(side, 'connectionState connected')
    expect(await side.page.evaluate(() => window.rtc.events.map((event) => event.type))).not.toContain(
      'negotiationFailed',
    )
    expect(side.pageErrors).toEqual([])
  }
}

for (const socketOnly of [false, true]) {
  for (const who of ['caller', 'callee'] as const) {
    test(`the ${who} restarts over ${socketOnly ? 'the socket' : 'ctl'}, and media keeps flowing`, async () => {
      const pair = await connectedPair()
      for (const side of [pair.caller, pair.callee]) {
        await side.page.evaluate((only) => (window.rtc.socketOnly = only), socketOnly)
      }
      const before = await ufrags(pair.caller)
      await restart(pair[who])
      await expectRestarted(pair, before)
    })
  }
}

test('both restart at once: the caller wins, one restart happens', async () => {
  const pair = await connectedPair()
  const before = await ufrags(pair.caller)
  // Both offers are made before either arrives.
  for (const side of [pair.caller, pair.callee]) await side.page.evaluate(() => void (window.rtc.held = []))
  await restart(pair.caller)
  await restart(pair.callee)
  for (const side of [pair.caller, pair.callee]) await expectEvent(side, 'localDescription')
  for (const side of [pair.callee, pair.caller]) await side.page.evaluate(() => window.rtc.release())
  await expectRestarted(pair, before)
})

test('a restart is asked for again before the first one was answered: the late answer is not taken for the new one', async () => {
  const pair = await connectedPair()
  const before = await ufrags(pair.caller)
  await pair.callee.page.evaluate(() => void (window.rtc.held = []))
  await restart(pair.caller)
  await expectEvent(pair.callee, 'localDescription')
  await restart(pair.caller)
  await expectEvent(pair.caller, 'localDescription', 2)
  await pair.callee.page.evaluate(() => window.rtc.release())
  await expectRestarted(pair, before)
})

test('a restart that nobody answers is repeated, and the next one works', async () => {
  const pair = await connectedPair()
  const before = await ufrags(pair.caller)
  await pair.caller.page.evaluate(() => void (window.rtc.held = []))
  await restart(pair.caller)
  await expectEvent(pair.caller, 'localDescription')
  await pair.caller.page.evaluate(() => void (window.rtc.held = null)) // lost on the way
  await restart(pair.caller)
  await expectRestarted(pair, before)
})
