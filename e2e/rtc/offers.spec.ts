// What arrives over the line: hostile frames, offers that wait, and calls that outlive it.
import { expect, test } from '@playwright/test'
import {
  closeBrowser,
  closePages,
  connectPair,
  expectFreshMedia,
  interceptLine,
  launchBrowser,
  openRtcPage,
  portOf,
  received,
  send,
  sendMedia,
  startClient,
  startOwnServer,
  states,
  type TestServer,
} from './rtc-harness'

let server: TestServer
test.beforeAll(launchBrowser)
test.afterAll(closeBrowser)
test.beforeEach(async () => void (server = await startOwnServer()))
test.afterEach(closePages)
test.afterEach(() => server.close())

test('hostile frames: the page throws nothing, the line stays open, messages still arrive', async () => {
  const [client, other] = [await openRtcPage(server), await openRtcPage(server)]
  const line = await interceptLine(client)
  const id = await startClient(client, { server: server.base })
  const src = await startClient(other, { server: server.base })
  const deep = '['.repeat(10_000) + ']'.repeat(10_000)
  for (const frame of [
    'null',
    '[]',
    '7',
    '{"type":7}',
    'not json',
    deep,
    JSON.stringify({ type: 'OFFER', src }),
    JSON.stringify({
      type: 'OFFER',
      src,
      payload: { type: 'data', connectionId: 'dc_1', serialization: 'constructor' },
    }),
    JSON.stringify({
      type: 'OFFER',
      src,
      payload: { type: 'data', connectionId: 'dc_2', serialization: 'nothing' },
    }),
    JSON.stringify({
      type: 'OFFER',
      src,
      payload: { type: 'media', connectionId: 'mc_1', metadata: {}, sdp: 7 },
    }),
    JSON.stringify({ type: 'ANSWER', src, payload: { connectionId: 'mc_unknown' } }),
    JSON.stringify({ type: 'CTL', src, payload: { envelope: { body: 7 } } }),
    JSON.stringify({ type: 'CTL-ACK', payload: { n: 'x', status: 'delivered' } }),
    JSON.stringify({ type: 'NOTICE', payload: { code: 'made-up' } }).replace('NOTICE', 'NOTE'),
    ...Array.from({ length: 1_000 }, (_, index) =>
      JSON.stringify({
        type: 'CANDIDATE',
        src,
        payload: { type: 'media', connectionId: `mc_${index}`, candidate: {} },
      }),
    ),
  ]) {
    line.inject(frame)
  }
  expect(await send(other, id, 'through')).toBe('delivered')
  await expect.poll(() => received(client)).toContain('through')
  expect(await states(client)).toEqual(['open'])
  expect(client.pageErrors).toEqual([])
  expect(await client.page.evaluate(() => window.rtc.offers.length)).toBe(0)
})

test('LEAVE, a second OFFER and a second ANSWER end nobody’s call', async () => {
  const [caller, callee] = [await openRtcPage(server), await openRtcPage(server)]
  const lines = [await interceptLine(caller), await interceptLine(callee)]
  const calleeId = await startClient(callee, { server: server.base })
  const callerId = await startClient(caller, { server: server.base })
  await caller.page.evaluate((to) => window.rtc.call(to), calleeId)
  await expect.poll(() => callee.page.evaluate(() => window.rtc.path?.ctlIsOpen())).toBe(true)
  for (const side of [caller, callee]) await sendMedia(side)
  for (const line of lines) {
    for (const frame of lines.flatMap(({ received: seen }) => [...seen]))
      if (/"(OFFER|ANSWER)"/.test(frame)) line.inject(frame)
    for (const src of [callerId, calleeId]) line.inject(JSON.stringify({ type: 'LEAVE', src }))
  }
  for (const side of [caller, callee]) {
    await expectFreshMedia(side)
    expect(await side.page.evaluate(() => window.rtc.path?.ctlIsOpen())).toBe(true)
    expect(side.pageErrors).toEqual([])
  }
})

test('an offer that nobody claims is gone after 5 s', async () => {
  const [caller, callee] = [await openRtcPage(server), await openRtcPage(server)]
  const calleeId = await startClient(callee, { server: server.base })
  await startClient(caller, { server: server.base })
  await callee.page.evaluate(() => (window.rtc.answerAtOnce = false))
  await caller.page.evaluate((to) => window.rtc.call(to), calleeId)
  await expect.poll(() => callee.page.evaluate(() => window.rtc.offers.length)).toBe(1)
  await callee.page.waitForTimeout(5_500)
  expect(await callee.page.evaluate(() => window.rtc.offers[0]?.claim())).toBe(false)
  expect(await callee.page.evaluate(() => window.rtc.answer())).toBe(false)
})

test('a claimed offer waits as long as it rings, and connects when it is answered', async () => {
  const [caller, callee] = [await openRtcPage(server), await openRtcPage(server)]
  const calleeId = await startClient(callee, { server: server.base })
  await startClient(caller, { server: server.base })
  await callee.page.evaluate(() => (window.rtc.answerAtOnce = false))
  await caller.page.evaluate((to) => window.rtc.call(to), calleeId)
  await expect.poll(() => callee.page.evaluate(() => window.rtc.offers.length)).toBe(1)
  expect(await callee.page.evaluate(() => window.rtc.offers[0]?.claim())).toBe(true)
  await callee.page.waitForTimeout(6_000)
  expect(await callee.page.evaluate(() => window.rtc.answer())).toBe(true)
  for (const side of [caller, callee]) {
    await expect.poll(() => side.page.evaluate(() => window.rtc.path?.ctlIsOpen())).toBe(true)
  }
})

test('the line is down when PeerJS answers: the call connects when it is back', async () => {
  const [caller, callee] = [await openRtcPage(server), await openRtcPage(server)]
  const calleeId = await startClient(callee, { server: server.base })
  await startClient(caller, { server: server.base })
  await callee.page.evaluate(() => (window.rtc.answerAtOnce = false))
  await caller.page.evaluate((to) => window.rtc.call(to), calleeId)
  await expect.poll(() => callee.page.evaluate(() => window.rtc.offers.length)).toBe(1)
  expect(await callee.page.evaluate(() => window.rtc.accept())).toBe(true)
  await expect.poll(() => caller.page.evaluate(() => window.rtc.theirAccept)).not.toBeNull()
  await server.close()
  await expect.poll(() => states(callee)).toContain('waiting server-unreachable')
  expect(await callee.page.evaluate(() => window.rtc.connect())).toBe(true)
  await expect
    .poll(() => callee.page.evaluate(() => window.rtc.connections[0]?.signalingState))
    .toBe('stable')
  server = await startOwnServer(portOf(server))
  for (const side of [caller, callee]) {
    await expect.poll(() => side.page.evaluate(() => window.rtc.path?.ctlIsOpen())).toBe(true)
  }
})

test('closing the signalling leaves the call, and closing the path ends it on both sides', async () => {
  const { caller, callee } = await connectPair(server)
  for (const side of [caller, callee]) await sendMedia(side)
  await caller.page.evaluate(() => window.rtc.signalling?.close())
  for (const side of [caller, callee]) await expectFreshMedia(side)
  await caller.page.evaluate(() => {
    window.rtc.path?.close()
    window.rtc.path?.close()
  })
  await expect
    .poll(() => callee.page.evaluate(() => window.rtc.events.map((event) => event.type)))
    .toContain('ctlClosed')
  expect(await caller.page.evaluate(() => window.rtc.connections[0]?.signalingState)).toBe('closed')
  for (const side of [caller, callee]) expect(side.pageErrors).toEqual([])
})
