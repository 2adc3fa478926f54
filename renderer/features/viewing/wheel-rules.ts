// Owns what turning the wheel over a shared picture means. Pure.
import type { Point } from './view-geometry'

export interface WheelTurn {
  readonly deltaX: number
  readonly deltaY: number
  /** 0 pixels, 1 lines, 2 pages. */
  readonly deltaMode: number
  /** In 120ths of a notch; only Chromium tells, and only here can a mouse's wheel be told from two fingers. */
  readonly wheelDeltaY: number
  /** Also two fingers moving apart on a touchpad. */
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

export type WheelMeaning =
  { readonly is: 'zoom'; readonly factor: number } | { readonly is: 'pan'; readonly by: Point }

const LINE_PX = 40
const PAGE_PX = 400
/** A notch is about 100; fingers send many small ones. */
const MOST_AT_ONCE = 22
const PER_PX = 0.01
const NOTCH = 120

/** A mouse's wheel zooms, as does Ctrl with anything; two fingers, or Shift with the wheel, move. */
export function wheelMeaning(turn: WheelTurn): WheelMeaning {
  const unit = [1, LINE_PX, PAGE_PX][turn.deltaMode] ?? 1
  const [x, y] = [turn.deltaX * unit, turn.deltaY * unit]
  const isNotch = turn.deltaX === 0 && turn.wheelDeltaY !== 0 && turn.wheelDeltaY % NOTCH === 0
  if (turn.ctrlKey || turn.metaKey || (isNotch && !turn.shiftKey)) {
    const limited = Math.min(Math.max(y, -MOST_AT_ONCE), MOST_AT_ONCE)
    return { is: 'zoom', factor: Math.exp(-limited * PER_PX) }
  }
  // Chromium itself turns Shift with the wheel sideways on some systems only.
  const by = turn.shiftKey && x === 0 ? { x: -y, y: 0 } : { x: x === 0 ? 0 : -x, y: y === 0 ? 0 : -y }
  return { is: 'pan', by }
}
