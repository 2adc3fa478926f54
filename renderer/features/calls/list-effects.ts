// Owns carrying out what the list of calls decides beside any one call's own effects: refusing, holding, handing on.
import type { CallState } from './call-state'
import type { CallSession } from './call-session'
import { DECLINE } from './call-steps'
import type { CallsEvent, ListEffect } from './calls-list'
import type { Stray, StrayReplies } from './stray-replies'

export interface ListHost {
  readonly sessionOf: (callId: string) => CallSession | null
  readonly strayOf: (callId: string) => Stray | null
  readonly callOf: (callId: string) => CallState | null
  readonly replies: StrayReplies
  readonly step: (event: CallsEvent) => void
  readonly forget: (callId: string) => void
}

type Kind = ListEffect['do']
type Of<K extends Kind> = Extract<ListEffect, { do: K }>
type Handlers = { readonly [K in Kind]: (host: ListHost, callId: string, effect: Of<K>) => void }

const HANDLERS: Handlers = {
  refuseBusy(host, callId, { missed }) {
    const session = host.sessionOf(callId)
    session?.run({ do: 'send', content: { t: 'busy' } })
    if (missed) session?.run({ do: 'record', reason: 'missed', talkedMs: 0 })
    host.forget(callId)
  },
  list(host, callId) {
    host.sessionOf(callId)?.run({ do: 'record', reason: 'missed', talkedMs: 0 })
    host.forget(callId)
  },
  refuse(host, callId) {
    const session = host.sessionOf(callId)
    session?.run({ do: 'send', content: DECLINE })
    session?.run({ do: 'record', reason: 'declined-by-me', talkedMs: 0 })
    host.forget(callId)
  },
  refuseOver(host, callId) {
    host.sessionOf(callId)?.run({ do: 'send', content: { t: 'bye', reason: 'hung-up' } })
    host.forget(callId)
  },
  hold(host, callId, { forMs }) {
    const session = host.sessionOf(callId)
    session?.run({ do: 'ring', connect: false })
    session?.after(forMs, () => host.step({ type: 'holdExpired', callId }))
  },
  inheritDevices(host, callId, { from }) {
    const own = host.sessionOf(from)
    if (own) host.sessionOf(callId)?.inheritDevices(own.carried())
  },
  continue(host, callId, { from }) {
    const old = host.sessionOf(from)
    if (old) host.sessionOf(callId)?.carryOn(old.carried())
  },
  replyNotInCall(host, callId) {
    const stray = host.strayOf(callId) ?? host.sessionOf(callId)?.asStray()
    if (stray) host.replies.notInCall(stray, host.callOf(callId))
  },
  forget: (host, callId) => host.forget(callId),
}

export function runListEffect<K extends Kind>(
  host: ListHost,
  callId: string,
  effect: { readonly do: K } & Of<K>,
): void {
  HANDLERS[effect.do](host, callId, effect)
}
