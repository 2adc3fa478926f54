import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../platform/fakes/fake-clock'
import { FakeTrack } from '../../rtc/fakes/fake-track'
import { createSoundCheck, type SoundCheckState } from './sound-check'

interface Options {
  readonly recorded?: Blob | null
  readonly refuses?: boolean
}

function bench({ recorded = new Blob(['sound']), refuses = false }: Options = {}) {
  const clock = createFakeClock()
  const states: SoundCheckState[] = []
  const log: string[] = []
  let ended: (heard: boolean) => void = () => undefined
  const check = createSoundCheck({
    clock,
    speakerId: () => 'headset',
    onState: (state) => states.push(state),
    record: () => {
      if (refuses) return null
      log.push('record')
      return {
        stop: () => {
          log.push('stop recording')
          return Promise.resolve(recorded)
        },
      }
    },
    play: (_sound, speakerId, onEnded) => {
      log.push(`play on ${speakerId}`)
      ended = onEnded
      return () => log.push('stop playing')
    },
  })
  const track = new FakeTrack('audio', 'microphone') as unknown as MediaStreamTrack
  return {
    clock,
    check,
    states,
    log,
    track,
    ended: (heard: boolean) => ended(heard),
    last: () => states.at(-1),
  }
}

describe('hearing oneself', () => {
  it('records five seconds, counts down and plays them on the chosen speaker', async () => {
    const { clock, check, states, log, track, ended, last } = bench()
    check.start(track)
    await clock.advance(4_900)
    expect(states.map((state) => (state.is === 'recording' ? state.leftS : state.is))).toEqual([
      5, 4, 3, 2, 1,
    ])
    await clock.advance(200)
    expect(log).toEqual(['record', 'stop recording', 'play on headset'])
    expect(last()).toEqual({ is: 'playing' })
    ended(true)
    expect(last()).toEqual({ is: 'idle' })
    expect(clock.waiting()).toBe(0)
  })

  it('can be cut short, and plays what there is', async () => {
    const { clock, check, log, track } = bench()
    check.start(track)
    await clock.advance(1_500)
    check.stop()
    await clock.settle()
    expect(log.at(-1)).toBe('play on headset')
    check.stop()
    expect(log.at(-1)).toBe('stop playing')
  })

  it.each([
    ['nothing was recorded', { recorded: null }],
    ['it recorded nothing', { recorded: new Blob([]) }],
    ['it can’t begin', { refuses: true }],
  ])('says so where %s', async (_what, options) => {
    const { clock, check, track, last } = bench(options)
    check.start(track)
    check.stop()
    await clock.settle()
    expect(last()).toEqual({ is: 'failed', at: 'recording' })
  })

  it('says so where the speaker can’t play', async () => {
    const { clock, check, track, ended, last } = bench()
    check.start(track)
    check.stop()
    await clock.settle()
    ended(false)
    expect(last()).toEqual({ is: 'failed', at: 'playing' })
  })

  it.each(['recording', 'playing'] as const)('ends with the page, also while it is %s', async (phase) => {
    const { clock, check, states, log, track } = bench()
    check.start(track)
    if (phase === 'playing') {
      check.stop()
      await clock.settle()
    }
    const before = states.length
    check.end()
    await clock.advance(10_000)
    expect(log.at(-1)).toBe(phase === 'playing' ? 'stop playing' : 'stop recording')
    expect([states.length, clock.waiting()]).toEqual([before, 0])
  })
})
