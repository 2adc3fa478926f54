// The signalling server over real sockets: signing in, messages, takeover.
import { describe, expect, it } from 'vitest'
import { serverOfTest } from './testing/server-of-test'
import {
  connectClient,
  createTestIdentity,
  getJson,
  isNotice,
  newVisitId,
  ofType,
  openSocket,
  takeTicket,
} from './testing/test-client'
import { startTestServer } from './testing/test-server'

describe('two clients on one server', () => {
  it('delivers a signed message to the other client and says so', async () => {
    const { base } = await serverOfTest()
    const [ann, bob] = [await connectClient(base), await connectClient(base)]
    expect(await ann.sendCtl(bob.peerId, '{"t":"invite"}')).toBe('delivered')
    const frame = await bob.next(ofType('CTL'))
    expect(frame['src']).toBe(ann.peerId)
    expect(frame['payload']).toMatchObject({ envelope: { body: '{"t":"invite"}', key: ann.identity.key } })
  })

  it('says at once that nobody is there', async () => {
    const { base } = await serverOfTest()
    const ann = await connectClient(base)
    expect(await ann.sendCtl(createTestIdentity().id, '{}')).toBe('offline')
  })

  it('relays an offer with the id that it knows the sender by', async () => {
    const { base } = await serverOfTest()
    const [ann, bob] = [await connectClient(base), await connectClient(base)]
    const payload = { type: 'media', sdp: { type: 'offer', sdp: 'v=0' }, connectionId: 'mc_1' }
    ann.send({ type: 'OFFER', src: 'somebody else', dst: bob.peerId, payload })
    expect(await bob.next(ofType('OFFER'))).toEqual({
      type: 'OFFER',
      src: ann.peerId,
      dst: bob.peerId,
      payload,
    })
  })

  it('echoes a heartbeat', async () => {
    const { base } = await serverOfTest()
    const ann = await connectClient(base)
    ann.send({ type: 'HEARTBEAT' })
    await ann.next(ofType('HEARTBEAT'))
  })
})

describe('one id, one socket', () => {
  it('opens the newer socket and tells the older one why it closes', async () => {
    const { base } = await serverOfTest()
    const identity = createTestIdentity()
    const older = await connectClient(base, identity)
    const newer = await connectClient(base, identity)
    await older.next(isNotice('superseded'))
    await older.closed
    const other = await connectClient(base)
    expect(await other.sendCtl(identity.id, '{}')).toBe('delivered')
    await newer.next(ofType('CTL'))
  })

  it('keeps a home beside a visit of the same identity', async () => {
    const { base } = await serverOfTest()
    const identity = createTestIdentity()
    const home = await connectClient(base, identity)
    const visit = await connectClient(base, identity, { peerId: newVisitId(identity) })
    expect(await visit.sendCtl(home.peerId, '{}')).toBe('delivered')
    expect(await home.sendCtl(visit.peerId, '{}')).toBe('delivered')
  })
})

describe('the ticket', () => {
  it.each([
    ['forged', async () => 'x'.repeat(43), 'ticket-unknown'],
    ['absent', async () => '', 'ticket-unknown'],
    ["somebody else's", (base: string) => takeTicket(base, createTestIdentity()), 'ticket-unknown'],
  ])('refuses a %s one with a notice', async (_name, ticket, code) => {
    const { base } = await serverOfTest()
    const socket = openSocket(base, { id: createTestIdentity().id, token: await ticket(base) })
    await socket.next(isNotice(code))
    await socket.closed
  })

  it('opens one socket only', async () => {
    const { base } = await serverOfTest()
    const identity = createTestIdentity()
    const token = await takeTicket(base, identity)
    const first = openSocket(base, { id: identity.id, token })
    await first.next(ofType('OPEN'))
    const second = openSocket(base, { id: identity.id, token })
    await second.next(isNotice('ticket-used'))
    expect(first.frames).toHaveLength(1)
  })

  it('is worth nothing on another server, nor on this one when it is started again', async () => {
    const { base } = await serverOfTest()
    const identity = createTestIdentity()
    const token = await takeTicket(base, identity)
    const other = await startTestServer()
    await openSocket(other.base, { id: identity.id, token }).next(isNotice('ticket-unknown'))
    await other.close()
  })

  it('for home is worth nothing on a visit, nor a visit’s at home or for another one', async () => {
    const { base } = await serverOfTest()
    const identity = createTestIdentity()
    const [home, visit, next] = [identity.id, newVisitId(identity), newVisitId(identity)]
    for (const [of, used] of [
      [home, visit],
      [visit, home],
      [visit, next],
    ] as const) {
      const token = await takeTicket(base, identity, of)
      await openSocket(base, { id: used, token }).next(isNotice('ticket-unknown'))
      // It was another's to use, and still is.
      await openSocket(base, { id: of, token }).next(ofType('OPEN'))
    }
  })

  it('is worth nothing after its time', async () => {
    const { base, clock } = await serverOfTest()
    const identity = createTestIdentity()
    const token = await takeTicket(base, identity)
    clock.nowMs += 60_001
    await openSocket(base, { id: identity.id, token }).next(isNotice('ticket-expired'))
  })
})

it('answers that it is up', async () => {
  const { base } = await serverOfTest()
  expect(await getJson(`${base}health`)).toMatchObject({ status: 200, json: { status: 'ok' } })
})
