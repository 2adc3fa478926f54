// Owns what is to be heard and seen while it rings. Pure.

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
export function ringing(
  calls: RingingCalls,
  silenced: string | null,
): { readonly tone: Tone | null; readonly attention: boolean } {
  const attention = calls.incoming !== null
  if (calls.inCall) return { tone: null, attention }
  if (calls.incoming !== null) return { tone: calls.incoming === silenced ? null : 'ring', attention }
  return { tone: calls.outgoing === null ? null : 'ringback', attention }
}
