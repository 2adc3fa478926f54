// Owns two calls machines in tests, with a network between them that does what networks do, and the rules that must hold
// after every single step. Time moves only from one timer to the next.
import { expect } from 'vitest'
import type { EndReason } from '../../../../shared/model/call'
import type { CallMessageContent } from '../../../../shared/protocol/call-messages'
import { isLive, mayHaveMedia } from '../call-machine'
import type { CallEffect, CallEvent, InCallMessage } from '../call-state'
import {
  liveCall,
  noCalls,
  stepCalls,
  type CallsEvent,
  type CallsMachine,
  type ListEffect,
} from '../calls-machine'
import { HIGHER, LOWER } from './people'

export type SideName = 'lower' | 'higher'

interface Letter {
  readonly to: SideName
  readonly callId: string
  readonly content: CallMessageContent
}

interface Timer {
  readonly side: SideName
  readonly callId: string
  readonly name: string
  readonly dueMs: number
}

/** One side's end of one call's connection. */
interface End {
  closed: boolean
  gateOpen: boolean
  up: boolean
}

const FINGERPRINT = Array<string>(32).fill('AA').join(':')
const IDS: Readonly<Record<SideName, string>> = { lower: LOWER, higher: HIGHER }
const other = (side: SideName): SideName => (side === 'lower' ? 'higher' : 'lower')

class Side {
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

export class TwoMachines {
  readonly lower = new Side('lower')
  readonly higher = new Side('higher')
  letters: Letter[] = []
  /** Things that happen by themselves sooner or later: dialling that comes through, connections that stand. */
  pending: (() => void)[] = []
  timers: Timer[] = []
  nowMs = 0
  #seq = 0
  #calls = 0

  // ---- what users and the network may do

  place(name: SideName): void {
    const side = this[name]
    if (liveCall(side.machine)) return
    this.#calls += 1
    const callId = `${name}-${this.#calls}`
    side.placed.add(callId)
    const facts = { callId, direction: 'outgoing', person: IDS[other(name)], video: true } as const
    this.step(name, { type: 'callPlaced', facts })
  }

  press(name: SideName, event: Extract<CallEvent, { type: `${string}Pressed` }>): void {
    const live = liveCall(this[name].machine)
    if (!live) return
    const accepts = event.type === 'acceptPressed' && live.facts.direction === 'incoming'
    if (accepts) this[name].agreed.add(live.facts.callId)
    this.inCall(name, live.facts.callId, event)
  }

  deliver(index: number, keep = false): void {
    const letter = this.letters[index]
    if (!letter) return
    if (!keep) this.letters.splice(index, 1)
    this.#receive(letter)
  }

  lose(index: number): void {
    this.letters.splice(index, 1)
  }

  happen(index: number): void {
    const [run] = this.pending.splice(index, 1)
    run?.()
  }

  fireNextTimer(): void {
    const next = this.timers.reduce<Timer | null>((first, timer) => {
      return first && first.dueMs <= timer.dueMs ? first : timer
    }, null)
    if (!next) return
    this.timers = this.timers.filter((timer) => timer !== next)
    this.nowMs = Math.max(this.nowMs, next.dueMs)
    if (next.name === 'hold') this.step(next.side, { type: 'holdExpired', callId: next.callId })
    else this.inCall(next.side, next.callId, { type: 'timerFired', timer: timerName(next.name) })
  }

  /** The server can't be reached, or says that nobody is there: no invite arrives. */
  failDial(name: SideName): void {
    const live = liveCall(this[name].machine)
    if (live?.stage.name !== 'calling') return
    const { callId } = live.facts
    this.letters = this.letters.filter((letter) => letter.callId !== callId || letter.content.t !== 'invite')
    this.inCall(
      name,
      callId,
      live.stage.invite === 'unsent'
        ? { type: 'dialFailed', reason: 'server-unreachable' }
        : { type: 'inviteOffline' },
    )
  }

  /** The way between the two breaks for the call that is on. */
  cut(): void {
    for (const name of ['lower', 'higher'] as const) {
      for (const [callId, end] of this[name].ends) {
        if (!end.up) continue
        end.up = false
        this.inCall(name, callId, { type: 'linkDown', why: 'failed' })
      }
    }
  }

  /** Everything under way arrives, and what waits for time gets it. */
  settle(): void {
    for (let turns = 0; turns < 5_000; turns += 1) {
      if (this.letters.length > 0) this.deliver(0)
      else if (this.pending.length > 0) this.happen(0)
      else if (this.timers.length > 0) this.fireNextTimer()
      else return
    }
    throw new Error('never at rest')
  }

  /** Like settle, but time stands still. */
  settleNow(): void {
    for (let turns = 0; turns < 5_000 && this.letters.length + this.pending.length > 0; turns += 1) {
      if (this.letters.length > 0) this.deliver(0)
      else this.happen(0)
    }
  }

  // ---- what follows

  inCall(name: SideName, callId: string, event: CallEvent): void {
    this.step(name, { type: 'inCall', callId, event })
  }

  step(name: SideName, event: CallsEvent): void {
    const side = this[name]
    const { machine, effects } = stepCalls(side.machine, event, this.nowMs)
    side.machine = machine
    for (const effect of effects) {
      if ('call' in effect) this.#run(side, effect.callId, effect.call)
      else this.#runList(side, effect.callId, effect.list)
    }
    this.#check(side)
  }

  #receive({ to, callId, content }: Letter): void {
    const from = IDS[other(to)]
    if (content.t === 'invite') {
      const facts = { callId, direction: 'incoming', person: from, video: content.video } as const
      // Both sides are each other's contacts, and connect while it rings.
      return this.step(to, { type: 'inviteReceived', facts, connect: true })
    }
    this.#seq += 1
    const head = { v: 1, callId, path: 1, seq: this.#seq, from, to: IDS[to], name: '' } as const
    const role = callId.startsWith(other(to)) ? 'caller' : 'callee'
    const message: InCallMessage = { ...head, role, ...content }
    this.inCall(to, callId, { type: 'messageReceived', message })
  }

  #send(side: Side, callId: string, content: CallMessageContent): void {
    this.letters.push({ to: other(side.name), callId, content })
  }

  #run(side: Side, callId: string, effect: CallEffect): void {
    switch (effect.do) {
      case 'dial':
        this.pending.push(() => this.#dialled(side, callId))
        return
      case 'ring':
        if (effect.connect) this.#open(side, callId, true)
        return this.#send(side, callId, { t: 'ringing', ...(effect.connect && { fingerprint: FINGERPRINT }) })
      case 'accept':
        this.#open(side, callId, true)
        return this.#send(side, callId, { t: 'accept', video: effect.video, fingerprint: FINGERPRINT })
      case 'expectFingerprint':
        return this.#open(side, callId, true)
      case 'send':
        return this.#send(side, callId, effect.content)
      case 'openDevices':
        side.devices.add(callId)
        return
      case 'closeDevices':
        side.devices.delete(callId)
        return
      case 'attachTracks':
        side.attached.add(callId)
        return
      case 'restart':
        this.pending.push(() => this.#connect(callId))
        return
      case 'startTimer':
        this.#stopTimer(side, callId, effect.timer)
        this.timers.push({ side: side.name, callId, name: effect.timer, dueMs: this.nowMs + effect.ms })
        return
      case 'stopTimer':
        return this.#stopTimer(side, callId, effect.timer)
      case 'stopTimers':
        this.timers = this.timers.filter((timer) => timer.side !== side.name || timer.callId !== callId)
        return
      case 'closePath':
        side.attached.delete(callId)
        return this.#close(side, callId)
      case 'record':
        side.records.push({ callId, reason: effect.reason })
        return
      case 'announceSending':
      case 'applyRemote':
      case 'releaseServer':
      case 'countStray':
        return
    }
  }

  #runList(side: Side, callId: string, effect: ListEffect): void {
    if (effect.do === 'refuseBusy') this.#send(side, callId, { t: 'busy' })
    if (effect.do === 'replyNotInCall') this.#send(side, callId, { t: 'bye', reason: 'not-in-call' })
    if (effect.do !== 'hold') return
    this.#send(side, callId, { t: 'ringing' })
    this.timers.push({ side: side.name, callId, name: 'hold', dueMs: this.nowMs + 45_000 })
  }

  #dialled(side: Side, callId: string): void {
    const live = liveCall(side.machine)
    if (live?.facts.callId !== callId) return
    this.#open(side, callId, false)
    this.#send(side, callId, { t: 'invite', video: true, link: '', fingerprint: FINGERPRINT })
    this.inCall(side.name, callId, { type: 'inviteSent', acknowledged: true })
    this.pending.push(() => this.inCall(side.name, callId, { type: 'inviteDelivered' }))
  }

  #open(side: Side, callId: string, gateOpen: boolean): void {
    const end = side.ends.get(callId) ?? { closed: false, gateOpen: false, up: false }
    end.gateOpen ||= gateOpen
    side.ends.set(callId, end)
    this.pending.push(() => this.#connect(callId))
  }

  #connect(callId: string): void {
    const ends = [this.lower.ends.get(callId), this.higher.ends.get(callId)]
    if (!ends.every((end) => end && !end.closed && end.gateOpen)) return
    for (const name of ['lower', 'higher'] as const) {
      const end = this[name].ends.get(callId)
      if (end) end.up = true
      this.inCall(name, callId, { type: 'linkUp' })
    }
  }

  #close(side: Side, callId: string): void {
    side.ends.set(callId, { closed: true, gateOpen: false, up: false })
    const theirs = this[other(side.name)].ends.get(callId)
    if (!theirs?.up) return
    theirs.up = false
    this.pending.push(() => this.inCall(other(side.name), callId, { type: 'linkDown', why: 'failed' }))
  }

  #stopTimer(side: Side, callId: string, name: string): void {
    this.timers = this.timers.filter(
      (timer) => timer.side !== side.name || timer.callId !== callId || timer.name !== name,
    )
  }

  // ---- what must hold

  #check(side: Side): void {
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
      const theirs = this[other(side.name)]
      expect(theirs.agreed.has(callId) || theirs.placed.size > 0, 'media before accept').toBe(true)
    }
    const recorded = side.records.map(({ callId }) => callId)
    expect(new Set(recorded).size, 'one record per call').toBe(recorded.length)
    expect(side.records.some(({ reason }) => reason === 'merged')).toBe(false)
  }

  /** At rest both are in the same call, connected, or in none; and nothing is open that needn't be. */
  checkAtRest(): void {
    const lower = liveCall(this.lower.machine)
    const higher = liveCall(this.higher.machine)
    expect(lower?.facts.callId).toBe(higher?.facts.callId)
    for (const side of [this.lower, this.higher]) {
      const live = liveCall(side.machine)
      if (live) expect(live.stage.name).toBe('connected')
      expect([...side.devices]).toEqual(live ? [live.facts.callId] : [])
      expect([...side.attached]).toEqual(live && mayHaveMedia(live) ? [live.facts.callId] : [])
      expect(side.machine.held).toBeNull()
    }
  }
}

function timerName(name: string) {
  return name as Extract<CallEvent, { type: 'timerFired' }>['timer']
}
