// Owns playing a live picture by single frames: one now and then, and none while nobody can see it. Painting each frame of a
// whole screen takes more of a processor than encoding it does.
import type { Clock } from '../platform/clock'

export const STILL_EVERY_MS = 1_000

/** The part of a video element that is needed. */
export interface StillPlayer {
  play(): Promise<void>
  /** Keeps what was painted last. */
  pause(): void
  requestVideoFrameCallback(painted: () => void): number
  cancelVideoFrameCallback(handle: number): void
}

export interface StillPlayback {
  readonly clock: Clock
  readonly isHidden: () => boolean
}

/** Returns its undo, which leaves the last frame. */
export function playStills(player: StillPlayer, { clock, isHidden }: StillPlayback): () => void {
  let waiting: number | null = null

  function take(): void {
    if (waiting !== null || isHidden()) return
    waiting = player.requestVideoFrameCallback(() => {
      waiting = null
      player.pause()
    })
    // Refused where it is paused or emptied before it began.
    player.play().catch(() => undefined)
  }

  take()
  const stop = clock.every(STILL_EVERY_MS, take)
  return () => {
    stop()
    if (waiting !== null) player.cancelVideoFrameCallback(waiting)
    waiting = null
    player.pause()
  }
}
