// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
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
  const player = createTonePlayer(createAudio, silentLog, (run) => idle.push(run))
  const rest = () => idle.forEach((run) => run())
  return { player, made, rest, playing: () => made.map((each) => each.playing) }
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

  it('uses the chosen speaker, for tones of before and after', () => {
    const { player, made } = bench()
    player.play('ring')
    player.setSpeaker('ears')
    player.play('ringback')
    expect(made.map((each) => each.speaker)).toEqual(['ears', 'ears'])
  })

  it('survives a speaker that is gone, and a browser that wants a click first', async () => {
    const { player, playing } = bench({ refusesSpeaker: true, refusesPlay: true })
    player.setSpeaker('gone')
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
