// Owns which track each of a connection's four senders holds, one change at a time per sender.
import { MEDIA_ROLES, type MediaRole } from './call-path'
import { hintContent, limitSender } from './media-encodings'
import type { ScopedConnection } from './scoped-connection'
import type { Log } from '../platform/log'

export interface PeerTracks {
  set(role: MediaRole, track: MediaStreamTrack | null): Promise<void>
  remote(role: MediaRole): MediaStreamTrack | null
  /** What still waits is dropped. */
  close(): void
}

export function createPeerTracks(connection: ScopedConnection, log: Log): PeerTracks {
  const queues = new Map<MediaRole, Promise<void>>()
  let end: () => void = () => undefined
  const ended = new Promise<null>((resolve) => (end = () => resolve(null)))

  async function replace(role: MediaRole, track: MediaStreamTrack | null): Promise<void> {
    const transceivers = await Promise.race([connection.transceivers, ended])
    const sender = transceivers?.[MEDIA_ROLES.indexOf(role)]?.sender
    if (!sender || connection.pc.signalingState === 'closed') return
    try {
      if (track) {
        hintContent(role, track)
        await limitSender(role, sender)
      }
      await sender.replaceTrack(track)
    } catch (error) {
      // closed meanwhile, or a track of the wrong kind, which only our own mistake can make
      log.error('track not replaced', { role, error: error instanceof Error ? error.name : 'unknown' })
    }
  }

  return {
    set(role, track) {
      const turn = (queues.get(role) ?? Promise.resolve()).then(() => replace(role, track))
      queues.set(role, turn)
      return turn
    },
    remote(role) {
      const index = MEDIA_ROLES.indexOf(role)
      return connection.pc.getTransceivers()[index]?.receiver.track ?? null
    },
    close: () => end(),
  }
}
