// Owns what the ring window is to the ring controller; the real one is ring-window.ts.
import type { RingShown } from '../../shared/model/ring'

export interface RingWindow {
  /** Makes it where there is none. `visible`: on the screen without taking the keyboard; else it is only heard. */
  show(shown: RingShown, visible: boolean): void
  /** As tall as its page needs. */
  fit(heightPx: number): void
  /** What its page shows now; null: nothing. */
  read(): RingShown | null
  /** Nothing rings: the window is gone, and its sound with it. */
  end(): void
}

export interface RingWindowEvents {
  /** It is on the screen, seen by asking the window itself. */
  readonly visible: () => void
  /** Closed by the system or somebody else, or its page died. There is none now. */
  readonly lost: () => void
}
