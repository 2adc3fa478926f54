// Owns sharing this side's screen: feeds share-machine.ts, carries out what it decides, and shows what came of it to the
// screens' store, the call and the sharing bar. Decides nothing itself.
import { assertNever } from '../../../shared/assert-never'
import type { BarPress, ShareShown } from '../../../shared/model/share'
import { createScope } from '../../lib/scope'
import type { Clock } from '../../platform/clock'
import type { Desktop } from '../../platform/desktop'
import type { Log } from '../../platform/log'
import type { OwnScreen } from '../../rtc/own-screen'
import type { ScreenCapture } from '../../rtc/screen-capture'
import { lowerLimit, type SentFrames } from './choose-remedies'
import { flowAfter, givenFrames, hasStopped, type FrameFlow } from './frame-flow'
import { OpenCaptures } from './open-captures'
import { NO_SHARE, stepShare, wantedCaptures, wantedDialogue } from './share-machine'
import type { ShareCall, ShareEffect, ShareEvent, ShareMachine } from './share-state'
import type { Remedy, SeenByViewer, ShareCommands, ShareStore } from './share-store'
import { heldOf, ownOf, ownScreenOf, shareStateOf, shownOf } from './share-view'

/** How often a track is asked for its size: it tells nobody by itself that its window was minimised. */
const LOOK_MS = 250
/** No person closes a dialogue that fast. */
const AT_ONCE_MS = 300

export interface ShareControllerDeps {
  readonly store: ShareStore
  readonly desktop: Desktop
  readonly capture: ScreenCapture
  readonly clock: Clock
  readonly log: Log
  /** A window that stands still gives frames all the same here, so that none mean that it is hidden. */
  readonly stillGivesFrames: boolean
  /** To the call: null shows nothing any more. Resolves when what was sent before is sent no longer. */
  readonly showScreen: (callId: string, own: OwnScreen | null) => Promise<void>
  /** What the other side sees, for the sharing bar. */
  readonly seenWords: (seen: SeenByViewer) => string
}

export interface ShareController extends ShareCommands {
  /** The call that can have a share; null: there is none, and everything is closed. */
  follow(call: ShareCall | null): void
  /** The other side said how it sees the share of that epoch. */
  seen(callId: string, epoch: number, seen: SeenByViewer): void
  /** What the line takes in bits a second, and what of the source goes out; null: not known. */
  measured(availableBps: number | null, frames: SentFrames | null): void
  end(): void
}

export function createShareController(deps: ShareControllerDeps): ShareController {
  const sharing = new Sharing(deps)
  const press = (event: ShareEvent) => () => sharing.step(event)
  return {
    open: press({ type: 'openPressed' }),
    preview: (sourceId) => sharing.step({ type: 'previewPressed', sourceId }),
    setManner: (manner) => sharing.step({ type: 'mannerSet', manner }),
    setSound: (on) => sharing.step({ type: 'soundSet', on }),
    start: press({ type: 'startPressed' }),
    cancel: press({ type: 'cancelPressed' }),
    pause: press({ type: 'pausePressed' }),
    resume: press({ type: 'resumePressed' }),
    stop: press({ type: 'stopPressed' }),
    goOn: press({ type: 'goOnPressed' }),
    remedy: (remedy) => sharing.remedy(remedy),
    openSystemSettings: () => void deps.desktop.call('share.openSystemSettings'),
    forgetFailure: press({ type: 'failureRead' }),
    follow: (call) => sharing.follow(call),
    seen: (callId, epoch, seen) => sharing.step({ type: 'seenByViewer', callId, epoch, seen }),
    measured: (availableBps, frames) => sharing.step({ type: 'lineMeasured', availableBps, frames }),
    end: () => sharing.end(),
  }
}

class Sharing {
  readonly #deps: ShareControllerDeps
  readonly #scope = createScope()
  readonly #captures: OpenCaptures
  #machine: ShareMachine = NO_SHARE
  #dialogue: string | null = null
  #flow: FrameFlow | null = null
  #stopLooking: (() => void) | null = null
  #waiting: { readonly untilMs: number; readonly stop: () => void } | null = null
  #sent: { readonly callId: string; readonly own: OwnScreen } | null = null
  #shown: ShareShown | null = null

  constructor(deps: ShareControllerDeps) {
    this.#deps = deps
    const { desktop, clock } = deps
    this.#captures = new OpenCaptures({
      ...{ capture: deps.capture, desktop, clock },
      onOpened: (attempt, { sound, surface, label }) =>
        this.step({ type: 'captureOpened', attempt, sound: sound !== null, surface, label }),
      onFailed: (attempt, code, tookMs) =>
        this.step({ type: 'captureFailed', attempt, code, atOnce: tookMs < AT_ONCE_MS }),
      onEnded: (attempt) => this.step({ type: 'captureEnded', attempt }),
    })
    this.#scope.add(desktop.on('share.sources', (sources) => this.step({ type: 'sourcesCame', sources })))
    this.#scope.add(desktop.on('share.facts', (facts) => this.step({ type: 'factsCame', facts })))
    this.#scope.add(desktop.on('share.locked', ({ locked }) => this.step({ type: 'lockedChanged', locked })))
    this.#scope.add(desktop.on('bar.pressed', ({ press }) => this.#barPressed(press)))
    void this.#readAbilities()
  }

  step(event: ShareEvent): void {
    if (this.#scope.ended) return
    const { clock, log } = this.#deps
    const moment = { nowMs: clock.now(), wallMs: clock.wallNow() }
    const before = this.#machine
    const { machine, effects } = stepShare(before, event, moment)
    if (machine === before && effects.length === 0) return
    this.#machine = machine
    if (machine.share.is !== before.share.is) log.info(`share: ${machine.share.is}`)
    const sent = this.#tell()
    this.#captures.keep(wantedCaptures(machine), sent)
    this.#keepDialogue()
    this.#keepTimers()
    for (const effect of effects) this.#run(effect)
  }

  follow(call: ShareCall | null): void {
    const now = this.#machine.call
    if (now?.callId === call?.callId) return
    this.step({ type: 'callChanged', call })
  }

  remedy(remedy: Remedy): void {
    const own = ownOf(this.#machine)
    if (own.is !== 'live') return
    const { manner, size } = own
    switch (remedy) {
      case 'text-mode':
        return this.step({ type: 'mannerSet', manner: { ...manner, mode: 'text' } })
      case 'lower-resolution':
        return size
          ? this.step({ type: 'mannerSet', manner: { ...manner, limit: lowerLimit(size) } })
          : undefined
      case 'choose-window':
        return this.step({ type: 'openPressed' })
      default:
        return assertNever(remedy)
    }
  }

  end(): void {
    this.follow(null)
    this.#scope.end()
  }

  async #readAbilities(): Promise<void> {
    const read = await this.#deps.desktop.call('share.abilities')
    if (read.ok) this.step({ type: 'abilitiesRead', abilities: read.value })
  }

  #barPressed(press: BarPress): void {
    switch (press) {
      case 'switch':
        return this.step({ type: 'openPressed' })
      case 'pause':
        return this.step({ type: 'pausePressed' })
      case 'resume':
        return this.step({ type: 'resumePressed' })
      case 'go-on':
        return this.step({ type: 'goOnPressed' })
      case 'stop':
        return this.step({ type: 'stopPressed' })
      case 'open': // main shows the window
        return
      default:
        return assertNever(press)
    }
  }

  #run(effect: ShareEffect): void {
    switch (effect.do) {
      case 'openDialogue':
        return void this.#openDialogue(effect.request)
      case 'openCapture':
        return this.#captures.open(effect)
      case 'limitCapture':
        return this.#captures.limit(effect)
      default:
        return assertNever(effect)
    }
  }

  async #openDialogue(request: number): Promise<void> {
    const opened = await this.#deps.desktop.call('share.openPicker')
    if (!opened.ok) return this.step({ type: 'dialogueFailed', request, code: opened.code })
    const { dialogue } = opened.value
    this.step({ type: 'dialogueOpened', request, dialogue })
    if (wantedDialogue(this.#machine) !== dialogue) this.#closeDialogue(dialogue) // cancelled meanwhile
  }

  #keepDialogue(): void {
    const wanted = wantedDialogue(this.#machine)
    if (this.#dialogue !== null && this.#dialogue !== wanted) this.#closeDialogue(this.#dialogue)
    this.#dialogue = wanted
  }

  #closeDialogue(dialogue: string): void {
    void this.#deps.desktop.call('share.closePicker', { dialogue })
  }

  #keepTimers(): void {
    const { share } = this.#machine
    const { clock } = this.#deps
    if (share.is === 'live') this.#stopLooking ??= clock.every(LOOK_MS, () => this.#look())
    else this.#stopLooking = stopped(this.#stopLooking)
    // What goes on with the successor has all the time it needs.
    const untilMs = share.is === 'lost' && share.attempt === null ? share.untilMs : null
    if (untilMs === (this.#waiting?.untilMs ?? null)) return
    this.#waiting?.stop()
    const over = (): void => this.step({ type: 'waitedForSuccessor' })
    this.#waiting =
      untilMs === null ? null : { untilMs, stop: clock.after(Math.max(0, untilMs - clock.now()), over) }
  }

  #look(): void {
    const { share } = this.#machine
    if (share.is !== 'live') return
    const { attempt } = share
    const capture = this.#captures.of(attempt)
    const nowMs = this.#deps.clock.now()
    // Of a tab they come only when it changes; and nobody takes those of a paused share.
    const tells = this.#deps.stillGivesFrames && capture?.surface === 'window' && !share.paused
    const frames = tells ? givenFrames(capture.picture) : null
    this.#flow = flowAfter(this.#flow, { attempt, frames, nowMs })
    const stopped = hasStopped(this.#flow, nowMs)
    this.step({ type: 'captureLooked', attempt, size: capture?.size() ?? null, stopped })
  }

  #tell(): Promise<void> | null {
    const { store } = this.#deps
    store.setState(shareStateOf(this.#machine, this.#captures.of))
    this.#keepAwake()
    const sent = this.#tellCall()
    this.#tellBar()
    return sent
  }

  /** What is held by its window is nobody's then, and must tell all the same when its window is back. */
  #keepAwake(): void {
    const { share } = this.#machine
    if (share.is !== 'live') return
    const held = heldOf(this.#machine, share)
    this.#captures.of(share.attempt)?.stayAwake(held !== null && held !== 'paused')
  }

  /** Null: there was nothing to tell. */
  #tellCall(): Promise<void> | null {
    const { call } = this.#machine
    const own = ownScreenOf(this.#machine, this.#captures.of)
    const before = this.#sent
    let sent: Promise<void> | null = null
    if (before && before.callId !== call?.callId) sent = this.#deps.showScreen(before.callId, null)
    else if (own && before && isSame(own, before.own)) return null
    else if (!own && !before) return null
    this.#sent = call && own ? { callId: call.callId, own } : null
    if (call && (own ?? before?.callId === call.callId)) sent = this.#deps.showScreen(call.callId, own)
    return sent
  }

  #tellBar(): void {
    const shown = shownOf(this.#machine, (seen) => this.#deps.seenWords(seen))
    if (JSON.stringify(shown) === JSON.stringify(this.#shown)) return
    this.#shown = shown
    void this.#deps.desktop.call('share.show', shown)
  }
}

function stopped(stop: (() => void) | null): null {
  stop?.()
  return null
}

function isSame(one: OwnScreen, other: OwnScreen): boolean {
  if (one.picture !== other.picture || one.sound !== other.sound) return false
  const plain = ({ limits, camera, said }: OwnScreen) => JSON.stringify([limits, camera, said])
  return plain(one) === plain(other)
}
