// Owns the first steps of an outgoing call: the server, our certificate, the invite, and right behind it the offer.
import type { BaseUrl } from '../../../shared/link/base-url'
import type { FailureCode } from '../../../shared/failure'
import { PROTOCOL_VERSION } from '../../../shared/protocol/limits'
import type { PathOptions, SendOutcome, Signalling } from '../../rtc/signalling'
import type { DialFailure } from './call-state'
import { SERVER_READY_MS } from './call-timing'
import type { OwnCertificate } from './certificates'
import { freshIceServers, ICE_SERVERS_MS } from './fresh-ice-servers'
import type { ServerUse, SessionContext } from './session-context'

export interface DialTarget {
  /** Null where the link names none that could be one. */
  readonly server: BaseUrl | null
  /** The server that brought the link, if one did. */
  readonly via: BaseUrl | null
}

/** The call's first connection; a later version may build others beside it. */
const PATH = 1

/** `keep` is told of the server as soon as it is in use, so that the call's end can release it. */
export async function dial(
  call: SessionContext,
  target: DialTarget,
  keep: (use: ServerUse) => void,
): Promise<void> {
  const taken = call.certificates.take()
  const found = await findServer(call, target)
  if (found) keep(found)
  if (hasEnded(call)) return found?.release()
  if (!found) return fail(call, 'server-unreachable')
  const { signalling } = found
  const trouble = await untilReady(signalling)
  if (trouble) return fail(call, failureOf(trouble))
  const own = await taken
  if (!own) return fail(call, 'could-not-connect')
  if (!hasEnded(call)) await reach(call, signalling, own)
}

/** The invite is signed while the ICE servers are fetched; it doesn't wait for them, but the offer does. */
async function reach(call: SessionContext, signalling: Signalling, own: OwnCertificate): Promise<void> {
  const { line, facts, deps } = call
  const fetched = freshIceServers(signalling, deps.clock, ICE_SERVERS_MS)
  line.setSocket({ signalling, peerId: facts.person })
  const { fingerprint, certificate } = own
  const sent = line.send({ t: 'invite', video: facts.video, link: deps.ownLink(), fingerprint })
  if (!(await sent.handedOver)) return fail(call, 'could-not-connect')
  if (hasEnded(call)) return
  call.emit({ type: 'inviteSent', acknowledged: signalling.kind === 'own' })
  void sent.outcome.then((outcome) => report(call, outcome))
  const iceServers = (await fetched) ?? []
  if (!hasEnded(call)) offer(call, signalling, { certificate, iceServers })
}

function offer(call: SessionContext, signalling: Signalling, options: PathOptions): void {
  const { callId, person } = call.facts
  call.onIceServers(options.iceServers.length, signalling)
  const path = signalling.offer(person, { v: PROTOCOL_VERSION, callId, path: PATH }, options)
  if (path) call.onPath(path)
  else fail(call, 'server-unreachable')
}

function fail(call: SessionContext, reason: DialFailure): void {
  if (!hasEnded(call)) call.emit({ type: 'dialFailed', reason })
}

function report(call: SessionContext, outcome: SendOutcome): void {
  if (hasEnded(call) || outcome === 'unconfirmed') return
  call.emit({ type: outcome === 'delivered' ? 'inviteDelivered' : 'inviteOffline' })
}

/** Asked anew after each wait: the call can end meanwhile. */
const hasEnded = (call: SessionContext): boolean => call.scope.ended

/** Null where it can't be reached; the reason stands beside the server's own state. */
async function findServer(call: SessionContext, target: DialTarget): Promise<ServerUse | null> {
  if (target.server === null) return null
  const found = await call.deps.openVisit(target.server, target.via)
  if (found.ok) return call.useServer(found.value)
  call.deps.log.info('server refused', { callId: call.facts.callId, code: found.code })
  return null
}

function untilReady(signalling: Signalling): Promise<FailureCode | null> {
  // Somebody is waiting for it now, so its pause between attempts is over.
  if (signalling.state().status === 'waiting') signalling.retry()
  return signalling.ready(SERVER_READY_MS)
}

const failureOf = (code: FailureCode): DialFailure =>
  code === 'version-unsupported' ? 'version-unsupported' : 'server-unreachable'
