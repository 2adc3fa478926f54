// The line to a server: lost, back, taken over, refused, dead without saying so, and hostile. Calls go on all the while.
import { createServer } from 'node:http'
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
  portOf,
  received,
  send,
  sendMedia,
  startClient,
  startOwnServer,
  startStockServer,
  states,
  type TestServer,
} from './rtc-harness'

test.beforeAll(launchBrowser)
test.afterAll(closeBrowser)
test.afterEach(closePages)

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
      expect(await client.page.evaluate(() => window.rtc.signalling?.ready(20_000))).toBe(
        'server-unreachable',
      )
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
    expect(await client.page.evaluate(() => window.rtc.signalling?.ready(20_000))).toBe('wrong-audience')
    await other.close()
  })
})

test('a web server that is no PeerJS server is told from one', async () => {
  const http = createServer((_request, response) => response.writeHead(404).end())
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening))
  const address = http.address()
  const base = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/`
  const client = await openRtcPage({ base, close: () => Promise.resolve() })
  await client.page.evaluate((server) => window.rtc.start({ server }), base)
  expect(await client.page.evaluate(() => window.rtc.signalling?.ready(20_000))).toBe('not-a-parley-server')
  expect(await client.page.evaluate(() => window.rtc.signalling?.kind)).toBe('unknown')
  http.close()
})

test('a stock server says after seconds that nobody took a message', async () => {
  const server = await startStockServer()
  const client = await openRtcPage(server)
  await startClient(client, { server: server.base })
  expect(await client.page.evaluate(() => window.rtc.signalling?.kind)).toBe('stock')
  // Its word; after 7 s without one it would be "unconfirmed".
  expect(await send(client, 'f'.repeat(32), 'nobody?')).toBe('offline')
  await server.close()
})
