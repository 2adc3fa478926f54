// What docs/self-host.md and its examples tell an operator to write is what the server takes, also under a path behind a proxy.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { normaliseBaseUrl } from '../shared/link/base-url'
import { readCommandLine } from './config'
import { isAsking, isOption } from './options'
import { connectClient, createTestIdentity, isNotice, openSocket, takeTicket } from './testing/test-client'
import { startTestServer, type TestServer } from './testing/test-server'

const textOf = (path: string): string => readFileSync(resolve(import.meta.dirname, '..', path), 'utf8')
const GUIDE = textOf('docs/self-host.md')
const EXAMPLE = textOf('build/server/examples/server.json')

describe('the guide', () => {
  it('has a configuration that is right as it stands', () => {
    const read = readCommandLine(['--config', 'server.json'], {
      env: {},
      files: {
        read: (path) => (path === 'server.json' ? EXAMPLE : 'a secret of some length'),
        isOpenToOthers: () => false,
      },
      pageFolder: '/page',
      addresses: () => ['203.0.113.5'],
      problemOfTls: () => null,
    })
    expect(read).toMatchObject({ kind: 'run', config: { trustProxy: ['loopback'] } })
  })

  it('names options that there are', () => {
    const flags = [...GUIDE.matchAll(/(?:bin\/|`|^ {2})parley-server(?: --[\w-]+(?: [/\w.-]+)?)+/gm)]
      .flatMap(([line]) => [...line.matchAll(/--([\w-]+)/g)])
      .map(([, name = '']) => name)
    const named = [...GUIDE.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, name = '']) => name)
    expect(flags.length).toBeGreaterThan(3)
    expect(flags.filter((name) => !isOption(name) && !isAsking(name))).toEqual([])
    expect(named.filter((name) => !isOption(name))).toEqual([])
  })
})

const PREFIX = '/parley'
let server: TestServer | null = null
let proxy: Server | null = null
afterEach(async () => {
  await server?.close() // ends what was upgraded, which the proxy no longer counts as its own
  proxy?.closeAllConnections()
  await new Promise((done) => (proxy ? proxy.close(done) : done(undefined)))
  ;[proxy, server] = [null, null]
})

const inner = (asked: IncomingMessage): string => (asked.url ?? '').slice(PREFIX.length)
const forwarded = (asked: IncomingMessage) => ({ ...asked.headers, 'x-forwarded-for': '203.0.113.9' })

/** As the guide's nginx does it: the path is taken off, the Host kept, the address said. */
function startProxy(port: () => number): Promise<string> {
  proxy = createServer((asked, answer) => {
    const { method } = asked
    const passed = request({
      port: port(),
      host: '127.0.0.1',
      path: inner(asked),
      method,
      headers: forwarded(asked),
    })
    passed.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
    asked.pipe(passed)
  })
  proxy.on('upgrade', (asked, socket) => {
    const headers = Object.entries(forwarded(asked)).map(([name, value]) => `${name}: ${String(value)}\r\n`)
    const up = connect(port(), '127.0.0.1')
    up.write(`GET ${inner(asked)} HTTP/1.1\r\n${headers.join('')}\r\n`)
    up.pipe(socket).pipe(up)
    up.on('close', () => socket.destroy())
    socket.on('close', () => up.destroy())
    for (const end of [up, socket]) end.on('error', () => undefined)
  })
  return new Promise((started) =>
    proxy?.listen(0, '127.0.0.1', () => {
      const address = proxy?.address()
      started(`http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}${PREFIX}/`)
    }),
  )
}

it('is reached under a path behind a proxy, and counts who is behind that', async () => {
  const base = await startProxy(() => server?.running.port ?? 0)
  const origin = normaliseBaseUrl(base)
  if (!origin.ok) throw new Error(base)
  server = await startTestServer({
    limits: { 'sockets-per-address': 2 },
    config: { origins: [origin.value], trustProxy: ['loopback'] },
  })
  const [ann, bob] = [await connectClient(base), await connectClient(base)]
  expect(await ann.sendCtl(bob.peerId, '{}')).toBe('delivered')
  const eve = createTestIdentity()
  const refused = openSocket(base, { id: eve.id, token: await takeTicket(base, eve) })
  await refused.next(isNotice('rate-limited'))
  const { headers } = await fetch(`${base}challenge`)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  bob.close()
  await bob.closed
  await connectClient(base)
  expect(ann.frames.some(isNotice('rate-limited'))).toBe(false)
})

it('serves its page under that path, with the same headers, and nothing beside it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-under-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script src="./assets/index-abc123.js"></script>')
  writeFileSync(join(folder, 'assets', 'index-abc123.js'), 'export {}')
  const base = await startProxy(() => server?.running.port ?? 0)
  const origin = normaliseBaseUrl(base)
  if (!origin.ok) throw new Error(base)
  const config = { origins: [origin.value], trustProxy: ['loopback'], pageFolder: folder }
  server = await startTestServer({ config })
  const page = await fetch(base)
  expect(await page.text()).toContain('<!doctype html>')
  const { host } = new URL(base)
  expect(page.headers.get('content-security-policy')).toContain(`connect-src 'self' ws://${host}`)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(Object.fromEntries(page.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  // As the page names it, so under the path as well.
  const script = await fetch(new URL('./assets/index-abc123.js', base))
  expect(script.status).toBe(200)
  expect(script.headers.get('content-type')).toContain('javascript')
  for (const beside of ['assets/..%2f..%2fpackage.json', 'call/x'])
    expect((await fetch(new URL(beside, base))).status).toBeGreaterThanOrEqual(400)
  rmSync(folder, { recursive: true })
})
