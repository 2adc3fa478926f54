// Owns telling the host which call is on, so that after the loss of this page the next one can take it up; and what such a call
// begins with. Pure but for the telling.
import type { KeptCall } from '../../../shared/model/kept-call'
import { normaliseBaseUrl, type BaseUrl } from '../../../shared/link/base-url'
import { identityOfPeerId } from '../../../shared/protocol/identity'
import type { Clock } from '../../platform/clock'
import type { SocketOrigin } from '../../rtc/courier-inbox'
import { isOn } from './call-machine'
import { firstCallOf, type CallFacts, type CallState } from './call-state'
import type { DialTarget } from './dialling'
import type { DeviceWishes } from './session-devices'

/** What a call takes over from the one that it goes on for. */
export interface Carried {
  /** Wall clock. */
  readonly startedAt: number
  readonly name: string
  /** The server that brought the link which was dialled, if any. */
  readonly via: BaseUrl | null
  readonly wishes: DeviceWishes
}

export interface Keepable {
  readonly callBack: string | null
  readonly carried: Carried
  readonly socket: SocketOrigin | null
  readonly isHome: boolean
}

/** Null for a call that can't be taken up: it never stood, or is over. */
export function keptCallOf(call: CallState, { socket, ...session }: Keepable, clock: Clock): KeptCall | null {
  const { facts, stage } = call
  if (!socket || !(isOn(call) || stage.name === 'left') || !('sinceMs' in stage)) return null
  const first = firstCallOf(facts)
  const { startedAt, name, via, wishes } = session.carried
  return {
    callId: facts.callId,
    firstCallId: first.callId,
    direction: first.direction,
    video: first.video,
    startedAt: wholeSeconds(startedAt),
    connectedAt: wholeSeconds(clock.wallNow() - clock.now() + stage.sinceMs),
    id: facts.person,
    ...{ name, callBack: session.callBack, via, peerId: socket.peerId },
    server: socket.signalling.server,
    home: session.isHome,
    ...wishes,
  }
}

const wholeSeconds = (ms: number): number => Math.max(0, Math.round(ms / 1_000) * 1_000)

export interface TakenUp {
  readonly facts: CallFacts
  readonly cause: DialTarget
  readonly carried: Carried
}

/** The new call that takes up the kept one. */
export function takingUp(kept: KeptCall, callId: string, clock: Clock): TakenUp {
  const { id: person, camera, microphone, direction, video, startedAt, name } = kept
  const now = clock.now()
  const sinceMs = now - Math.max(0, clock.wallNow() - kept.connectedAt)
  const peerId = identityOfPeerId(kept.peerId) === person ? kept.peerId : person
  const via = baseOf(kept.via)
  return {
    facts: {
      ...{ callId, direction: 'outgoing', person, video: camera },
      resumes: { callId: kept.firstCallId, direction, video, sinceMs, lostMs: now },
    },
    cause: { server: baseOf(kept.server), via, takesUp: { callId: kept.callId, home: kept.home, peerId } },
    carried: { startedAt, name, via, wishes: { microphone, camera } },
  }
}

function baseOf(url: string | null): BaseUrl | null {
  const base = url === null ? null : normaliseBaseUrl(url)
  return base?.ok ? base.value : null
}

export interface CallKeeper {
  /** Told whenever it may have changed. */
  keep(kept: KeptCall | null): void
  /** The page goes away: what is kept stays for the next one, or for this one when it is shown again with a new call. */
  freeze(): void
}

export function createCallKeeper(save: (kept: KeptCall | null) => void): CallKeeper {
  // Nothing is kept until there was a call: what the page before left behind isn't ours to wipe out.
  let last = JSON.stringify(null)
  let frozen = false
  return {
    keep(kept) {
      const next = JSON.stringify(kept)
      if ((frozen && kept === null) || next === last) return
      frozen = false
      last = next
      save(kept)
    },
    freeze: () => (frozen = true),
  }
}
