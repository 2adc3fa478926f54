// Owns how a camera's picture begins on a new connection: small, for a moment. A connection starts at 300 kbit/s, and at that
// rate Chromium drops the first frames one after the other, each time trying a smaller size, until one fits: four frames, or
// 130 ms at 30 a second, before anything is sent.
// https://webrtc.googlesource.com/src/+/refs/heads/main/video/adaptation/ (initial frame dropping)
import type { Clock } from '../platform/clock'
import { NORMAL_LIMITS } from './media-encodings'
import type { SenderLimits } from './sender-limits'

/** The size that Chromium takes below 300 kbit/s without dropping. */
const START_PIXELS = 320 * 240
/** 720p, where nobody knows the size yet. */
const USUAL_SCALE = 4
/** By then the connection knows what it carries: it probes in its first half second. */
export const START_MS = 900

export interface SmallStart {
  /** A track is about to be sent. */
  begins(track: MediaStreamTrack): void
  /** What the sender may take from now on; while it begins, after that. */
  limit(limits: SenderLimits): Promise<void>
  end(): void
}

export function createSmallStart(clock: Clock, apply: (limits: SenderLimits) => Promise<void>): SmallStart {
  let wanted = NORMAL_LIMITS.camera
  let phase: 'waiting' | 'small' | 'done' = 'waiting'
  let stop: () => void = () => undefined

  const small = (scale: number) => apply({ ...wanted, scaleDownBy: Math.max(scale, wanted.scaleDownBy ?? 1) })
  // Ahead of the track, so that attaching it takes no longer than it must.
  void small(USUAL_SCALE)

  function grow(): void {
    phase = 'done'
    void apply(wanted)
  }

  return {
    begins(track) {
      if (phase !== 'waiting') return
      phase = 'small'
      stop = clock.after(START_MS, grow)
      const scale = startScale(track.getSettings(), START_PIXELS) ?? USUAL_SCALE
      if (scale !== USUAL_SCALE) void small(scale)
    },
    limit(limits) {
      wanted = limits
      return phase === 'done' ? apply(limits) : Promise.resolve()
    },
    end: () => stop(),
  }
}

/** By halves, so that no encoder has to round. Null where nobody knows the size yet. */
export function startScale({ width, height }: MediaTrackSettings, pixels: number): number | null {
  if (!width || !height) return null
  let scale = 1
  while ((width / scale) * (height / scale) > pixels) scale *= 2
  return scale
}
