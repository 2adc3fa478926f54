// Owns when there is a ring window, when it is on the screen and what its page shows: made for a call, made anew where it is
// lost, gone with the last. The window itself is ring-pane.ts, what it says and plays its page's (renderer/ringwindow).
import type { RingShown } from '../../shared/model/ring'
import type { Log } from '../log/log'
import type { RingPane } from './ring-pane-kind'
import type { RingWindow, RingWindowEvents } from './ring-window-kind'

export type RingWindowOptions = {
  /** `isShown`: it is to be on the screen as soon as its page has drawn. */
  readonly open: (isShown: boolean, lost: (why: string) => void) => RingPane
  /** To that window's page. */
  readonly tell: (contentsId: number, shown: RingShown) => void
  readonly log: Log
}

/** Of one call. A window that keeps going isn't worth the machine's time: the notification is still there. */
const MOST_REMADE = 3

type Open = {
  readonly pane: RingPane
  /** The page has laid out this caller. */
  drawn: boolean
  revealed: boolean
}

export class RingWindowKeeper implements RingWindow {
  #shown: RingShown | null = null
  #isWanted = false
  #open: Open | null = null
  #lostTimes = 0
  readonly #options: RingWindowOptions
  readonly #events: RingWindowEvents

  constructor(options: RingWindowOptions, events: RingWindowEvents) {
    this.#options = options
    this.#events = events
  }

  show(shown: RingShown, visible: boolean): void {
    const isOther = shown.ring.callId !== this.#shown?.ring.callId
    const hasChanged = JSON.stringify(shown) !== JSON.stringify(this.#shown)
    this.#shown = shown
    this.#isWanted = visible
    if (isOther) this.#lostTimes = 0
    const open = this.#open
    // A new page asks what to show when it is there.
    if (!open) return this.#make()
    if (isOther) open.drawn = false
    this.#conceal(open)
    // Told again where it has just come: its page then says when it is painted.
    if (this.#reveal(open) || hasChanged) this.#options.tell(open.pane.contentsId, shown)
  }

  fit(heightPx: number): void {
    const open = this.#open
    if (!open || !this.#shown) return
    open.pane.fit(heightPx)
    // The first one says that the caller is laid out, each later one that something was painted since.
    const isPainted = open.drawn && open.revealed
    open.drawn = true
    this.#reveal(open)
    if (isPainted && open.pane.isVisible()) this.#events.visible()
  }

  read(): RingShown | null {
    return this.#shown
  }

  end(): void {
    this.#shown = null
    const ended = this.#open
    this.#open = null
    ended?.pane.end()
  }

  #make(): void {
    if (this.#lostTimes > MOST_REMADE) return
    const pane = this.#options.open(this.#isWanted, (why) => this.#lose(pane, why))
    this.#open = { pane, drawn: false, revealed: false }
  }

  #lose(pane: RingPane, why: string): void {
    if (this.#open?.pane !== pane) return
    this.#open = null
    this.#lostTimes += 1
    this.#options.log.info('ring window lost', { why, times: this.#lostTimes })
    this.#events.lost()
  }

  /** True where it came onto the screen just now. */
  #reveal(open: Open): boolean {
    if (!this.#isWanted || !open.drawn || open.revealed) return false
    open.revealed = true
    open.pane.reveal()
    return true
  }

  #conceal(open: Open): void {
    if (this.#isWanted || !open.revealed) return
    open.revealed = false
    open.pane.conceal()
  }
}
