// Owns the first steps of an outgoing call: the server, our certificate, the invite, and right behind it the offer.
import type { BaseUrl } from '../../../shared/link/base-url'
import type { FailureCode } from '../../../shared/failure'
import { PROTOCOL_VERSION } from '../../../shared/protocol/limits'
import type { SocketOrigin } from '../../rtc/courier-inbox'
import { hasRelay } from '../../rtc/peer-ice-servers'
import type { PathOptions, SendOutcome, Signalling } from '../../rtc/signalling'
import type { CallEvent, DialFailure } from './call-state'
import { SERVER_READY_MS, SERVER_SILENT_MS } from './call-timing'
import type { OwnCertificate } from './certificates'
import { freshIceServers, ICE_SERVERS_MS } from './fresh-ice-servers'
import type { ServerUse, SessionContext } from './session-context'
import { withPicture } from './session-picture'

export interface DialTarget {
  /** Null where the link names none that could be one. */
  readonly server: BaseUrl | null
  /** The server that brought the link, if one did. */
  readonly via: BaseUrl | null
  /** A call whose page was lost: its id, and where its other side still is. */
  readonly takesUp?: { readonly callId: string; readonly home: boolean; readonly peerId: string }
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
  if (!hasEnded(call))
    await reach(call, { signalling, peerId: target.takesUp?.peerId ?? call.facts.person }, { own, target })
}

/**
 * The invite is signed while the ICE servers are fetched; it doesn't wait for them, but the offer does. Where only a relay may be
 * used nobody is rung before there is one.
 */
async function reach(
  call: SessionContext,
  there: SocketOrigin,
  { own, target }: { readonly own: OwnCertificate; readonly target: DialTarget },
): Promise<void> {
  const { line, facts, deps } = call
  const { signalling } = there
  const relayOnly = deps.relayOnly(facts.person)
  const fetched = freshIceServers(signalling, deps.clock, ICE_SERVERS_MS)
  if (relayOnly && !hasRelay((await fetched) ?? [])) return fail(call, 'no-relay-here')
  if (hasEnded(call)) return
  line.setSocket(there)
  const { fingerprint, certificate } = own
  const answers = target.takesUp?.callId
  const sent = line.send({
    ...{ t: 'invite', video: facts.video, link: deps.ownLink(relayOnly), fingerprint },
    ...(answers === undefined ? {} : { answers }),
    ...withPicture(deps.ownPicture()),
  })
  if (!(await sent.handedOver)) return fail(call, 'could-not-connect')
  if (hasEnded(call)) return
  call.emit({ type: 'inviteSent', acknowledged: signalling.kind === 'own' })
  void sent.outcome.then((outcome) => report(call, outcome))
  const iceServers = (await fetched) ?? []
  if (!hasEnded(call)) offer(call, there, { certificate, iceServers, relayOnly })
}

function offer(call: SessionContext, { signalling, peerId }: SocketOrigin, options: PathOptions): void {
  const { callId } = call.facts
  call.onIceServers(options.iceServers.length, signalling)
  const path = signalling.offer(peerId, { v: PROTOCOL_VERSION, callId, path: PATH }, options)
  if (path) call.onPath(path)
  else fail(call, 'server-unreachable')
}

function fail(call: SessionContext, reason: DialFailure): void {
  if (!hasEnded(call)) call.emit({ type: 'dialFailed', reason })
}

function report(call: SessionContext, outcome: SendOutcome): void {
  if (hasEnded(call) || outcome === 'unconfirmed') return
  call.emit(NEWS[outcome])
}

const NEWS: Readonly<Record<Exclude<SendOutcome, 'unconfirmed'>, CallEvent>> = {
  delivered: { type: 'inviteDelivered' },
  offline: { type: 'inviteOffline' },
  limited: { type: 'inviteLimited' },
}

/** Asked anew after each wait: the call can end meanwhile. */
const hasEnded = (call: SessionContext): boolean => call.scope.ended

/** Null where it can't be reached; the reason stands beside the server's own state. */
async function findServer(call: SessionContext, target: DialTarget): Promise<ServerUse | null> {
  if (target.takesUp?.home) {
    const home = call.deps.home()
    return home && call.useServer(home)
  }
  if (target.server === null) return null
  const found = await call.deps.openVisit(target.server, target.via)
  if (found.ok) return call.useServer(found.value)
  call.deps.log.info('server refused', { callId: call.facts.callId, code: found.code })
  return null
}

function untilReady(signalling: Signalling): Promise<FailureCode | null> {
  // Somebody is waiting for it now, so its pause between attempts is over.
  if (signalling.state().status === 'waiting') signalling.retry()
  return signalling.ready(SERVER_SILENT_MS, SERVER_READY_MS)
}

function failureOf(code: FailureCode): DialFailure {
  switch (code) {
    case 'version-unsupported':
    case 'superseded':
    case 'not-invited':
    case 'join-code-needed':
      return code
    case 'join-code-wrong':
      return 'join-code-needed'
    default:
      return 'server-unreachable'
  }
}
