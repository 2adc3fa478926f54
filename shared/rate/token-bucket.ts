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

/** Takes nothing; brings the level up to now. */
export function refill(level: Level, { burst, perSecond }: Allowance, nowMs: number): void {
  level.tokens = Math.min(burst, level.tokens + ((nowMs - level.atMs) / 1000) * perSecond)
  level.atMs = nowMs
}

/** Takes `cost` and returns true where there is as much. */
export function takeTokens(level: Level, allowance: Allowance, nowMs: number, cost = 1): boolean {
  refill(level, allowance, nowMs)
  if (level.tokens < cost) return false
  level.tokens -= cost
  return true
}

/** Takes one that isn't there: a debt, of a whole burst at most. */
export function overdraw(level: Level, allowance: Allowance, nowMs: number): void {
  refill(level, allowance, nowMs)
  level.tokens = Math.max(level.tokens - 1, -allowance.burst)
}

/** From the level's own moment on. */
export function msUntilTokens(level: Level, { perSecond }: Allowance, tokens: number): number {
  return Math.max(0, ((tokens - level.tokens) / perSecond) * 1000)
}
