// Owns telling a window that is hidden from one that only stands still, by whether the capture goes on giving frames. Pure.
// Newer Chromium on X11 gives none of a window that is minimised or on another desktop: its size stays what it was, nothing is
// muted, no event comes (measured with 156). Of a window that stands still it gives frames all the same.

export interface FrameFlow {
  /** Of which capture. */
  readonly attempt: number
  /** Given so far, and when the last one was first seen. */
  readonly frames: number
  readonly atMs: number
  /** Since when they have come without a gap. */
  readonly sinceMs: number
  /** They came so for a while once, so that a gap means something. */
  readonly isSteady: boolean
}

export interface FrameLook {
  readonly attempt: number
  /** Given so far; null: the browser doesn't tell, or nobody takes them, so that none come. */
  readonly frames: number | null
  readonly nowMs: number
}

/** A busy machine, or a page in the background, which is looked at once a second. */
const GAP_MS = 2_000
const STEADY_MS = 2_000

export function flowAfter(before: FrameFlow | null, { attempt, frames, nowMs }: FrameLook): FrameFlow | null {
  if (frames === null) return null
  if (before?.attempt !== attempt) return { attempt, frames, atMs: nowMs, sinceMs: nowMs, isSteady: false }
  if (frames === before.frames) return before
  const sinceMs = nowMs - before.atMs > GAP_MS ? nowMs : before.sinceMs
  return {
    ...{ attempt, frames, atMs: nowMs, sinceMs },
    isSteady: before.isSteady || nowMs - sinceMs >= STEADY_MS,
  }
}

export const hasStopped = (flow: FrameFlow | null, nowMs: number): boolean =>
  flow !== null && flow.isSteady && nowMs - flow.atMs > GAP_MS

/** Null where the browser doesn't count. https://w3c.github.io/mediacapture-extensions/#mediastreamtrack-statistics */
export function givenFrames(track: object): number | null {
  const stats: unknown = Reflect.get(track, 'stats')
  const frames: unknown = typeof stats === 'object' && stats !== null && Reflect.get(stats, 'deliveredFrames')
  return typeof frames === 'number' ? frames : null
}
