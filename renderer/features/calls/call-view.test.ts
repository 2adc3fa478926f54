import { describe, expect, it } from 'vitest'
import { activeCall, liveView, ringingCall } from './call-selectors'
import type { Stage } from './call-state'
import type { CallView } from './calls-store'
import { keepUnchanged, viewOf } from './call-view'

const details = {
  name: 'Ana',
  contactName: null,
  local: { microphone: { is: 'on' }, camera: { is: 'off' } },
  remote: null,
  callBack: null,
} as const

function view(callId: string, direction: 'incoming' | 'outgoing', stage: Stage): CallView {
  return viewOf({ callId, direction, person: 'a'.repeat(32), video: true }, stage, details)
}
const ENDED: Stage = { name: 'ended', reason: 'busy', talkedMs: 0 }
const RINGING: Stage = { name: 'ringing', proof: null, link: 'up' }

describe('the view of a call', () => {
  it('shows a contact by the name that the user gave', () => {
    const facts = { callId: '1', direction: 'incoming', person: 'a'.repeat(32), video: true } as const
    expect(viewOf(facts, RINGING, { ...details, contactName: 'Mum' }).person).toEqual({
      id: 'a'.repeat(32),
      name: 'Mum',
      isContact: true,
    })
    expect(viewOf(facts, RINGING, details).person).toMatchObject({ name: 'Ana', isContact: false })
  })

  it.each<[Stage, CallView['phase']]>([
    [{ name: 'calling', invite: 'sent' }, { name: 'calling' }],
    [RINGING, { name: 'ringing' }],
    [{ name: 'connecting' }, { name: 'connecting' }],
    [
      { name: 'connected', sinceMs: 5 },
      { name: 'connected', sinceMs: 5 },
    ],
    [
      { name: 'reconnecting', sinceMs: 5, lostMs: 9, attempt: 2 },
      { name: 'reconnecting', sinceMs: 5, lostMs: 9 },
    ],
    [ENDED, { name: 'ended', reason: 'busy', talkedMs: 0 }],
  ])('%o', (stage, phase) => {
    expect(view('1', 'outgoing', stage).phase).toEqual(phase)
  })

  it('keeps its object while nothing changed', () => {
    const before = [view('1', 'outgoing', ENDED), view('2', 'incoming', RINGING)]
    expect(keepUnchanged(before, [view('1', 'outgoing', ENDED), view('2', 'incoming', RINGING)])).toBe(before)
    const after = keepUnchanged(before, [view('1', 'outgoing', ENDED), view('2', 'incoming', ENDED)])
    expect(after[0]).toBe(before[0])
    expect(after[1]).not.toBe(before[1])
    expect(keepUnchanged(before, [])).toEqual([])
  })
})

describe('which call', () => {
  const ended = view('ended', 'outgoing', ENDED)
  const rings = view('rings', 'incoming', RINGING)
  const theirs = view('theirs', 'outgoing', RINGING)
  const looked = view('looked', 'outgoing', { name: 'calling', invite: 'unsent' })
  const on = view('on', 'incoming', { name: 'connected', sinceMs: 0 })
  const state = (...calls: readonly CallView[]) => ({ calls, media: null })

  it('rings here', () => {
    expect(ringingCall(state(theirs, ended, rings))).toBe(rings)
    expect(ringingCall(state(theirs, looked, on, ended))).toBeNull()
  })

  it('is on', () => {
    expect(activeCall(state(ended, on))).toBe(on)
    expect(activeCall(state(rings, theirs, looked, ended))).toBeNull()
  })

  it('hasn’t ended', () => {
    expect(liveView(state(ended, looked))).toBe(looked)
    expect(liveView(state(ended))).toBeNull()
  })
})
