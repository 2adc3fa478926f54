// Owns "Ring me in 10 seconds" while it runs: time, fresh values, and doing what the machine asks for. What happens when is
// self-test-machine.ts, what is read beside it collect-facts.ts.
import { assertNever } from '../../shared/assert-never'
import {
  COUNT_DOWN_MS,
  type SelfTest,
  type SendTrouble,
  type TestRefusal,
} from '../../shared/model/self-test'
import type { RingProofStep } from '../../shared/model/call'
import type { Log } from '../log/log'
import type { NoticeEvent } from '../notify/notifier'
import {
  isOn,
  limitMs,
  stepSelfTest,
  type Observed,
  type SelfTestEffect,
  type SelfTestEvent,
  type SelfTestState,
} from './self-test-machine'
import { reportSteps, type SelfTestFacts } from './self-test-report'

export interface SelfTestDeps {
  /** Why not now; null: nothing is in the way. */
  readonly refusal: () => TestRefusal | null
  /** Our page is on its server. */
  readonly isReachable: () => boolean
  /** Hidden in the tray, or minimised where there is none. */
  readonly putAway: () => void
  /** With the keyboard: its user pressed a button of ours. */
  readonly comeFront: () => void
  /** Where it was, without the keyboard: they may be typing elsewhere. */
  readonly comeBack: () => void
  /** To the page, which has the socket. */
  readonly send: (value: string) => void
  /** null: it is over. */
  readonly ring: (ringId: string | null) => void
  /** Nothing of a ring is to be seen or heard now. */
  readonly isQuiet: () => boolean
  readonly isFocused: () => boolean
  readonly collect: () => Promise<SelfTestFacts>
  readonly changed: (test: SelfTest) => void
  /** 128 bits that nobody knows, in hex. */
  readonly fresh: () => string
  /** Monotonic. */
  readonly nowMs: () => number
  readonly wallMs: () => number
  readonly after: (ms: number, run: () => void) => () => void
  readonly log: Log
}

export class SelfTestController {
  #state: SelfTestState = { is: 'idle' }
  #stopTimer: () => void = () => undefined
  #facts: Promise<SelfTestFacts> | null = null
  #peak = 0
  readonly #deps: SelfTestDeps

  constructor(deps: SelfTestDeps) {
    this.#deps = deps
  }

  read(): SelfTest {
    return shownOf(this.#state, this.#deps.nowMs())
  }

  /** null: it begins, or is on already. */
  begin(): TestRefusal | null {
    if (isOn(this.#state)) return null
    const refused = this.#deps.refusal()
    if (refused === null) this.#step({ type: 'begun', reachable: this.#deps.isReachable() })
    else this.#deps.log.info('not begun', { why: refused })
    return refused
  }

  cancel(): void {
    this.#step({ type: 'cancelled' })
  }

  notSent(value: string, why: SendTrouble): void {
    this.#step({ type: 'notSent', value, why })
  }

  returned(value: string): void {
    // An id of its own: what was sent through the server stands for nothing any more.
    this.#step({ type: 'returned', value, ringId: this.#deps.fresh(), quiet: this.#deps.isQuiet() })
  }

  isTest(ringId: string): boolean {
    return this.#state.is === 'ringing' && this.#state.ringId === ringId
  }

  /** Of a ring; true where it was the test's. */
  proven(ringId: string, step: RingProofStep): boolean {
    if (!this.isTest(ringId)) return false
    if (step === 'sounding') this.#step({ type: 'sounding', ringId, peak: this.#peak })
    // A window of ours that has the keyboard shows a call itself, and this is none.
    else if (!this.#deps.isFocused()) this.#step({ type: 'shown', ringId })
    return true
  }

  /** Of a ring; true where it was the test's. */
  answered(ringId: string): boolean {
    const ours = this.isTest(ringId)
    if (ours) this.#step({ type: 'answered', ringId })
    return ours
  }

  /** Measured by the ring window's page, before it counts as sounding. */
  heard(peak: number): void {
    this.#peak = peak
  }

  noticed({ is }: NoticeEvent): void {
    if (is === 'shown' || is === 'failed') this.#step({ type: 'noticed', is })
  }

  toneFailed(): void {
    this.#step({ type: 'toneFailed' })
  }

  /** A call rings or is on, maybe: it has the line. */
  look(): void {
    if (isOn(this.#state) && this.#deps.refusal() !== null) this.#step({ type: 'callCame' })
  }

  end(): void {
    this.#stopTimer()
    this.#state = { is: 'idle' }
  }

  #step(event: SelfTestEvent): void {
    const before = this.#state
    const { state, effects } = stepSelfTest(before, event, this.#deps.nowMs())
    if (state === before) return
    this.#state = state
    if (state.is !== before.is) this.#entered(state)
    for (const effect of effects) this.#do(effect)
  }

  #entered(state: SelfTestState): void {
    this.#deps.log.info('self-test', { is: state.is })
    this.#stopTimer()
    const limit = limitMs(state)
    if (limit !== null) {
      const timeUp = (): void => this.#step({ type: 'timeUp', fresh: this.#deps.fresh() })
      this.#stopTimer = this.#deps.after(limit, timeUp)
    }
    this.#deps.changed(this.read())
  }

  #do(effect: SelfTestEffect): void {
    const { putAway, comeFront, comeBack, send, ring, collect } = this.#deps
    const state = this.#state
    switch (effect) {
      case 'put-away':
        return putAway()
      case 'send':
        // Read now, as it is when a call would come.
        this.#facts = collect()
        return state.is === 'sent' ? send(state.value) : undefined
      case 'ring':
        return state.is === 'ringing' ? ring(state.ringId) : undefined
      case 'end-ring':
        return ring(null)
      case 'come-front':
        return comeFront()
      case 'come-back':
        return comeBack()
      case 'look':
        return state.is === 'looking' ? void this.#report(state.observed) : undefined
      default:
        return assertNever(effect)
    }
  }

  async #report(observed: Observed): Promise<void> {
    const facts = await (this.#facts ?? this.#deps.collect())
    this.#facts = null
    const answered = observed.ring.is === 'rang' && observed.ring.answered
    const report = { atMs: this.#deps.wallMs(), answered, steps: reportSteps(observed, facts) }
    this.#step({ type: 'looked', report })
  }
}

function shownOf(state: SelfTestState, nowMs: number): SelfTest {
  switch (state.is) {
    case 'counting': {
      const leftMs = Math.round(state.untilMs - nowMs)
      return { is: 'counting', leftMs: Math.min(COUNT_DOWN_MS, Math.max(0, leftMs)) }
    }
    case 'sent':
      return { is: 'running', part: 'sending' }
    case 'ringing':
    case 'looking':
      return { is: 'running', part: state.is }
    case 'over':
      return { is: 'over', report: state.report }
    case 'idle':
    case 'interrupted':
      return { is: state.is }
    default:
      return assertNever(state)
  }
}
