// Owns when a window of a started program is on the screen, as the X server says it.
import { inRoot } from '../../build/setup/paths.mjs'
import { startLineProgram } from '../../e2e/fixtures/line-program'

export interface MapWatch {
  /** What came until now isn't asked for. */
  readonly forget: () => Promise<void>
  /** The first window since: wall-clock milliseconds. */
  readonly mapped: () => Promise<number>
  readonly stop: () => Promise<void>
}

const PATIENCE_S = 30

export function watchMaps(): MapWatch {
  const program = startLineProgram('window watch', [inRoot('bench', 'start', 'program', 'watch_maps.py')])
  return {
    forget: async () => {
      await program.ask({ do: 'forget' })
    },
    mapped: async () => {
      const atMs = await program.ask({ do: 'mapped', withinS: PATIENCE_S })
      if (typeof atMs !== 'number') throw new Error('No window came onto the screen.')
      return atMs
    },
    stop: program.stop,
  }
}
