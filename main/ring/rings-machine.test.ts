import { describe, expect, it } from 'vitest'
import type { ToldRing } from '../../shared/model/kept-ring'
import { keptRings } from './lost-rings'
import type { Answer, RingEntry, RingStage } from './ring-entry'
import { currentRing, nextMs, stepRings, type RingsEvent, type RingsState } from './rings-machine'

const [A, B, ANA] = ['a', 'b', 'c'].map((digit) => digit.repeat(32)) as [string, string, string]
const told = (callId: string, reachable = true): ToldRing => ({
  ring: {
    callId,
    person: { id: ANA, name: 'Ana', isContact: true, isFavourite: false, namesake: null, picture: null },
    video: true,
  },
  origin: reachable ? { peerId: ANA, name: 'Ana', callBack: 'l', via: 'v', startedAt: 7 } : null,
})
const SINCE = 1_000
/** Rings here for 30 s. */
const entry = (stage: RingStage, callId = A, reachable = true): RingEntry => ({
  ...told(callId, reachable),
  ...{ sinceMs: SINCE, untilMs: SINCE + 30_000, losses: stage.is.startsWith('lost') ? 1 : 0, stage },
})

const ACCEPT: Answer = { verb: 'accept', video: false }
const DECLINE: Answer = { verb: 'decline', message: 'Later' }
const RINGS = entry({ is: 'rings' })
const ANSWERED = entry({ is: 'answered', answer: ACCEPT })
const LOST = entry({ is: 'lost', inCall: false })
const LOST_ACCEPTED = entry({ is: 'lost-answered', answer: ACCEPT, byMs: 15_000 })
const LOST_DECLINED = entry({ is: 'lost-answered', answer: DECLINE, byMs: 31_000 })
const OVER = entry({ is: 'lost-over' })
const NOW = 10_000

const tell = (...callIds: string[]): RingsEvent => ({
  ...{ type: 'told', rings: callIds.map((callId) => told(callId)), ringMs: 30_000 },
})
const LOSE: RingsEvent = { type: 'pageLost', inCall: false }
const LOADS: RingsEvent = { type: 'pageLoads' }
const LEAVES: RingsEvent = { type: 'pageLeft' }
const TAKEN: RingsEvent = { type: 'taken' }
const TIME: RingsEvent = { type: 'timePassed' }
const press = (answer: Answer): RingsEvent => ({ type: 'answered', answer })

const stageOf = ({ stage, losses }: RingEntry): string =>
  [
    stage.is,
    ...('answer' in stage ? [stage.answer.verb] : []),
    ...('byMs' in stage ? [String(stage.byMs)] : []),
    ...(stage.is.startsWith('lost') && losses !== 1 ? [`times ${String(losses)}`] : []),
  ].join(' ')

type Row = readonly [
  what: string,
  from: RingEntry,
  event: RingsEvent,
  atMs: number,
  stage: string,
  effects: readonly string[],
]

const rows: readonly Row[] = [
  ['a page tells the same again', RINGS, tell(A), NOW, 'rings', []],
  ['a page tells that it rings no more', RINGS, tell(), NOW, '', []],
  ['a press asks the page', RINGS, press(ACCEPT), NOW, 'answered accept', ['askPage accept']],
  ['a press for another call', RINGS, press({ ...ACCEPT, callId: B }), NOW, 'rings', []],
  ['time is the page’s', RINGS, TIME, 99_000, 'rings', []],
  ['a page that doesn’t know of the answer yet', ANSWERED, tell(A), NOW, 'answered accept', []],
  ['a second press', ANSWERED, press(DECLINE), NOW, 'answered accept', []],
  ['a page that has answered', ANSWERED, tell(), NOW, '', []],
  ['a page that loads anew has said what there is to say', RINGS, LOADS, NOW, '', []],
  ['a page that goes for good', RINGS, LEAVES, NOW, '', []],

  ['a page is lost', RINGS, LOSE, NOW, 'lost', []],
  ['a page is lost that could not be followed', entry({ is: 'rings' }, A, false), LOSE, NOW, '', []],
  ['a page is lost with its answer', ANSWERED, LOSE, NOW, 'lost-answered accept 15000', []],
  [
    'a page is lost with its decline',
    entry({ is: 'answered', answer: DECLINE }),
    LOSE,
    NOW,
    'lost-answered decline 31000',
    [],
  ],
  ['the next page loads', LOST, LOADS, NOW, 'lost', []],
  ['it knows of nothing yet', LOST, tell(), NOW, 'lost', []],
  ['it has another one', LOST, tell(B), NOW, 'lost, rings', []],
  ['it asks', LOST, TAKEN, NOW, 'lost', []],
  ['it has it', LOST, tell(A), NOW, 'rings', ['proveAgain']],
  ['it is lost, too', LOST, LOSE, NOW, 'lost', []],
  ['nobody comes until the end', LOST, TIME, 31_000, 'lost-over', ['record missed']],
  ['not before', LOST, TIME, 30_999, 'lost', []],
  ['accepted meanwhile', LOST, press(ACCEPT), NOW, 'lost-answered accept 15000', []],
  ['declined meanwhile', LOST, press(DECLINE), NOW, 'lost-answered decline 31000', []],
  ['quits meanwhile', LOST, LEAVES, NOW, '', ['record missed']],

  ['accepted, and the next page has it', LOST_ACCEPTED, tell(A), NOW, 'answered accept', ['askPage accept']],
  ['accepted, and it knows of nothing yet', LOST_ACCEPTED, tell(), NOW, 'lost-answered accept 15000', []],
  ['accepted, and another press', LOST_ACCEPTED, press(DECLINE), NOW, 'lost-answered accept 15000', []],
  [
    'accepted, and lost again: no longer than before',
    LOST_ACCEPTED,
    LOSE,
    NOW,
    'lost-answered accept 15000',
    [],
  ],
  ['accepted, too late', LOST_ACCEPTED, TIME, 15_000, 'lost-over', ['record answered-too-late']],
  ['accepted, and not too late yet', LOST_ACCEPTED, TIME, 14_999, 'lost-answered accept 15000', []],
  ['accepted, and quits', LOST_ACCEPTED, LEAVES, NOW, '', ['record answered-too-late']],
  [
    'declined, and the next page has it',
    LOST_DECLINED,
    tell(A),
    NOW,
    'answered decline',
    ['askPage decline'],
  ],
  ['declined, and nobody comes', LOST_DECLINED, TIME, 31_000, 'lost-over', ['record declined-by-me']],

  ['over, and the next page asks', OVER, TAKEN, NOW, '', []],
  ['over, and a press', OVER, press(ACCEPT), NOW, 'lost-over', []],
  ['over, and the next page had it just before', OVER, tell(A), NOW, 'rings', ['proveAgain']],
  ['over, and no caller waits any longer', OVER, TIME, 46_000, '', []],
  ['over, and quits: it has its line', OVER, LEAVES, NOW, '', []],
]

it.each(rows)('%s', (...[, from, event, atMs, stage, effects]) => {
  const step = stepRings([from], event, atMs)
  expect(step.state.map(stageOf).join(', ')).toBe(stage)
  expect(
    step.effects.map((effect) => {
      if (effect.do === 'record') return `record ${effect.record.reason}`
      return effect.do === 'askPage' ? `askPage ${effect.answer.verb}` : effect.do
    }),
  ).toEqual(effects)
})

it('what is asked carries the whole answer, and the call', () => {
  const { effects } = stepRings([LOST_DECLINED], tell(A), NOW)
  expect(effects).toEqual([{ do: 'askPage', answer: { ...DECLINE, callId: A } }])
})

it('the line of history is the caller’s as it came', () => {
  const { effects } = stepRings([LOST], TIME, 31_000)
  expect(effects).toEqual([
    {
      do: 'record',
      record: {
        ...{ callId: A, id: ANA, name: 'Ana', direction: 'incoming', video: true, reason: 'missed' },
        ...{ startedAt: 7, talkedMs: 0, callBack: 'l', via: 'v' },
      },
    },
  ])
})

it('one that is lost and taken keeps the end that it had', () => {
  const lost = stepRings([RINGS], LOSE, NOW).state
  const back = stepRings(lost, tell(A), NOW + 2_000).state
  expect(back[0]?.untilMs).toBe(RINGS.untilMs)
})

describe('for the next page', () => {
  it.each<[what: string, state: RingsState, atMs: number, msLeft: number[]]>([
    ['nothing of what a page has', [RINGS, ANSWERED], NOW, []],
    ['what is left of its time', [LOST], NOW, [21_000]],
    ['time enough to be asked', [LOST_ACCEPTED], 30_500, [5_000]],
    ['none where it is over', [OVER], NOW, [0]],
  ])('there is %s', (_, state, atMs, msLeft) => {
    expect(keptRings(state, atMs).map((kept) => kept.msLeft)).toEqual(msLeft)
  })

  it('there are numbers that no page before it used', () => {
    const twice = stepRings(
      stepRings(stepRings([RINGS], LOSE, NOW).state, tell(A), NOW).state,
      LOSE,
      NOW,
    ).state
    expect(keptRings([LOST, ...twice], NOW).map(({ afterSeq }) => afterSeq)).toEqual([1_000, 2_000])
  })
})

it('rings for the user: what the page has, and what it lost, in the order in which they came', () => {
  const second = entry({ is: 'rings' }, B)
  expect(currentRing([ANSWERED, second])?.ring.callId).toBe(B)
  expect(currentRing([LOST, second])?.ring.callId).toBe(A)
  expect(currentRing([LOST_ACCEPTED, LOST_DECLINED, OVER, ANSWERED])).toBeNull()
})

it('time matters to what is lost only', () => {
  expect(nextMs([RINGS, ANSWERED])).toBeNull()
  expect(nextMs([RINGS, LOST, LOST_ACCEPTED, OVER])).toBe(15_000)
})
