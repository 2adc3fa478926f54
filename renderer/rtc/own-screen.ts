// Owns the shape of what this side shows of its screen: sharing makes it, a call sends it.
import type { SharedScreen } from '../../shared/protocol/call-messages'
import type { SenderLimits } from './sender-limits'

export interface OwnScreen {
  /** null while it is held: the other side keeps the last picture, and the encoder rests. */
  readonly picture: MediaStreamTrack | null
  readonly sound: MediaStreamTrack | null
  readonly limits: SenderLimits
  /** What the camera may take beside it; null: as without a share. */
  readonly camera: SenderLimits | null
  /** What the other side is told. */
  readonly said: SharedScreen
}
