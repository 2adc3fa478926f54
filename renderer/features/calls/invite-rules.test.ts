import { expect, it } from 'vitest'
import { decideInvite, type InviteDecision } from './invite-rules'
import type { CallState } from './call-state'
import {
  CALL,
  ENDED,
  IN_CONNECTED,
  IN_CONNECTING,
  IN_LEFT,
  IN_RECONNECTING,
  IN_RINGING,
  ME,
  OUT_CONNECTED,
  OUT_CONNECTING,
  OUT_RECONNECTING,
  OUT_RINGING,
  OUT_SENT,
  THEM,
} from './testing/call-states'

const THIRD = 'd'.repeat(32)
const OLD = 'e'.repeat(32)
const NEVER = 'f'.repeat(32)

type Row = readonly [
  what: string,
  live: CallState | null,
  invite: { readonly from?: string; readonly answers?: string },
  is: InviteDecision['is'],
]

const rows: readonly Row[] = [
  ['nothing', null, {}, 'ring'],
  ['an ended call', ENDED, {}, 'ring'],
  ['our own call', OUT_SENT, {}, 'hold'],
  ['our own call that rings', OUT_RINGING, {}, 'hold'],
  ['our own call that was just accepted', OUT_CONNECTING, {}, 'busy'],
  ['their call that rings', IN_RINGING, {}, 'replace'],
  ['their call that was just accepted', IN_CONNECTING, {}, 'replace'],
  ['our call that seems to be on', OUT_CONNECTED, {}, 'doubt'],
  ['their call that seems to be on', IN_CONNECTED, {}, 'doubt'],
  ['a call whose connection is lost', OUT_RECONNECTING, {}, 'replace'],
  ['a call whose page went away', IN_LEFT, {}, 'replace'],
  ['a call with somebody else', IN_CONNECTED, { from: THIRD }, 'busy'],

  ['the call it takes up', OUT_CONNECTED, { answers: CALL }, 'continue'],
  ['the call of theirs it takes up', IN_CONNECTED, { answers: CALL }, 'continue'],
  ['the broken call it takes up', IN_RECONNECTING, { answers: CALL }, 'continue'],
  ['the call it takes up, whose page said that it goes', IN_LEFT, { answers: CALL }, 'continue'],
  ['a call of somebody else that it names', IN_CONNECTED, { from: THIRD, answers: CALL }, 'busy'],
  ['a call that never stood, which it names', IN_RINGING, { answers: CALL }, 'replace'],
  ['a call that doesn’t stand yet, which it names', OUT_CONNECTING, { answers: CALL }, 'busy'],
  ['nothing, taking up a call that is over', null, { answers: OLD }, 'over'],
  ['another call, taking up one that is over', IN_CONNECTED, { answers: OLD }, 'over'],
  ['nothing, taking up a call that never was', null, { answers: NEVER }, 'ring'],
  ['another call, taking up one that never was', IN_CONNECTED, { answers: NEVER }, 'doubt'],
]

it.each(rows)('an invite beside %s', (_, live, { from = THEM, answers = null }, is) => {
  const isKnown = (callId: string) => callId === CALL || callId === OLD
  expect(decideInvite(ME, { from, answers }, { live, isKnown }).is).toBe(is)
})

it('beside our own call, theirs goes first where their id is the lower one', () => {
  const decided = decideInvite(THIRD, { from: THEM, answers: null }, { live: OUT_SENT, isKnown: () => false })
  expect(decided).toEqual({ is: 'merge', own: OUT_SENT })
})
