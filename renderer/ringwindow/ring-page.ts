// Owns what happens in the ring window: what main says is drawn and played, what is pressed is told, once and not by mistake.
import type { RingShown } from '../../shared/model/ring'
import type { Clock } from '../platform/clock'
import type { Desktop } from '../platform/desktop'
import { isPress, keyText, type KeyName, type Platform } from '../ui/keys'
import { createPressGuard, type PressGuard } from './press-guard'
import { verbOf, type RingPress } from './ring-press'
import type { RingTone } from './ring-tone'
import { createRingView, type RingView } from './ring-view'

export type RingPageOptions = {
  readonly document: Document
  readonly desktop: Desktop
  readonly clock: Pick<Clock, 'now'>
  readonly platform: Platform
  readonly tone: RingTone
  /** After the next picture that this page paints; a hidden one paints none. */
  readonly whenPainted: (run: () => void) => void
}

/** The contract's. */
const TALLEST = 1_000

const PRESSES: readonly (readonly [KeyName, RingPress])[] = [
  ['acceptVideo', { is: 'accept', video: true }],
  ['acceptSound', { is: 'accept', video: false }],
  ['decline', { is: 'decline' }],
  ['declineMessage', { is: 'choose-message' }],
  ['silence', { is: 'silence' }],
]

export class RingPage {
  readonly view: RingView
  readonly #options: RingPageOptions
  readonly #guard: PressGuard
  #shown: RingShown | null = null
  #isChoosing = false
  #answered: string | null = null
  #toldPx = 0

  constructor(options: RingPageOptions) {
    this.#options = options
    this.#guard = createPressGuard(options.clock)
    const aria = (name: KeyName): string => keyText(name, options.platform).aria
    this.view = createRingView(options.document, (press) => this.press(press), {
      acceptVideo: aria('acceptVideo'),
      acceptSound: aria('acceptSound'),
      decline: aria('decline'),
      declineMessage: aria('declineMessage'),
    })
  }

  /** Everything is heard for as long as the page lives. */
  start(): void {
    const { document, desktop } = this.#options
    document.body.append(this.view.element)
    document.addEventListener('keydown', (event) => this.#onKey(event))
    document.addEventListener('visibilitychange', () => this.#onVisibility())
    // Where the page isn't told that it is seen, a hand on it says so.
    for (const hand of ['pointermove', 'pointerdown'] as const)
      document.addEventListener(hand, () => this.#onHand())
    desktop.on('ringwindow.changed', (shown) => this.show(shown))
    void desktop.call('ringwindow.read').then((answer) => answer.ok && this.show(answer.value))
  }

  show(shown: RingShown | null): void {
    const isOther = shown?.ring.callId !== this.#shown?.ring.callId
    this.#shown = shown
    if (isOther) {
      this.#guard.gone()
      this.#isChoosing = false
    }
    this.#options.tone.follow(shown && { callId: shown.ring.callId, sound: shown.sound })
    if (!shown) return this.view.clear()
    this.view.show(shown, this.#isChoosing)
    if (isOther) void this.#bringUp(shown.ring.callId)
    // Main takes what comes after the first one for painted.
    this.#options.whenPainted(() => void this.#fit())
  }

  press(press: RingPress): void {
    const callId = this.#shown?.ring.callId
    if (callId === undefined || this.#answered === callId) return
    // Silence does no harm.
    if (press.is !== 'silence' && !this.#guard.mayPress()) return
    const verb = verbOf(press, callId)
    if (verb === null) return this.#choose(press.is === 'choose-message')
    if (verb.verb !== 'silence') this.#answered = callId
    void this.#options.desktop.call('ringwindow.press', verb).then((answer) => {
      if (!answer.ok && this.#answered === callId) this.#answered = null
    })
  }

  /** Its words may take more lines than before. */
  resized(): void {
    if (this.#heightPx() !== this.#toldPx) void this.#fit()
  }

  #heightPx(): number {
    return Math.min(TALLEST, Math.max(1, Math.ceil(this.view.element.offsetHeight)))
  }

  async #fit(): Promise<void> {
    if (!this.#shown) return
    this.#toldPx = this.#heightPx()
    await this.#options.desktop.call('ringwindow.fit', { heightPx: this.#toldPx })
  }

  /** Main shows the window when it hears of the caller's height, so from its answer on it is there. */
  async #bringUp(callId: string): Promise<void> {
    this.view.focus()
    await this.#fit()
    if (this.#shown?.ring.callId === callId && this.#isSeen()) this.#guard.appeared()
  }

  #isSeen(): boolean {
    return this.#options.document.visibilityState === 'visible'
  }

  #choose(choosing: boolean): void {
    if (!this.#shown) return
    this.#isChoosing = choosing
    this.view.show(this.#shown, choosing)
    this.view.focus()
    this.#guard.appeared()
    void this.#fit()
  }

  #onKey(event: KeyboardEvent): void {
    const press = PRESSES.find(([name]) => isPress(name, event, this.#options.platform))?.[1]
    if (event.repeat || press === undefined) return
    event.preventDefault()
    this.press(this.#isChoosing && press.is === 'silence' ? { is: 'back' } : press)
  }

  #onVisibility(): void {
    if (!this.#isSeen()) return this.#guard.gone()
    if (!this.#shown) return
    this.#guard.appeared()
    this.#options.whenPainted(() => void this.#fit())
  }

  #onHand(): void {
    if (this.#shown && !this.#guard.isThere) this.#guard.appeared()
  }
}
