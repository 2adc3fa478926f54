import { describe, expect, it } from 'vitest'
import {
  IN_RINGING,
  IN_WARM,
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
    [IN_RINGING, fired('ring'), 'ended missed', over('missed')],
    [IN_RINGING, UP, 'ringing', []],
    [IN_RINGING, ACCEPT, 'ringing', ['countStray']],
    [IN_RINGING, STATE, 'ringing', ['countStray']],
    [IN_RINGING, { type: 'networkChanged' }, 'ringing', []],
  ]
  it.each(rows.map(labelled))('%s', (_, [from, event, stage, effects]) => {
    expect(run(from, event)).toEqual({ stage, effects })
  })
})
