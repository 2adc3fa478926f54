import { describe, expect, it } from 'vitest'
import type { CallMessageContent } from '../../../shared/protocol/call-messages'
import { MAX_DECLINE_CHARS } from '../../../shared/protocol/limits'
import { stepCall } from './call-machine'
import type { CallEvent } from './call-state'
import {
  IN_RINGING,
  IN_WARM,
  NOW,
  fired,
  ACCEPT,
  CANCEL,
  bye,
  STATE,
  PRESSED_ACCEPT,
  PRESSED_HANG_UP,
  PRESSED_DECLINE,
  UP,
  over,
  DEADLINES,
  run,
  labelled,
  type Row,
} from './testing/call-states'

describe('an incoming call that rings', () => {
  const accepted = ['accept', 'open sound only', 'stopTimers', 'attachTracks']
  const rows: readonly Row[] = [
    [IN_RINGING, PRESSED_ACCEPT, 'connecting', [...accepted, ...DEADLINES]],
    [
      IN_RINGING,
      { type: 'acceptPressed', video: true },
      'connecting',
      ['accept', 'open with camera', ...accepted.slice(2), ...DEADLINES],
    ],
    [IN_WARM, PRESSED_ACCEPT, 'connected', [...accepted, 'announceSending']],
    [IN_RINGING, PRESSED_DECLINE, 'ended declined-by-me', over('declined-by-me', 'decline')],
    [IN_RINGING, PRESSED_HANG_UP, 'ended declined-by-me', over('declined-by-me', 'decline')],
    [IN_RINGING, CANCEL, 'ended cancelled-by-other', over('cancelled-by-other')],
    [IN_RINGING, bye('not-in-call'), 'ended cancelled-by-other', over('cancelled-by-other')],
    [IN_RINGING, bye('refused'), 'ended identity-mismatch', over('identity-mismatch')],
    [IN_RINGING, fired('ring'), 'ended missed', over('missed', 'decline')],
    [IN_RINGING, { type: 'displaced' }, 'ended missed', over('missed', 'busy')],
    [IN_RINGING, UP, 'ringing', []],
    [IN_RINGING, ACCEPT, 'ringing', ['countStray']],
    [IN_RINGING, STATE, 'ringing', ['countStray']],
    [IN_RINGING, { type: 'networkChanged' }, 'ringing', []],
  ]
  it.each(rows.map(labelled))('%s', (_, [from, event, stage, effects]) => {
    expect(run(from, event)).toEqual({ stage, effects })
  })
})

describe('what the caller is told', () => {
  const told = (event: CallEvent) =>
    stepCall(IN_RINGING, event, NOW).effects.flatMap((effect) =>
      effect.do === 'send' ? [effect.content] : [],
    )

  it.each<[string, CallEvent, CallMessageContent]>([
    ['declined', PRESSED_DECLINE, { t: 'decline' }],
    ['declined with words', { type: 'declinePressed', message: 'Later' }, { t: 'decline', message: 'Later' }],
    ['only spaces', { type: 'declinePressed', message: ' \u200b ' }, { t: 'decline' }],
    ['it rang long enough', fired('ring'), { t: 'decline', unanswered: true }],
    ['a contact called', { type: 'displaced' }, { t: 'busy' }],
  ])('%s', (_, event, content) => {
    expect(told(event)).toEqual([content])
  })

  it('at most as many characters as a message may have', () => {
    const [decline] = told({ type: 'declinePressed', message: 'x'.repeat(1_000) })
    expect(decline).toEqual({ t: 'decline', message: 'x'.repeat(MAX_DECLINE_CHARS) })
  })
})
