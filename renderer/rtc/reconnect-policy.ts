// Owns when a lost server is dialled again, and which refusals end the dialling. Pure; peer-link.ts keeps the timer.
import type { FailureCode } from '../../shared/failure'

// The first attempt follows at once (most losses are a changed network), then the server is spared more and more.
const WAITS_MS = [0, 500, 1_000, 2_000, 4_000, 8_000, 15_000] as const
const LONGEST_MS = 15_000
/** A restarted server gets all of its clients back within this instead of in one instant. */
const FIRST_SPREAD_MS = 250
/** A server that asked for patience isn't dialled again sooner than this step. */
const PATIENT_STEP = 4

/** A socket that stayed open this long was a success: the next loss starts from the first wait again. */
export const STEADY_MS = 10_000

/** Those whom a server sent away together don't come back together: later by up to a quarter. */
const ASKED_SPREAD = 4

const PATIENT: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'rate-limited',
  'server-full',
  'wrong-audience',
  'not-invited',
  'join-code-needed',
])

// Trying again can't help against these; only a person or a new version can.
const FOR_GOOD: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'superseded',
  'version-unsupported',
  'id-mismatch',
  'signature-wrong',
  'identity-missing',
  'identity-unreadable',
  // each try again is counted as a guess, for all at this address
  'join-code-wrong',
  'visit-not-allowed',
  'visit-closer-than-source',
])

/**
 * Milliseconds. `failures` counts from 1 for the first loss in a row; `random` is uniform in [0, 1). `askedMs` is what the server
 * asked for: never less. A server that restarts has given each of its clients a moment of its own, so that is it exactly.
 */
export function waitAfter(code: FailureCode, failures: number, random: number, askedMs = 0): number {
  if (code === 'restarting') return askedMs
  return Math.max(ownWait(code, failures, random), askedMs * (1 + random / ASKED_SPREAD))
}

function ownWait(code: FailureCode, failures: number, random: number): number {
  const step = Math.max(failures - 1, PATIENT.has(code) ? PATIENT_STEP : 0)
  const nominal = WAITS_MS[step] ?? LONGEST_MS
  return nominal === 0 ? random * FIRST_SPREAD_MS : nominal * (0.75 + random / 2)
}

export function isForGood(code: FailureCode): boolean {
  return FOR_GOOD.has(code)
}
