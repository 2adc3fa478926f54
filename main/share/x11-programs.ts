// Owns the names of the programs that windows belong to, for the picker's groups and search.
import type { X11Link } from './x11-link'
import { programName, xidOf } from './x11-properties'
import { MAX_SOURCES } from '../../shared/model/share'
import type { X11 } from './x11-connection'

/** All in all: the picker doesn't wait for a window manager that hangs. */
const ANSWER_MS = 1_500
const MAX_CLASS_BYTES = 512

export type ProgramsOf = (sourceIds: readonly string[]) => Promise<ReadonlyMap<string, string>>

export function createX11Programs(
  link: X11Link,
  after: (ms: number, run: () => void) => () => void,
): ProgramsOf {
  return (ids) =>
    new Promise((resolve) => {
      const found = new Map<string, string>()
      const done = (): void => {
        giveUp()
        release()
        resolve(found)
      }
      const giveUp = after(ANSWER_MS, done)
      const release = link.hold((x11) => void readAll(x11, ids, found).then(done))
    })
}

async function readAll(x11: X11, ids: readonly string[], found: Map<string, string>): Promise<void> {
  await Promise.all(
    ids.slice(0, MAX_SOURCES).map(async (id) => {
      const window = xidOf(id)
      if (window === null) return
      const program = programName(await x11.read(window, 'WM_CLASS', MAX_CLASS_BYTES))
      if (program !== '') found.set(id, program)
    }),
  )
}
