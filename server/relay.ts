// Owns where a client's frame goes. Everything is done before it returns: the order of two frames from one sender to one
// receiver, CTL and OFFER alike, is the order in which they were read.
import { assertNever } from '../shared/assert-never'
import type { CtlAckFrame, CtlDeliveryFrame } from '../shared/protocol/server-messages'
import type { ClientDirectory, ConnectedClient } from './client-directory'
import { HEARTBEAT_TEXT, type ClientFrame } from './frames'

export function relayFrame<C extends ConnectedClient>(
  from: C,
  frame: ClientFrame,
  to: ClientDirectory<C>,
): void {
  switch (frame.type) {
    case 'HEARTBEAT':
      // A stock server never answers; without an answer a page can't tell a dead link from a quiet one.
      from.send(HEARTBEAT_TEXT)
      return
    case 'CTL': {
      const { dst, payload } = frame.frame
      const delivery: CtlDeliveryFrame = {
        type: 'CTL',
        src: from.id,
        payload: { envelope: payload.envelope },
      }
      const status = to.deliver(dst, JSON.stringify(delivery))
      const ack: CtlAckFrame = { type: 'CTL-ACK', payload: { n: payload.n, status } }
      from.send(JSON.stringify(ack))
      return
    }
    case 'OFFER':
    case 'ANSWER':
    case 'CANDIDATE':
    case 'LEAVE': {
      const { type, dst, payload } = frame
      const status = to.deliver(dst, JSON.stringify({ type, src: from.id, dst, payload }))
      // `peer` would keep it for 5 s, in queues without a bound. Our clients know by CTL-ACK; plain ones wait for EXPIRE,
      // of which one per attempt is enough: not one for every candidate.
      const expires = type === 'OFFER' || type === 'ANSWER'
      if (status === 'offline' && expires)
        from.send(JSON.stringify({ type: 'EXPIRE', src: dst, dst: from.id }))
      return
    }
    default:
      assertNever(frame)
  }
}
