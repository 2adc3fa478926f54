import { describe, expect, it } from 'vitest'
import { stepCall } from './call-machine'
import type { CallEffect } from './call-state'
import {
  OUT_CONNECTING,
  IN_CONNECTING,
  OUT_CONNECTED,
  IN_CONNECTED,
  OUT_RECONNECTING,
  IN_RECONNECTING,
  IN_LEFT,
  MAY_RETURN,
  NO_RELAY,
  fired,
  RINGING,
  ACCEPT,
  CANCEL,
  bye,
  RESTART_REQUEST,
  STATE,
  PRESSED_ACCEPT,
  PRESSED_HANG_UP,
  UP,
  down,
  over,
  run,
  labelled,
  type Row,
} from './testing/call-states'

const NO_RELAY_HERE = { type: 'noRouteFound', reason: 'no-relay-here' } as const

describe('a call that both agreed to', () => {
  const settled = ['stop connect-restart', 'stop connect-deadline', 'announceSending']
  const mended = ['stop restart', 'stop give-up', 'announceSending']
  const breaking = ['stop disconnected', 'start give-up']
  const quiet = ['stopTimers', 'closeDevices', 'closePath', 'releaseServer']
  const rows: readonly Row[] = [
    [OUT_CONNECTING, UP, 'connected', settled],
    [OUT_CONNECTING, fired('connect-restart'), 'connecting', ['restart', 'start connect-restart']],
    [IN_CONNECTING, fired('connect-restart'), 'connecting', ['requestRestart', 'start connect-restart']],
    [OUT_CONNECTING, down('failed'), 'connecting', ['restart']],
    [OUT_CONNECTING, down('disconnected'), 'connecting', []],
    [
      OUT_CONNECTING,
      fired('connect-deadline'),
      'ended could-not-connect',
      over('could-not-connect', 'bye failed'),
    ],
    [
      OUT_CONNECTING,
      { type: 'noRouteFound', reason: 'no-route-without-relay' },
      'ended no-route-without-relay',
      over('no-route-without-relay', 'bye failed'),
    ],
    [OUT_CONNECTING, { type: 'signallingReturned' }, 'connecting', ['restart']],
    [OUT_CONNECTED, fired('connect-deadline'), 'connected', []],
    [OUT_CONNECTED, down('disconnected'), 'connected', ['start disconnected']],
    [OUT_CONNECTED, UP, 'connected', ['stop disconnected']],
    [OUT_CONNECTED, fired('disconnected'), 'reconnecting', [...breaking, 'restart', 'start restart']],
    [OUT_CONNECTED, down('failed'), 'reconnecting', [...breaking, 'restart', 'start restart']],
    [IN_CONNECTED, down('silent'), 'reconnecting', [...breaking, 'requestRestart', 'start restart']],
    [OUT_CONNECTED, { type: 'networkChanged' }, 'connected', ['restart']],
    [IN_CONNECTED, { type: 'networkChanged' }, 'connected', ['requestRestart']],
    [OUT_CONNECTED, { type: 'signallingReturned' }, 'connected', []],
    [OUT_RECONNECTING, { type: 'signallingReturned' }, 'reconnecting', ['restart', 'start restart']],
    [OUT_RECONNECTING, { type: 'networkChanged' }, 'reconnecting', ['restart', 'start restart']],
    [OUT_RECONNECTING, fired('restart'), 'reconnecting', ['restart', 'start restart']],
    [IN_RECONNECTING, fired('restart'), 'reconnecting', ['requestRestart', 'start restart']],
    [OUT_RECONNECTING, UP, 'connected', mended],
    [OUT_RECONNECTING, down('failed'), 'reconnecting', []],
    [OUT_RECONNECTING, fired('give-up'), 'ended connection-lost', over('connection-lost', 'bye failed')],
    [OUT_CONNECTED, PRESSED_HANG_UP, 'ended ended-by-me', over('ended-by-me', 'bye hung-up')],
    [OUT_RECONNECTING, PRESSED_HANG_UP, 'ended ended-by-me', over('ended-by-me', 'bye hung-up')],
    [OUT_CONNECTED, bye('hung-up'), 'ended ended-by-other', over('ended-by-other')],
    [OUT_CONNECTING, bye('failed'), 'ended could-not-connect', over('could-not-connect')],
    [
      OUT_CONNECTING,
      { ...bye('failed'), relayless: true },
      'ended no-route-without-relay',
      over('no-route-without-relay'),
    ],
    [OUT_CONNECTING, NO_RELAY, 'ended no-relay-there', over('no-relay-there')],
    [OUT_CONNECTING, { ...NO_RELAY, relayless: true }, 'ended no-relay-there', over('no-relay-there')],
    [IN_CONNECTED, NO_RELAY, 'ended connection-lost', over('connection-lost')],
    [IN_CONNECTING, NO_RELAY_HERE, 'ended no-relay-here', over('no-relay-here', 'bye failed')],
    [IN_CONNECTED, NO_RELAY_HERE, 'connected', []],
    [OUT_CONNECTED, { ...bye('failed'), relayless: true }, 'ended connection-lost', over('connection-lost')],
    [OUT_CONNECTED, bye('failed'), 'ended connection-lost', over('connection-lost')],
    [OUT_CONNECTED, MAY_RETURN, 'left', ['stopTimers', 'start return']],
    [IN_RECONNECTING, MAY_RETURN, 'left', ['stopTimers', 'start return']],
    [IN_CONNECTING, MAY_RETURN, 'ended ended-by-other', over('ended-by-other')],
    [OUT_CONNECTED, down('closed'), 'left', ['stopTimers', 'start return']],
    [IN_RECONNECTING, down('closed'), 'left', ['stopTimers', 'start return']],
    [OUT_CONNECTING, down('closed'), 'connecting', ['restart']],
    [IN_LEFT, bye('hung-up'), 'ended ended-by-other', over('ended-by-other')],
    [IN_LEFT, bye('refused'), 'ended identity-mismatch', over('identity-mismatch')],
    [IN_LEFT, bye('failed'), 'ended connection-lost', over('connection-lost')],
    [IN_LEFT, bye('not-in-call'), 'left', []],
    [IN_LEFT, MAY_RETURN, 'left', []],
    [IN_LEFT, fired('return'), 'ended ended-by-other', over('ended-by-other')],
    [IN_LEFT, fired('restart'), 'left', []],
    [IN_LEFT, down('failed'), 'left', []],
    [IN_LEFT, { type: 'networkChanged' }, 'left', []],
    [IN_LEFT, PRESSED_HANG_UP, 'ended ended-by-me', over('ended-by-me', 'bye hung-up')],
    [IN_LEFT, { type: 'continued' }, 'ended merged', quiet],
    [OUT_CONNECTED, { type: 'continued' }, 'ended merged', quiet],
    [IN_CONNECTING, bye('not-in-call'), 'ended cancelled-by-other', over('cancelled-by-other')],
    [OUT_CONNECTING, bye('not-in-call'), 'ended could-not-connect', over('could-not-connect')],
    [IN_RECONNECTING, bye('not-in-call'), 'ended connection-lost', over('connection-lost')],
    [OUT_CONNECTED, bye('refused'), 'ended identity-mismatch', over('identity-mismatch')],
    [IN_CONNECTING, CANCEL, 'ended cancelled-by-other', over('cancelled-by-other')],
    [IN_CONNECTED, CANCEL, 'ended cancelled-by-other', over('cancelled-by-other')],
    [OUT_CONNECTED, CANCEL, 'connected', ['countStray']],
    [OUT_CONNECTED, RESTART_REQUEST, 'connected', ['restart']],
    [IN_CONNECTED, RESTART_REQUEST, 'connected', ['countStray']],
    [OUT_CONNECTED, RINGING, 'connected', []],
    [OUT_CONNECTED, ACCEPT, 'connected', ['countStray']],
    [OUT_CONNECTED, STATE, 'connected', ['applyRemote']],
    [IN_CONNECTED, PRESSED_ACCEPT, 'connected', []],
  ]
  it.each(rows.map(labelled))('%s', (_, [from, event, stage, effects]) => {
    expect(run(from, event)).toEqual({ stage, effects })
  })

  it('keeps the time both were first connected, through a loss and back', () => {
    const gone = stepCall(OUT_CONNECTED, down('failed'), 30_000).state
    expect(gone.stage).toEqual({ name: 'reconnecting', sinceMs: 10_000, lostMs: 30_000, attempt: 0 })
    const back = stepCall(gone, UP, 35_000).state
    expect(back.stage).toEqual({ name: 'connected', sinceMs: 10_000 })
    expect(stepCall(back, PRESSED_HANG_UP, 40_000).state.stage).toMatchObject({ talkedMs: 30_000 })
  })

  it('waits 2, 4, 8 and 8 s between attempts, and 2 again after the network changed', () => {
    const pauses: number[] = []
    const note = ({ effects }: { readonly effects: readonly CallEffect[] }) => {
      for (const effect of effects)
        if (effect.do === 'startTimer' && effect.timer === 'restart') pauses.push(effect.ms)
    }
    let step = stepCall(OUT_CONNECTED, down('failed'), 0)
    note(step)
    for (let attempt = 0; attempt < 3; attempt += 1) {
      step = stepCall(step.state, fired('restart'), 0)
      note(step)
    }
    note(stepCall(step.state, { type: 'networkChanged' }, 0))
    expect(pauses).toEqual([2_000, 4_000, 8_000, 8_000, 2_000])
  })
})
