// Owns the words for a call that every side uses: who, which way, why it ended. The states are the machine's.

export type Direction = 'incoming' | 'outgoing'

/** Why a call ended, as this side saw it. Closed list; words in text/en.ts. */
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
  // both called each other and the other's call was taken up instead; not shown, not in the history
  'merged',
  // could not
  'could-not-connect',
  'no-route-without-relay',
  'server-unreachable',
  // our own place on the server was taken by a newer start
  'superseded',
  'connection-lost',
  // must not
  'identity-mismatch',
  'version-unsupported',
  'misbehaved',
] as const
export type EndReason = (typeof END_REASONS)[number]
