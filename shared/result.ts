// Owns the shape of every outcome that can go wrong outside our own code. Leaves the codes to failure.ts.
import type { FailureCode } from './failure'

export type Ok<T> = { readonly ok: true; readonly value: T }
/** `detail` is for the log and for a developer; what a user reads is chosen from `code` in shared/text. */
export type Failure<C extends string = FailureCode> = {
  readonly ok: false
  readonly code: C
  readonly detail?: string
  /** Where a server said when it pays to try again. */
  readonly retryAfterMs?: number
}
export type Result<T, C extends string = FailureCode> = Ok<T> | Failure<C>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const fail = <C extends string>(code: C, detail?: string): Failure<C> =>
  detail === undefined ? { ok: false, code } : { ok: false, code, detail }

/** Refused for now: `retryAfterMs` says when it pays to try again. */
export const failFor = <C extends string>(code: C, retryAfterMs: number): Failure<C> => ({
  ok: false,
  code,
  retryAfterMs,
})
