import { describe, expect, it } from 'vitest'
import { activeCall, liveView, ringingCall } from './call-selectors'
import type { Stage } from './call-state'
import type { CallView } from './calls-store'
import { keepUnchanged, viewOf } from './call-view'

const details = {
  name: 'Ana',
  contact: null,
  namesake: null,
  picture: null,
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
    expect(
      viewOf(facts, RINGING, { ...details, contact: { name: 'Mum', hasPicture: false } }).person,
    ).toEqual({
      id: 'a'.repeat(32),
      name: 'Mum',
      isContact: true,
    })
    expect(viewOf(facts, RINGING, details).person).toMatchObject({ name: 'Ana', isContact: false })
  })

  it('shows the picture that a contact sent, unless one is stored, and none of a stranger who rings', () => {
    const picture = 'data:picture'
    const facts = { callId: '1', direction: 'incoming', person: 'a'.repeat(32), video: true } as const
    const pictureIn = (stage: Stage, about: Partial<Parameters<typeof viewOf>[2]>, unknown = {}) =>
      viewOf({ ...facts, ...unknown }, stage, { ...details, picture, ...about }).person.picture
    const contact = (hasPicture: boolean) => ({ contact: { name: 'Mum', hasPicture } })
    expect(pictureIn(RINGING, contact(false))).toBe(picture)
    expect(pictureIn(RINGING, contact(true))).toBeUndefined()
    expect(pictureIn(RINGING, {}, { unknown: true })).toBeUndefined()
    expect(pictureIn({ name: 'connecting' }, {}, { unknown: true })).toBe(picture)
  })

  it('says who else has that name, and never of a contact', () => {
    const facts = { callId: '1', direction: 'incoming', person: 'a'.repeat(32), video: true } as const
    expect(viewOf(facts, RINGING, { ...details, namesake: 'Ana' }).person.namesake).toBe('Ana')
    const contact = { name: 'Ana', hasPicture: false }
    expect(viewOf(facts, RINGING, { ...details, contact, namesake: 'Ana' }).person).not.toHaveProperty(
      'namesake',
    )
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
