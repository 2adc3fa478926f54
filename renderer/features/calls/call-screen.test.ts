import { describe, expect, it } from 'vitest'
import { MOST_SMALL_MS, SMALL_MS } from './session-screen'
import { createPair, talk } from './testing/people'
import { FakeTrack } from '../../rtc/fakes/fake-track'
import type { OwnScreen } from '../../rtc/own-screen'
import type { SharedScreen } from '../../../shared/protocol/call-messages'
import type { SaidInCall } from './said'

const said: SharedScreen = {
  epoch: 1,
  kind: 'window',
  title: 'Bud\u202eget',
  mode: 'text',
  held: null,
  sound: false,
}
const screen = (change: Partial<OwnScreen> = {}): OwnScreen => ({
  picture: new FakeTrack('video', 'screen'),
  sound: null,
  limits: { maxBitrate: 1_000_000 },
  camera: null,
  said,
  ...change,
})

const fullHd = (): FakeTrack =>
  Object.assign(new FakeTrack('video', 'screen'), { getSettings: () => ({ width: 1920, height: 1080 }) })

const sentAtWidth = (frameWidth: number): RTCStatsReport =>
  new Map([['O', { id: 'O', type: 'outbound-rtp', mid: '2', framesSent: 1, frameWidth }]])

describe('a screen that is shown', () => {
  it('goes out on its own sender with its limits, and the other side is told, without a negotiation', async () => {
    const world = await createPair()
    const callId = await talk(world)
    const own = screen()
    void world.ana.controller.showScreen(callId, own)
    await world.clock.advance(100)
    const caller = world.server.links[0]?.caller
    expect(caller?.sending('screen')).toBe(own.picture)
    expect(caller?.limits.get('screen')).toEqual(own.limits)
    expect(caller?.restarts).toBe(0)
    expect(world.ben.view().remote?.screen).toEqual({ ...said, title: 'Bud get' })

    void world.ana.controller.showScreen(callId, screen({ picture: null, said: { ...said, held: 'paused' } }))
    await world.clock.advance(100)
    expect(caller?.sending('screen')).toBeNull()
    expect(world.ben.view().remote?.screen?.held).toBe('paused')

    void world.ana.controller.showScreen(callId, null)
    await world.clock.advance(100)
    expect(world.ben.view().remote?.screen).toBeNull()
  })

  it('begins small, so that the first picture is soon there, and comes in full once that has left', async () => {
    const world = await createPair()
    const callId = await talk(world)
    const picture = fullHd()
    void world.ana.controller.showScreen(callId, screen({ picture }))
    const caller = world.server.links[0]?.caller
    const limits = () => caller?.limits.get('screen')
    expect(limits()).toEqual({ maxBitrate: 1_000_000, scaleDownBy: 4 })
    await world.clock.advance(2 * SMALL_MS)
    expect(limits()).toEqual({ maxBitrate: 1_000_000, scaleDownBy: 4 })
    if (caller) caller.report = sentAtWidth(480)
    await world.clock.advance(SMALL_MS)
    expect(limits()).toEqual({ maxBitrate: 1_000_000 })
    // Another window: the viewer has a picture, and keeps it until the new one is there.
    void world.ana.controller.showScreen(callId, screen({ picture, said: { ...said, epoch: 2 } }))
    expect(limits()).toEqual({ maxBitrate: 1_000_000 })
    // The next one begins with what it needs.
    void world.ana.controller.showScreen(callId, null)
    expect(limits()).toEqual({ maxBitrate: 1_000_000, scaleDownBy: 4 })
  })

  it('comes in full after a while also where nothing tells that the small picture has left', async () => {
    const world = await createPair()
    const callId = await talk(world)
    void world.ana.controller.showScreen(callId, screen({ picture: fullHd() }))
    await world.clock.advance(MOST_SMALL_MS)
    expect(world.server.links[0]?.caller.limits.get('screen')).toEqual({ maxBitrate: 1_000_000 })
  })

  it('is gone from the sender when the call ends', async () => {
    const world = await createPair()
    const callId = await talk(world)
    void world.ana.controller.showScreen(callId, screen())
    world.ben.controller.commands.hangUp(callId)
    await world.clock.advance(500)
    expect(world.ana.store.getState().media).toBeNull()
    void world.ana.controller.showScreen(callId, screen())
    expect(world.server.links[0]?.caller.closedAtMs).not.toBeNull()
  })
})

describe('what is said over the channel', () => {
  it('arrives with its call, and has a number to be answered by', async () => {
    const world = await createPair()
    const callId = await talk(world)
    const heard: SaidInCall[] = []
    world.ben.controller.onSaid((each) => heard.push(each))
    const seq = world.ana.controller.say(callId, { t: 'text', text: 'hello' })
    await world.clock.advance(100)
    expect(seq).toBeGreaterThan(0)
    expect(heard).toMatchObject([{ callId, message: { t: 'text', text: 'hello', seq } }])
  })

  it('goes nowhere where there is no call', async () => {
    const world = await createPair()
    expect(world.ana.controller.say('0'.repeat(32), { t: 'text', text: 'hello' })).toBeNull()
  })
})
