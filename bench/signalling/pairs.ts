// Owns clients that talk to each other in pairs, on any of the servers: messages of one size, made beforehand.
import { connectLeanClient, openAs } from '../../server/testing/lean-client'
import { clientFrame, loopbackAddress, type LeanSocket } from '../../server/testing/lean-socket'
import { createTestIdentity, type TestIdentity } from '../../server/testing/test-client'
import type { MeasuredServer } from './servers'

export type Message = 'CTL' | 'OFFER'

/** A whole frame: an offer of sound alone has about as much, and so has an invite with its signature. */
export const MESSAGE_BYTES = 1_536

export interface Side {
  readonly id: string
  /** Sends the next message to the other one. */
  send(): void
  /** For each message that arrived. */
  onMessage: () => void
  close(): void
}

export type Pair = readonly [Side, Side]

export async function openPairs(
  server: MeasuredServer,
  message: Message,
  count: number,
): Promise<readonly Pair[]> {
  const pairs: Pair[] = []
  for (let n = 0; n < count; n += 1) {
    const [ann, bob] = [await openOne(server, 2 * n), await openOne(server, 2 * n + 1)]
    pairs.push([sideOf(ann, bob, message), sideOf(bob, ann, message)])
  }
  return pairs
}

export interface One {
  readonly id: string
  readonly socket: LeanSocket
  readonly identity: TestIdentity
}

/** Signed in on ours; the others ask nobody who they are. */
export async function openOne({ kind, port }: MeasuredServer, n: number): Promise<One> {
  const at = { port, from: loopbackAddress(n) }
  const identity = createTestIdentity()
  const { id } = identity
  if (kind === 'ours') return { id, identity, socket: (await connectLeanClient(at, identity)).socket }
  return { id, identity, socket: await openAs(at, { id, token: 'a'.repeat(43) }) }
}

function sideOf(own: One, other: One, message: Message): Side {
  const frame = clientFrame(message === 'CTL' ? ctlText(own, other.id) : offerText(other.id))
  // Others may write to it, too; acknowledgements and heartbeats begin otherwise.
  const starts = `{"type":"${message}","src":"${other.id}"`
  const side: Side = {
    id: own.id,
    send: () => void own.socket.send(frame),
    onMessage: () => undefined,
    close: () => own.socket.destroy(),
  }
  own.socket.onText = (payload) => {
    if (payload.toString('latin1', 0, starts.length) === starts) side.onMessage()
  }
  return side
}

const ctlText = (from: One, dst: string): string =>
  filled((filler) => {
    const envelope = from.identity.seal(
      'call',
      JSON.stringify({ v: 1, callId: 'bench', kind: 'invite', filler }),
    )
    return JSON.stringify({ type: 'CTL', dst, payload: { n: 1, envelope } })
  })

/** In the order in which PeerJS writes it. */
const offerText = (dst: string): string =>
  filled((filler) =>
    JSON.stringify({
      type: 'OFFER',
      payload: {
        sdp: { type: 'offer', sdp: filler },
        type: 'media',
        connectionId: 'mc_bench',
        metadata: { v: 1, callId: 'bench', path: 0 },
      },
      dst,
    }),
  )

/** Lines, as SDP has them: their ends are two characters each in JSON. */
const LINE = 'a=candidate:1 1 udp 2113937151 192.0.2.17 51372 typ host\r\n'

function filled(textOf: (filler: string) => string): string {
  const lines = LINE.repeat(MESSAGE_BYTES / LINE.length + 1)
  let least = 0
  let most = lines.length
  // An escape is of several characters: the longest filler that fits.
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (textOf(lines.slice(0, middle)).length <= MESSAGE_BYTES) least = middle
    else most = middle - 1
  }
  return textOf(lines.slice(0, least))
}
