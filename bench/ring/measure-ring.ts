// Owns the ring benchmark: its parts in order, and how often each is repeated. Real Electrons that no test driver started, a real
// bus with a daemon and a tray that record, a sound server without speakers.
import { prepareMachine } from '../../build/setup/prepare-machine.mjs'
import { ensureSystemPackages } from '../../build/setup/system-packages.mjs'
import { chooseParts, measureParts, type Part } from '../parts'
import type { Row } from '../rows'
import type { BenchOptions } from '../run-bench'
import { answerRows } from './answers'
import { comebackRows } from './comebacks'
import { idleRows } from './idle'
import { ringRows } from './rings'

/** `--pairs 20`, the usual, makes five hidden minutes, 20 rings, 100 calls and 20 absences of each kind: about an hour. */
const PARTS: readonly Part[] = [
  { name: 'rings', measure: ringRows },
  { name: 'answers', measure: (pairs) => answerRows(5 * pairs) },
  { name: 'idle', measure: idleRows },
  { name: 'comebacks', measure: comebackRows },
]

export async function measureRing({ pairs, only, install }: BenchOptions): Promise<readonly Row[]> {
  const parts = chooseParts(PARTS, only)
  await ensureSystemPackages(['sound', 'windows', 'link'], { install })
  const machine = await prepareMachine({ electron: true, browser: false, ownDisplay: true, install })
  try {
    return await measureParts(parts, pairs)
  } finally {
    machine.stop()
  }
}
