// Owns what comes from servers: finds the call that a message or an offer belongs to, makes a session for an invite, and
// counts what is refused. What a message does to a call is the calls machine's.
import type { BaseUrl } from '../../../shared/link/base-url'
import type { CallMessage, CallMessageOf } from '../../../shared/protocol/call-messages'
import { identityOfPeerId } from '../../../shared/protocol/identity'
import type { SocketOrigin, SocketProblem } from '../../rtc/courier-inbox'
import type { ParkedOffer, Signalling } from '../../rtc/signalling'
import type { CallControllerDeps } from './call-deps'
import type { CallSession } from './call-session'

/** What arrivals need of the running calls. */
export interface ArrivalsHost {
  readonly deps: CallControllerDeps
  sessionOf(callId: string): CallSession | null
  /** Whether that call id was used before. */
  isKnown(callId: string): boolean
  /** A verified invite of a new call; the session if it goes on. */
  invited(message: CallMessageOf<'invite'>, origin: SocketOrigin): CallSession | null
  /** A message of a call that isn't there. */
  strayed(message: CallMessage, origin: SocketOrigin): void
  /** Tells the other side, once, that we can't read it. */
  refuseVersion(head: { readonly callId: string; readonly from: string }, origin: SocketOrigin): void
}

export interface Arrivals {
  onMessage(message: CallMessage, origin: SocketOrigin): void
  onProblem(problem: SocketProblem): void
  onOffer(offer: ParkedOffer, signalling: Signalling): void
}

/** Offers whose invite isn't verified yet; the signalling closes them after 5 s. */
const PARKED = 8
const PATH = 1

export function createArrivals(host: ArrivalsHost): Arrivals {
  const counts = new Map<string, number>()
  let parked: readonly { readonly offer: ParkedOffer; readonly signalling: Signalling }[] = []

  function onInvite(message: CallMessageOf<'invite'>, origin: SocketOrigin): void {
    if (message.role !== 'caller' || message.path !== PATH || host.isKnown(message.callId)) return
    const session = host.invited(message, origin)
    if (!session) return
    const waiting = parked.filter(({ offer }) => offer.metadata.callId === message.callId)
    parked = parked.filter((other) => !waiting.includes(other))
    for (const { offer, signalling } of waiting) hand(session, offer, signalling)
  }

  /** From the very PeerJS id that invited, over the same server. */
  function hand(session: CallSession, offer: ParkedOffer, signalling: Signalling): void {
    const socket = session.socket()
    const fits =
      socket?.peerId === offer.from && socket.signalling === signalling && offer.metadata.path === PATH
    if (fits) session.takeOffer(offer)
    else offer.close()
  }

  function count(problem: string): void {
    const times = (counts.get(problem) ?? 0) + 1
    counts.set(problem, times)
    // A flood of bad messages must not become a flood of lines.
    if (/^10*$/.test(String(times))) host.deps.log.info('messages refused', { problem, times })
  }

  return {
    onMessage(message, origin) {
      if (message.t === 'invite') return onInvite(message, origin)
      const session = host.sessionOf(message.callId)
      if (session?.facts.person !== message.from) return host.strayed(message, origin)
      session.cameFrom(origin)
      session.receive(message)
    },
    onProblem({ problem, head, origin, verified }) {
      count(problem)
      if (problem === 'version-unsupported' && head) return onOtherVersion(host, head, origin)
      const session = head ? host.sessionOf(head.callId) : null
      if (verified && session?.facts.person === head?.from) session?.strike(problem)
    },
    onOffer(offer, signalling) {
      const session = host.sessionOf(offer.metadata.callId)
      if (session) return hand(session, offer, signalling)
      parked = [...parked, { offer, signalling }]
      for (const { offer: oldest } of parked.slice(0, -PARKED)) oldest.close()
      parked = parked.slice(-PARKED)
    },
  }
}

/** Its signature can't be checked by our rules, so it may only end what nobody has agreed to yet. */
function onOtherVersion(
  host: ArrivalsHost,
  head: { readonly callId: string; readonly from: string; readonly t: string },
  origin: SocketOrigin,
): void {
  if (identityOfPeerId(origin.peerId) !== head.from) return
  const session = host.sessionOf(head.callId)
  if (session?.facts.person === head.from) session.versionRefused()
  else if (head.t === 'invite') host.refuseVersion(head, origin)
}

/** The server a message came over, by the name that other people know it by. */
export function nameOf(deps: CallControllerDeps, signalling: Signalling): BaseUrl | null {
  return signalling === deps.home() ? deps.advertisedHome() : signalling.server
}
