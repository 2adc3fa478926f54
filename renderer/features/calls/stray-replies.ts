// Owns answering messages of calls that are not: over, never ours, or of a version we can't read.
import type { CallMessage } from '../../../shared/protocol/call-messages'
import type { Courier } from '../../rtc/courier'
import type { SocketOrigin } from '../../rtc/courier-inbox'
import type { CallState } from './call-state'
import { DECLINE, UNANSWERED } from './call-steps'
import { remember, type RecentIds } from './recent-ids'

/** A message, and where an answer to it goes. */
export interface Stray {
  readonly message: Pick<CallMessage, 'callId' | 'from' | 'role'>
  readonly origin: SocketOrigin
}

export interface RungHere {
  readonly callId: string
  readonly person: string
}

export interface StrayReplies {
  /** `ended`: that call, while it is still known. */
  notInCall(stray: Stray, ended: CallState | null): void
  /** It rings here no more, and a page that was lost didn't say so. */
  unanswered(call: RungHere, origin: SocketOrigin): void
  declined(call: RungHere, origin: SocketOrigin): void
  /** Once per call. */
  refuseVersion(head: { readonly callId: string; readonly from: string }, origin: SocketOrigin): void
}

export function createStrayReplies(courier: Courier): StrayReplies {
  let refused: RecentIds = new Set()
  return {
    notInCall({ message, origin }, ended) {
      const role = message.role === 'caller' ? 'callee' : 'caller'
      const facts = { callId: message.callId, person: message.from, role, path: 1 } as const
      // The bye that said so was lost.
      const hungUp = ended?.stage.name === 'ended' && ended.stage.reason === 'ended-by-me'
      courier.reply(origin, facts, { t: 'bye', reason: hungUp ? 'hung-up' : 'not-in-call' })
    },
    unanswered({ callId, person }, origin) {
      courier.reply(origin, { callId, person, role: 'callee', path: 1 }, UNANSWERED)
    },
    declined({ callId, person }, origin) {
      courier.reply(origin, { callId, person, role: 'callee', path: 1 }, DECLINE)
    },
    refuseVersion({ callId, from }, origin) {
      if (refused.has(callId)) return
      refused = remember(refused, callId)
      courier.reply(
        origin,
        { callId, person: from, role: 'callee', path: 1 },
        { t: 'bye', reason: 'refused' },
      )
    },
  }
}
