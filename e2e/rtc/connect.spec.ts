// Two pages with nothing but signalling and call paths: what connects, and what moves without another negotiation.
import { expect, test } from '@playwright/test'
import {
  closeBrowser,
  closePages,
  connectPair,
  expectEvent,
  interceptLine,
  launchBrowser,
  openRtcPage,
  rtp,
  sendMedia,
  startClient,
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

test.describe('a connection', () => {
  let server: TestServer
  test.beforeEach(async () => void (server = await startOwnServer()))
  test.afterEach(() => server.close())

  test('sends both ways on four transceivers of one transport, each source with a stream and a limit of its own', async () => {
    const { caller, callee } = await connectPair(server)
    for (const side of [caller, callee]) {
      await side.page.evaluate(async () => {
        for (const role of ['microphone', 'camera', 'screen'] as const) await window.rtc.media(role)
      })
      const found = await side.page.evaluate(() => {
        const pc = window.rtc.connections[0]
        const sdp = pc?.localDescription?.sdp ?? ''
        const streams = [...sdp.matchAll(/a=msid:(\S+)/g)].map(([, stream]) => stream)
        return {
          transceivers: pc?.getTransceivers().map(({ currentDirection, sender }) => ({
            direction: currentDirection,
            maxBitrate: sender.getParameters().encodings[0]?.maxBitrate,
            priority: sender.getParameters().encodings[0]?.priority,
            hint: sender.track?.contentHint,
          })),
          bundlePolicy: pc?.getConfiguration().bundlePolicy,
          transports: new Set(pc?.getTransceivers().map(({ sender }) => sender.transport)).size,
          inStep: [streams[0] === streams[1], streams[1] === streams[2], streams[2] === streams[3]],
        }
      })
      expect(found).toEqual({
        transceivers: [
          { direction: 'sendrecv', priority: 'low', hint: '' },
          { direction: 'sendrecv', priority: 'low', hint: 'motion', maxBitrate: 2_000_000 },
          { direction: 'sendrecv', priority: 'medium', hint: 'detail', maxBitrate: 4_000_000 },
          { direction: 'sendrecv', priority: 'low' },
        ],
        bundlePolicy: 'max-bundle',
        transports: 1,
        inStep: [true, false, true],
      })
    }
  })

  test('changes one sender’s track in the order that was asked for', async () => {
    const { caller } = await connectPair(server)
    const track = await caller.page.evaluate(async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: true })
      const [first = null] = stream.getTracks()
      const last = first?.clone() ?? null
      const { path } = window.rtc
      if (!path) throw new Error('not connected')
      await Promise.all([first, null, last].map((next) => path.setTrack('camera', next)))
      const sender = window.rtc.connections[0]?.getTransceivers()[1]?.sender
      await path.setTrack('microphone', first) // our own mistake: a picture for a sound
      return {
        isLast: sender?.track === last,
        microphone: window.rtc.connections[0]?.getSenders()[0]?.track ?? null,
      }
    })
    expect(track).toEqual({ isLast: true, microphone: null })
    expect(caller.pageErrors).toEqual([])
  })

  test('takes control messages of a bounded size, and nothing but text', async () => {
    const { caller, callee } = await connectPair(server)
    expect(await caller.page.evaluate(() => window.rtc.path?.sendCtl('x'.repeat(24 * 1024 + 1)))).toBe(false)
    await caller.page.evaluate(() => {
      window.rtc.ctl?.send('x'.repeat(24 * 1024 + 1))
      window.rtc.ctl?.send(new Uint8Array(3))
      window.rtc.ctl?.send('last')
    })
    await expect.poll(() => callee.page.evaluate(() => window.rtc.ctlTexts)).toEqual(['', '', 'last'])
  })

  test('fails where the other side offers other media, and tells so', async () => {
    const [caller, callee] = [await openRtcPage(server), await openRtcPage(server)]
    const line = await interceptLine(callee)
    line.fromServer = (frame) => {
      if (frame.type !== 'OFFER') return frame
      const text = JSON.stringify(frame).replace('BUNDLE 0 1 2 3 4', 'BUNDLE 0 1 2 4')
      return JSON.parse(
        text.replace(/m=audio(?:(?!m=audio).)*a=mid:3.*?(?=m=application)/, ''),
      ) as typeof frame
    }
    const calleeId = await startClient(callee, { server: server.base })
    await startClient(caller, { server: server.base })
    await caller.page.evaluate((to) => window.rtc.call(to), calleeId)
    await expectEvent(callee, 'negotiationFailed')
    expect(callee.pageErrors).toEqual([])
  })
})
