import { describe, expect, it } from 'vitest'
import type { EndReason } from '../../../shared/model/call'
import { stepCall } from './call-machine'
import type { CallEvent, CallState } from './call-state'
import {
  ACCEPT,
  BUSY,
  bye,
  CALL,
  CANCEL,
  DECLINE,
  fired,
  IN_CONNECTING,
  NOW,
  OUT_CONNECTED,
  OUT_CONNECTING,
  OUT_DELIVERED,
  OUT_RINGING,
  OUT_SENT,
  OUT_UNSENT,
  PRESSED_HANG_UP,
  RINGING,
  received,
} from './testing/call-states'

const RANG = 'e'.repeat(32)
const answering = ({ facts, stage }: CallState, direction: 'incoming' | 'outgoing'): CallState => ({
  facts: { ...facts, answers: { callId: RANG, direction, video: true } },
  stage,
})

type Row = readonly [what: string, from: CallState, event: CallEvent, stage: string]

function run(from: CallState, event: CallEvent) {
  const { state, effects } = stepCall(from, event, NOW)
  const stage = state.stage.name === 'ended' ? `ended ${state.stage.reason}` : state.stage.name
  return { stage, sent: effects.flatMap((effect) => (effect.do === 'send' ? [effect.content.t] : [])) }
}

describe('a call by which one that rang here is answered', () => {
  const tooLate = 'ended answered-too-late' satisfies `ended ${EndReason}`
  const rows: readonly Row[] = [
    ['is accepted', OUT_DELIVERED, ACCEPT, 'connecting'],
    ['would ring', OUT_DELIVERED, RINGING, tooLate],
    ['would be shown', OUT_DELIVERED, received({ t: 'rung', step: 'shown' }), tooLate],
    ['is for one that is over', OUT_DELIVERED, bye('hung-up'), tooLate],
    ['comes to somebody who talks', OUT_SENT, BUSY, tooLate],
    ['is held back by its server', OUT_SENT, { type: 'inviteLimited' }, tooLate],
    ['is refused by its server', OUT_UNSENT, { type: 'dialFailed', reason: 'not-invited' }, tooLate],
    ['is declined', OUT_SENT, DECLINE, tooLate],
    ['comes to nobody', OUT_SENT, { type: 'inviteOffline' }, tooLate],
    ['is met with silence', OUT_DELIVERED, fired('no-ringing'), tooLate],
    ['finds no server', OUT_UNSENT, fired('dial'), tooLate],
    ['is hung up', OUT_DELIVERED, PRESSED_HANG_UP, 'ended ended-by-me'],
    ['can’t connect', OUT_CONNECTING, fired('connect-deadline'), 'ended could-not-connect'],
    ['stands, and is hung up there', OUT_CONNECTED, bye('hung-up'), 'ended ended-by-other'],
  ]
  it.each(rows)('%s', (_, from, event, stage) => {
    expect(run(answering(from, 'incoming'), event).stage).toBe(stage)
  })

  it('takes itself back where it would ring', () => {
    expect(run(answering(OUT_DELIVERED, 'incoming'), RINGING).sent).toEqual(['cancel'])
  })

  it('is no other call', () => {
    expect(run(OUT_RINGING, RINGING).stage).toBe('ringing')
    expect(OUT_RINGING.facts.callId).toBe(CALL)
  })
})

it('a call of ours that is answered by theirs was ended by them, whoever takes it back', () => {
  expect(run(answering(IN_CONNECTING, 'outgoing'), CANCEL).stage).toBe('ended ended-by-other')
})
