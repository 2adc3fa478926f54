// Owns the interface to this computer's microphone and camera. Implemented by user-media.ts, in memory by fakes/.
// A device is open while at least one lease on it is; switching devices gives every lease a new track.
import type { FailureCode } from '../../shared/failure'
import type { Result } from '../../shared/result'

export type MediaKind = 'microphone' | 'camera'

export interface MediaLease {
  /** This lease's own track (a clone): muting it with `enabled` mutes nobody else. Null after the device was lost. */
  track(): MediaStreamTrack | null
  /** A new track after a switch; null and the reason after the device was lost and nothing took its place. */
  onTrack(listener: (track: MediaStreamTrack | null, code: FailureCode | null) => void): () => void
  /** Harmless twice. */
  close(): void
}

export interface LocalMedia {
  /** Errors: permission-denied, permission-denied-by-system, device-in-use, device-missing, device-failed. */
  open(kind: MediaKind): Promise<Result<MediaLease>>
}
