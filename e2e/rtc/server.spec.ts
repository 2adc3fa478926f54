// The line to a server: lost, back, taken over, refused, dead without saying so, and hostile. Calls go on all the while.
import { expect, test } from '@playwright/test'
import {
  closeBrowser,
  closePages,
  connectPair,
  expectFreshMedia,
  expectState,
  interceptLine,
  launchBrowser,
  openRtcPage,
  sendMedia,
  startClient,
  startOwnServer,
  startStockServer,
  type RtcPage,
  type TestServer,
} from './rtc-harness'

test.beforeAll(launchBrowser)
test.afterAll(closeBrowser)
test.afterEach(closePages)

const portOf = (server: TestServer) => Number(new URL(server.base).port)
const states = ({ page }: RtcPage) => page.evaluate(() => window.rtc.states)
const received = ({ page }: RtcPage) => page.evaluate(() => window.rtc.envelopes.map(({ body }) => body))
const send = ({ page }: RtcPage, to: string, body: string) =>
  page.evaluate(([whom, text]) => window.rtc.send(whom, text), [to, body] as const)

for (const [kind, start] of [
  ['our server', startOwnServer],
  ['a stock PeerJS server', startStockServer],
] as const) {
  test.describe(kind, () => {
    let server: TestServer
    test.beforeEach(async () => void (server = await start()))
    test.afterEach(() => server.close())

    test('dies in a call and comes back: the call goes on, the line recovers alone', async () => {
      const { caller, callee, calleeId } = await connectPair(server)
      for (const side of [caller, callee]) await sendMedia(side)
      await server.close()
      for (const side of [caller, callee])
        await expect.poll(() => states(side)).toContain('waiting server-unreachable')
      for (const side of [caller, callee]) await expectFreshMedia(side)
      server = await start(portOf(server))
      for (const side of [caller, callee]) await expectState(side, 'open')
      void send(caller, calleeId, 'still there?')
      await expect.poll(() => received(callee)).toContain('still there?')
      for (const side of [caller, callee]) {
        await expectFreshMedia(side)
        expect(await side.page.evaluate(() => window.rtc.path?.ctlIsOpen())).toBe(true)
        expect(side.pageErrors).toEqual([])
      }
    })

    test('is not there at the start: says so, and is found when it comes', async () => {
      const client = await openRtcPage(server)
      await server.close()
      await client.page.evaluate((base) => window.rtc.start({ server: base }), server.base)
      expect(await client.page.evaluate(() => window.rtc.signalling?.ready(5_000))).toBe('server-unreachable')
      server = await start(portOf(server))
      await expectState(client, 'open')
    })

    test('a line that is dead without saying so is replaced, though the server still holds the old one', async () => {
      const [client, other] = [await openRtcPage(server), await openRtcPage(server)]
      const line = await interceptLine(client)
      const id = await startClient(client, { server: server.base })
      await startClient(other, { server: server.base })
      // A stock server shows by its first echo that it can; ours always answers.
      const isStock = (await client.page.evaluate(() => window.rtc.signalling?.kind)) === 'stock'
      await expect
        .poll(() => !isStock || line.received.some((text) => text.includes('parley-probe')))
        .toBe(true)
      line.blackHole()
      await client.page.evaluate(() => window.rtc.signalling?.retry())
      await expect.poll(() => states(client)).toContain('waiting server-timeout')
      await expectState(client, 'open')
      void send(other, id, 'hello again')
      await expect.poll(() => received(client)).toContain('hello again')
    })
  })
}

test.describe('our server', () => {
  let server: TestServer
  test.beforeEach(async () => void (server = await startOwnServer()))
  test.afterEach(() => server.close())

  test('says whether a message was delivered', async () => {
    const [one, other] = [await openRtcPage(server), await openRtcPage(server)]
    await startClient(one, { server: server.base })
    const id = await startClient(other, { server: server.base })
    expect(await send(one, id, 'here?')).toBe('delivered')
    expect(await send(one, 'f'.repeat(32), 'nobody?')).toBe('offline')
    await one.page.evaluate(() => window.rtc.signalling?.close())
    expect(await send(one, id, 'closed')).toBe('unconfirmed')
  })

  test('a newer start takes the place; the older one stays stopped until its user takes it back', async () => {
    const client = await openRtcPage(server)
    await startClient(client, { server: server.base })
    await startClient(client, { server: server.base, sameIdentity: true })
    const stateOf = (which: 'older' | 'newer') =>
      client.page.evaluate((one) => {
        const state = (one === 'older' ? window.rtc.others[0] : window.rtc.signalling)?.state()
        return state && 'code' in state ? `${state.status} ${state.code}` : state?.status
      }, which)
    await expect.poll(() => stateOf('older')).toBe('stopped superseded')
    await client.page.waitForTimeout(2_000) // longer than the first attempts of a back-off
    expect(await stateOf('older')).toBe('stopped superseded')
    expect(await stateOf('newer')).toBe('open')
    await client.page.evaluate(() => window.rtc.others[0]?.retry())
    await expect.poll(() => stateOf('older')).toBe('open')
    await expect.poll(() => stateOf('newer')).toBe('stopped superseded')
  })

  test('a visit under the same key leaves the home connection alone', async () => {
    const client = await openRtcPage(server)
    await startClient(client, { server: server.base })
    await startClient(client, { server: server.base, sameIdentity: true, visit: true })
    expect(await client.page.evaluate(() => window.rtc.others[0]?.state().status)).toBe('open')
  })

  test('refuses a ticket: the reason is known, and a fresh one gets in', async () => {
    const client = await openRtcPage(server)
    let spoilt = 0
    await client.page.route(`${server.base}session`, async (route) => {
      const response = await route.fetch()
      const answer = (await response.json()) as { ticket: string }
      spoilt += 1
      await route.fulfill({ response, json: spoilt > 1 ? answer : { ...answer, ticket: 'A'.repeat(43) } })
    })
    await startClient(client, { server: server.base })
    expect((await states(client))[0]).toMatch(/^waiting ticket-unknown/)
  })

  test('answers another server’s nonce with nothing: the audience is what was dialled', async () => {
    const client = await openRtcPage(server)
    const other = await startOwnServer()
    // The page dials `server`, which passes the other server's nonce on and would like a ticket for it.
    await client.page.route(`${server.base}challenge`, async (route) => {
      const response = await fetch(`${other.base}challenge`)
      await route.fulfill({ body: await response.text() })
    })
    await client.page.route(`${server.base}session`, async (route) => {
      const body = route.request().postData() ?? ''
      const response = await fetch(`${other.base}session`, { method: 'POST', body })
      await route.fulfill({ status: response.status, body: await response.text() })
    })
    await client.page.evaluate((base) => window.rtc.start({ server: base }), server.base)
    expect(await client.page.evaluate(() => window.rtc.signalling?.ready(5_000))).toBe('wrong-audience')
    await other.close()
  })

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
})

test('a stock server says after seconds that nobody took a message', async () => {
  const server = await startStockServer()
  const client = await openRtcPage(server)
  await startClient(client, { server: server.base })
  expect(await client.page.evaluate(() => window.rtc.signalling?.kind)).toBe('stock')
  const before = Date.now()
  expect(await send(client, 'f'.repeat(32), 'nobody?')).toBe('offline')
  expect(Date.now() - before).toBeLessThan(6_500)
  await server.close()
})
