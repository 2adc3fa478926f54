// Owns calls that rang in a page before this one, which was lost: what its host has to know of a call that rings, and a kept one
// ringing again. Its connection is lost, so it is accepted by a new call to its caller, that names it.
import { normaliseBaseUrl } from '../../../shared/link/base-url'
import type { EndReason } from '../../../shared/model/call'
import type { KeptRing, RingOrigin } from '../../../shared/model/kept-ring'
import { identityOfPeerId } from '../../../shared/protocol/identity'
import { cleanName } from '../../lib/clean-name'
import type { SocketOrigin } from '../../rtc/courier-inbox'
import { isKeptRing } from './call-machine'
import type { CallSession } from './call-session'
import type { CallFacts } from './call-state'
import type { CallsHost } from './calls-host'
import type { RungHere, StrayReplies } from './stray-replies'

interface Accepted extends RungHere {
  readonly socket: SocketOrigin
}

export type KeptRingsHost = CallsHost & { readonly replies: StrayReplies }

export class KeptRings {
  readonly #host: KeptRingsHost
  /** Those that were accepted, by the id of the call that answers. */
  readonly #accepted = new Map<string, Accepted>()

  constructor(host: KeptRingsHost) {
    this.#host = host
  }

  /** Where the caller of a call is reached; null where it came over a visit, whose page takes it along. */
  originOf(callId: string): RingOrigin | null {
    const session = this.#host.sessionOf(callId)
    const { callBack, socket, carried, isHome } = session?.keepable() ?? NOTHING
    if (!socket || !isHome) return null
    const { name, startedAt } = carried
    const via = this.#host.learned.viaOfText(callBack)
    return { peerId: socket.peerId, name, callBack, via, startedAt: Math.max(0, Math.round(startedAt)) }
  }

  /** Rings again, or tells a caller who rings in vain. */
  take(kept: KeptRing): void {
    const { deps, replies, step } = this.#host
    const home = deps.home()
    const { ring, origin, msLeft } = kept
    const person = ring.person.id
    // What is sent there is sealed for this person, whatever the id.
    if (!home || identityOfPeerId(origin.peerId) !== person || deps.isBlocked(person)) return
    const socket: SocketOrigin = { signalling: home, peerId: origin.peerId }
    if (msLeft === 0) return replies.unanswered({ callId: ring.callId, person }, socket)
    if (this.#host.sessionOf(ring.callId)) return
    const facts = keptFacts(kept)
    this.#open(facts, kept).cameFrom(socket)
    step({ type: 'keptRang', facts, ringMs: msLeft })
  }

  /** False: that call can be accepted as any other, or isn't there. */
  accept(callId: string, video: boolean): boolean {
    const { deps, callOf, sessionOf, openSession, step } = this.#host
    const call = callOf(callId)
    const kept = sessionOf(callId)
    const socket = kept?.socket()
    if (!call || !kept || !socket || !isKeptRing(call)) return false
    const { person, direction, video: asked } = call.facts
    const { callBack, carried } = kept.keepable()
    const facts: CallFacts = {
      ...{ callId: deps.ids.hex(32), direction: 'outgoing', person, video },
      answers: { callId, direction, video: asked },
    }
    const session = openSession(facts, {
      cause: { server: null, via: null, takesUp: { callId, home: true, peerId: socket.peerId } },
      ...{ name: carried.name, callBack },
    })
    session.startedAt = carried.startedAt
    this.#accepted.set(facts.callId, { callId, person, socket })
    step({ type: 'keptAccepted', facts })
    return true
  }

  /** Where the call that answers never left, the caller's would ring on. */
  answerEnded(answer: CallSession, reason: EndReason): void {
    const { replies } = this.#host
    const accepted = this.#accepted.get(answer.facts.callId)
    this.#accepted.delete(answer.facts.callId)
    if (!accepted || answer.socket() !== null) return
    if (reason === 'ended-by-me') replies.declined(accepted, accepted.socket)
    else replies.unanswered(accepted, accepted.socket)
  }

  #open(facts: CallFacts, { ring, origin, afterSeq }: KeptRing): CallSession {
    const { learned, openSession } = this.#host
    const { callBack, via, startedAt } = origin
    const server = via === null ? null : normaliseBaseUrl(via)
    if (callBack !== null && server?.ok) learned.add(callBack, server.value)
    const session = openSession(facts, {
      cause: { server: null, via: null },
      ...{ name: cleanName(origin.name), callBack, picture: ring.person.picture ?? undefined, afterSeq },
    })
    session.startedAt = startedAt
    return session
  }
}

const NOTHING = { callBack: null, socket: null, carried: { name: '', startedAt: 0 }, isHome: false } as const

const keptFacts = ({ ring: { callId, person, video } }: KeptRing): CallFacts => ({
  ...{ callId, direction: 'incoming', person: person.id, video, kept: true },
  ...(person.isContact ? {} : { unknown: true }),
})
