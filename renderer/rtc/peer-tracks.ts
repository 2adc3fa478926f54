// Owns which track each of a connection's four senders holds, one change at a time per sender.
import { MEDIA_ROLES, type MediaRole } from './call-path'
import { hintContent, limitSender, NORMAL_LIMITS } from './media-encodings'
import type { SenderLimits } from './sender-limits'
import { createSmallStart } from './small-start'
import type { ScopedConnection } from './scoped-connection'
import type { Clock } from '../platform/clock'
import type { Log } from '../platform/log'

export interface PeerTracks {
  set(role: MediaRole, track: MediaStreamTrack | null): Promise<void>
  limit(role: MediaRole, limits: SenderLimits): Promise<void>
  remote(role: MediaRole): MediaStreamTrack | null
  /** What still waits is dropped. */
  close(): void
}

type Step = (sender: RTCRtpSender) => Promise<void>

interface SenderTurns {
  /** One change at a time for each sender, in order; resolves when it is done, or can't be done any more. */
  take(role: MediaRole, step: Step): Promise<void>
  /** When everything so far is done. */
  last(role: MediaRole): Promise<void>
  end(): void
}

function createSenderTurns(connection: ScopedConnection, log: Log): SenderTurns {
  const queues = new Map<MediaRole, Promise<void>>()
  let end: () => void = () => undefined
  const ended = new Promise<null>((resolve) => (end = () => resolve(null)))
  const last = (role: MediaRole): Promise<void> => queues.get(role) ?? Promise.resolve()

  async function attempt(role: MediaRole, step: Step): Promise<void> {
    const transceivers = await Promise.race([connection.transceivers, ended])
    const sender = transceivers?.[MEDIA_ROLES.indexOf(role)]?.sender
    if (!sender || connection.pc.signalingState === 'closed') return
    try {
      await step(sender)
    } catch (error) {
      // closed meanwhile, or a track of the wrong kind, which only our own mistake can make
      log.error('sender not changed', { role, error: error instanceof Error ? error.name : 'unknown' })
    }
  }

  return {
    take(role, step) {
      const turn = last(role).then(() => attempt(role, step))
      queues.set(role, turn)
      return turn
    },
    last,
    end: () => end(),
  }
}

export function createPeerTracks(connection: ScopedConnection, clock: Clock, log: Log): PeerTracks {
  const { pc } = connection
  const turns = createSenderTurns(connection, log)
  /** What each sender has, or will have once its turn came. */
  const held = new Map<MediaRole, MediaStreamTrack | null>()
  const wanted = new Map<MediaRole, SenderLimits>()
  const applyLimits = (role: MediaRole): Promise<void> =>
    turns.take(role, (sender) => limitSender(sender, wanted.get(role) ?? {}))

  function limit(role: MediaRole, limits: SenderLimits): Promise<void> {
    wanted.set(role, limits)
    return applyLimits(role)
  }

  // Chromium 108 has no encodings to be limited before a negotiation; after later ones nothing is left to do.
  const onSignalling = (): void => {
    if (pc.signalingState === 'stable') for (const role of MEDIA_ROLES) void applyLimits(role)
  }
  pc.addEventListener('signalingstatechange', onSignalling)

  // Before the first track comes, so that attaching one takes no longer than it must.
  for (const role of MEDIA_ROLES) if (role !== 'camera') void limit(role, NORMAL_LIMITS[role])
  const camera = createSmallStart(clock, (limits) => limit('camera', limits))

  return {
    set(role, track) {
      if (track === (held.get(role) ?? null)) return turns.last(role)
      held.set(role, track)
      if (track) hintContent(role, track)
      if (track && role === 'camera') camera.begins(track)
      return turns.take(role, (sender) => sender.replaceTrack(track))
    },
    limit: (role, limits) => (role === 'camera' ? camera.limit(limits) : limit(role, limits)),
    remote: (role) => pc.getTransceivers()[MEDIA_ROLES.indexOf(role)]?.receiver.track ?? null,
    close() {
      pc.removeEventListener('signalingstatechange', onSignalling)
      camera.end()
      turns.end()
    },
  }
}
