// The guide's proxies, real ones with its own examples: the page under a path or a name of its own, sockets, and for whom a client counts.
import { fakeMediaSwitches } from '../../build/setup/fake-media.mjs'
import { startServer } from '../../build/setup/server-process.mjs'
import {
  connectClient,
  createTestIdentity,
  isNotice,
  openSocket,
  takeTicket,
} from '../../server/testing/test-client'
import { arrive, voiceOf } from '../fixtures/person'
import { ring } from '../fixtures/story'
import { expect, test } from '../fixtures/test'
import { until } from '../fixtures/until'
import { startCaddy, startNginx, type Proxy, type StartServer } from './proxies'

/** Of one address, so that two of them show that they are told apart. */
const CLIENTS_OF_ADDRESS = 2
const ANOTHER_ADDRESS = '127.0.0.9'

type AtEnd = (end: () => unknown) => void

async function behind(start: (startServer: StartServer) => Promise<Proxy>, atEnd: AtEnd): Promise<Proxy> {
  const proxy = await start(async (base) => {
    const limits = ['--sockets-per-address', String(CLIENTS_OF_ADDRESS)]
    const server = await startServer({ args: ['--origin', base, '--trust-proxy', 'loopback', ...limits] })
    atEnd(server.stop)
    return server.port
  })
  atEnd(proxy.stop)
  return proxy
}

/** A guest's browser knows neither the test's certificate nor Caddy's own. */
const guestOf = (name: string, server: string) =>
  arrive({
    name,
    host: 'browser',
    server,
    media: [...fakeMediaSwitches({ voiceHz: voiceOf(name), fps: 15 }), '--ignore-certificate-errors'],
  })

for (const [name, start] of [
  ['nginx, under a path', startNginx],
  ['Caddy', startCaddy],
] as const)
  test(`${name}: each client counts for its own address, and one guest rings another`, async ({ atEnd }) => {
    // Two browsers on a machine that is busy with other things.
    test.setTimeout(300_000)
    const { base, ca } = await behind(start, atEnd)

    await test.step('clients of one address, and of another', async () => {
      // Until both are ready for clients: a proxy listens before it has its certificate.
      const first = await until('a client is let in', () =>
        connectClient(base, undefined, { ca }).catch(() => null),
      )
      const second = await connectClient(base, undefined, { ca })
      expect(await first.sendCtl(second.peerId, '{}')).toBe('delivered')
      const identity = createTestIdentity()
      const third = openSocket(
        base,
        { id: identity.id, token: await takeTicket(base, identity, identity.id, { ca }) },
        { ca },
      )
      await third.next(isNotice('rate-limited'))
      const elsewhere = await connectClient(base, undefined, { ca, localAddress: ANOTHER_ADDRESS })
      expect(await elsewhere.sendCtl(first.peerId, '{}')).toBe('delivered')
      for (const client of [first, second, third, elsewhere]) {
        client.close()
        await client.closed
      }
    })

    await test.step('two guests', async () => {
      const ana = await guestOf('Ana', base)
      atEnd(ana.stop)
      const ben = await guestOf('Ben', base)
      atEnd(ben.stop)
      expect(new URL(await ben.ui.ownLink()).searchParams.get('server')).toBe(base)
      // Sound and picture wouldn't come by the proxy.
      await ring(ana, ben)
      await ana.ui.cancel.click()
      await expect(ben.ui.incoming).toBeHidden()
    })
  })
