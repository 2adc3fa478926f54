import { describe, expect, it } from 'vitest'
import {
  isOn,
  limitMs,
  RETURN_MS,
  stepSelfTest,
  type SelfTestEffect,
  type SelfTestEvent,
  type SelfTestState,
} from './self-test-machine'

const [VALUE, OTHER, RING] = ['a', 'b', 'c'].map((digit) => digit.repeat(32)) as [string, string, string]
const REPORT = { atMs: 0, answered: false, steps: [] }
const SEEN = { windowMs: null, sound: null, notice: null, toneFailed: false } as const

const idle: SelfTestState = { is: 'idle' }
const counting: SelfTestState = { is: 'counting', untilMs: 10_000 }
const sent: SelfTestState = { is: 'sent', value: VALUE, atMs: 10_000 }
const ringing: SelfTestState = { is: 'ringing', ringId: RING, atMs: 10_040, tookMs: 40, seen: SEEN }
const looking: SelfTestState = {
  is: 'looking',
  observed: { server: { is: 'not-returned' }, ring: { is: 'no-ring' } },
}
const interrupted: SelfTestState = { is: 'interrupted' }
const over: SelfTestState = { is: 'over', report: REPORT }
const ALL = [idle, counting, sent, ringing, looking, interrupted, over]

const begun: SelfTestEvent = { type: 'begun', reachable: true }
const begunAlone: SelfTestEvent = { type: 'begun', reachable: false }
const cancelled: SelfTestEvent = { type: 'cancelled' }
const timeUp: SelfTestEvent = { type: 'timeUp', fresh: VALUE }
const callCame: SelfTestEvent = { type: 'callCame' }
const back = (value: string, quiet = false): SelfTestEvent => ({
  type: 'returned',
  value,
  ringId: RING,
  quiet,
})

type Row = readonly [
  what: string,
  state: SelfTestState,
  event: SelfTestEvent,
  nowMs: number,
  becomes: SelfTestState['is'],
  effects: readonly SelfTestEffect[],
]

describe('the self-test', () => {
  it.each<Row>([
    ['begins by putting the window away', idle, begun, 0, 'counting', ['put-away']],
    ['says at once that there is no server', idle, begunAlone, 0, 'looking', ['look']],
    ['begins anew after one is over', over, begun, 0, 'counting', ['put-away']],
    ['begins anew after a call came', interrupted, begun, 0, 'counting', ['put-away']],
    ['is on already', ringing, begun, 0, 'ringing', []],
    [
      'sends, and closes a window that was opened to watch',
      counting,
      timeUp,
      0,
      'sent',
      ['put-away', 'send'],
    ],
    ['rings for its value', sent, back(VALUE), 10_040, 'ringing', ['ring']],
    ['rings at the last moment', sent, back(VALUE), 10_000 + RETURN_MS, 'ringing', ['ring']],
    [
      'is quiet where it is not to disturb',
      sent,
      back(VALUE, true),
      10_040,
      'looking',
      ['come-back', 'look'],
    ],
    ['waits no longer than that', sent, timeUp, 40_000, 'looking', ['come-back', 'look']],
    ['says at once that nothing was sent', sent, notSent(VALUE), 0, 'looking', ['come-back', 'look']],
    ['rings only so long', ringing, timeUp, 0, 'looking', ['end-ring', 'come-back', 'look']],
    ['ends by an answer', ringing, answered(RING), 0, 'looking', ['end-ring', 'come-front', 'look']],
    ['is over with its report', looking, { type: 'looked', report: REPORT }, 0, 'over', []],
    ['is called off while it counts', counting, cancelled, 0, 'idle', ['come-back']],
    ['is called off on its way', sent, cancelled, 0, 'idle', ['come-back']],
    ['is called off while it rings', ringing, cancelled, 0, 'idle', ['end-ring', 'come-back']],
    ['leaves the line to a call while it counts', counting, callCame, 0, 'interrupted', []],
    ['leaves the line to a call on its way', sent, callCame, 0, 'interrupted', []],
    ['leaves the line to a call while it rings', ringing, callCame, 0, 'interrupted', ['end-ring']],
  ])('%s', (...[, state, event, nowMs, becomes, effects]) => {
    const step = stepSelfTest(state, event, nowMs)
    expect([step.state.is, step.effects]).toEqual([becomes, effects])
  })

  it.each<readonly [what: string, state: SelfTestState, event: SelfTestEvent, nowMs: number]>([
    ['a value that isn’t its own', sent, back(OTHER), 10_040],
    ['its value after 30 s', sent, back(VALUE), 10_001 + RETURN_MS],
    ['its value a second time', ringing, back(VALUE), 10_050],
    ['a value that nobody asked for', idle, back(VALUE), 0],
    ['a value before it is sent', counting, back(VALUE), 5_000],
    ['a value when it is over', over, back(VALUE), 50_000],
    ['a value when it was called off for a call', interrupted, back(VALUE), 50_000],
    ['that another’s wasn’t sent', sent, notSent(OTHER), 0],
    ['an answer to another ring', ringing, answered(OTHER), 0],
    ['an answer when it doesn’t ring', sent, answered(RING), 0],
    ['what was seen of another ring', ringing, { type: 'shown', ringId: OTHER }, 0],
    ['what is seen when it doesn’t ring', sent, { type: 'shown', ringId: RING }, 0],
    ['a report that it isn’t waiting for', over, { type: 'looked', report: { ...REPORT, atMs: 5 } }, 0],
    ['a late timer', over, timeUp, 0],
    ['a call when it isn’t on', over, callCame, 0],
    ['being called off when it isn’t on', over, cancelled, 0],
  ])('takes no notice of %s', (_, state, event, nowMs) => {
    expect(stepSelfTest(state, event, nowMs)).toEqual({ state, effects: [] })
  })

  it('keeps the first of each thing that was seen, and when', () => {
    const sights: readonly (readonly [SelfTestEvent, number])[] = [
      [{ type: 'shown', ringId: RING }, 10_240],
      [{ type: 'noticed', is: 'shown' }, 10_250],
      [{ type: 'sounding', ringId: RING, peak: 0.2 }, 10_540],
      [{ type: 'shown', ringId: RING }, 11_000],
      [{ type: 'sounding', ringId: RING, peak: 0.9 }, 11_000],
    ]
    const seen = sights.reduce<SelfTestState>(
      (now, [event, at]) => stepSelfTest(now, event, at).state,
      ringing,
    )
    expect(seen).toMatchObject({
      seen: { windowMs: 200, sound: { ms: 500, peak: 0.2 }, notice: 'shown', toneFailed: false },
    })
  })

  it('waits for nothing without a bound, and is bounded only while it is on', () => {
    // What is read at the end is bounded where it is read.
    expect(ALL.filter((state) => limitMs(state) === null).map(({ is }) => is)).toEqual([
      ...['idle', 'looking', 'interrupted', 'over'],
    ])
    expect(ALL.filter(isOn).map(({ is }) => is)).toEqual(['counting', 'sent', 'ringing', 'looking'])
  })
})

function notSent(value: string): SelfTestEvent {
  return { type: 'notSent', value, why: 'not-connected' }
}

function answered(ringId: string): SelfTestEvent {
  return { type: 'answered', ringId }
}
