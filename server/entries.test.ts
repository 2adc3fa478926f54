// Anything at all at each entry, HTTP, upgrade and frame: what comes back is a refusal of ours, and a bystander is served.
import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalSchema, noticeFrameSchema } from '../shared/protocol/server-messages'
import {
  connectClient,
  createTestIdentity,
  openSocket,
  postJson,
  type TestClient,
} from './testing/test-client'
import { startTestServer, type TestServer } from './testing/test-server'

const MANY = 10_000_000
const WITHOUT_RATES = {
  'requests-per-minute-per-address': MANY,
  'sessions-per-minute-per-address': MANY,
  'messages-per-second-per-address': MANY,
}
const RUNS = 150

let server: TestServer
let bystander: TestClient
beforeAll(async () => {
  server = await startTestServer({ limits: WITHOUT_RATES })
  bystander = await connectClient(server.base)
})
afterAll(() => server.close())

const expectServed = async (): Promise<void> =>
  expect(await bystander.sendCtl(bystander.peerId, '{}')).toBe('delivered')

/** What the server answers to these bytes before it closes, or falls silent because it waits for more. */
function answerTo(bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(server.base).port), '127.0.0.1')
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(text))
    socket.end(bytes)
  })
}

const path = fc.oneof(
  fc.constantFrom(
    '/',
    '/challenge',
    '/session',
    '/peerjs',
    '/peerjs?id=x&token=y',
    '/..%2f..%2fetc/passwd',
    '//',
    '/%00',
  ),
  fc.webPath(),
  fc.string(),
)
const header = fc.tuple(
  fc.constantFrom(
    'Host',
    'Upgrade',
    'Connection',
    'Content-Length',
    'Transfer-Encoding',
    'Sec-WebSocket-Key',
    'X-Forwarded-For',
    'Cookie',
  ),
  fc.oneof(fc.string(), fc.constantFrom('websocket', 'upgrade', 'chunked', '-1', '99999999999')),
)

describe('HTTP and the upgrade', () => {
  it('answer whatever comes as a request with a status, and never fail by themselves', async () => {
    const method = fc.constantFrom('GET', 'POST', 'OPTIONS', 'HEAD', 'CONNECT', 'TRACE', 'GET GET', '')
    const asked = fc.tuple(method, path, fc.array(header, { maxLength: 6 }), fc.string())
    await fc.assert(
      fc.asyncProperty(asked, async ([verb, where, headers, body]) => {
        const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
        const answer = await answerTo(Buffer.from(`${verb} ${where} HTTP/1.1\r\n${lines}\r\n${body}`))
        expect(answer).not.toMatch(/^HTTP\/1\.1 5/)
        expect(answer).not.toContain('root:')
        expect(answer).not.toMatch(/ at .*\.js:\d+/)
      }),
      { numRuns: RUNS },
    )
    await expectServed()
  })

  it('live with bytes that are no request', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await answerTo(Buffer.from(bytes))
      }),
      { numRuns: RUNS },
    )
    await expectServed()
  })

  it('refuse any body of a session with a code', async () => {
    const envelope = fc.record({ body: fc.oneof(fc.string(), fc.json()), key: fc.string(), sig: fc.string() })
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), envelope, fc.string()), async (body) => {
        const { status, json } = await postJson(`${server.base}session`, body)
        expect([400, 403]).toContain(status)
        expect(refusalSchema.safeParse(json).success).toBe(true)
      }),
      { numRuns: RUNS },
    )
    await expectServed()
  })
})

describe('a socket', () => {
  it('without a ticket of ours is closed with a reason, whatever its URL says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom('id', 'token', 'key', 'x'), fc.string()),
        async (query) => {
          const socket = openSocket(server.base, { id: createTestIdentity().id, ...query })
          await socket.closed
          expect(socket.frames.map((frame) => noticeFrameSchema.safeParse(frame).success)).toEqual([true])
        },
      ),
      { numRuns: RUNS / 3 },
    )
    await expectServed()
  })

  it('that sends anything gets at most itself closed', async () => {
    const frame = fc.oneof(
      fc.json(),
      fc.string(),
      fc.record({
        type: fc.constantFrom('CTL', 'OFFER', 'ANSWER', 'CANDIDATE', 'LEAVE', 'OPEN', 'EXPIRE', '__proto__'),
        dst: fc.oneof(fc.string(), fc.constant(createTestIdentity().id)),
        payload: fc.jsonValue(),
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { maxLength: 5 }), async (frames) => {
        const client = await connectClient(server.base)
        for (const one of frames) client.sendRaw(typeof one === 'string' ? one : JSON.stringify(one))
        client.close()
        await client.closed
      }),
      { numRuns: RUNS / 3 },
    )
    await expectServed()
  })
})
