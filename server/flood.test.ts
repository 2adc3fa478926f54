// 10 000 random, truncated, deeply nested, huge and replayed frames, from signed-in and from unknown clients, at the real
// server in its own process: it lives, its memory stays, and two others talk all the while.
import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { badFrames, type BadFrame } from './testing/bad-frames'
import { bundleServer, runServer, type ServerBundle } from './testing/server-process'
import { connectClient, createTestIdentity, openSocket, type TestClient } from './testing/test-client'

const SIGNED_IN = { sockets: 1_000, replayed: 4 }
const UNKNOWN = { sockets: 500, frames: 10 }
const TOTAL = SIGNED_IN.sockets * (SIGNED_IN.replayed + 1) + UNKNOWN.sockets * UNKNOWN.frames
/** All of it comes from one address; what the limits stop isn't this test's. */
const WITHOUT_RATES = [
  'requests-per-minute-per-address',
  'sessions-per-minute-per-address',
  'messages-per-second-per-address',
  'questions-per-minute-per-target',
].flatMap((rate) => [`--${rate}`, '1000000'])
const ROUNDS = 20
/** V8's space for garbage grows by up to 48 MB, at moments that are luck. Held small, what is seen grows by 14 to 15 MB. */
const SMALL_YOUNG_SPACE = { NODE_OPTIONS: '--max-semi-space-size=1' }
const MEMORY_MB = 20

let bundle: ServerBundle
beforeAll(async () => {
  bundle = await bundleServer()
}, 60_000)
afterAll(() => bundle.remove())

const rssMb = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024

/** Frames that pass: a signed message and PeerJS's own, to somebody who is there and to somebody who isn't. */
function replayedFrames(from: TestClient, to: TestClient): readonly [string, ...string[]] {
  const envelope = from.identity.seal('call', JSON.stringify({ t: 'invite', filler: 'x'.repeat(800) }))
  const payload = { type: 'media', connectionId: 'mc_1', sdp: { type: 'offer', sdp: 'v=0\r\n'.repeat(800) } }
  const [here, gone] = [to.peerId, createTestIdentity().id]
  return [
    JSON.stringify({ type: 'CTL', dst: here, payload: { n: 1, envelope } }),
    JSON.stringify({ type: 'CTL', dst: gone, payload: { n: 1, envelope } }),
    JSON.stringify({ type: 'OFFER', dst: here, payload }),
    JSON.stringify({ type: 'OFFER', dst: gone, payload }),
    JSON.stringify({ type: 'CANDIDATE', dst: gone, payload }),
    JSON.stringify({ type: 'HEARTBEAT' }),
  ]
}

async function floodSignedIn(
  base: string,
  replayed: readonly string[],
  bad: readonly BadFrame[],
): Promise<void> {
  for (const [k, frame] of bad.entries()) {
    const client = await connectClient(base)
    for (let n = 0; n < SIGNED_IN.replayed; n++) client.sendRaw(replayed[(k + n) % replayed.length] ?? '')
    client.sendRaw(frame)
    client.close() // a frame that happens to be right leaves it open
    await client.closed
  }
}

async function floodUnknown(base: string, frames: readonly BadFrame[]): Promise<void> {
  for (let at = 0; at < frames.length; at += UNKNOWN.frames) {
    const socket = openSocket(base, { id: createTestIdentity().id, token: 'forged' })
    socket.raw.once('open', () => {
      for (const frame of frames.slice(at, at + UNKNOWN.frames)) socket.sendRaw(frame)
    })
    await socket.closed
  }
}

it.skipIf(process.platform === 'win32')(
  'lives through 10 000 bad frames while two others talk',
  { timeout: 300_000 },
  async () => {
    expect(TOTAL).toBe(10_000)
    const server = runServer(bundle, ['--port', '0', ...WITHOUT_RATES], SMALL_YOUNG_SPACE)
    const base = await server.base
    const [ann, bob] = [await connectClient(base), await connectClient(base)]
    // As in a call: where one only asks, a flood of others' questions to the same person would take its turn (asking.ts).
    const talk = async (words: string): Promise<void> => {
      for (const [from, to] of [
        [ann, bob],
        [bob, ann],
      ] as const) {
        expect(await from.sendCtl(to.peerId, words)).toBe('delivered')
        await to.next((frame) => JSON.stringify(frame).includes(words))
      }
    }
    await talk('before')
    const replayed = replayedFrames(await connectClient(base), bob)
    const all = badFrames(replayed, SIGNED_IN.sockets + UNKNOWN.sockets * UNKNOWN.frames)
    const flood = async (round: number, rounds: number): Promise<void> => {
      const part = (from: number, count: number) =>
        all.slice(from + (round * count) / rounds, from + ((round + 1) * count) / rounds)
      await Promise.all([
        floodSignedIn(base, replayed, part(0, SIGNED_IN.sockets)),
        floodUnknown(base, part(SIGNED_IN.sockets, UNKNOWN.sockets * UNKNOWN.frames)),
      ])
    }
    // As many well-behaved ones before: what Node takes for its first thousand connections is not asked.
    await floodSignedIn(base, replayed, new Array<string>(SIGNED_IN.sockets).fill(replayed[0]))
    const before = rssMb(server.child.pid ?? 0)
    for (let round = 0; round < ROUNDS; round++) {
      await flood(round, ROUNDS)
      await talk(`after ${String(round)}`)
    }
    const grownMb = rssMb(server.child.pid ?? 0) - before
    expect(grownMb).toBeLessThan(MEMORY_MB)
    server.child.kill()
    const { code, err } = await server.ended
    expect({ code, err }).toEqual({ code: 0, err: '' })
  },
)
