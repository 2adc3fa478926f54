import { describe, expect, it } from 'vitest'
import { stepCall } from './call-machine'
import {
  OUT_UNSENT,
  OUT_SENT,
  OUT_ASSUMED,
  OUT_DELIVERED,
  OUT_RINGING,
  OUT_WARM,
  OUT_FADED,
  fired,
  RINGING,
  RINGING_WARM,
  ACCEPT,
  ACCEPT_OTHER,
  CANCEL,
  DECLINE,
  BUSY,
  bye,
  RESTART_REQUEST,
  STATE,
  PRESSED_ACCEPT,
  PRESSED_HANG_UP,
  PRESSED_DECLINE,
  down,
  over,
  DEADLINES,
  run,
  labelled,
  received,
  NO_RELAY,
  NOW,
  type Row,
} from './testing/call-states'

describe('an outgoing call that nobody answered yet', () => {
  const rows: readonly Row[] = [
    [
      OUT_UNSENT,
      { type: 'inviteSent', acknowledged: true },
      'calling',
      ['stop dial', 'start no-ringing', 'start ring'],
    ],
    [OUT_SENT, { type: 'inviteDelivered' }, 'calling', []],
    [OUT_SENT, { type: 'inviteOffline' }, 'ended offline', over('offline')],
    [OUT_SENT, { type: 'inviteLimited' }, 'ended rate-limited', over('rate-limited')],
    [
      OUT_UNSENT,
      { type: 'dialFailed', reason: 'server-unreachable' },
      'ended server-unreachable',
      over('server-unreachable'),
    ],
    [
      OUT_SENT,
      { type: 'dialFailed', reason: 'server-unreachable' },
      'ended server-unreachable',
      over('server-unreachable', 'cancel'),
    ],
    [OUT_UNSENT, fired('dial'), 'ended server-unreachable', over('server-unreachable')],
    [OUT_SENT, fired('no-ringing'), 'ended server-unreachable', over('server-unreachable', 'cancel')],
    [OUT_ASSUMED, fired('no-ringing'), 'ended offline', over('offline', 'cancel')],
    [OUT_DELIVERED, fired('no-ringing'), 'ended no-answer', over('no-answer', 'cancel')],
    [OUT_RINGING, received({ t: 'decline', unanswered: true }), 'ended no-answer', over('no-answer')],
    [OUT_RINGING, NO_RELAY, 'ended no-relay-there', over('no-relay-there')],
    [
      OUT_UNSENT,
      { type: 'dialFailed', reason: 'no-relay-here' },
      'ended no-relay-here',
      over('no-relay-here'),
    ],
    [OUT_RINGING, fired('no-ringing'), 'ringing', []],
    [OUT_RINGING, { type: 'inviteOffline' }, 'ringing', []],
    [OUT_RINGING, { type: 'inviteLimited' }, 'ringing', []],
    [OUT_RINGING, fired('ring'), 'ended no-answer', over('no-answer', 'cancel')],
    [OUT_UNSENT, PRESSED_HANG_UP, 'ended cancelled-by-me', over('cancelled-by-me')],
    [OUT_SENT, PRESSED_HANG_UP, 'ended cancelled-by-me', over('cancelled-by-me', 'cancel')],
    [OUT_RINGING, PRESSED_DECLINE, 'ended cancelled-by-me', over('cancelled-by-me', 'cancel')],
    [OUT_SENT, PRESSED_ACCEPT, 'calling', []],
    [OUT_SENT, RINGING, 'ringing', ['stop no-ringing']],
    [OUT_SENT, RINGING_WARM, 'ringing', ['stop no-ringing', 'expectFingerprint']],
    [OUT_RINGING, RINGING_WARM, 'ringing', ['stop no-ringing', 'expectFingerprint']],
    [OUT_WARM, RINGING_WARM, 'ringing', ['stop no-ringing']],
    [OUT_WARM, down('failed'), 'ringing', []],
    [OUT_SENT, ACCEPT, 'connecting', ['expectFingerprint', 'stopTimers', 'attachTracks', ...DEADLINES]],
    [OUT_RINGING, ACCEPT, 'connecting', ['expectFingerprint', 'stopTimers', 'attachTracks', ...DEADLINES]],
    [OUT_WARM, ACCEPT_OTHER, 'ended identity-mismatch', over('identity-mismatch', 'bye refused')],
    [OUT_FADED, ACCEPT_OTHER, 'ended identity-mismatch', over('identity-mismatch', 'bye refused')],
    [OUT_WARM, ACCEPT, 'connected', ['stopTimers', 'attachTracks', 'announceSending']],
    [OUT_FADED, ACCEPT, 'connecting', ['stopTimers', 'attachTracks', ...DEADLINES, 'restart']],
    [OUT_RINGING, DECLINE, 'ended declined-by-other', over('declined-by-other')],
    [OUT_SENT, BUSY, 'ended busy', over('busy')],
    [OUT_SENT, bye('refused'), 'ended version-unsupported', over('version-unsupported')],
    [OUT_RINGING, bye('refused'), 'ended identity-mismatch', over('identity-mismatch')],
    [OUT_RINGING, bye('hung-up'), 'ended declined-by-other', over('declined-by-other')],
    [OUT_RINGING, bye('not-in-call'), 'ended could-not-connect', over('could-not-connect')],
    [OUT_RINGING, CANCEL, 'ringing', ['countStray']],
    [OUT_RINGING, RESTART_REQUEST, 'ringing', ['countStray']],
    [OUT_WARM, STATE, 'ringing', ['applyRemote']],
  ]
  it.each(rows.map(labelled))('%s', (_, [from, event, stage, effects]) => {
    expect(run(from, event)).toEqual({ stage, effects })
  })
})

it.each([
  ['as they are', 'I’ll call you back', 'I’ll call you back'],
  ['cleaned', 'Later\u202e <b>\n\n now', 'Later <b> now'],
  ['not at all where nothing is left', '\u200b', undefined],
])('words with a decline are kept %s', (_, message, words) => {
  const { stage } = stepCall(OUT_RINGING, received({ t: 'decline', message }), NOW).state
  expect(stage).toEqual({ name: 'ended', reason: 'declined-by-other', talkedMs: 0, ...(words && { words }) })
})
