import { describe, expect, it } from 'vitest'
import type { FailureCode } from '../../shared/failure'
import { HEARTBEAT_MS } from '../../shared/protocol/limits'
import { fail, ok, type Result } from '../../shared/result'
import { createFakeClock, createFakeIds } from '../platform/fakes/fake-clock'
import { silentLog } from '../platform/log'
import { CHECK_MS, SEEK_MS } from './line-watch'
import { OPEN_TIMEOUT_MS, PeerLink } from './peer-link'
import { NO_BEATS } from './heartbeat-times'
import type { PeerTransport } from './peer-transport'
import type { ServerSession } from './session-client'

const ID = 'a'.repeat(32)

interface BenchOptions {
  readonly kind?: 'own' | 'stock'
  /** Whether the browser refuses to dial. */
  readonly throws?: boolean
  /** What the first sessions fail with. */
  readonly refusal?: FailureCode
}

function bench({ kind = 'own', throws = false, refusal }: BenchOptions = {}) {
  const clock = createFakeClock()
  const log: string[] = []
  let tickets = 0
  const world = { refusal }
  const session = (): Result<ServerSession> => {
    if (world.refusal) return fail(world.refusal)
    tickets += 1
    if (kind === 'stock') return ok({ kind })
    return ok({ kind, answer: { v: 1, ticket: `ticket-${tickets}`, iceServers: [], guestPage: false } })
  }
  const transport: PeerTransport = {
    dial(token) {
      if (throws) throw new Error('SecurityError')
      log.push(`dial ${token}`)
    },
    hangUp: () => void log.push('hang up'),
    send: (frame) => void log.push(`send ${JSON.stringify(frame)}`),
    deliver: (frame) => void log.push(`deliver ${frame.type}`),
    call: () => null,
    expired: () => undefined,
    forget: () => undefined,
    beats: () => NO_BEATS,
  }
  const link = new PeerLink({
    peerId: ID,
    sessions: { open: () => Promise.resolve(session()) },
    transport,
    clock,
    ids: createFakeIds(),
    log: silentLog,
    stockToken: 'stable',
    onSession: (opened) => void log.push(`session ${opened.kind}`),
  })
  const states: string[] = []
  link.onState((state) => states.push('code' in state ? `${state.status} ${state.code}` : state.status))
  const taken = () => log.splice(0)
  return { clock, link, states, taken, world }
}

async function openBench(options: BenchOptions = {}) {
  const made = bench(options)
  await made.clock.settle()
  made.link.frame({ type: 'open' })
  made.taken()
  made.states.splice(0)
  return made
}

/** A server that answers every beat, for so long. */
async function live({ clock, link }: Awaited<ReturnType<typeof openBench>>, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += HEARTBEAT_MS) {
    await clock.advance(HEARTBEAT_MS)
    link.frame({ type: 'heartbeat' })
  }
}

describe('connecting', () => {
  it('dials with the session’s ticket and is open with the server’s OPEN', async () => {
    const { clock, link, states, taken } = bench()
    await clock.settle()
    expect(taken()).toEqual(['dial ticket-1'])
    expect(link.frame({ type: 'open' })).toBe(true)
    expect(states).toEqual(['open'])
    expect(taken()).toEqual(['deliver OPEN', 'session own'])
  })

  it('dials a stock server with the token of this start', async () => {
    const { clock, taken } = bench({ kind: 'stock' })
    await clock.settle()
    expect(taken()).toEqual(['dial stable'])
  })

  it('waits with the reason where there is no session, and tries again by itself', async () => {
    const { clock, link, world, states } = bench({ refusal: 'wrong-audience' })
    await clock.settle()
    expect(link.state()).toMatchObject({ status: 'waiting', code: 'wrong-audience', sinceMs: 0 })
    world.refusal = undefined
    await clock.advance(5_000)
    link.frame({ type: 'open' })
    expect(states).toEqual(['waiting wrong-audience', 'connecting', 'open'])
  })

  it('knows a web server that is no PeerJS server by the socket that it doesn’t take', async () => {
    const { clock, link, states } = bench({ kind: 'stock' })
    await clock.settle()
    link.lost()
    expect(states).toEqual(['waiting not-a-parley-server'])
  })

  it('doesn’t take a stock server that it knew for a stranger', async () => {
    const { link, states } = await openBench({ kind: 'stock' })
    link.lost()
    expect(states).toEqual(['waiting server-unreachable'])
  })

  it('ignores an OPEN before it has dialled', () => {
    const { link, states } = bench()
    link.frame({ type: 'open' })
    expect(states).toEqual([])
  })

  it('gives up on a socket that never opens', async () => {
    const { clock, states } = bench()
    await clock.advance(OPEN_TIMEOUT_MS)
    expect(states[0]).toBe('waiting server-timeout')
  })

  it('says unreachable where the browser refuses to dial', async () => {
    const { clock, states } = bench({ throws: true })
    await clock.settle()
    expect(states).toEqual(['waiting server-unreachable'])
  })

  it('waits longer after each failure, and from the start again after a success that lasted', async () => {
    const made = bench()
    const { clock, link } = made
    const waits: number[] = []
    link.onState((state) => {
      if (state.status === 'waiting') waits.push(state.waitMs)
    })
    for (let round = 0; round < 4; round++) {
      await clock.settle()
      link.lost()
      await clock.advance(2_000)
    }
    expect(waits).toEqual([125, 500, 1_000, 2_000])
    link.frame({ type: 'open' })
    await live(made, 3 * HEARTBEAT_MS)
    link.lost()
    expect(waits.at(-1)).toBe(125)
  })
})

it('dials anew when asked while an attempt hangs, as one does that began without a network', async () => {
  const { clock, link, states, taken } = bench()
  await clock.settle()
  expect(taken()).toEqual(['dial ticket-1'])
  link.retry()
  await clock.settle()
  expect(taken()).toEqual(['hang up', 'dial ticket-2'])
  link.frame({ type: 'open' })
  expect(states).toEqual(['connecting', 'open'])
  await clock.advance(OPEN_TIMEOUT_MS)
  expect(link.state().status).toBe('open')
})

it('spares the server no more where the network changed: what failed before was another one', async () => {
  const made = bench({ refusal: 'server-unreachable' })
  await made.clock.advance(60_000)
  made.world.refusal = undefined
  made.link.retry()
  await made.clock.settle()
  made.link.frame({ type: 'open' })
  // Moved again at once, before that line was steady: it is dead.
  made.link.retry()
  await made.clock.advance(CHECK_MS)
  expect(made.link.state()).toMatchObject({ status: 'waiting', waitMs: 125 })
})

describe('being told to go', () => {
  it('stops for good when superseded, until the user takes the place back', async () => {
    const { clock, link, states, taken } = await openBench()
    link.frame({ type: 'notice', code: 'superseded' })
    link.lost() // the server closes after its notice
    await clock.advance(600_000)
    expect(states).toEqual(['stopped superseded'])
    expect(taken()).toEqual(['hang up'])
    link.retry()
    await clock.settle()
    link.frame({ type: 'open' })
    expect(states).toEqual(['stopped superseded', 'connecting', 'open'])
  })

  it('waits as long as the server asks', async () => {
    const { clock, link, taken } = await openBench()
    link.frame({ type: 'notice', code: 'rate-limited', retryAfterMs: 60_000 })
    expect(link.state()).toMatchObject({ status: 'waiting', code: 'rate-limited' })
    await clock.advance(59_000)
    expect(taken()).toEqual(['hang up'])
    await clock.advance(20_000)
    expect(taken()[0]).toBe('dial ticket-2')
  })

  it('gets a fresh ticket for one that was refused', async () => {
    const { clock, link, taken } = await openBench()
    link.frame({ type: 'notice', code: 'ticket-expired' })
    await clock.advance(1_000)
    expect(taken()).toEqual(['hang up', 'dial ticket-2'])
  })

  it('ignores what still comes while it waits or is closed', async () => {
    const { link, states } = await openBench()
    link.lost()
    link.frame({ type: 'open' })
    link.frame({ type: 'notice', code: 'superseded' })
    link.close()
    link.close()
    link.retry()
    link.lost()
    expect(states).toEqual(['waiting server-unreachable', 'closed'])
  })
})

describe('an open line', () => {
  const BEAT = 'send {"type":"HEARTBEAT"}'
  const PROBE = expect.stringContaining('parley-probe') as string
  it.each([
    ['own', [BEAT, BEAT]],
    ['stock', [BEAT, PROBE, BEAT, PROBE]],
  ] as const)(
    'to a server of kind %s is beaten on by us, so that echoes can be timed',
    async (kind, sent) => {
      const made = await openBench({ kind })
      await made.clock.advance(2 * HEARTBEAT_MS)
      expect(made.taken()).toEqual(sent)
    },
  )
})

describe('a line that is dead without saying so', () => {
  it('is replaced after three silent beats', async () => {
    const made = await openBench()
    await live(made, 10 * HEARTBEAT_MS)
    expect(made.states).toEqual([])
    await made.clock.advance(3 * HEARTBEAT_MS)
    expect(made.states).toEqual([])
    await made.clock.advance(HEARTBEAT_MS)
    expect(made.states[0]).toBe('waiting server-timeout')
  })

  it('is replaced at once when asked and silent, and kept when it answers', async () => {
    const made = await openBench()
    made.link.retry()
    expect(made.taken()).toEqual(['send {"type":"HEARTBEAT"}'])
    made.link.frame({ type: 'heartbeat' })
    await made.clock.advance(CHECK_MS)
    expect(made.states).toEqual([])
    made.link.retry()
    await made.clock.advance(CHECK_MS)
    expect(made.states[0]).toBe('waiting server-timeout')
  })

  it('is never suspected on a stock server that echoes nothing', async () => {
    const made = await openBench({ kind: 'stock' })
    await made.clock.advance(20 * HEARTBEAT_MS)
    made.link.retry()
    await made.clock.advance(CHECK_MS)
    expect(made.states).toEqual([])
  })

  it('is found on a stock server by our own echo', async () => {
    const made = await openBench({ kind: 'stock' })
    made.link.frame({ type: 'probe', from: 'f'.repeat(32) }) // somebody else's proves nothing
    made.link.frame({ type: 'probe', from: ID })
    await made.clock.advance(5 * HEARTBEAT_MS)
    expect(made.states[0]).toBe('waiting server-timeout')
  })
})

it('takes a stock server’s echo for the OPEN that it doesn’t send to a socket that takes over', async () => {
  const { clock, link, states, taken } = bench({ kind: 'stock' })
  await clock.advance(SEEK_MS)
  expect(taken()).toEqual(['dial stable', expect.stringContaining('parley-probe')])
  link.frame({ type: 'probe', from: ID })
  expect(states).toEqual(['open'])
  expect(taken()[0]).toContain('parley-probe')
})

it('leaves no timer behind', async () => {
  const { clock, link } = await openBench()
  link.retry()
  link.close()
  expect(clock.waiting()).toBe(0)
})
