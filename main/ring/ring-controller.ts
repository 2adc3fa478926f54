// Owns a call that rings, outside the page: from the page's list of what rings to the ring window, its sound, the notification
// and the call for attention, and from any of them back to the page. Whoever answers in one place has answered in all.
import { assertNever } from '../../shared/assert-never'
import { desktopEn } from '../../shared/text/desktop-en'
import type { RingProofStep } from '../../shared/model/call'
import type { NewCallRecord } from '../../shared/model/call-record'
import type { KeptRing, ToldRing } from '../../shared/model/kept-ring'
import type { Ring, RingShown } from '../../shared/model/ring'
import type { Log } from '../log/log'
import type { NoticeEvent, Notifier } from '../notify/notifier'
import type { PageEnd } from '../window/page-end'
import { keptRings } from './lost-rings'
import { isLost, type Answer, type RingAnswer, type RingEntry } from './ring-entry'
import { ringNotice, testNotice } from './ring-notice'
import { NO_OUTPUTS, ringOutputs, type RingOutputs } from './ring-rules'
import type { RingWindow } from './ring-window-kind'
import {
  currentRing,
  nextMs,
  stepRings,
  type RingsEffect,
  type RingsEvent,
  type RingsState,
} from './rings-machine'

export interface RingDeps {
  readonly window: RingWindow
  readonly notifier: Notifier
  readonly attention: (on: boolean) => void
  /** Our own window has the keyboard. */
  readonly isFocused: () => boolean
  readonly isInCall: () => boolean
  /** Asked once for each call, as it begins to ring. */
  readonly isQuietFor: (ring: Ring) => boolean
  readonly sound: () => NonNullable<RingShown['sound']>
  readonly messages: () => readonly string[]
  /** For how long a call rings here. */
  readonly ringMs: () => number
  /** To the page, which has the calls. */
  readonly answer: (answer: RingAnswer) => void
  /** Whoever accepts wants to see whom they talk with, wherever it was pressed. */
  readonly bringFront: () => void
  /** A line of history that no page is there to write. */
  readonly record: (record: NewCallRecord) => void
  readonly proven: (callId: string, step: RingProofStep) => void
  /** Something rings, or nothing any more: for the tray. */
  readonly changed: () => void
  /** Monotonic. */
  readonly nowMs: () => number
  readonly after: (ms: number, run: () => void) => () => void
  readonly log: Log
}

/** Below this it is silence with noise in it: -50 dB. */
const HEARD_PEAK = 0.003

interface Known {
  readonly quiet: boolean
  readonly proven: Set<RingProofStep>
}

export class RingController {
  #state: RingsState = []
  #told: readonly ToldRing[] = []
  #test: Ring | null = null
  readonly #known = new Map<string, Known>()
  #silenced: string | null = null
  #shows: { readonly callId: string; readonly outputs: RingOutputs } | null = null
  #closeNotice: (() => void) | null = null
  #stopWaiting = (): void => undefined
  readonly #deps: RingDeps

  constructor(deps: RingDeps) {
    this.#deps = deps
  }

  /** From the page: the whole list. */
  tell(rings: readonly ToldRing[]): void {
    this.#told = rings
    this.#follow()
  }

  /** The self-test's, which no page knows; null: it is over. Calls come before it. */
  test(ring: Ring | null): void {
    this.#test = ring
    this.#follow()
  }

  #follow(): void {
    const rings = this.#test ? [...this.#told, { ring: this.#test, origin: null }] : this.#told
    for (const { ring } of rings) {
      if (this.#known.has(ring.callId)) continue
      const quiet = this.#deps.isQuietFor(ring)
      this.#known.set(ring.callId, { quiet, proven: new Set() })
      this.#deps.log.info('rings', { quiet })
    }
    this.#step({ type: 'told', rings, ringMs: this.#deps.ringMs() })
  }

  /** A page that goes has told of its calls what there is to tell; one that is lost left them ringing. */
  pageEnded(how: PageEnd): void {
    if (how === 'lost') this.#step({ type: 'pageLost', inCall: this.#deps.isInCall() })
    else this.#step({ type: how === 'loads' ? 'pageLoads' : 'pageLeft' })
    this.#told = []
    if (this.#test) this.#follow()
  }

  /** What was lost with the page before, for one that is on its server. */
  takeLost(): readonly KeptRing[] {
    const kept = keptRings(this.#state, this.#deps.nowMs())
    if (kept.length > 0) this.#step({ type: 'taken' })
    return kept
  }

  /** What rings for the user now, whether or not anything is to be seen or heard of it. */
  current(): Ring | null {
    return currentRing(this.#state)?.ring ?? null
  }

  /** By window, notification, tray, key or command line. False: that call doesn't ring (any more). */
  answer(answer: Answer): boolean {
    const before = this.#state
    const isTest = this.#isTest(this.current())
    this.#step({ type: 'answered', answer })
    const isTaken = this.#state !== before
    if (isTaken && answer.verb === 'accept' && !isTest) this.#deps.bringFront()
    return isTaken
  }

  silence(callId?: string): void {
    const ring = this.current()
    if (!ring || (callId !== undefined && callId !== ring.callId)) return
    this.#silenced = ring.callId
    this.update()
  }

  /** Measured by the ring window's page while it plays. */
  heard(peak: number): void {
    if (this.#shows?.outputs.sound && peak > HEARD_PEAK) this.#prove('sounding')
  }

  windowVisible(): void {
    if (this.#shows?.outputs.window === 'shown') this.#prove('shown')
  }

  /** Looks again at everything that may have changed: the keyboard's place, a call that began or ended. */
  update(): void {
    const entry = currentRing(this.#state)
    const ring = entry?.ring ?? null
    const outputs = entry ? this.#outputsOf(entry) : NO_OUTPUTS
    const isNew = ring?.callId !== this.#shows?.callId
    if (!ring) this.#shows = null
    else this.#shows = { callId: ring.callId, outputs }
    this.#showWindow(entry, outputs)
    this.#showNotice(entry, outputs, isNew)
    this.#deps.attention(outputs.attention)
    if (entry && !this.#isQuiet(entry.ring) && this.#isSeenInside(entry)) this.#prove('shown')
  }

  end(): void {
    this.pageEnded('left')
  }

  #step(event: RingsEvent): void {
    const { state, effects } = stepRings(this.#state, event, this.#deps.nowMs())
    for (const { ring } of this.#state) {
      if (!state.some((entry) => entry.ring.callId === ring.callId)) this.#forget(ring.callId)
    }
    this.#state = state
    this.#wait()
    this.update()
    this.#deps.changed()
    for (const effect of effects) this.#run(effect)
  }

  #run(effect: RingsEffect): void {
    switch (effect.do) {
      case 'askPage':
        return this.#deps.answer(effect.answer)
      case 'proveAgain':
        return this.#known
          .get(effect.callId)
          ?.proven.forEach((step) => this.#deps.proven(effect.callId, step))
      case 'record':
        this.#deps.log.info('rang without a page', { reason: effect.record.reason })
        return this.#deps.record(effect.record)
      default:
        return assertNever(effect)
    }
  }

  #wait(): void {
    this.#stopWaiting()
    const dueMs = nextMs(this.#state)
    if (dueMs === null) return
    const ms = Math.max(0, dueMs - this.#deps.nowMs())
    this.#stopWaiting = this.#deps.after(ms, () => this.#step({ type: 'timePassed' }))
  }

  #outputsOf(entry: RingEntry): RingOutputs {
    const { ring } = entry
    return ringOutputs({
      quiet: this.#isQuiet(ring),
      inCall: this.#isInCall(entry),
      silenced: this.#silenced === ring.callId,
      focused: this.#isSeenInside(entry),
    })
  }

  /** Where its page is lost, our own window shows nothing, and the call that was on there may be taken up any moment. */
  #isSeenInside(entry: RingEntry): boolean {
    return !isLost(entry) && this.#deps.isFocused()
  }

  #isInCall({ stage }: RingEntry): boolean {
    return stage.is === 'lost' ? stage.inCall : this.#deps.isInCall()
  }

  #isTest(ring: Ring | null): boolean {
    return ring !== null && ring.callId === this.#test?.callId
  }

  #isQuiet({ callId }: Ring): boolean {
    return this.#known.get(callId)?.quiet ?? false
  }

  #showWindow(entry: RingEntry | null, outputs: RingOutputs): void {
    const { window, sound, messages } = this.#deps
    if (!entry || outputs.window === 'none') return window.end()
    const { ring } = entry
    const shown: RingShown = {
      ring,
      test: this.#isTest(ring),
      inCall: this.#isInCall(entry),
      sound: outputs.sound ? sound() : null,
      silenced: this.#silenced === ring.callId,
      messages: [...messages()],
    }
    window.show(shown, outputs.window === 'shown')
  }

  #showNotice(entry: RingEntry | null, outputs: RingOutputs, isNew: boolean): void {
    const wanted = entry !== null && outputs.notice
    if (this.#closeNotice && (!wanted || isNew)) {
      this.#closeNotice()
      this.#closeNotice = null
    }
    if (!wanted || this.#closeNotice) return
    const { callId } = entry.ring
    const notice = this.#isTest(entry.ring)
      ? testNotice(desktopEn.ring)
      : ringNotice(entry.ring, this.#isInCall(entry), desktopEn.ring)
    this.#closeNotice = this.#deps.notifier.show(notice, (event) => this.#onNotice(callId, event))
  }

  #onNotice(callId: string, event: NoticeEvent): void {
    if (event.is === 'failed') return this.#deps.log.info('no notification', { why: event.why })
    if (event.is !== 'pressed') return
    if (event.action === 'accept') this.answer({ verb: 'accept', callId, video: null })
    else if (event.action === 'decline') this.answer({ verb: 'decline', callId })
  }

  #prove(step: RingProofStep): void {
    const callId = this.#shows?.callId
    const known = callId === undefined ? undefined : this.#known.get(callId)
    if (callId === undefined || !known || known.proven.has(step)) return
    known.proven.add(step)
    this.#deps.proven(callId, step)
  }

  #forget(callId: string): void {
    this.#known.delete(callId)
    if (this.#silenced === callId) this.#silenced = null
  }
}
