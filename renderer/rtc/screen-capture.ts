// Owns the interface to capturing a screen or window. Implemented by display-capture.ts on getDisplayMedia, in memory by
// fakes/. What is captured was chosen before: in our picker (main answers the request) or in the browser's own.
import type { Result } from '../../shared/result'

/** Always at its own size: what goes out smaller is scaled by the sender, which can be changed while it runs. */
export interface CaptureWish {
  /** At most so many frames a second. */
  readonly maxFps: number
  readonly sound: boolean
}

export interface Capture {
  readonly picture: MediaStreamTrack
  /** null where none was asked for, or the system gave none. */
  readonly sound: MediaStreamTrack | null
  /** What the track says of itself; in a browser the only word on what was chosen. */
  readonly surface: 'screen' | 'window' | 'tab' | 'unknown'
  readonly label: string
  /** The source is gone, or the person stopped it in the browser's own bar. */
  onEnded(listener: () => void): () => void
  /** Size as it is now; 2 × 2 or less means that the window gives no picture. Null until the first frame. */
  size(): { readonly width: number; readonly height: number } | null
  /** Changes what an open capture gives. Where the system can't, the sender's limits still hold. */
  limit(wish: Pick<CaptureWish, 'maxFps'>): Promise<void>
  /**
   * Whether pictures come also while nobody takes them. Chromium stops a capture that has lost its last taker, and then its size
   * stays what it was, also when its window is back.
   */
  stayAwake(on: boolean): void
  /** Harmless twice. */
  close(): void
}

export interface ScreenCapture {
  /** Errors: share-refused (also when the person cancels the browser's own dialogue), source-gone, share-failed. */
  open(wish: CaptureWish): Promise<Result<Capture>>
}
