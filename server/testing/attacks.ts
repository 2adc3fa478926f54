// Owns what a hostile client does, one way each: every entry of the attack list. Each attack says how many messages it sent
// (frames, requests, upgrades, junk), whatever became of them; being refused is what it expects.
import { MAX_FRAME_BYTES } from '../../shared/protocol/limits'
import type { BadFrame } from './bad-frames'
import { connectLeanClient, openAs, requestText, takeLeanTicket, type LeanClient } from './lean-client'
import { clientFrame, clientHead, openTcp, upgradeText, type Dialled } from './lean-socket'
import type { Random } from './random'
import { createTestIdentity } from './test-client'

export interface Field {
  readonly at: Dialled
  readonly random: Random
  /** PeerJS ids of others, who talk. */
  readonly victims: readonly string[]
  /** Made once: making them costs more than reading them. */
  readonly badFrames: readonly BadFrame[]
  /** Half of something, to be left open for a while. */
  readonly leave: (end: () => void) => void
}

export type Attack = (field: Field) => Promise<number>

/** What a client may send at once, and some more. */
const FLOOD = 600
const FEW = 20
/** Until what was sent has been read or refused. */
const HEARD_MS = 2_000

const ghost = (random: Random): string => random.bytes(16).toString('hex')

/** Signed in; sends all, then waits until it is closed or what it sent is answered. */
async function sendAll(
  { at }: Field,
  makeFrames: (client: LeanClient) => readonly Buffer[],
): Promise<number> {
  const client = await connectLeanClient(at)
  const frames = makeFrames(client)
  for (const frame of frames) client.socket.send(frame)
  await echoed(client)
  client.socket.destroy()
  return frames.length + 1
}

/** A last heartbeat comes back once all before it is through; or the socket ends. */
function echoed({ socket }: LeanClient): Promise<void> {
  return new Promise((resolve) => {
    // Where the server drops the connection unread there may be no end either.
    const timer = setTimeout(resolve, HEARD_MS)
    const done = (): void => {
      clearTimeout(timer)
      resolve()
    }
    socket.onText = (payload) => {
      if (payload.includes('HEARTBEAT')) done()
    }
    void socket.closed.then(done)
    socket.send(clientFrame('{"type":"HEARTBEAT"}'))
  })
}

const times = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, n) => make(n))

function signed({ identity }: LeanClient, dst: string, fillerChars = 600): Buffer {
  const envelope = identity.seal('call', JSON.stringify({ kind: 'invite', filler: 'x'.repeat(fillerChars) }))
  return clientFrame(JSON.stringify({ type: 'CTL', dst, payload: { n: 1, envelope } }))
}

const relayed = (type: string, dst: string, fillerChars = 600): Buffer => {
  const payload = {
    type: 'media',
    connectionId: 'mc_1',
    sdp: { type: 'offer', sdp: 'x'.repeat(fillerChars) },
  }
  return clientFrame(JSON.stringify({ type, payload, dst }))
}

/** A frame of ours that is as long as one may be. */
const LONGEST = MAX_FRAME_BYTES - 200
const TYPES = ['OFFER', 'ANSWER', 'CANDIDATE', 'LEAVE'] as const

const flood: Attack = (field) =>
  sendAll(field, () => {
    const frame = clientFrame('{"type":"HEARTBEAT"}')
    return times(FLOOD, () => frame)
  })

const askForGhosts: Attack = (field) =>
  sendAll(field, (client) => {
    const frames = [signed(client, ghost(field.random)), relayed('OFFER', ghost(field.random))]
    return times(FLOOD / 4, (n) => frames[n % frames.length] ?? relayed('ANSWER', ghost(field.random)))
  })

const candidatesForGhosts: Attack = (field) =>
  sendAll(field, () => times(FLOOD / 4, () => relayed('CANDIDATE', ghost(field.random))))

const longFramesForGhosts: Attack = (field) =>
  sendAll(field, () => times(FEW, () => relayed(field.random.pick(TYPES), ghost(field.random), LONGEST)))

const annoyVictims: Attack = (field) =>
  sendAll(field, (client) => {
    const victim = field.random.pick(field.victims)
    const frames = [signed(client, victim), relayed(field.random.pick(TYPES), victim)]
    return times(FLOOD / 4, (n) => frames[n % frames.length] ?? signed(client, victim))
  })

/** What only a server says, an id that isn't one's own, nobody to leave. */
const pretend: Attack = (field) =>
  sendAll(field, (client) => {
    const victim = field.random.pick(field.victims)
    const said = [
      { type: 'OPEN' },
      { type: 'EXPIRE', src: victim, dst: victim },
      { type: 'CTL-ACK', dst: victim, payload: { n: 1, status: 'delivered' } },
      { type: 'NOTICE', dst: victim, payload: { code: 'superseded' } },
      { type: 'ID-TAKEN', dst: victim, payload: {} },
    ]
    const spoofed = { type: 'LEAVE', src: victim, dst: field.random.pick(field.victims), payload: {} }
    return [
      clientFrame(JSON.stringify(spoofed)),
      signed(client, victim),
      clientFrame(JSON.stringify(field.random.pick(said))),
    ]
  })

const sendBadFrame: Attack = (field) =>
  sendAll(field, () => {
    const bad = field.random.pick(field.badFrames)
    return [clientFrame(bad, typeof bad === 'string' ? 1 : field.random.pick([1, 2]))]
  })

const TEXT_END = 0x80

/** Against RFC 6455: reserved bits and opcodes, no mask, long or split control frames, broken UTF-8, sizes without end. */
const breakWebSocket: Attack = (field) =>
  sendAll(field, () => {
    const { random } = field
    const nothing = Buffer.alloc(4)
    const broken: readonly (() => readonly Buffer[])[] = [
      () => [clientHead(0, 3), nothing],
      () => [clientHead(0, 1, TEXT_END | 0x40), nothing],
      () => [Buffer.from([TEXT_END | 1, 2]), Buffer.from('{}')],
      () => [clientHead(200, 9), nothing, Buffer.alloc(200)],
      () => [clientHead(0, 9, 0), nothing],
      () => [clientFrame(Buffer.from([0xc3, 0x28, 0xff]))],
      () => [clientHead(100 * 1024 * 1024), nothing, random.bytes(100)],
      () => [Buffer.from([TEXT_END | 1, 0xff, ...random.bytes(8)]), nothing],
      () => [clientFrame(random.bytes(2), 8)],
      () => [random.bytes(64)],
      () => times(FEW, () => clientFrame(random.bytes(100), 9)),
      () =>
        times(FEW * 4, (n) =>
          Buffer.concat([clientHead(1_000, n === 0 ? 1 : 0, 0), nothing, Buffer.alloc(1_000, 'x')]),
        ),
    ]
    return random.pick(broken)()
  })

/** Forged, somebody else's, used, given twice. */
const stealAway: Attack = async ({ at, random, victims }) => {
  const [identity, victim] = [createTestIdentity(), random.pick(victims)]
  const token = await takeLeanTicket(at, identity)
  const forged = random.bytes(32).toString('base64url')
  const queries = [
    { id: victim, token },
    { id: victim, token: forged },
    { id: victim, token: `${token.slice(0, -1)}A` },
    { id: `${victim}-00000000`, token },
    { id: identity.id, token: 'x'.repeat(2_000) },
    { id: '__proto__', token: '' },
    { id: victim.toUpperCase(), token: forged },
  ]
  const outcomes = await Promise.allSettled(queries.map((query) => openAs(at, query)))
  // One of the few that are let in would be a hole.
  if (outcomes.some(({ status }) => status === 'fulfilled'))
    throw new Error('a stolen ticket opened a socket')
  return queries.length + 2
}

/** Said over a connection of its own, whose end is waited for. */
async function sayRaw(at: Dialled, texts: readonly (string | Buffer)[]): Promise<number> {
  const tcp = await openTcp(at)
  const ended = new Promise<void>((resolve) => tcp.once('close', () => resolve()))
  tcp.resume()
  for (const text of texts) tcp.write(text)
  tcp.end()
  const timer = setTimeout(() => tcp.destroy(), HEARD_MS)
  await ended
  clearTimeout(timer)
  return texts.length
}

const junkUpgrades: Attack = ({ at, random }) => {
  const upgrade = (target: string, lines?: string): string => upgradeText(target, at.port, lines)
  const junk: readonly (() => string | Buffer)[] = [
    () => random.bytes(200),
    () => upgrade('/peerjs'),
    () => upgrade('/peerjs?id=a&id=b&token=c&token=d&key=peerjs'),
    () => upgrade('//[::1/peerjs?id=%'),
    () => upgrade('/elsewhere'),
    () => upgrade('/peerjs?id=x', `X-Long: ${'x'.repeat(20_000)}`),
    () => upgrade('/peerjs?id=x', times(2_000, (n) => `X-${String(n)}: y`).join('\r\n')),
    () => upgrade('/peerjs?id=x').replace('Sec-WebSocket-Version: 13', 'Sec-WebSocket-Version: 99'),
    () => upgrade('/peerjs?id=x').replace(/Sec-WebSocket-Key: .*/, 'Sec-WebSocket-Key: no'),
    () => upgrade('/peerjs?id=x').replace('websocket', 'h2c'),
    () => 'GET / HTTP/9.9\r\n\r\n',
    () => 'POST /session HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\nzz\r\n',
  ]
  return sayRaw(at, [random.pick(junk)()])
}

const junkSessions: Attack = async ({ at, random }) => {
  const identity = createTestIdentity()
  const audience = `http://127.0.0.1:${String(at.port)}/`
  const body = (over: object): string =>
    JSON.stringify({ v: 1, nonce: 'x'.repeat(43), audience, id: identity.id, ...over })
  const bodies = [
    random.bytes(100).toString('latin1'),
    '['.repeat(4_000),
    'x'.repeat(100_000),
    JSON.stringify({ __proto__: null, body: {}, key: [], sig: 1 }),
    JSON.stringify(identity.seal('ticket', body({}))),
    JSON.stringify(identity.seal('call', body({}))),
    JSON.stringify(identity.seal('ticket', body({ audience: 'https://elsewhere.example/' }))),
    JSON.stringify(identity.seal('ticket', body({ v: 2 }))),
    JSON.stringify({ ...identity.seal('ticket', body({})), key: `B${'A'.repeat(86)}` }),
  ]
  return sayRaw(at, [requestText('POST', '/session', at.port, random.pick(bodies))])
}

/** A request that never ends, a message that never ends, somebody who never reads. */
const stayHalf: Attack = async ({ at, random, leave }) => {
  const kind = random.below(3)
  if (kind === 0) {
    const tcp = await openTcp(at)
    tcp.write('GET /challenge HTTP/1.1\r\nHost: ')
    leave(() => tcp.destroy())
    return 1
  }
  const client = await connectLeanClient(at)
  leave(() => client.socket.destroy())
  if (kind === 1) client.socket.send(Buffer.concat([clientHead(60_000), random.bytes(1_000)]))
  else {
    client.socket.pause()
    for (let n = 0; n < FEW; n += 1) client.socket.send(relayed('CANDIDATE', client.id, LONGEST / 2))
  }
  return kind === 1 ? 2 : FEW + 1
}

export const ATTACKS = {
  flood,
  askForGhosts,
  candidatesForGhosts,
  longFramesForGhosts,
  annoyVictims,
  pretend,
  sendBadFrame,
  breakWebSocket,
  stealAway,
  junkUpgrades,
  junkSessions,
  stayHalf,
} as const satisfies Readonly<Record<string, Attack>>

export type AttackName = keyof typeof ATTACKS
export const ATTACK_NAMES = Object.keys(ATTACKS) as readonly AttackName[]
