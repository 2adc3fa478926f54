import { describe, expect, it } from 'vitest'
import { ok } from '../../../shared/result'
import { createFakeDesktop } from '../../platform/fakes/fake-desktop'
import { createRinging } from './ringing-controller'
import { NOTHING_RINGS, toneOf, type RingingCalls, type Tone } from './ringing-rules'
import type { RingSound, ToneOutputs } from './tone-player'

const [A, B] = ['a'.repeat(32), 'b'.repeat(32)]
const incoming = (callId: string): RingingCalls => ({ ...NOTHING_RINGS, incoming: callId })
const outgoing = (callId: string): RingingCalls => ({ ...NOTHING_RINGS, outgoing: callId })

describe('what is heard', () => {
  it.each<[calls: RingingCalls, silenced: string | null, tone: Tone | null]>([
    [NOTHING_RINGS, null, null],
    [incoming(A), null, 'ring'],
    [incoming(A), A, null],
    [incoming(B), A, 'ring'],
    [outgoing(A), null, 'ringback'],
    [{ incoming: A, outgoing: B, inCall: false }, null, 'ring'],
    [{ incoming: A, outgoing: null, inCall: true }, null, null],
    [{ incoming: null, outgoing: A, inCall: true }, null, null],
  ])('with %o, silenced %s', (calls, silenced, tone) => {
    expect(toneOf(calls, silenced)).toBe(tone)
  })
})

function bench(hasRingWindow = false) {
  const desktop = createFakeDesktop({ 'rings.silence': () => ok(undefined) })
  const tones: (Tone | null)[] = []
  let heardOn: ToneOutputs | null = null
  let sound: RingSound | null = null
  let ended = false
  const player = {
    play: (tone: Tone | null) => void tones.push(tone),
    setRing: (next: RingSound) => void (sound = next),
    setOutputs: (outputs: ToneOutputs) => void (heardOn = outputs),
    end: () => void (ended = true),
  }
  const controller = createRinging({ player, desktop, hasRingWindow })
  const silenced = () => desktop.asked('rings.silence')
  return { tones, controller, silenced, sound: () => sound, heardOn: () => heardOn, ended: () => ended }
}

describe('ringing in this page', () => {
  it('begins with the call and ends with it', () => {
    const { tones, controller } = bench()
    controller.update(incoming(A))
    controller.update(NOTHING_RINGS)
    expect(tones).toEqual(['ring', null])
  })

  it('is silenced for this call, not for the next, and main is told', () => {
    const { tones, controller, silenced } = bench()
    controller.update(incoming(A))
    expect(controller.silence()).toBe(true)
    controller.update(incoming(A))
    expect(tones.at(-1)).toBeNull()
    expect(silenced()).toEqual([{ callId: A }])
    expect(controller.silence()).toBe(false)
    controller.update(incoming(B))
    expect(tones.at(-1)).toBe('ring')
  })

  it('is not silenced beforehand', () => {
    const { tones, controller, silenced } = bench()
    expect(controller.silence()).toBe(false)
    expect(silenced()).toEqual([])
    controller.update(incoming(A))
    expect(tones.at(-1)).toBe('ring')
  })

  it('is the ring window’s where there is one, but the other end’s is heard here', () => {
    const { tones, controller } = bench(true)
    controller.update(incoming(A))
    expect(tones.at(-1)).toBeNull()
    expect(controller.silence()).toBe(true)
    controller.update(outgoing(B))
    expect(tones.at(-1)).toBe('ringback')
  })

  it('comes out of the chosen devices', () => {
    const { controller, heardOn } = bench()
    controller.setOutputs({ ringer: 'room', speaker: 'ears' })
    expect(heardOn()).toEqual({ ringer: 'room', speaker: 'ears' })
  })

  it('is the user’s tone, as loud as they want it', () => {
    const { controller, sound } = bench()
    controller.setRing({ tone: 'bell', volume: 0.4 })
    expect(sound()).toEqual({ tone: 'bell', volume: 0.4 })
  })

  it('ends with the app', () => {
    const { tones, controller, ended } = bench()
    controller.update(incoming(A))
    controller.end()
    expect([tones.at(-1), ended()]).toEqual([null, true])
  })
})
