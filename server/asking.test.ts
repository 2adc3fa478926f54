// How often somebody may ask whether others are there: the rule by table and clock, then over real sockets.
import { describe, expect, it } from 'vitest'
import { createAsking } from './asking'
import { createLimitHits } from './limit-hits'
import { DEFAULT_LIMITS, type Limits } from './limits'
import { SILENT_LOG } from './log'
import { createRates } from './rates'
import { serverOfTest } from './testing/server-of-test'
import {
  connectClient,
  createTestIdentity,
  isNotice,
  newVisitId,
  ofType,
  openSocket,
} from './testing/test-client'

const idOf = (n: number): string => n.toString(16).padStart(32, '0')
const [A, B] = [idOf(0xa), idOf(0xb)]

/** What 30 and 120 a minute come to. */
const SENDER = { burst: 120, everyMs: 2_000 } as const
const TARGET = { burst: 200, everyMs: 500 } as const

function rig(limits: Partial<Limits> = {}) {
  const clock = { nowMs: 5_000 }
  const nowMs = () => clock.nowMs
  const hits = createLimitHits(SILENT_LOG, nowMs)
  const asking = createAsking(createRates({ limits: () => ({ ...DEFAULT_LIMITS, ...limits }), hits, nowMs }))
  const asks = (from: string, to: string) => asking.refusal(from, to)
  /** How many of `count` different people may be asked after. */
  const passing = (from: string, count: number, first = 0x1000) =>
    Array.from({ length: count }, (_, k) => asks(from, idOf(first + k))).filter((refusal) => refusal === null)
      .length
  return { clock, asking, asks, passing, hits }
}

describe('a sender', () => {
  it('may ask after many at once, then after one every two seconds', () => {
    const { clock, asks, passing } = rig()
    expect(passing(A, SENDER.burst)).toBe(SENDER.burst)
    expect(asks(A, B)).toEqual({ retryAfterMs: 2 * SENDER.everyMs, ends: false })
    clock.nowMs += 2 * SENDER.everyMs - 1
    expect(asks(A, B)).toMatchObject({ ends: false })
    clock.nowMs += 2 * SENDER.everyMs + 1
    expect(asks(A, B)).toBeNull()
    // Others ask as before.
    expect(passing(B, SENDER.burst)).toBe(SENDER.burst)
  })

  it('is the person, whatever visit it asks from, and so is the target', () => {
    const { asks } = rig()
    for (let k = 0; k < SENDER.burst; k++) asks(`${A}-${idOf(k).slice(-8)}`, idOf(0x1000 + k))
    expect(asks(`${A}-12345678`, B)).not.toBeNull()
    const other = rig()
    for (let k = 0; k < TARGET.burst; k++) other.asks(idOf(0x1000 + k), `${B}-${idOf(k).slice(-8)}`)
    expect(other.asks(A, B)).not.toBeNull()
  })

  it('who asks on in spite of it waits for longer, and at last is not served', () => {
    const { clock, asks, passing } = rig()
    passing(A, SENDER.burst)
    const waits = Array.from({ length: SENDER.burst }, () => asks(A, B))
    expect(waits.map((one) => one?.retryAfterMs)).toEqual(waits.map((_, k) => (k + 2) * SENDER.everyMs))
    expect(waits.map((one) => one?.ends)).toEqual(waits.map((_, k) => k === SENDER.burst - 1))
    // No longer than that, however long it goes on.
    for (let k = 0; k < 10_000; k++) asks(A, B)
    clock.nowMs += (SENDER.burst + 1) * SENDER.everyMs
    expect(asks(A, B)).toBeNull()
  })

  it('who has waited has all of it again', () => {
    const { clock, passing } = rig()
    passing(A, SENDER.burst)
    clock.nowMs += SENDER.burst * SENDER.everyMs
    expect(passing(A, SENDER.burst, 0x9000)).toBe(SENDER.burst)
  })
})

describe('a target', () => {
  it('is asked after by many at once, then twice a second, and nobody’s patience blocks it for longer', () => {
    const { clock, asks } = rig()
    for (let k = 0; k < TARGET.burst; k++) expect(asks(idOf(0x1000 + k), B)).toBeNull()
    for (let k = 0; k < 500; k++)
      expect(asks(idOf(0x9000 + k), B)).toEqual({ retryAfterMs: TARGET.everyMs, ends: false })
    clock.nowMs += TARGET.everyMs
    expect(asks(A, B)).toBeNull()
    expect(asks(A, idOf(0xc))).toBeNull()
  })

  it('can’t be blocked by one who floods', () => {
    const { asks } = rig()
    for (let k = 0; k < 10_000; k++) asks(A, B)
    expect(asks(idOf(0xc), B)).toBeNull()
  })
})

describe('a conversation', () => {
  it('is free as long as both take part', () => {
    const { asks, asking, passing } = rig()
    expect(asks(A, B)).toBeNull()
    asking.reached(A, B)
    for (let k = 0; k < 10_000; k++) {
      const [from, to] = k % 2 === 0 ? [B, A] : [A, B]
      expect(asks(from, to)).toBeNull()
      asking.reached(from, to)
    }
    expect(passing(A, SENDER.burst)).toBe(SENDER.burst - 1)
    expect(passing(B, SENDER.burst)).toBe(SENDER.burst)
  })

  it('with somebody who says nothing is none', () => {
    const { asks, asking } = rig()
    let passed = 0
    for (let k = 0; k < 1_000; k++) {
      if (asks(A, B) !== null) continue
      asking.reached(A, B)
      passed += 1
    }
    // Each question with what goes right behind it: the offer, the cancel and its repeat.
    expect(passed).toBe(4 * SENDER.burst)
  })

  it('with one’s own other socket asks nobody', () => {
    const { asks } = rig()
    for (let k = 0; k < 1_000; k++) expect(asks(A, A)).toBeNull()
  })
})

it('both limits are the operator’s, and counted where they bite', () => {
  const limits = { 'questions-per-minute-per-id': 3, 'questions-per-minute-per-target': 6 }
  const { asks, passing, hits } = rig(limits)
  expect(passing(A, 20)).toBe(12)
  expect(asks(A, B)).toMatchObject({ retryAfterMs: expect.any(Number) as number })
  const callers = Array.from({ length: 15 }, (_, k) => asks(idOf(0x9000 + k), B))
  expect(callers.filter((refusal) => refusal === null)).toHaveLength(10)
  expect(hits.counts.get('questions-per-minute-per-id')).toBe(9)
  expect(hits.counts.get('questions-per-minute-per-target')).toBe(5)
})

it('keeps no more than a bound of what it saw', () => {
  const { asks } = rig()
  for (let k = 0; k < 100_000; k++) asks(idOf(0x10000 + k), idOf(0x90000 + k))
  expect(asks(A, B)).toBeNull()
})

describe('over real sockets', () => {
  const offer = (to: string) => ({ type: 'OFFER', dst: to, payload: { type: 'media' } })

  it('60 quick calls to somebody who is there and says nothing, and to 60 who aren’t, all go through', async () => {
    const { base } = await serverOfTest()
    const [ann, bob] = [await connectClient(base), await connectClient(base)]
    for (let call = 0; call < 60; call++) {
      expect(await ann.sendCtl(bob.peerId, `invite ${String(call)}`)).toBe('delivered')
      ann.send(offer(bob.peerId))
      expect(await ann.sendCtl(bob.peerId, `cancel ${String(call)}`)).toBe('delivered')
    }
    expect(bob.frames.filter(ofType('OFFER'))).toHaveLength(60)
    const cal = await connectClient(base)
    for (let call = 0; call < 60; call++)
      expect(await cal.sendCtl(createTestIdentity().id, 'invite')).toBe('offline')
  })

  it('50 callers at once all reach one target, and so do 50 more', async () => {
    const { base } = await serverOfTest({ limits: { 'sockets-per-address': 200 } })
    const bob = await connectClient(base)
    const callers = await Promise.all(Array.from({ length: 100 }, () => connectClient(base)))
    const statuses = await Promise.all(callers.map((one) => one.sendCtl(bob.peerId, 'invite')))
    expect(new Set(statuses)).toEqual(new Set(['delivered']))
    await Promise.all(callers.map((one) => bob.sendCtl(one.peerId, 'busy')))
    expect(bob.frames.filter((frame) => JSON.stringify(frame).includes('limited'))).toEqual([])
  })

  it('a prober learns nothing more, is told when to come again, and can then', async () => {
    const { base, clock } = await serverOfTest()
    const [eve, bob, ann] = [await connectClient(base), await connectClient(base), await connectClient(base)]
    for (let k = 0; k < SENDER.burst; k++) await eve.sendCtl(createTestIdentity().id, 'there?')
    expect(await eve.sendCtl(bob.peerId, 'there?')).toBe('limited')
    const ack = await eve.next((frame) => JSON.stringify(frame).includes('"limited"'))
    expect(ack).toMatchObject({ payload: { retryAfterMs: 2 * SENDER.everyMs } })
    eve.send(offer(bob.peerId))
    expect(await eve.sendCtl(createTestIdentity().id, 'there?')).toBe('limited')
    expect(bob.frames.filter((frame) => ofType('CTL')(frame) || ofType('OFFER')(frame))).toEqual([])
    expect(eve.frames.filter(ofType('EXPIRE'))).toEqual([])
    // It is still rung itself, and answers; others notice nothing.
    expect(await ann.sendCtl(eve.peerId, 'invite')).toBe('delivered')
    expect(await eve.sendCtl(ann.peerId, 'ringing')).toBe('delivered')
    expect(await ann.sendCtl(bob.peerId, 'invite')).toBe('delivered')
    clock.nowMs += 10 * SENDER.everyMs
    expect(await eve.sendCtl(bob.peerId, 'there?')).toBe('delivered')
  })

  it('who floods loses the socket with a notice, and has not got more by coming again or by a visit', async () => {
    const { base, clock, running } = await serverOfTest()
    const identity = createTestIdentity()
    const [eve, bob] = [await connectClient(base, identity), await connectClient(base)]
    const envelope = identity.seal('call', '{}')
    const probe = (n: number) => ({ type: 'CTL', dst: createTestIdentity().id, payload: { n, envelope } })
    for (let n = 0; n < 2 * SENDER.burst; n++) eve.send(probe(n))
    const notice = await eve.next(isNotice('rate-limited'))
    expect(notice).toMatchObject({ payload: { retryAfterMs: (SENDER.burst + 1) * SENDER.everyMs } })
    await eve.closed
    // As any other who is sent away.
    expect(running.tally.closings.get('rate-limited')).toBe(1)
    expect(await bob.sendCtl(eve.peerId, '{}')).toBe('offline')
    const visit = await connectClient(base, identity, { peerId: newVisitId(identity) })
    visit.send(probe(0))
    await visit.next(isNotice('rate-limited'))
    clock.nowMs += (SENDER.burst + 1) * SENDER.everyMs
    expect(await (await connectClient(base, identity)).sendCtl(bob.peerId, '{}')).toBe('delivered')
  })

  it('a plain client hears EXPIRE for an offer that was held back', async () => {
    const { base } = await serverOfTest({ config: { open: true } })
    const eve = openSocket(base, { id: 'eve', token: 'x' })
    const bob = openSocket(base, { id: 'bob', token: 'x' })
    await Promise.all([eve.next(ofType('OPEN')), bob.next(ofType('OPEN'))])
    for (let k = 0; k < SENDER.burst; k++) eve.send(offer(`ghost${String(k)}`))
    eve.send(offer('bob'))
    expect(await eve.next((frame) => frame['src'] === 'bob')).toEqual({
      type: 'EXPIRE',
      src: 'bob',
      dst: 'eve',
    })
    expect(bob.frames.filter(ofType('OFFER'))).toEqual([])
  })
})
