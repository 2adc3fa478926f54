// Owns the hostile loads themselves: all attacks by chance (the soak), or the four of the goal at a fixed pace until it is ended.
import { setTimeout as wait } from 'node:timers/promises'
import { MAX_FRAME_BYTES } from '../../shared/protocol/limits'
import { attack } from '../../server/testing/hostility'
import { connectLeanClient } from '../../server/testing/lean-client'
import { clientFrame, loopbackAddress, openTcp, upgradeText } from '../../server/testing/lean-socket'
import { createRandom } from '../../server/testing/random'

export type HostileLoad =
  | {
      readonly kind: 'soak'
      readonly port: number
      readonly victims: readonly string[]
      readonly messages: number
      readonly seed: number
    }
  | { readonly kind: 'four'; readonly port: number; readonly seed: number }

const AT_ONCE = 16
/** Far from those of well-behaved clients. */
const FIRST_ADDRESS = 1_000_000
const FLOOD_PER_SECOND = 10_000
const SLOW_SOCKETS = 5_000
/** What one address may have. */
const SLOW_OF_AN_ADDRESS = 200
const SLOW_BYTE_MS = 1_000
const LONG_PER_SECOND = 50
const JUNK_PER_SECOND = 100
const AGAIN_MS = 250

export async function runHostileLoad(load: HostileLoad, told: (sent: number) => void): Promise<void> {
  if (load.kind === 'soak') {
    const { messages } = await attack({ ...load, atOnce: AT_ONCE }, told)
    told(messages)
    return
  }
  const { port } = load
  await Promise.all([flood(port), stayLong(port), openSlow(port), sendJunk(port, load.seed)])
}

/** As one client: sent away, it signs in again as soon as it may and goes on. */
async function flood(port: number): Promise<never> {
  const frame = clientFrame('{"type":"HEARTBEAT"}')
  for (;;) {
    await sendFrom({ port, from: loopbackAddress(FIRST_ADDRESS) }, FLOOD_PER_SECOND, () => frame)
    await wait(AGAIN_MS)
  }
}

/** Frames as long as they may be, to ids that nobody has. */
async function stayLong(port: number): Promise<never> {
  for (;;) {
    await sendFrom({ port, from: loopbackAddress(FIRST_ADDRESS + 1) }, LONG_PER_SECOND, (n) => {
      const dst = n.toString(16).padStart(32, '0')
      const payload = { type: 'media', filler: 'x'.repeat(MAX_FRAME_BYTES - 200) }
      return clientFrame(JSON.stringify({ type: 'CANDIDATE', payload, dst }))
    })
    await wait(AGAIN_MS)
  }
}

/** Until it is closed. */
async function sendFrom(
  at: { readonly port: number; readonly from: string },
  perSecond: number,
  frameOf: (n: number) => Buffer,
): Promise<void> {
  const client = await connectLeanClient(at).catch(() => null)
  if (!client) return
  const beganMs = performance.now()
  for (let sent = 0; client.socket.isOpen; await wait(5))
    for (const due = ((performance.now() - beganMs) * perSecond) / 1000; sent < due; sent += 1)
      client.socket.send(frameOf(sent))
}

/** Requests that come byte by byte; one that is closed is opened anew. */
async function openSlow(port: number): Promise<void> {
  const one = async (n: number): Promise<never> => {
    const text = upgradeText('/peerjs?id=slow', port)
    await wait((n / SLOW_SOCKETS) * 10_000)
    for (;;) {
      const tcp = await openTcp({
        port,
        from: loopbackAddress(FIRST_ADDRESS + 10 + Math.floor(n / SLOW_OF_AN_ADDRESS)),
      }).catch(() => null)
      for (let at = 0; tcp && !tcp.destroyed; at += 1) {
        tcp.write(text[at % text.length] ?? 'x')
        await wait(SLOW_BYTE_MS)
      }
      await wait(SLOW_BYTE_MS)
    }
  }
  await Promise.all(Array.from({ length: SLOW_SOCKETS }, (_, n) => one(n)))
}

async function sendJunk(port: number, seed: number): Promise<never> {
  const random = createRandom(seed)
  for (let n = 0; ; n += 1) {
    const from = loopbackAddress(FIRST_ADDRESS + 100 + (n % 200))
    const text = random.pick([
      random.bytes(200),
      upgradeText('/peerjs?id=a&token=forged', port),
      upgradeText('/', port, 'X: y'),
    ])
    void openTcp({ port, from }).then(
      (tcp) => tcp.resume().end(text),
      () => undefined,
    )
    await wait(1_000 / JUNK_PER_SECOND)
  }
}
