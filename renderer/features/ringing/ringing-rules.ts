// Owns what this page plays while it rings. Pure.

export type Tone = 'ring' | 'ringback'

/** What the wiring reads off the list of calls. */
export interface RingingCalls {
  /** An incoming call that rings here. */
  readonly incoming: string | null
  /** An outgoing call that rings at the other end. */
  readonly outgoing: string | null
  /** Some call has media: a ring tone in the ear of somebody who talks is too much. */
  readonly inCall: boolean
}

export const NOTHING_RINGS: RingingCalls = { incoming: null, outgoing: null, inCall: false }

/** `silenced` is the call that the user wants to hear no more of, while it goes on ringing. */
export function toneOf(calls: RingingCalls, silenced: string | null): Tone | null {
  if (calls.inCall) return null
  if (calls.incoming !== null) return calls.incoming === silenced ? null : 'ring'
  return calls.outgoing === null ? null : 'ringback'
}
