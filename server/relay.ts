// Owns where a client's frame goes. Everything is done before it returns: the order of two frames from one sender to one
// receiver, CTL and OFFER alike, is the order in which they were read.
import { assertNever } from '../shared/assert-never'
import type { FailureCode } from '../shared/failure'
import type { CtlAckFrame, Delivery } from '../shared/protocol/server-messages'
import type { Asking } from './asking'
import type { ClientDirectory, ConnectedClient } from './client-directory'
import { HEARTBEAT_TEXT, type ClientFrame, type RelayedFrame, type SignedFrame } from './frames'

export interface Sender extends ConnectedClient {
  /** False for a plain PeerJS client. */
  readonly ticketed: boolean
}

export interface Relay<C extends ConnectedClient> {
  readonly to: ClientDirectory<C>
  readonly asking: Asking
  /** Asked on in spite of being told to wait. */
  readonly sendAway: (from: C, code: FailureCode, retryAfterMs: number) => void
}

export function relayFrame<C extends Sender>(from: C, frame: ClientFrame, relay: Relay<C>): void {
  switch (frame.type) {
    case 'HEARTBEAT':
      // A stock server never answers; without an answer a page can't tell a dead link from a quiet one.
      from.send(HEARTBEAT_TEXT)
      return
    case 'CTL':
      return relayCtl(from, frame, relay)
    case 'OFFER':
    case 'ANSWER':
      return relayAnswered(from, frame, relay)
    case 'CANDIDATE':
    case 'LEAVE':
      // Nothing tells what became of it.
      passOn(from, frame, relay)
      return
    default:
      assertNever(frame)
  }
}

function relayCtl<C extends Sender>(from: C, { dst, n, envelope }: SignedFrame, relay: Relay<C>): void {
  const answer = (ack: CtlAckFrame['payload']): void => {
    const frame: CtlAckFrame = { type: 'CTL-ACK', payload: ack }
    from.send(JSON.stringify(frame))
  }
  const refusal = relay.asking.refusal(from.id, dst)
  if (refusal) {
    if (refusal.ends) return relay.sendAway(from, 'rate-limited', refusal.retryAfterMs)
    return answer({ n, status: 'limited', retryAfterMs: refusal.retryAfterMs })
  }
  const text = `{"type":"CTL","src":${JSON.stringify(from.id)},"payload":{"envelope":${envelope}}}`
  answer({ n, status: deliver(from, dst, text, relay) })
}

function relayAnswered<C extends Sender>(from: C, frame: RelayedFrame, relay: Relay<C>): void {
  const refusal = relay.asking.refusal(from.id, frame.dst)
  if (refusal?.ends) return relay.sendAway(from, 'rate-limited', refusal.retryAfterMs)
  // Ours know by the answer to the message before it; a plain client has nothing else to go by.
  if (refusal && from.ticketed) return
  // `peer` would keep it for 5 s, in queues without a bound. Our clients know by CTL-ACK; plain ones wait for EXPIRE,
  // of which one per attempt is enough: not one for every candidate.
  if (refusal || passOn(from, frame, relay) === 'offline')
    from.send(JSON.stringify({ type: 'EXPIRE', src: frame.dst, dst: from.id }))
}

function passOn<C extends Sender>(from: C, { type, dst, payload }: RelayedFrame, relay: Relay<C>): Delivery {
  const rest = payload === undefined ? '' : `,"payload":${payload}`
  const text = `{"type":"${type}","src":${JSON.stringify(from.id)},"dst":${JSON.stringify(dst)}${rest}}`
  return deliver(from, dst, text, relay)
}

function deliver<C extends Sender>(from: C, dst: string, text: string, { to, asking }: Relay<C>): Delivery {
  const status = to.deliver(dst, text)
  if (status === 'delivered') asking.reached(from.id, dst)
  return status
}
