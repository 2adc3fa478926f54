// Owns two calls machines in tests, with a network between them that does what networks do. Time moves only from one timer
// to the next. What must hold after every step is two-sides.ts.
import type { CallMessageContent } from '../../../../shared/protocol/call-messages'
import type { CallTimer } from '../call-timing'
import { runEffect, type CallEvent, type EffectHandlers, type InCallMessage } from '../call-state'
import { liveCall, type CallsEvent, type ListEffect } from '../calls-list'
import { stepCalls } from '../calls-machine'
import { checkSide, IDS, other, Side, type SideName } from './two-sides'

interface Letter {
  readonly to: SideName
  readonly callId: string
  readonly content: CallMessageContent
}

interface Timer {
  readonly side: SideName
  readonly callId: string
  readonly name: CallTimer | 'hold'
  readonly dueMs: number
}

const FINGERPRINT = Array<string>(32).fill('AA').join(':')

export class TwoMachines {
  readonly lower = new Side('lower')
  readonly higher = new Side('higher')
  letters: Letter[] = []
  /** Things that happen by themselves sooner or later: dialling that comes through, connections that stand. */
  pending: (() => void)[] = []
  timers: Timer[] = []
  /** There is no way between the two, however often they try. */
  isApart = false
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
    else this.inCall(next.side, next.callId, { type: 'timerFired', timer: next.name })
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
      if ('call' in effect) runEffect(this.#handlers(side, effect.callId), effect.call)
      else this.#runList(side, effect.callId, effect.list)
    }
    checkSide(side, this[other(name)])
  }

  #receive({ to, callId, content }: Letter): void {
    const from = IDS[other(to)]
    if (content.t === 'invite') {
      const facts = { callId, direction: 'incoming', person: from, video: content.video } as const
      // Both sides are each other's contacts, and connect while it rings.
      const known = { standing: 'contact', unknownCallers: 'ring', connect: true } as const
      return this.step(to, { type: 'inviteReceived', facts, ...known })
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

  #handlers(side: Side, callId: string): EffectHandlers {
    const send = (content: CallMessageContent) => this.#send(side, callId, content)
    const nothing = () => undefined
    return {
      dial: () => void this.pending.push(() => this.#dialled(side, callId)),
      ring: ({ connect }) => {
        if (connect) this.#open(side, callId, true)
        send({ t: 'ringing', ...(connect && { fingerprint: FINGERPRINT }) })
      },
      accept: ({ video }) => {
        this.#open(side, callId, true)
        send({ t: 'accept', video, fingerprint: FINGERPRINT })
      },
      expectFingerprint: () => this.#open(side, callId, true),
      send: ({ content }) => send(content),
      openDevices: () => void side.devices.add(callId),
      closeDevices: () => void side.devices.delete(callId),
      attachTracks: () => void side.attached.add(callId),
      requestRestart: () => send({ t: 'restart-request' }),
      restart: () => void this.pending.push(() => this.#connect(callId)),
      startTimer: ({ timer, ms }) => {
        this.#stopTimer(side, callId, timer)
        this.timers.push({ side: side.name, callId, name: timer, dueMs: this.nowMs + ms })
      },
      stopTimer: ({ timer }) => this.#stopTimer(side, callId, timer),
      stopTimers: () => {
        this.timers = this.timers.filter((timer) => timer.side !== side.name || timer.callId !== callId)
      },
      closePath: () => {
        side.attached.delete(callId)
        this.#close(side, callId)
      },
      record: ({ reason }) => void side.records.push({ callId, reason }),
      ...{ announceSending: nothing, applyRemote: nothing, releaseServer: nothing, countStray: nothing },
    }
  }

  #runList(side: Side, callId: string, effect: ListEffect): void {
    if (effect.do === 'refuseBusy') this.#send(side, callId, { t: 'busy' })
    if (effect.do === 'replyNotInCall') this.#send(side, callId, { t: 'bye', reason: 'not-in-call' })
    if (effect.do === 'refuseOver') this.#send(side, callId, { t: 'bye', reason: 'hung-up' })
    if (effect.do !== 'hold') return
    this.#send(side, callId, { t: 'ringing' })
    this.timers.push({ side: side.name, callId, name: 'hold', dueMs: this.nowMs + effect.forMs })
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
    if (this.isApart || !ends.every((end) => end && !end.closed && end.gateOpen)) return
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

  #stopTimer(side: Side, callId: string, name: CallTimer): void {
    this.timers = this.timers.filter(
      (timer) => timer.side !== side.name || timer.callId !== callId || timer.name !== name,
    )
  }
}
