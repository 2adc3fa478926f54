// Owns one of the two sides in tests, and the rules that must hold for it after every single step.
import { expect } from 'vitest'
import type { EndReason } from '../../../../shared/model/call'
import { isLive, mayHaveMedia } from '../call-machine'
import { liveCall, noCalls, type CallsMachine } from '../calls-list'
import { HIGHER, LOWER } from './people'

export type SideName = 'lower' | 'higher'

/** One side's end of one call's connection. */
export interface End {
  closed: boolean
  gateOpen: boolean
  up: boolean
}

export const IDS: Readonly<Record<SideName, string>> = { lower: LOWER, higher: HIGHER }
export const other = (side: SideName): SideName => (side === 'lower' ? 'higher' : 'lower')

export class Side {
  machine: CallsMachine
  readonly name: SideName
  readonly devices = new Set<string>()
  readonly attached = new Set<string>()
  readonly ends = new Map<string, End>()
  /** The user, or glare on the user's own call, agreed to it. */
  readonly agreed = new Set<string>()
  readonly placed = new Set<string>()
  readonly records: { readonly callId: string; readonly reason: EndReason }[] = []

  constructor(name: SideName) {
    this.name = name
    this.machine = noCalls(IDS[name])
  }
}

export function checkSide(side: Side, theirs: Side): void {
  const { calls } = side.machine
  const live = calls.filter(isLive)
  expect(live.length, 'live calls').toBeLessThanOrEqual(1)
  expect(side.attached.size, 'calls with media').toBeLessThanOrEqual(1)
  for (const callId of side.devices) {
    expect(
      live.some(({ facts }) => facts.callId === callId),
      'devices of a live call only',
    ).toBe(true)
  }
  for (const { facts, stage } of calls) {
    if (facts.direction !== 'incoming') continue
    const agreed = side.agreed.has(facts.callId) || side.placed.size > 0
    if (stage.name === 'ringing') expect(side.devices.has(facts.callId), 'camera while ringing').toBe(false)
    if (side.attached.has(facts.callId)) expect(agreed, 'media without consent').toBe(true)
  }
  // A caller sends only to somebody who accepted.
  for (const callId of side.attached) {
    if (!side.placed.has(callId)) continue
    expect(theirs.agreed.has(callId) || theirs.placed.size > 0, 'media before accept').toBe(true)
  }
  const recorded = side.records.map(({ callId }) => callId)
  expect(new Set(recorded).size, 'one record per call').toBe(recorded.length)
  expect(side.records.some(({ reason }) => reason === 'merged')).toBe(false)
}

/** At rest both are in the same call, connected, or in none; and nothing is open that needn't be. */
export function checkAtRest(lowerSide: Side, higherSide: Side): void {
  const lower = liveCall(lowerSide.machine)
  const higher = liveCall(higherSide.machine)
  expect(lower?.facts.callId).toBe(higher?.facts.callId)
  for (const side of [lowerSide, higherSide]) {
    const live = liveCall(side.machine)
    if (live) expect(live.stage.name).toBe('connected')
    expect([...side.devices]).toEqual(live ? [live.facts.callId] : [])
    expect([...side.attached]).toEqual(live && mayHaveMedia(live) ? [live.facts.callId] : [])
    expect(side.machine.held).toBeNull()
  }
}
