// Owns how fluent a stretch of pictures was. Pure.

export interface Flow {
  readonly fps: number
  /** Gaps longer than three usual ones and 150 ms more than usual, of the time (as WebRTC's freezeCount has it). */
  readonly frozenShare: number
  /** Gaps over half a second, of the time: what a person calls frozen, however slow the rest is. */
  readonly standsShare: number
}

const STANDS_MS = 500

/** `times` of the pictures, in order; the stretch's own ends count as pictures, so that one without any is all frozen. */
export function flowOf(times: readonly number[], fromMs: number, toMs: number): Flow {
  const forMs = toMs - fromMs
  const inside = times.filter((at) => at > fromMs && at < toMs)
  const marks = [fromMs, ...inside, toMs]
  const gaps = marks.slice(1).map((at, index) => at - (marks[index] ?? at))
  const usual = forMs / gaps.length
  const shareOf = (isOne: (gap: number) => boolean): number =>
    gaps.filter(isOne).reduce((sum, gap) => sum + gap, 0) / forMs
  return {
    fps: (inside.length * 1000) / forMs,
    frozenShare: inside.length === 0 ? 1 : shareOf((gap) => gap >= Math.max(3 * usual, usual + 150)),
    standsShare: shareOf((gap) => gap > STANDS_MS),
  }
}
