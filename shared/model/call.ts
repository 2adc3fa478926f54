// Owns the words for a call that every side uses: who, which way, why it ended. The states are the machine's.

export type Direction = 'incoming' | 'outgoing'

/** What the callee's main process itself has seen of a ring, in this order: never assumed. */
export const RING_PROOF_STEPS = ['shown', 'sounding'] as const
export type RingProofStep = (typeof RING_PROOF_STEPS)[number]

/** Why a call ended, as this side saw it. Closed list; words in text/en-codes.ts. */
export const END_REASONS = [
  // both sides talked (or were about to) and one hung up
  'ended-by-me',
  'ended-by-other',
  // before anybody answered
  'declined-by-other',
  'declined-by-me',
  'busy',
  'no-answer',
  'missed',
  'offline',
  'cancelled-by-me',
  'cancelled-by-other',
  // accepted here while the page was lost, and the caller wasn't there any more when the next one was
  'answered-too-late',
  // both called each other and the other's call was taken up instead; not shown, not in the history
  'merged',
  // could not
  'could-not-connect',
  'no-route-without-relay',
  // one side goes through a relay only, and there was none: this side, or the other
  'no-relay-here',
  'no-relay-there',
  'server-unreachable',
  // it has a list of those it lets in, and this side isn't in it
  'not-invited',
  // it lets only those in who have its code, and this side has none or a wrong one
  'join-code-needed',
  // called so often that the server asks for a pause
  'rate-limited',
  // our own place on the server was taken by a newer start
  'superseded',
  'connection-lost',
  // must not
  'identity-mismatch',
  'version-unsupported',
  'misbehaved',
] as const
export type EndReason = (typeof END_REASONS)[number]
