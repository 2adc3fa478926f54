// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { RingShown } from '../../shared/model/ring'
import { createFakeClock } from '../platform/fakes/fake-clock'
import { createRingTone } from './ring-tone'
import { A, B, SOUND } from './testing/ring-shown'

const HEADSET = { id: 'headset-id', label: 'Headset' }
const output = (deviceId: string, label: string) =>
  ({ kind: 'audiooutput', deviceId, label, groupId: '' }) as MediaDeviceInfo
const SPEAKERS = [output('default', 'Default'), output('room-id', 'Room')]

type Options = {
  readonly list?: readonly MediaDeviceInfo[]
  /** These can't be played on. */
  readonly silent?: readonly string[]
  readonly refusesSinks?: boolean
  readonly peak?: number
  readonly standsStill?: boolean
}

/** An element that plays as far as the clock goes. */
function bench({
  list = SPEAKERS,
  silent = [],
  refusesSinks = false,
  peak = 0.4,
  standsStill = false,
}: Options = {}) {
  const clock = createFakeClock()
  const state = { sink: '', playing: false, made: 0, urls: 0, ended: 0, list, src: '' }
  const heard: number[] = []
  let failures = 0
  const createAudio = (): HTMLAudioElement => {
    state.made += 1
    const audio = document.createElement('audio')
    const define = (name: string, get: () => unknown) => Object.defineProperty(audio, name, { get })
    define('sinkId', () => state.sink)
    define('paused', () => !state.playing)
    define('currentTime', () => (state.playing && !standsStill ? clock.now() / 1000 : 0))
    define('error', () => null)
    audio.load = () => undefined
    audio.setSinkId = (id) => {
      if (refusesSinks || !(id === '' || state.list.some(({ deviceId }) => deviceId === id)))
        return Promise.reject(new DOMException('gone', 'NotFoundError'))
      state.sink = id
      return Promise.resolve()
    }
    audio.play = () => {
      if (silent.includes(state.sink)) return Promise.reject(new DOMException('no', 'NotSupportedError'))
      state.playing = true
      state.src = audio.src
      return Promise.resolve()
    }
    audio.pause = () => void (state.playing = false)
    audios.push(audio)
    return audio
  }
  const audios: HTMLAudioElement[] = []
  const tone = createRingTone({
    ...{ createAudio, clock },
    urlOf: (name) => {
      state.urls += 1
      return `blob:${name}`
    },
    measure: (audio) => ({ peak: () => peak * audio.volume, end: () => void (state.ended += 1) }),
    devices: { enumerateDevices: () => Promise.resolve([...state.list]) },
    heard: (one) => void heard.push(one),
    failed: () => void (failures += 1),
  })
  const ring = (changes: Partial<NonNullable<RingShown['sound']>> = {}, callId = A) =>
    tone.follow({ callId, sound: { ...SOUND, ...changes } })
  return { clock, state, heard, tone, ring, audio: () => audios.at(-1), failures: () => failures }
}

describe('the tone', () => {
  it('plays in a loop, softly at first, and leaves nothing behind', async () => {
    const { clock, state, tone, ring, audio } = bench()
    ring({ tone: 'bell', volume: 0.8 })
    await clock.settle()
    expect([state.playing, state.src, audio()?.loop]).toEqual([true, 'blob:bell', true])
    expect(audio()?.volume).toBeCloseTo(0.2)
    await clock.advance(3_100)
    expect(audio()?.volume).toBe(0.8)
    tone.follow(null)
    tone.follow(null)
    expect([state.playing, state.ended, clock.waiting()]).toEqual([false, 1, 0])
  })

  it('is made once, however often it rings', async () => {
    const { clock, state, tone, ring } = bench()
    for (const callId of [A, B]) {
      ring({}, callId)
      await clock.settle()
      tone.follow(null)
    }
    expect([state.made, state.urls]).toEqual([2, 1])
  })

  it('goes on where the same is said again, for the next call too, and changes with the settings', async () => {
    const { clock, state, ring, audio } = bench()
    ring()
    ring()
    ring({ volume: 0.4 }, B)
    await clock.advance(3_100)
    expect([state.made, audio()?.volume]).toEqual([1, 0.4])
    ring({ tone: 'marimba' })
    await clock.settle()
    expect([state.made, state.src]).toEqual([2, 'blob:marimba'])
  })

  it('is silent where only it is switched off', async () => {
    const { clock, state, tone, ring } = bench()
    ring()
    await clock.settle()
    tone.follow({ callId: A, sound: null })
    expect([state.playing, clock.waiting()]).toEqual([false, 0])
  })
})

describe('the ringer', () => {
  const withHeadset = [...SPEAKERS, output(HEADSET.id, HEADSET.label)]

  it.each([
    ['by its id', HEADSET, withHeadset, HEADSET.id],
    ['by its name', { id: 'old-id', label: 'Headset' }, withHeadset, HEADSET.id],
    ['or is the system’s own where it is gone', HEADSET, SPEAKERS, ''],
    ['or the system’s own', null, withHeadset, ''],
  ])('is found %s', async (_how, device, list, sink) => {
    const { clock, state, ring } = bench({ list })
    ring({ device })
    await clock.settle()
    expect([state.sink, state.playing]).toEqual([sink, true])
  })

  it('is another one where it is pulled out while it rings, and itself again when it is back', async () => {
    const { clock, state, ring, failures } = bench({ list: withHeadset })
    ring({ device: HEADSET })
    await clock.settle()
    state.list = SPEAKERS
    await clock.advance(2_000)
    expect([state.sink, state.playing]).toEqual(['', true])
    state.list = withHeadset
    await clock.advance(2_000)
    expect([state.sink, state.playing, failures()]).toEqual([HEADSET.id, true, 0])
  })

  it('is the system’s own where the chosen one can’t be played on, or Chromium refuses to change', async () => {
    const silent = bench({ list: withHeadset, silent: [HEADSET.id] })
    silent.ring({ device: HEADSET })
    await silent.clock.settle()
    expect([silent.state.sink, silent.state.playing, silent.failures()]).toEqual(['', true, 0])
    const refusing = bench({ list: withHeadset, refusesSinks: true })
    refusing.ring({ device: HEADSET })
    await refusing.clock.settle()
    expect([refusing.state.playing, refusing.failures()]).toEqual([true, 0])
  })

  it('is told to have failed once a call, only where nothing plays', async () => {
    const { clock, ring, failures, heard } = bench({ silent: ['', HEADSET.id] })
    ring()
    await clock.advance(7_000)
    expect([failures(), heard]).toEqual([1, []])
    ring({}, B)
    await clock.advance(3_000)
    expect(failures()).toBe(2)
  })

  it('has failed where there is none, though the element plays on for nobody; one that is plugged in rings', async () => {
    const { clock, state, ring, failures, heard } = bench({ list: [] })
    ring()
    await clock.advance(1_000)
    expect([failures(), heard]).toEqual([1, []])
    state.list = SPEAKERS
    await clock.advance(2_500)
    expect([state.playing, heard.length > 0]).toEqual([true, true])
  })
})

describe('what is told as heard', () => {
  it('is what is played, as loud as it is, and enough after a few times', async () => {
    const { clock, ring, heard } = bench({ peak: 0.5 })
    ring({ volume: 1 })
    await clock.advance(10_000)
    expect(heard).toHaveLength(3)
    expect(heard.every((peak) => peak > 0.1 && peak <= 0.5)).toBe(true)
    ring({ volume: 1 }, B)
    await clock.advance(1_000)
    expect(heard).toHaveLength(6)
  })

  it('is at most four times a second', async () => {
    const { clock, ring, heard } = bench({ peak: 0.001 })
    ring()
    await clock.advance(2_000)
    expect(heard.length).toBeGreaterThan(4)
    expect(heard.length).toBeLessThanOrEqual(8)
  })

  it('is nothing where the volume is nought, or the element stands still', async () => {
    const silent = bench()
    silent.ring({ volume: 0 })
    const still = bench({ standsStill: true })
    still.ring()
    await silent.clock.advance(3_000)
    await still.clock.advance(3_000)
    expect([silent.heard, still.heard]).toEqual([[], []])
  })
})
