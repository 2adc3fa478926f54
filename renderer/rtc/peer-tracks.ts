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

export function createPeerTracks(connection: ScopedConnection, clock: Clock, log: Log): PeerTracks {
  const queues = new Map<MediaRole, Promise<void>>()
  /** What each sender has, or will have once its turn came. */
  const held = new Map<MediaRole, MediaStreamTrack | null>()
  let end: () => void = () => undefined
  const ended = new Promise<null>((resolve) => (end = () => resolve(null)))

  function inTurn(role: MediaRole, step: (sender: RTCRtpSender) => Promise<void>): Promise<void> {
    const turn = (queues.get(role) ?? Promise.resolve()).then(() => attempt(role, step))
    queues.set(role, turn)
    return turn
  }

  async function attempt(role: MediaRole, step: (sender: RTCRtpSender) => Promise<void>): Promise<void> {
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

  // Before the first track comes, so that attaching one takes no longer than it must.
  const limit = (role: MediaRole, limits: SenderLimits): Promise<void> =>
    inTurn(role, (sender) => limitSender(sender, limits))
  for (const role of MEDIA_ROLES) if (role !== 'camera') void limit(role, NORMAL_LIMITS[role])
  const camera = createSmallStart(clock, (limits) => limit('camera', limits))

  return {
    set(role, track) {
      if (track === (held.get(role) ?? null)) return queues.get(role) ?? Promise.resolve()
      held.set(role, track)
      if (track) hintContent(role, track)
      if (track && role === 'camera') camera.begins(track)
      return inTurn(role, (sender) => sender.replaceTrack(track))
    },
    limit: (role, limits) => (role === 'camera' ? camera.limit(limits) : limit(role, limits)),
    remote(role) {
      const index = MEDIA_ROLES.indexOf(role)
      return connection.pc.getTransceivers()[index]?.receiver.track ?? null
    },
    close() {
      camera.end()
      end()
    },
  }
}
