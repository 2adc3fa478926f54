// Owns the first steps of an outgoing call: the server, our certificate, the invite, and right behind it the offer.
import type { BaseUrl } from '../../../shared/link/base-url'
import { PROTOCOL_VERSION } from '../../../shared/protocol/limits'
import type { FailureCode } from '../../../shared/failure'
import type { SendOutcome } from '../../rtc/signalling'
import { SERVER_READY_MS } from './call-timing'
import type { DialFailure } from './call-state'
import type { ServerUse, SessionContext } from './session-context'

export interface DialTarget {
  /** Null where the link names none that could be one. */
  readonly server: BaseUrl | null
  /** The server that brought the link, if one did. */
  readonly via: BaseUrl | null
}

/** Only the first connection of a call is made so; a later version may build others beside it. */
const PATH = 1

/** `keep` is told of the server as soon as it is in use, so that the call's end can release it. */
export async function dial(
  call: SessionContext,
  target: DialTarget,
  keep: (use: ServerUse) => void,
): Promise<void> {
  const own = call.certificates.take()
  const found = await findServer(call, target)
  if (call.scope.ended) return found?.release()
  if (!found) return call.emit({ type: 'dialFailed', reason: 'server-unreachable' })
  keep(found)
  const { signalling } = found
  const trouble = await signalling.ready(SERVER_READY_MS)
  if (call.scope.ended) return
  if (trouble) return call.emit({ type: 'dialFailed', reason: failureOf(trouble) })

  const iceServers = signalling.iceServers()
  const { certificate, fingerprint } = await own
  call.line.setSocket({ signalling, peerId: call.facts.person })
  const { video } = call.facts
  const sent = call.line.send({ t: 'invite', video, link: call.deps.ownLink(), fingerprint })
  const [servers, left] = await Promise.all([iceServers, sent.handedOver])
  if (call.scope.ended) return
  call.onIceServers(servers.length, signalling)
  const metadata = { v: PROTOCOL_VERSION, callId: call.facts.callId, path: PATH } as const
  const path = left
    ? signalling.offer(call.facts.person, metadata, { certificate, iceServers: servers })
    : null
  if (!path)
    return call.emit({ type: 'dialFailed', reason: left ? 'server-unreachable' : 'could-not-connect' })
  call.onPath(path)
  call.emit({ type: 'inviteSent', acknowledged: signalling.kind === 'own' })
  void sent.outcome.then((outcome) => report(call, outcome))
}

function report(call: SessionContext, outcome: SendOutcome): void {
  if (call.scope.ended || outcome === 'unconfirmed') return
  call.emit({ type: outcome === 'delivered' ? 'inviteDelivered' : 'inviteOffline' })
}

/** Null where it can't be reached; the reason stands beside the server's own state. */
async function findServer(call: SessionContext, target: DialTarget): Promise<ServerUse | null> {
  if (target.server === null) return null
  const found = await call.deps.openVisit(target.server, target.via)
  if (found.ok) return call.useServer(found.value)
  call.deps.log.info('server refused', { callId: call.facts.callId, code: found.code })
  return null
}

const failureOf = (code: FailureCode): DialFailure =>
  code === 'version-unsupported' ? 'version-unsupported' : 'server-unreachable'
