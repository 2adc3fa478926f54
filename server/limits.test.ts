// Each limit over real connections: what it stops, what it says, and that others don't notice. Floods: flood.test.ts.
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { noticeFrameSchema } from '../shared/protocol/server-messages'
import { LIMIT_NAMES } from './limits'
import type { Log } from './log'
import { serverOfTest } from './testing/server-of-test'
import {
  connectClient,
  createTestIdentity,
  getJson,
  isNotice,
  newVisitId,
  openSocket,
  postJson,
  takeTicket,
  type Frame,
} from './testing/test-client'

const HEARTBEAT = { type: 'HEARTBEAT' }
function waitIn(frame: Frame): unknown {
  const notice = noticeFrameSchema.safeParse(frame)
  return notice.success ? notice.data.payload.retryAfterMs : null
}
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
const BEHIND_PROXY = { trustProxy: ['loopback'] }

describe('messages', () => {
  it('of one identity are stopped past their rate, with the time until the next; others go on', async () => {
    const { base, clock } = await serverOfTest({ limits: { 'messages-per-second-per-id': 2 } })
    const [loud, quiet] = [await connectClient(base), await connectClient(base)]
    for (let sent = 0; sent < 20; sent++) loud.send(HEARTBEAT)
    loud.send(HEARTBEAT)
    const notice = await loud.next(isNotice('rate-limited'))
    expect(waitIn(notice)).toBe(2_500) // a quarter of 20, at 2 per second
    expect(loud.frames.filter(({ type }) => type === 'HEARTBEAT')).toHaveLength(20)
    expect(await quiet.sendCtl(quiet.peerId, '{}')).toBe('delivered')
    // Coming back doesn't help before; then it does.
    const again = await connectClient(base, loud.identity)
    again.send(HEARTBEAT)
    await again.next(isNotice('rate-limited'))
    clock.nowMs += 2_500
    const later = await connectClient(base, loud.identity)
    expect(await later.sendCtl(quiet.peerId, '{}')).toBe('delivered')
  })

  it('of one identity count together, whatever its sockets are', async () => {
    const { base } = await serverOfTest({ limits: { 'messages-per-second-per-id': 1 } })
    const home = await connectClient(base)
    const visit = await connectClient(base, home.identity, { peerId: newVisitId(home.identity) })
    for (let sent = 0; sent < 6; sent++) {
      home.send(HEARTBEAT)
      visit.send(HEARTBEAT)
    }
    await Promise.race([home.next(isNotice('rate-limited')), visit.next(isNotice('rate-limited'))])
  })

  it('that come in one piece are taken one by one, others’ in between', async () => {
    const { base } = await serverOfTest({})
    const [loud, quiet] = [await connectClient(base), await connectClient(base)]
    for (let sent = 0; sent < 400; sent++) loud.send(HEARTBEAT)
    expect(await quiet.sendCtl(quiet.peerId, '{}')).toBe('delivered')
    expect(loud.frames.length).toBeLessThan(200)
    expect(await loud.sendCtl(loud.peerId, '{}')).toBe('delivered')
    expect(loud.frames.filter(({ type }) => type === 'HEARTBEAT')).toHaveLength(400)
  })

  it('count by their size', async () => {
    const { base } = await serverOfTest({ limits: { 'messages-per-second-per-id': 1 } })
    const loud = await connectClient(base)
    for (let sent = 0; sent < 3; sent++)
      loud.send({ type: 'OFFER', dst: loud.peerId, payload: { type: 'media', filler: 'x'.repeat(60_000) } })
    await loud.next(isNotice('rate-limited'))
  })

  it('of one address are stopped past their rate, whoever sends them', async () => {
    const { base } = await serverOfTest({
      limits: { 'messages-per-second-per-address': 1 },
      config: BEHIND_PROXY,
    })
    const [one, two] = [
      await connectClient(base, undefined, from('203.0.113.1')),
      await connectClient(base, undefined, from('203.0.113.1')),
    ]
    const elsewhere = await connectClient(base, undefined, from('203.0.113.2'))
    for (let sent = 0; sent < 9; sent++) one.send(HEARTBEAT)
    expect(await one.sendCtl(one.peerId, '{}')).toBe('delivered')
    two.send(HEARTBEAT)
    await two.next(isNotice('rate-limited'))
    expect(await elsewhere.sendCtl(elsewhere.peerId, '{}')).toBe('delivered')
  })
})

describe('clients', () => {
  it('of one address get no further place, until one leaves', async () => {
    const { base } = await serverOfTest({ limits: { 'sockets-per-address': 2 }, config: BEHIND_PROXY })
    const here = from('2001:db8:1:2:aaaa::1')
    const first = await connectClient(base, undefined, here)
    await connectClient(base, undefined, from('2001:db8:1:2:bbbb::2')) // the same line
    const third = createTestIdentity()
    const refused = openSocket(base, { id: third.id, token: await takeTicket(base, third) }, here)
    expect(waitIn(await refused.next(isNotice('rate-limited')))).toBe(10_000)
    await connectClient(base, undefined, from('2001:db8:1:3::1'))
    first.close()
    await first.closed
    await connectClient(base, third, here)
  })

  it('of one identity get no further place, and a newer socket of one id takes the place of the older', async () => {
    const { base } = await serverOfTest({ limits: { 'sockets-per-id': 2 } })
    const home = await connectClient(base)
    const visit = () => ({ peerId: newVisitId(home.identity) })
    await connectClient(base, home.identity, visit())
    const id = newVisitId(home.identity)
    const refused = openSocket(base, { id, token: await takeTicket(base, home.identity, id) })
    await refused.next(isNotice('rate-limited'))
    const newer = await connectClient(base, home.identity)
    expect(await newer.sendCtl(newer.peerId, '{}')).toBe('delivered')
    await home.closed
    newer.close()
    await newer.closed
    await connectClient(base, home.identity, visit())
  })

  it('that are too many in all are told when to come again', async () => {
    const { base } = await serverOfTest({ limits: { 'max-clients': 1 } })
    await connectClient(base)
    const late = createTestIdentity()
    const socket = openSocket(base, { id: late.id, token: await takeTicket(base, late) })
    expect(waitIn(await socket.next(isNotice('server-full')))).toBe(10_000)
  })
})

describe('sessions', () => {
  const ask = async (base: string, identity = createTestIdentity()) => {
    const { json } = await getJson(`${base}challenge`)
    const body = JSON.stringify({ v: 1, nonce: json['nonce'], audience: base, id: identity.id })
    return postJson(`${base}session`, identity.seal('ticket', body))
  }

  it('of one address are refused past their rate with the time until the next, and given again then', async () => {
    const { base, clock } = await serverOfTest({ limits: { 'sessions-per-minute-per-address': 4 } })
    for (let k = 0; k < 4; k++) expect((await ask(base)).status).toBe(200)
    const { status, headers, json } = await ask(base)
    expect({ status, json }).toEqual({ status: 429, json: { code: 'rate-limited', retryAfterMs: 15_000 } })
    expect(headers['retry-after']).toBe('15')
    clock.nowMs += 15_000
    expect((await ask(base)).status).toBe(200)
  })

  it('of one identity are refused past their rate; nobody else can use them up', async () => {
    const { base } = await serverOfTest({ limits: { 'sessions-per-minute-per-id': 2 } })
    const ann = createTestIdentity()
    const { json } = await getJson(`${base}challenge`)
    const body = JSON.stringify({ v: 1, nonce: json['nonce'], audience: base, id: ann.id })
    for (let k = 0; k < 5; k++)
      expect((await postJson(`${base}session`, createTestIdentity().seal('ticket', body))).status).toBe(403)
    for (let k = 0; k < 2; k++) expect((await ask(base, ann)).status).toBe(200)
    const refused = await ask(base, ann)
    expect({ status: refused.status, json: refused.json }).toMatchObject({
      status: 429,
      json: { code: 'rate-limited', retryAfterMs: 30_000 },
    })
    expect((await ask(base)).status).toBe(200)
  })
})

describe('requests', () => {
  it('of one address are refused past their rate, upgrades included', async () => {
    const { base } = await serverOfTest({ limits: { 'requests-per-minute-per-address': 3 } })
    const junk = openSocket(base, { id: 'x', token: 'y' })
    await junk.closed
    for (let k = 0; k < 2; k++) expect((await getJson(`${base}health`)).status).toBe(200)
    expect((await getJson(`${base}health`)).status).toBe(429)
    const refused = openSocket(base, { id: 'x', token: 'y' })
    const status = new Promise((resolve) =>
      refused.raw.once('unexpected-response', (_request, response) =>
        resolve([response.statusCode, response.headers['retry-after']]),
      ),
    )
    expect(await status).toEqual([429, '20'])
  })

  it('count for whom a trusted proxy names, and for nobody else’s word', async () => {
    const limits = { 'requests-per-minute-per-address': 1 }
    const trusting = await serverOfTest({ limits, config: BEHIND_PROXY })
    const ask = (base: string, address: string) =>
      fetch(`${base}health`, from(address)).then(({ status }) => status)
    expect([await ask(trusting.base, '203.0.113.1'), await ask(trusting.base, '203.0.113.1')]).toEqual([
      200, 429,
    ])
    expect(await ask(trusting.base, '203.0.113.1, 203.0.113.2')).toBe(200)
    expect(await ask(trusting.base, 'nonsense')).toBe(200)
    await trusting.close()
    const plain = await serverOfTest({ limits })
    expect([await ask(plain.base, '203.0.113.1'), await ask(plain.base, '203.0.113.2')]).toEqual([200, 429])
  })

  it('with too many headers, or too much of a body, are refused', async () => {
    const { base } = await serverOfTest({ limits: { 'header-bytes': 1_024, 'body-bytes': 1_024 } })
    expect((await fetch(`${base}health`, { headers: { 'x-more': 'x'.repeat(2_000) } })).status).toBe(431)
    expect((await postJson(`${base}session`, 'x'.repeat(1_100))).status).toBe(413)
  })
})

describe('connections', () => {
  const opened: Socket[] = []
  afterEach(() => {
    for (const socket of opened.splice(0)) socket.destroy()
  })
  const open = (base: string): { readonly closed: Promise<void>; readonly socket: Socket } => {
    const socket = connect(Number(new URL(base).port), '127.0.0.1')
    opened.push(socket)
    socket.on('error', () => undefined)
    // Node may be the first to close it, with a 408: who doesn't read that never sees the end.
    socket.resume()
    return { socket, closed: new Promise((resolve) => socket.once('close', () => resolve())) }
  }

  it('that say nothing, or say it byte by byte, are closed; a client’s isn’t', async () => {
    const { base } = await serverOfTest({ limits: { 'handshake-seconds': 0.3 } })
    const client = await connectClient(base)
    const [silent, slow] = [open(base), open(base)]
    slow.socket.write('GET / HT')
    await Promise.all([silent.closed, slow.closed])
    expect(await client.sendCtl(client.peerId, '{}')).toBe('delivered')
  })

  it('of one address are no more than twice its clients', async () => {
    const { base } = await serverOfTest({ limits: { 'sockets-per-address': 2 } })
    const four = [open(base), open(base), open(base), open(base)]
    await Promise.all(four.map(({ socket }) => new Promise((resolve) => socket.once('connect', resolve))))
    await open(base).closed
    four[0]?.socket.destroy()
    await expect
      .poll(() =>
        getJson(`${base}health`).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200)
  })

  it('are no more than the server takes in all', async () => {
    const { base } = await serverOfTest({ limits: { 'max-sockets': 1 } })
    await new Promise((resolve) => open(base).socket.once('connect', resolve))
    await open(base).closed
  })
})

it('tells the operator once, by the name of the option', async () => {
  const warnings: string[] = []
  const log: Log = { info: () => undefined, warn: (text) => warnings.push(text), error: () => undefined }
  const { base } = await serverOfTest({ limits: { 'requests-per-minute-per-address': 1 }, log })
  for (let k = 0; k < 5; k++) await getJson(`${base}health`)
  expect(warnings).toEqual([
    'a client reached the limit of requests that --requests-per-minute-per-address sets',
  ])
  expect(LIMIT_NAMES).toHaveLength(19)
})
