// Two pages with nothing but signalling and call paths: what connects, and what moves without another negotiation.
import { expect, test } from '@playwright/test'
import {
  closeBrowser,
  closePages,
  connectPair,
  launchBrowser,
  rtp,
  sendMedia,
  startOwnServer,
  startStockServer,
  type TestServer,
} from './rtc-harness'

test.beforeAll(launchBrowser)
test.afterAll(closeBrowser)
test.afterEach(closePages)

for (const [kind, start] of [
  ['our server', startOwnServer],
  ['a stock PeerJS server', startStockServer],
] as const) {
  test.describe(`over ${kind}`, () => {
    let server: TestServer
    test.beforeEach(async () => void (server = await start()))
    test.afterEach(() => server.close())

    test('connects, opens ctl, and moves media by replaceTrack without another negotiation', async () => {
      const { caller, callee } = await connectPair(server)
      expect(await caller.page.evaluate(() => window.rtc.path?.sendCtl('hello'))).toBe(true)
      await expect.poll(() => callee.page.evaluate(() => window.rtc.ctlTexts)).toEqual(['hello'])
      for (const side of [caller, callee]) {
        // Making the first four transceivers asked for the first offer; nothing may ask again.
        await side.page.evaluate(() => (window.rtc.negotiationsNeeded = 0))
      }
      await sendMedia(caller)
      await sendMedia(callee)
      for (const side of [caller, callee]) {
        await expect.poll(async () => (await rtp(side)).frames).toBeGreaterThan(10)
        await expect.poll(async () => (await rtp(side)).audioReceived).toBeGreaterThan(10)
        expect(await side.page.evaluate(() => window.rtc.negotiationsNeeded)).toBe(0)
        expect(side.pageErrors).toEqual([])
      }
    })

    test('sends no RTP before a track is set', async () => {
      const { caller, callee } = await connectPair(server)
      await caller.page.waitForTimeout(1_000) // the absence of something has no event to wait for
      for (const side of [caller, callee]) {
        expect(await rtp(side)).toEqual({ sent: 0, received: 0, frames: 0, audioSent: 0, audioReceived: 0 })
      }
    })
  })
}
