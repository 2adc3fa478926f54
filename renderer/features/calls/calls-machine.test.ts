import { describe, expect, it } from 'vitest'
import type { CallMessageContent } from '../../../shared/protocol/call-messages'
import type { CallEvent, CallFacts, InCallMessage } from './call-state'
import {
  findCall,
  liveCall,
  noCalls,
  type CallsEffect,
  type CallsEvent,
  type CallsMachine,
} from './calls-list'
import { stepCalls } from './calls-machine'
import { RECENT_IDS } from './recent-ids'

const LOWER = 'a'.repeat(32)
const HIGHER = 'b'.repeat(32)
const THIRD = 'c'.repeat(32)
const FINGERPRINT = Array<string>(32).fill('AB').join(':')

const facts = (
  callId: string,
  direction: 'incoming' | 'outgoing',
  person: string,
  video = true,
): CallFacts => ({ callId, direction, person, video })
const place = (callId: string, person: string, video = true): CallsEvent => ({
  type: 'callPlaced',
  facts: facts(callId, 'outgoing', person, video),
})
const invite = (callId: string, person: string): CallsEvent => ({
  type: 'inviteReceived',
  facts: facts(callId, 'incoming', person),
  connect: false,
  ...{ standing: 'contact', unknownCallers: 'ring' },
})
const inCall = (callId: string, event: CallEvent): CallsEvent => ({ type: 'inCall', callId, event })
function message(callId: string, content: Exclude<CallMessageContent, { t: 'invite' }>): CallsEvent {
  const head = { v: 1, callId, path: 1, seq: 1, from: HIGHER, to: LOWER, role: 'callee', name: '' } as const
  const received: InCallMessage = { ...head, ...content }
  return inCall(callId, { type: 'messageReceived', message: received })
}
const RINGING = { t: 'ringing' } as const
const ACCEPT = { t: 'accept', video: true, fingerprint: FINGERPRINT } as const

/** The machine after all of it, and what the last event brought about. */
function play(
  me: string,
  ...events: readonly CallsEvent[]
): { machine: CallsMachine; effects: readonly CallsEffect[] } {
  return events.reduce<{ machine: CallsMachine; effects: readonly CallsEffect[] }>(
    ({ machine }, event) => stepCalls(machine, event, 1_000),
    { machine: noCalls(me), effects: [] },
  )
}
const doing = (effects: readonly CallsEffect[], callId: string): string[] =>
  effects.flatMap((effect) => {
    if (effect.callId !== callId) return []
    return 'call' in effect ? [effect.call.do] : [effect.list.do]
  })
const stageOf = (machine: CallsMachine, callId: string) => findCall(machine, callId)?.stage.name ?? 'none'

describe('a third person’s call', () => {
  it('is busy while another rings or is looked for', () => {
    const befores: readonly (readonly CallsEvent[])[] = [[place('1', HIGHER)], [invite('1', HIGHER)]]
    for (const before of befores) {
      const { machine, effects } = play(LOWER, ...before, invite('2', THIRD))
      expect(doing(effects, '2')).toEqual(['refuseBusy'])
      expect(machine.calls).toHaveLength(1)
      expect(effects).toContainEqual({ callId: '2', list: { do: 'refuseBusy', missed: true } })
    }
  })

  it('waits from the moment that another is accepted', () => {
    const accepted = [invite('1', HIGHER), inCall('1', { type: 'acceptPressed', video: true })]
    const { machine, effects } = play(LOWER, ...accepted, invite('2', THIRD))
    expect(effects).toContainEqual({ callId: '2', call: { do: 'ring', connect: false } })
    expect([machine.waiting, stageOf(machine, '1'), stageOf(machine, '2')]).toEqual([
      '2',
      'connecting',
      'ringing',
    ])
  })

  it('rings once the other has ended', () => {
    const { machine } = play(
      LOWER,
      place('1', HIGHER),
      inCall('1', { type: 'hangUpPressed' }),
      invite('2', THIRD),
    )
    expect(liveCall(machine)?.facts.callId).toBe('2')
  })
})

describe('both call each other', () => {
  it('the lower id holds the other’s invite and says that it rings', () => {
    const { machine, effects } = play(LOWER, place('1', HIGHER), invite('2', HIGHER))
    expect(doing(effects, '2')).toEqual(['hold'])
    expect(machine.calls).toHaveLength(1)
    expect(machine.held?.facts.callId).toBe('2')
  })

  it('the higher id ends its own silently and accepts with the media its user chose', () => {
    const { machine, effects } = play(HIGHER, place('1', LOWER, false), invite('2', LOWER))
    expect(machine.calls).toHaveLength(1)
    expect(stageOf(machine, '2')).toBe('connecting')
    expect(effects).toContainEqual({ callId: '2', call: { do: 'accept', video: false } })
    expect(effects).toContainEqual({ callId: '2', call: { do: 'openDevices', camera: false } })
    expect(doing(effects, '1')).not.toContain('record')
    // Opened for the one before they are closed for the other, so that no lamp flickers.
    const order = effects.map(
      (effect) => `${effect.callId} ${'call' in effect ? effect.call.do : effect.list.do}`,
    )
    expect(order.indexOf('2 openDevices')).toBeLessThan(order.indexOf('1 closeDevices'))
  })

  it('also while the other’s phone rings already', () => {
    const rung = [place('1', LOWER), message('1', RINGING)]
    expect(stageOf(play(HIGHER, ...rung, invite('2', LOWER)).machine, '2')).toBe('connecting')
    expect(
      play(LOWER, place('1', HIGHER), message('1', RINGING), invite('2', HIGHER)).machine.held,
    ).not.toBeNull()
  })

  it('drops the held invite when the own call is accepted', () => {
    const { machine, effects } = play(LOWER, place('1', HIGHER), invite('2', HIGHER), message('1', ACCEPT))
    expect(machine.held).toBeNull()
    expect(doing(effects, '2')).toEqual(['forget'])
    expect(stageOf(machine, '1')).toBe('connecting')
  })

  it.each<[string, CallEvent]>([
    ['nobody is there', { type: 'inviteOffline' }],
    ['the server asks for a pause', { type: 'inviteLimited' }],
    ['the server can’t be reached', { type: 'dialFailed', reason: 'server-unreachable' }],
    ['nobody answers', { type: 'timerFired', timer: 'ring' }],
  ])('takes the held invite up when, for the own call, %s', (_, failure) => {
    const { machine, effects } = play(
      LOWER,
      place('1', HIGHER, false),
      invite('2', HIGHER),
      inCall('1', failure),
    )
    expect(stageOf(machine, '2')).toBe('connecting')
    expect(effects).toContainEqual({ callId: '2', call: { do: 'accept', video: false } })
    expect(findCall(machine, '1')).toBeNull()
    expect(doing(effects, '1')).not.toContain('record')
    expect(machine.held).toBeNull()
  })

  it('lets the held invite ring when the user called off the own call', () => {
    const { machine } = play(
      LOWER,
      place('1', HIGHER),
      invite('2', HIGHER),
      inCall('1', { type: 'hangUpPressed' }),
    )
    expect(stageOf(machine, '1')).toBe('ended')
    expect(stageOf(machine, '2')).toBe('ringing')
  })

  it('drops the held invite with a call that ended for cause', () => {
    const { machine } = play(
      LOWER,
      place('1', HIGHER),
      invite('2', HIGHER),
      inCall('1', { type: 'identityMismatched' }),
    )
    expect(liveCall(machine)).toBeNull()
    expect(machine.held).toBeNull()
  })

  it.each([{ t: 'cancel' } as const, { t: 'bye', reason: 'hung-up' } as const])(
    'drops the held invite when it is called off: %o',
    (content) => {
      const { machine, effects } = play(LOWER, place('1', HIGHER), invite('2', HIGHER), message('2', content))
      expect(machine.held).toBeNull()
      expect(doing(effects, '2')).toEqual(['forget'])
      expect(stageOf(machine, '1')).toBe('calling')
    },
  )

  it('drops the held invite when nobody took it up in time', () => {
    const held = [place('1', HIGHER), invite('2', HIGHER)]
    expect(play(LOWER, ...held, { type: 'holdExpired', callId: '2' }).machine.held).toBeNull()
    expect(play(LOWER, ...held, { type: 'holdExpired', callId: 'x' }).machine.held).not.toBeNull()
  })

  it('calls nothing missed when the other’s half arrives after both are connected', () => {
    const { effects } = play(LOWER, place('1', HIGHER), message('1', ACCEPT), invite('2', HIGHER))
    expect(effects).toEqual([{ callId: '2', list: { do: 'refuseBusy', missed: false } }])
  })
})

describe('the same person calling anew', () => {
  it('replaces a call of theirs that still rings', () => {
    const { machine } = play(LOWER, invite('1', HIGHER), invite('2', HIGHER))
    expect(findCall(machine, '1')?.stage).toMatchObject({ name: 'ended', reason: 'missed' })
    expect(stageOf(machine, '2')).toBe('ringing')
  })

  it('replaces a call whose connection is lost', () => {
    const { machine } = play(
      LOWER,
      invite('1', HIGHER),
      inCall('1', { type: 'acceptPressed', video: true }),
      inCall('1', { type: 'linkUp' }),
      inCall('1', { type: 'linkDown', why: 'failed' }),
      invite('2', HIGHER),
    )
    expect(findCall(machine, '1')?.stage).toMatchObject({ name: 'ended', reason: 'connection-lost' })
    expect(stageOf(machine, '2')).toBe('ringing')
  })
})

describe('an invite that was there before', () => {
  it('does nothing, also after its call has ended and gone', () => {
    const { machine, effects } = play(
      LOWER,
      invite('1', HIGHER),
      inCall('1', { type: 'declinePressed' }),
      { type: 'dismissed', callId: '1' },
      invite('1', HIGHER),
    )
    expect(effects).toEqual([])
    expect(machine.calls).toEqual([])
  })

  it('is known for a thousand calls', () => {
    const others = Array.from({ length: RECENT_IDS - 1 }, (_, i) => invite(`other ${i}`, THIRD))
    expect(play(LOWER, invite('1', HIGHER), ...others, invite('1', HIGHER)).effects).toEqual([])
    const { effects } = play(
      LOWER,
      invite('1', HIGHER),
      ...others,
      invite('one more', THIRD),
      invite('1', HIGHER),
    )
    expect(effects).not.toEqual([])
  })

  it('does nothing when it is one’s own, sent back', () => {
    expect(play(LOWER, place('1', HIGHER), invite('1', HIGHER)).effects).toEqual([])
    expect(play(LOWER, invite('1', LOWER)).effects).toEqual([])
  })
})

describe('a message of a call that isn’t there', () => {
  it.each<[Exclude<CallMessageContent, { t: 'invite' }>, boolean]>([
    [ACCEPT, true],
    [RINGING, true],
    [{ t: 'restart-request' }, true],
    [{ t: 'description', description: { type: 'offer', sdp: '' } }, true],
    [{ t: 'bye', reason: 'hung-up' }, false],
    [{ t: 'cancel' }, false],
    [{ t: 'decline' }, false],
    [{ t: 'busy' }, false],
    [{ t: 'state', mic: 'on', cam: 'on', screen: 'off' }, false],
    [{ t: 'ping' }, false],
  ])('%o: answered with bye: %s', (content, answered) => {
    const ended = [place('1', HIGHER), inCall('1', { type: 'hangUpPressed' })]
    const reply = answered ? ['replyNotInCall'] : []
    expect(doing(play(LOWER, ...ended, message('1', content)).effects, '1')).toEqual(reply)
    const never: CallsEvent = { type: 'strayReceived', callId: 'x', kind: content.t }
    expect(doing(play(LOWER, never).effects, 'x')).toEqual(reply)
  })
})

describe('the list', () => {
  it('takes no second call while one is live', () => {
    const { machine, effects } = play(LOWER, place('1', HIGHER), place('2', THIRD))
    expect(machine.calls).toHaveLength(1)
    expect(effects).toEqual([])
  })

  it('keeps ended calls until they are dismissed, the last eight of them', () => {
    const ended = Array.from({ length: 10 }, (_, i) => [
      place(String(i), HIGHER),
      inCall(String(i), { type: 'hangUpPressed' }),
    ]).flat()
    const { machine, effects } = play(LOWER, ...ended)
    expect(machine.calls.map(({ facts: { callId } }) => callId)).toEqual([
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
    ])
    expect(doing(effects, '1')).toEqual(['forget'])
    expect(play(LOWER, ...ended, { type: 'dismissed', callId: '9' }).machine.calls).toHaveLength(7)
  })

  it('dismisses no live call', () => {
    expect(play(LOWER, place('1', HIGHER), { type: 'dismissed', callId: '1' }).machine.calls).toHaveLength(1)
  })
})
