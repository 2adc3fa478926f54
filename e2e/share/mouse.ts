// Owns the X server's own mouse: what a test does with it reaches the app as from a person's hand, with real notches of a wheel.
import { inRoot } from '../../build/setup/paths.mjs'
import { startLineProgram } from '../fixtures/line-program'

type Step =
  | { readonly to: readonly [number, number] }
  /** 1 the left button, 4 and 5 a notch of the wheel up and down. */
  | { readonly down: number }
  | { readonly up: number }

export interface Mouse {
  readonly move: (x: number, y: number) => Promise<void>
  readonly click: (x: number, y: number, button?: 'main' | 'secondary') => Promise<void>
  /** Up, away from the person: positive. */
  readonly wheel: (notches: number) => Promise<void>
  readonly drag: (from: readonly [number, number], to: readonly [number, number]) => Promise<void>
  readonly stop: () => Promise<void>
}

export function startMouse(): Mouse {
  const program = startLineProgram('mouse', [inRoot('e2e', 'share', 'program', 'mouse.py')])
  const take = async (steps: readonly Step[]): Promise<void> => {
    await program.ask({ do: 'steps', steps })
  }
  return {
    move: (x, y) => take([{ to: [x, y] }]),
    click: (x, y, button = 'main') => {
      const number = button === 'main' ? 1 : 3
      return take([{ to: [x, y] }, { down: number }, { up: number }])
    },
    wheel: (notches) => {
      const button = notches > 0 ? 4 : 5
      return take(Array.from({ length: Math.abs(notches) }, () => [{ down: button }, { up: button }]).flat())
    },
    drag: ([fromX, fromY], [toX, toY]) =>
      take([
        { to: [fromX, fromY] },
        { down: 1 },
        { to: [(fromX + toX) / 2, (fromY + toY) / 2] },
        { to: [toX, toY] },
        { up: 1 },
      ]),
    stop: program.stop,
  }
}
