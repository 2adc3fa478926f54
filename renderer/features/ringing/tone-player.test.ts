// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../platform/fakes/fake-clock'
import { silentLog } from '../../platform/log'
import { createTonePlayer } from './tone-player'

/** An audio element that does nothing but remember; happy-dom plays nothing either. */
function bench(options: { readonly refusesSpeaker?: boolean; readonly refusesPlay?: boolean } = {}) {
  const made: { audio: HTMLAudioElement; playing: boolean; speaker: string }[] = []
  const idle: (() => void)[] = []
  const createAudio = () => {
    const audio = document.createElement('audio')
    const state = { audio, playing: false, speaker: 'unset' }
    audio.play = () => {
      if (options.refusesPlay) return Promise.reject(new DOMException('click first', 'NotAllowedError'))
      state.playing = true
      return Promise.resolve()
    }
    audio.pause = () => void (state.playing = false)
    audio.setSinkId = (id) => {
      if (options.refusesSpeaker) return Promise.reject(new DOMException('gone', 'NotFoundError'))
      state.speaker = id
      return Promise.resolve()
    }
    made.push(state)
    return audio
  }
  const clock = createFakeClock()
  const whenIdle = (run: () => void) => void idle.push(run)
  const player = createTonePlayer({ createAudio, clock, log: silentLog, whenIdle })
  const rest = () => idle.forEach((run) => run())
  return { player, clock, made, rest, playing: () => made.map((each) => each.playing) }
}

describe('the tone player', () => {
  it('makes both sounds when the app has nothing else to do, so that the first call rings at once', () => {
    const { player, made, rest } = bench()
    expect(made).toEqual([])
    rest()
    expect(made.map((each) => each.audio.preload)).toEqual(['auto', 'auto'])
    player.play('ring')
    expect(made.map((each) => each.playing)).toEqual([true, false])
  })

  it('rings also before that, and makes nothing twice or after its end', () => {
    const { player, made, rest, playing } = bench()
    player.play('ring')
    expect(playing()).toEqual([true])
    player.end()
    rest()
    expect(made).toHaveLength(1)
  })

  it('plays in a loop, at once silent, and from the start the next time', () => {
    const { player, made, playing } = bench()
    player.play('ring')
    expect(playing()).toEqual([true])
    const audio = made[0]?.audio
    expect([audio?.loop, audio?.src.startsWith('blob:')]).toEqual([true, true])
    if (audio) audio.currentTime = 2
    player.play(null)
    expect(playing()).toEqual([false])
    player.play('ring')
    expect([made.length, audio?.currentTime]).toEqual([1, 0])
  })

  it('goes on with the same tone, and plays one at a time', () => {
    const { player, made, playing } = bench()
    player.play('ring')
    if (made[0]) made[0].audio.currentTime = 2
    player.play('ring')
    expect(made[0]?.audio.currentTime).toBe(2)
    player.play('ringback')
    expect(playing()).toEqual([false, true])
  })

  it('rings on the ringer and plays what rings there on the speaker, for tones of before and after', () => {
    const { player, made } = bench()
    player.play('ring')
    player.setOutputs({ ringer: 'room', speaker: 'ears' })
    player.play('ringback')
    expect(made.map((each) => each.speaker)).toEqual(['room', 'ears'])
    player.setOutputs({ ringer: 'room', speaker: 'phone' })
    player.setRing({ tone: 'bell', volume: 1 })
    player.play('ring')
    expect(made.map((each) => each.speaker)).toEqual(['room', 'phone', 'room'])
  })

  it('rings softly at first, and then as loud as the user wants it', async () => {
    const { player, clock, made } = bench()
    player.setRing({ tone: 'bell', volume: 0.8 })
    player.play('ring')
    const audio = made[0]?.audio
    expect(audio?.volume).toBeCloseTo(0.2)
    await clock.advance(1_500)
    expect(audio?.volume).toBeCloseTo(0.4)
    await clock.advance(2_000)
    expect([audio?.volume, clock.waiting()]).toEqual([0.8, 0])
    player.setRing({ tone: 'bell', volume: 0.5 })
    expect(audio?.volume).toBe(0.5)
  })

  it('changes to another tone while it rings', () => {
    const { player, playing, made } = bench()
    player.play('ring')
    player.setRing({ tone: 'marimba', volume: 1 })
    expect(playing()).toEqual([false, true])
    expect(made[0]?.audio.src).not.toBe(made[1]?.audio.src)
  })

  it('leaves what rings at the other end as it is', () => {
    const { player, clock, made } = bench()
    player.setRing({ tone: 'bell', volume: 0.1 })
    player.play('ringback')
    expect([made[0]?.audio.volume, clock.waiting()]).toEqual([1, 0])
  })

  it('leaves no timer behind', () => {
    const { player, clock } = bench()
    player.play('ring')
    player.end()
    expect(clock.waiting()).toBe(0)
  })

  it('survives a speaker that is gone, and a browser that wants a click first', async () => {
    const { player, playing } = bench({ refusesSpeaker: true, refusesPlay: true })
    player.setOutputs({ ringer: 'gone', speaker: 'gone' })
    player.play('ring')
    await new Promise((resolve) => setTimeout(resolve, 0))
    player.play(null)
    expect(playing()).toEqual([false])
  })

  it('is silent at the end', () => {
    const { player, playing } = bench()
    player.play('ring')
    player.end()
    expect(playing()).toEqual([false])
  })
})
