// Whom somebody calls, from where, and with which ticket is in no line of the log, however it is asked for: the real process,
// its JSON log, every shape of a call link and of a socket's URL that a browser, an app or somebody hostile may send.
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleServer, runServer, type ServerBundle } from './testing/server-process'
import {
  connectClient,
  createTestIdentity,
  getJson,
  newVisitId,
  openSocket,
  ofType,
  postJson,
  takeTicket,
} from './testing/test-client'

let bundle: ServerBundle
beforeAll(async () => void (bundle = await bundleServer()), 120_000)
afterAll(() => bundle.remove())

const ADDRESS = '203.0.113.77'
const ADDRESS_6 = '2001:db8:77::77'

/** One request as bytes, so that nothing tidies it up; resolves when the server has closed. */
function askRaw(base: string, target: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const { port, hostname, host } = new URL(base)
  const lines = Object.entries({ host, connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined)
    socket.on('close', () => resolve())
    socket.resume()
    socket.end(`GET ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
  })
}

const UPGRADE = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
}

const targetsOf = (id: string, token: string): readonly string[] => [
  `/%23/call/${id}`,
  `/#/call/${id}`,
  `/?x#/call/${id}`,
  `/call/${id}`,
  `/call/${id}?token=${token}`,
  `/?call=${id}&token=${token}`,
  `/index.html?${id}`,
  `/assets/${id}.js`,
  `/assets/${'../'.repeat(20)}${id}`,
  `/%2e%2e%2f${id}`,
  `/%zz${id}`,
  `/%00${id}`,
  `//${id}/${token}`,
  `/${id.repeat(200)}`,
  `/challenge?id=${id}`,
  `/session?id=${id}&token=${token}`,
  `/peerjs/id?token=${token}`,
  `/peerjs/peers?${id}`,
  `/peerjs?key=peerjs&id=${id}&token=${token}`,
  `http://${id}.example/#/call/${id}`,
  `parley://call/${id}?server=${token}`,
  id,
]

it('has no id, address or ticket in any line, whatever is asked for', async () => {
  const server = runServer(bundle, [
    ...['--port', '0', '--log', 'json', '--trust-proxy', 'loopback', '--messages-per-second-per-id', '1'],
    ...['--sockets-per-id', '2', '--questions-per-minute-per-id', '1'],
  ])
  const base = await server.base
  const [ann, bob] = [createTestIdentity(), createTestIdentity()]
  const token = await takeTicket(base, bob)
  const spent = await takeTicket(base, ann)
  const from = {
    'x-forwarded-for': ADDRESS,
    referer: `${base}#/call/${ann.id}`,
    origin: `https://${ann.id}.example`,
  }
  for (const target of targetsOf(ann.id, token)) {
    await askRaw(base, target, from)
    await askRaw(base, target, { ...from, 'x-forwarded-for': ADDRESS_6, host: `${ann.id}.example` })
    await askRaw(base, target, { ...from, ...UPGRADE, cookie: `id=${ann.id}; token=${token}` })
  }
  // As clients: right ones, wrong ones, and those that reach a limit or break the rules.
  const client = await connectClient(base, ann, { headers: from })
  await openSocket(base, { id: ann.id, token: spent }, { headers: from }).next(ofType('OPEN'))
  await openSocket(base, { id: ann.id, token: spent }).closed
  await openSocket(base, { id: bob.id, token: 'forged' }).closed
  const visit = newVisitId(ann)
  const loud = await connectClient(base, ann, { peerId: visit, headers: from })
  loud.sendRaw(`{"type":"CTL","dst":"${bob.id}"`)
  await loud.closed
  const asker = await connectClient(base, bob, { headers: from })
  for (let k = 0; k < 20; k++)
    asker.send({ type: 'OFFER', dst: createTestIdentity().id, payload: { type: 'media' } })
  await asker.closed
  await client.closed
  const { json } = await getJson(`${base}challenge`)
  const signed = { v: 1, nonce: json['nonce'], audience: base, id: bob.id }
  await postJson(`${base}session`, ann.seal('ticket', JSON.stringify(signed)))
  await postJson(`${base}session`, `{"body":"${ann.id}`)
  server.child.kill('SIGTERM')
  const { out, err } = await server.ended
  const lines = out
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(err).toBe('')
  // It did say things at more than one level: a silent log would show nothing.
  expect(lines).toContainEqual(expect.objectContaining({ level: 'warn' }))
  expect(lines.at(-1)).toMatchObject({ msg: 'stopped' })
  const never = [ann.id, bob.id, ann.key, visit, token, spent, String(json['nonce']), ADDRESS, ADDRESS_6]
  for (const secret of never) expect(out.includes(secret), secret).toBe(false)
  expect(out).not.toMatch(/[0-9a-f]{32}|call\//)
}, 60_000)
