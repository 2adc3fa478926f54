// Owns what comes from servers: finds the call that a message or an offer belongs to, makes a session for an invite, and
// counts what is refused. What a message does to a call is the calls machine's.
import type { CallMessage, CallMessageOf } from '../../../shared/protocol/call-messages'
import type { Log } from '../../platform/log'
import type { MessageHead } from '../../rtc/courier-check'
import { createBucket, createRecent, INVITE_ALLOWANCE } from '../../rtc/courier-limits'
import type { SocketOrigin, SocketProblem } from '../../rtc/courier-inbox'
import type { ParkedOffer, Signalling } from '../../rtc/signalling'
import type { CallSession } from './call-session'
import type { Stray } from './stray-replies'

/** What arrivals need of the running calls. */
export interface ArrivalsHost {
  /** Monotonic milliseconds. */
  readonly now: () => number
  readonly log: Log
  readonly sessionOf: (callId: string) => CallSession | null
  /** The live call whose messages come from there, where the server vouches for that. */
  readonly sessionWith: (origin: SocketOrigin) => CallSession | null
  /** Whether that call id was used before. */
  readonly isKnown: (callId: string) => boolean
  /** Nothing of theirs is answered. */
  readonly isBlocked: (id: string) => boolean
  /** A verified invite of a new call; the session if it goes on. */
  readonly invited: (invite: CallMessageOf<'invite'>, origin: SocketOrigin) => CallSession | null
  /** A message of a call that isn't there. */
  readonly strayed: (stray: Stray & { readonly message: CallMessage }) => void
  /** Tells the other side, once, that we can't read its invite. */
  readonly refuseVersion: (head: MessageHead, origin: SocketOrigin) => void
}

interface Waiting {
  readonly offer: ParkedOffer
  readonly signalling: Signalling
}

/** Offers whose invite isn't verified yet; the signalling closes them after 5 s. */
const PARKED = 8
/** How many callers' allowances are kept. */
const CALLERS = 256
const PATH = 1

export class Arrivals {
  #parked: readonly Waiting[] = []
  /** By identity: one person has any number of PeerJS ids. */
  readonly #invites = createRecent(CALLERS, () => createBucket(INVITE_ALLOWANCE))
  readonly #counts = new Map<string, number>()
  readonly #host: ArrivalsHost

  constructor(host: ArrivalsHost) {
    this.#host = host
  }

  onMessage(message: CallMessage, origin: SocketOrigin): void {
    if (message.t === 'invite') return this.#onInvite(message, origin)
    const session = this.#host.sessionOf(message.callId)
    if (session?.facts.person !== message.from) return this.#onStray({ message, origin })
    session.cameFrom(origin)
    session.receive(message)
  }

  onProblem({ problem, head, origin, verified }: SocketProblem): void {
    this.#count(problem)
    if (problem === 'rate-limited') this.#host.sessionWith(origin)?.strike(problem)
    if (!head) return
    if (problem === 'version-unsupported') this.#onOtherVersion(head, origin)
    const session = this.#host.sessionOf(head.callId)
    if (verified && session?.facts.person === head.from) session.strike(problem)
  }

  onOffer(offer: ParkedOffer, signalling: Signalling): void {
    const session = this.#host.sessionOf(offer.metadata.callId)
    if (session) return hand(session, { offer, signalling })
    const all = [...this.#parked, { offer, signalling }]
    for (const { offer: oldest } of all.slice(0, -PARKED)) oldest.close()
    this.#parked = all.slice(-PARKED)
  }

  /** The user took that call: whoever is answered is no flood, however soon they call again. */
  accepted(callId: string): void {
    const session = this.#host.sessionOf(callId)
    if (session?.facts.direction === 'incoming') this.#invites(session.facts.person).refill()
  }

  #onStray(stray: Parameters<ArrivalsHost['strayed']>[0]): void {
    if (!this.#host.isBlocked(stray.message.from)) this.#host.strayed(stray)
  }

  #onInvite(invite: CallMessageOf<'invite'>, origin: SocketOrigin): void {
    if (invite.role !== 'caller' || invite.path !== PATH || this.#host.isKnown(invite.callId)) return
    if (!this.#invites(invite.from).take(this.#host.now())) return this.#count('invites-limited')
    const session = this.#host.invited(invite, origin)
    if (!session) return
    const waiting = this.#parked.filter(({ offer }) => offer.metadata.callId === invite.callId)
    this.#parked = this.#parked.filter((other) => !waiting.includes(other))
    for (const one of waiting) hand(session, one)
  }

  /** By its PeerJS id it is from whom it says, but its signature may follow other rules than ours. */
  #onOtherVersion(head: MessageHead, origin: SocketOrigin): void {
    const session = this.#host.sessionOf(head.callId)
    if (session?.facts.person === head.from) session.versionRefused()
    else if (head.t === 'invite' && !this.#host.isBlocked(head.from)) this.#host.refuseVersion(head, origin)
  }

  /** A flood of bad messages must not become a flood of lines. */
  #count(problem: string): void {
    const times = (this.#counts.get(problem) ?? 0) + 1
    this.#counts.set(problem, times)
    if (/^10*$/.test(String(times))) this.#host.log.info('messages refused', { problem, times })
  }
}

/** Only from the very PeerJS id that invited, over the same server. */
function hand(session: CallSession, { offer, signalling }: Waiting): void {
  const socket = session.socket()
  const fits =
    socket?.peerId === offer.from && socket.signalling === signalling && offer.metadata.path === PATH
  if (fits) session.takeOffer(offer)
  else offer.close()
}
