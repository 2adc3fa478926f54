// Owns what the ring window's window on the screen is to ring-window.ts; the real one is ring-pane.ts.

export interface RingPane {
  /** Of its page, to be told by. */
  readonly contentsId: number
  /** As tall as its page needs, where it stands. */
  fit(heightPx: number): void
  /** On the screen where the pointer is, without taking the keyboard. */
  reveal(): void
  /** Off the screen; its page goes on. */
  conceal(): void
  /** Asked of the window itself. */
  isVisible(): boolean
  end(): void
}
