// Owns the arithmetic of a token bucket: so much at once, so much again per second. Pure; who has a bucket keeps its level.

export interface Allowance {
  readonly burst: number
  readonly perSecond: number
}

/** Changed in place: a bucket is asked for every message. */
export interface Level {
  tokens: number
  atMs: number
}

export const fullLevel = ({ burst }: Allowance, nowMs: number): Level => ({ tokens: burst, atMs: nowMs })

/** Takes `cost` and returns true where there is as much. */
export function takeTokens(level: Level, allowance: Allowance, nowMs: number, cost = 1): boolean {
  const refilled = level.tokens + ((nowMs - level.atMs) / 1000) * allowance.perSecond
  level.tokens = Math.min(allowance.burst, refilled)
  level.atMs = nowMs
  if (level.tokens < cost) return false
  level.tokens -= cost
  return true
}

/** From the level's own moment on. */
export function msUntilTokens(level: Level, { perSecond }: Allowance, tokens: number): number {
  return Math.max(0, ((tokens - level.tokens) / perSecond) * 1000)
}
