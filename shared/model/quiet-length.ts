// Owns how long do-not-disturb can be switched on for, in the tray and in the settings. Pure.

export const QUIET_LENGTHS = ['half-hour', 'hour', 'till-morning'] as const
export type QuietLength = (typeof QUIET_LENGTHS)[number]

const MINUTE_MS = 60_000
const MORNING_HOUR = 8

/** Wall clock. */
export function quietEnd(length: QuietLength, nowMs: number): number {
  if (length === 'till-morning') return nextMorning(nowMs)
  return nowMs + (length === 'hour' ? 60 : 30) * MINUTE_MS
}

/** By this computer's calendar: a day with a changed clock has another length. */
export function nextMorning(nowMs: number): number {
  const now = new Date(nowMs)
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, MORNING_HOUR).getTime()
}
