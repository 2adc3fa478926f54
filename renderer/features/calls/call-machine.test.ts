import { describe, expect, it } from 'vitest'
import { placeCall, ringCall, stepCall } from './call-machine'
import type { CallEvent } from './call-state'
import { CALL_TIMERS } from './call-timing'
import {
  NOW,
  OUT_SENT,
  IN_RINGING,
  ENDED,
  LIVE,
  fired,
  RINGING,
  ACCEPT,
  CANCEL,
  STATE,
  PRESSED_ACCEPT,
  PRESSED_HANG_UP,
  PRESSED_DECLINE,
  UP,
  down,
  brief,
  ENDING,
  over,
  run,
} from './testing/call-states'

describe('a new call', () => {
  it('opens its devices while it looks for the other side', () => {
    const { state: placed, effects } = placeCall({ ...OUT_SENT.facts, video: false })
    expect(placed.stage).toEqual({ name: 'calling', invite: 'unsent' })
    expect(effects.map(brief)).toEqual(['dial', 'open sound only', 'start dial'])
  })

  it('rings without opening anything', () => {
    expect(ringCall(IN_RINGING.facts, false).effects.map(brief)).toEqual(['ring', 'start ring'])
    expect(ringCall(IN_RINGING.facts, true).effects.map(brief)).toEqual(['ring warm', 'start ring'])
  })
})

describe('in every state', () => {
  const live = Object.entries(LIVE)

  it.each(live)(
    '%s ends on a mismatch, and the other side is told once it knows of the call',
    (name, from) => {
      const told = name === 'OUT_UNSENT' ? undefined : 'bye refused'
      expect(run(from, { type: 'identityMismatched' })).toEqual({
        stage: 'ended identity-mismatch',
        effects: over('identity-mismatch', told),
      })
      expect(run(from, { type: 'misbehaved' }).stage).toBe('ended misbehaved')
    },
  )

  it.each(live)('%s ends as merged without a trace in the history', (_, from) => {
    const { stage, effects } = run(from, { type: 'merged' })
    expect(stage).toBe('ended merged')
    expect(effects.filter((effect) => effect.startsWith('record'))).toEqual([])
    expect(effects).toEqual(expect.arrayContaining(ENDING))
  })

  it.each(live)('%s: what claims another version ends it only before both agreed', (_, from) => {
    const early = from.stage.name === 'calling' || from.stage.name === 'ringing'
    const { stage } = run(from, { type: 'versionRefused' })
    expect(stage).toBe(early ? 'ended version-unsupported' : from.stage.name)
  })

  it.each(live)('%s ends when the app closes, and says so', (_, from) => {
    const { stage, effects } = run(from, { type: 'abandoned', mayReturn: false })
    expect(stage).toMatch(/^ended (ended-by-me|cancelled-by-me|missed)$/)
    expect(effects).toEqual(expect.arrayContaining(ENDING))
  })

  it('ended stays ended, whatever comes', () => {
    const events: readonly CallEvent[] = [
      ...[
        PRESSED_ACCEPT,
        PRESSED_DECLINE,
        PRESSED_HANG_UP,
        UP,
        down('failed'),
        ACCEPT,
        CANCEL,
        RINGING,
        STATE,
      ],
      ...CALL_TIMERS.map(fired),
      ...([
        { type: 'merged' },
        { type: 'misbehaved' },
        { type: 'networkChanged' },
        { type: 'abandoned', mayReturn: false },
      ] as const),
    ]
    for (const event of events) expect(stepCall(ENDED, event, NOW)).toEqual({ state: ENDED, effects: [] })
  })
})
