import { describe, expect, it } from 'vitest'
import { ok } from '../../../shared/result'
import { createFakeDesktop } from '../../platform/fakes/fake-desktop'
import { createRinging } from './ringing-controller'
import { NOTHING_RINGS, ringing, type RingingCalls, type Tone } from './ringing-rules'

const incoming = (callId: string): RingingCalls => ({ ...NOTHING_RINGS, incoming: callId })
const outgoing = (callId: string): RingingCalls => ({ ...NOTHING_RINGS, outgoing: callId })

describe('what is heard and seen', () => {
  it.each<[calls: RingingCalls, silenced: string | null, tone: Tone | null, attention: boolean]>([
    [NOTHING_RINGS, null, null, false],
    [incoming('a'), null, 'ring', true],
    [incoming('a'), 'a', null, true],
    [incoming('b'), 'a', 'ring', true],
    [outgoing('a'), null, 'ringback', false],
    [{ incoming: 'a', outgoing: 'b', inCall: false }, null, 'ring', true],
    [{ incoming: 'a', outgoing: null, inCall: true }, null, null, true],
    [{ incoming: null, outgoing: 'a', inCall: true }, null, null, false],
  ])('with %o, silenced %s', (calls, silenced, tone, attention) => {
    expect(ringing(calls, silenced)).toEqual({ tone, attention })
  })
})

function bench() {
  const desktop = createFakeDesktop({ 'window.attention': () => ok(undefined) })
  const tones: (Tone | null)[] = []
  let speaker = 'unset'
  let ended = false
  const player = {
    play: (tone: Tone | null) => void tones.push(tone),
    setSpeaker: (deviceId: string) => void (speaker = deviceId),
    end: () => void (ended = true),
  }
  const controller = createRinging({ player, desktop })
  const attention = () => desktop.asked('window.attention')
  return { tones, controller, attention, speaker: () => speaker, ended: () => ended }
}

describe('ringing', () => {
  it('begins with the call and ends with it, window and sound together', () => {
    const { tones, controller, attention } = bench()
    controller.update(incoming('a'))
    controller.update(NOTHING_RINGS)
    expect(tones).toEqual(['ring', null])
    expect(attention()).toEqual([{ on: true }, { on: false }])
  })

  it('asks the window once however often it is told the same', () => {
    const { controller, attention } = bench()
    controller.update(incoming('a'))
    controller.update(incoming('a'))
    expect(attention()).toEqual([{ on: true }])
  })

  it('is silenced for this call, not for the next, while the window still shows it', () => {
    const { tones, controller, attention } = bench()
    controller.update(incoming('a'))
    expect(controller.silence()).toBe(true)
    controller.update(incoming('a'))
    expect(tones.at(-1)).toBeNull()
    expect(attention()).toEqual([{ on: true }])
    expect(controller.silence()).toBe(false)
    controller.update(incoming('b'))
    expect(tones.at(-1)).toBe('ring')
  })

  it('is not silenced beforehand', () => {
    const { tones, controller } = bench()
    expect(controller.silence()).toBe(false)
    controller.update(incoming('a'))
    expect(tones.at(-1)).toBe('ring')
  })

  it('comes out of the chosen speaker', () => {
    const { controller, speaker } = bench()
    controller.setSpeaker('ears')
    expect(speaker()).toBe('ears')
    controller.setSpeaker(null)
    expect(speaker()).toBe('')
  })

  it('ends with the app', () => {
    const { tones, controller, attention, ended } = bench()
    controller.update(incoming('a'))
    controller.end()
    expect([tones.at(-1), attention().at(-1), ended()]).toEqual([null, { on: false }, true])
  })
})
