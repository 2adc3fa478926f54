import { describe, expect, it } from 'vitest'
import { decideInvite, type Invited, type InviteDecision } from './invite-rules'
import { UNKNOWN_CALLERS, type UnknownCallers } from '../../../shared/model/settings'
import type { CallState } from './call-state'
import {
  CALL,
  ENDED,
  IN_CONNECTED,
  IN_CONNECTING,
  IN_LEFT,
  IN_RECONNECTING,
  IN_RINGING,
  LIVE,
  ME,
  OUT_CONNECTED,
  OUT_CONNECTING,
  OUT_FADED,
  OUT_RECONNECTING,
  OUT_RINGING,
  OUT_SENT,
  THEM,
} from './testing/call-states'

const THIRD = 'd'.repeat(32)
const OLD = 'e'.repeat(32)
const NEVER = 'f'.repeat(32)

type Row = readonly [what: string, live: CallState | null, invite: Partial<Invited>, is: InviteDecision['is']]

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
  ['a call with somebody else', IN_CONNECTED, { from: THIRD }, 'wait'],
  ['a broken call with somebody else', IN_RECONNECTING, { from: THIRD }, 'wait'],
  ['a call to somebody else that doesn’t stand yet', OUT_CONNECTING, { from: THIRD }, 'wait'],
  ['a call of somebody else that was just accepted', IN_CONNECTING, { from: THIRD }, 'wait'],
  ['a call with somebody else whose page went away', IN_LEFT, { from: THIRD }, 'wait'],
  ['a call to somebody else that rings there', OUT_RINGING, { from: THIRD }, 'busy'],

  ['the call it takes up', OUT_CONNECTED, { answers: CALL }, 'continue'],
  ['the call of theirs it takes up', IN_CONNECTED, { answers: CALL }, 'continue'],
  ['the broken call it takes up', IN_RECONNECTING, { answers: CALL }, 'continue'],
  ['the call it takes up, whose page said that it goes', IN_LEFT, { answers: CALL }, 'continue'],
  ['a call of somebody else that it names', IN_CONNECTED, { from: THIRD, answers: CALL }, 'wait'],
  ['a call that never stood, which it names', IN_RINGING, { answers: CALL }, 'replace'],
  ['a call that doesn’t stand yet, which it names', OUT_CONNECTING, { answers: CALL }, 'busy'],
  ['our own call, which it answers', OUT_SENT, { answers: CALL }, 'answered'],
  ['our own call that rings, which it answers', OUT_RINGING, { answers: CALL }, 'answered'],
  ['our own call that had a connection ahead, which it answers', OUT_FADED, { answers: CALL }, 'answered'],
  ['our own call that rings, naming another one', OUT_RINGING, { answers: NEVER }, 'hold'],
  ['our own call that rings, naming one that is over', OUT_RINGING, { answers: OLD }, 'over'],
  ['our own call that rings, answered by somebody else', OUT_RINGING, { from: THIRD, answers: CALL }, 'busy'],
  ['nothing, answering our own call that is over', null, { answers: CALL }, 'over'],
  ['nothing, taking up a call that is over', null, { answers: OLD }, 'over'],
  ['another call, taking up one that is over', IN_CONNECTED, { answers: OLD }, 'over'],
  ['nothing, taking up a call that never was', null, { answers: NEVER }, 'ring'],
  ['another call, taking up one that never was', IN_CONNECTED, { answers: NEVER }, 'doubt'],
]

it.each(rows)('an invite beside %s', (_, live, { from = THEM, answers = null }, is) => {
  const isKnown = (callId: string) => callId === CALL || callId === OLD
  const beside = { live, waiting: null, isKnown, unknownCallers: 'ring' } as const
  expect(decideInvite(ME, { from, standing: 'contact', answers }, beside).is).toBe(is)
})

it.each([
  ['a third person', 'f'.repeat(32), 'busy'],
  ['who waits already, anew', THIRD, 'replace'],
])('beside a call that is on while somebody waits, an invite of %s', (_, from, is) => {
  const waiting = { ...IN_RINGING, facts: { ...IN_RINGING.facts, callId: NEVER, person: THIRD } }
  const beside = { live: IN_CONNECTED, waiting, isKnown: () => false, unknownCallers: 'ring' } as const
  expect(decideInvite(ME, { from, standing: 'contact', answers: null }, beside).is).toBe(is)
})

it('beside our own call, theirs goes first where their id is the lower one', () => {
  const beside = { live: OUT_SENT, waiting: null, isKnown: () => false, unknownCallers: 'ring' } as const
  const decided = decideInvite(THIRD, { from: THEM, standing: 'contact', answers: null }, beside)
  expect(decided).toEqual({ is: 'merge', own: OUT_SENT })
})

it.each([OUT_SENT, OUT_RINGING])('our own call is answered by the lower id and by the higher one', (live) => {
  const beside = { live, waiting: null, isKnown: () => true, unknownCallers: 'ring' } as const
  for (const me of [ME, THIRD]) {
    const decided = decideInvite(me, { from: THEM, standing: 'contact', answers: CALL }, beside)
    expect(decided).toEqual({ is: 'answered', own: live })
  }
})

const STRANGER_RINGS: CallState = { ...IN_RINGING, facts: { ...IN_RINGING.facts, unknown: true } }
const STRANGER_TALKS: CallState = { ...IN_CONNECTED, facts: { ...IN_CONNECTED.facts, unknown: true } }
const OWN_TAKEN_UP: CallState = {
  ...IN_CONNECTED,
  facts: {
    ...IN_CONNECTED.facts,
    resumes: { callId: OLD, direction: 'outgoing', video: true, sinceMs: 0, lostMs: 0 },
  },
}

type CallerRow = readonly [
  standing: Invited['standing'],
  wish: UnknownCallers,
  what: string,
  live: CallState | null,
  invite: Partial<Invited>,
  is: InviteDecision['is'],
]

const callers: readonly CallerRow[] = [
  ['contact', 'refuse', 'nothing', null, {}, 'ring'],
  ['contact', 'list', 'nothing', null, {}, 'ring'],
  ['contact', 'ring', 'a stranger who rings', STRANGER_RINGS, { from: THIRD }, 'displace'],
  ['contact', 'ring', 'a contact who rings', IN_RINGING, { from: THIRD }, 'busy'],
  ['contact', 'ring', 'a call with a stranger', STRANGER_TALKS, { from: THIRD }, 'wait'],

  ['unknown', 'ring', 'nothing', null, {}, 'ring'],
  ['unknown', 'list', 'nothing', null, {}, 'list'],
  ['unknown', 'refuse', 'nothing', null, {}, 'refuse'],
  ['unknown', 'ring', 'a stranger who rings', STRANGER_RINGS, { from: THIRD }, 'busy'],
  ['unknown', 'list', 'a call with somebody else', IN_CONNECTED, { from: THIRD }, 'list'],
  ['unknown', 'refuse', 'a call with somebody else', IN_CONNECTED, { from: THIRD }, 'refuse'],
  ['unknown', 'refuse', 'our own call to them', OUT_SENT, {}, 'hold'],
  ['unknown', 'list', 'our own call to them that rings', OUT_RINGING, {}, 'hold'],
  ['unknown', 'refuse', 'a broken call with them', OUT_RECONNECTING, {}, 'replace'],
  ['unknown', 'refuse', 'the call with them that it takes up', IN_CONNECTED, { answers: CALL }, 'continue'],
  ['unknown', 'list', 'nothing, taking up a call that is over', null, { answers: OLD }, 'over'],

  ['unknown', 'refuse', 'our own call, which they answer', OUT_RINGING, { answers: CALL }, 'answered'],
  ['unknown', 'refuse', 'a call to somebody else', OUT_RINGING, { from: THIRD, answers: CALL }, 'refuse'],
  ['unknown', 'list', 'a call to somebody else', OUT_RINGING, { from: THIRD, answers: CALL }, 'list'],
  ['unknown', 'ring', 'nothing, answering a call that never was', null, { answers: NEVER }, 'ring'],

  ['blocked', 'ring', 'our own call, which they answer', OUT_RINGING, { answers: CALL }, 'answered'],
  ['blocked', 'ring', 'a call to somebody else', OUT_RINGING, { from: THIRD, answers: CALL }, 'ignore'],
  ['blocked', 'ring', 'nothing', null, {}, 'ignore'],
  ['blocked', 'ring', 'a call with somebody else', IN_CONNECTED, { from: THIRD }, 'ignore'],
  ['blocked', 'ring', 'their call that rings', IN_RINGING, {}, 'ignore'],
  ['blocked', 'ring', 'their call that it takes up', IN_CONNECTED, { answers: CALL }, 'ignore'],
  ['blocked', 'ring', 'nothing, taking up a call that is over', null, { answers: OLD }, 'ignore'],
  ['blocked', 'ring', 'our own call to them', OUT_SENT, {}, 'hold'],
  ['blocked', 'refuse', 'our own call that it takes up', OUT_CONNECTED, { answers: CALL }, 'continue'],
  ['blocked', 'refuse', 'our own call, taken up before', OWN_TAKEN_UP, { answers: CALL }, 'continue'],
]

it.each(callers)('%s (strangers: %s) beside %s', (...[standing, unknownCallers, , live, invite, is]) => {
  const isKnown = (callId: string) => callId === CALL || callId === OLD
  const invited = { from: THEM, answers: null, ...invite, standing }
  expect(decideInvite(ME, invited, { live, waiting: null, isKnown, unknownCallers }).is).toBe(is)
})

describe('for all callers beside all calls', () => {
  const lives: readonly (CallState | null)[] = [
    null,
    ...Object.values(LIVE),
    ...[ENDED, STRANGER_RINGS, STRANGER_TALKS, OWN_TAKEN_UP],
  ]
  const all = lives.flatMap((live) =>
    [THEM, THIRD].flatMap((from) =>
      [null, CALL, OLD, NEVER].flatMap((answers) =>
        UNKNOWN_CALLERS.flatMap((unknownCallers) =>
          (['contact', 'unknown', 'blocked'] as const).map((standing) => {
            const isKnown = (id: string) => id === CALL || id === OLD
            const beside = { live, waiting: null, isKnown, unknownCallers }
            const { is } = decideInvite(ME, { from, standing, answers }, beside)
            return { live, from, standing, unknownCallers, is }
          }),
        ),
      ),
    ),
  )
  const withThem = ({ live, from }: (typeof all)[number]) => live?.facts.person === from
  const turnedAway = new Set<InviteDecision['is']>(['list', 'refuse', 'ignore'])

  it('a contact is never turned away', () => {
    expect(all.filter(({ standing, is }) => standing === 'contact' && turnedAway.has(is))).toEqual([])
  })

  it('nor is anybody whom we called ourselves', () => {
    const ours = all.filter((each) => withThem(each) && each.live?.facts.direction === 'outgoing')
    expect(ours.length).toBeGreaterThan(100)
    expect(ours.filter(({ is }) => turnedAway.has(is))).toEqual([])
  })

  it('somebody blocked whom we didn’t call is always met with silence', () => {
    const blocked = all.filter(
      ({ standing, live }) => standing === 'blocked' && live?.facts.direction !== 'outgoing',
    )
    expect(blocked.filter(({ is, live }) => is !== 'ignore' && live !== OWN_TAKEN_UP)).toEqual([])
  })

  it('a stranger rings anew only where strangers may', () => {
    const rung = all.filter((each) => each.standing === 'unknown' && each.is === 'ring' && !withThem(each))
    expect(rung.filter(({ unknownCallers }) => unknownCallers !== 'ring')).toEqual([])
  })
})
