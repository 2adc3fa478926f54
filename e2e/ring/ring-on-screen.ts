// Owns what the X server itself shows of the ring window: when its words are on the screen, and when nothing of it is left there.
// Whatever else is on that screen must stand elsewhere.
import { inRoot } from '../../build/setup/paths.mjs'
import { ringPlace } from '../../main/ring/ring-place'
import { startLineProgram } from '../fixtures/line-program'

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface RingOnScreen {
  /** When it was there, or gone: wall-clock milliseconds. Null: never. One question at a time. */
  until(seen: boolean): Promise<number | null>
  /** The whole screen as a PNG. */
  save(file: string): Promise<void>
  readonly stop: () => Promise<void>
}

/** The upper part of the ring window, which has the caller's name whatever its height. */
const SIZE = { width: 416, height: 96 }
const PATIENCE_S = 20

/** `area`: the screen without its panels. */
export function watchRingOnScreen(area: Area): RingOnScreen {
  const { x, y, width, height } = ringPlace(area, SIZE, 'linux')
  const program = startLineProgram('screen', [inRoot('e2e', 'ring', 'program', 'watch_screen.py')])
  return {
    until: async (seen) => {
      const place = [x, y, width, height]
      const atMs = await program.ask({ do: 'until', seen, place, withinS: PATIENCE_S })
      return typeof atMs === 'number' ? atMs : null
    },
    save: async (file) => {
      await program.ask({ do: 'save', file })
    },
    stop: program.stop,
  }
}
