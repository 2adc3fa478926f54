// Owns a call whose other side went away, said so or closed the connection, and may come back: `left`. Pure. If it does, its
// new call takes this one's place (calls-machine.ts).
import type { EndReason } from '../../../shared/model/call'
import type { CallMessageOf } from '../../../shared/protocol/call-messages'
import type { CallEvent, CallState, Step } from './call-state'
import { bye, end, ignore } from './call-steps'

export function stepLeft(state: CallState, event: CallEvent, atMs: number): Step {
  switch (event.type) {
    case 'hangUpPressed':
    case 'declinePressed':
      return end(state, { reason: 'ended-by-me', atMs, tell: bye('hung-up') })
    case 'timerFired':
      return event.timer === 'return' ? over(state, 'ended-by-other', atMs) : ignore(state)
    case 'messageReceived':
      return event.message.t === 'bye' ? onBye(state, event.message, atMs) : ignore(state)
    default:
      return ignore(state)
  }
}

/** Its connection was closed first, and this came by the server. */
function onBye(state: CallState, { reason, mayReturn }: CallMessageOf<'bye'>, atMs: number): Step {
  const why = mayReturn ? null : REASONS[reason]
  return why === null ? ignore(state) : over(state, why, atMs)
}

const REASONS: Readonly<Record<CallMessageOf<'bye'>['reason'], EndReason | null>> = {
  'hung-up': 'ended-by-other',
  refused: 'identity-mismatch',
  failed: 'connection-lost',
  // The new page's, before it takes the call up.
  'not-in-call': null,
}

const over = (state: CallState, reason: EndReason, atMs: number): Step =>
  end(state, { reason, atMs, tell: null })
