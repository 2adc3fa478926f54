// Owns the X server's own keyboard: what a test presses there reaches whichever program has asked for it.
import { inRoot } from '../../build/setup/paths.mjs'
import { startLineProgram } from '../fixtures/line-program'

export interface Keyboard {
  /** Held down one after another and let go in reverse, as X calls them. */
  readonly press: (keys: readonly string[]) => Promise<void>
  readonly stop: () => Promise<void>
}

export function startKeyboard(): Keyboard {
  const program = startLineProgram('keyboard', [inRoot('e2e', 'share', 'program', 'mouse.py')])
  return {
    async press(keys) {
      const steps = [
        ...keys.map((key) => ({ press: key })),
        ...[...keys].reverse().map((key) => ({ release: key })),
      ]
      await program.ask({ do: 'steps', steps })
    },
    stop: program.stop,
  }
}
