// Owns the benchmark of starts: Parley as it is packed beside an empty window packed in the same way, each by its desktop entry's line.
import { prepareMachine } from '../../build/setup/prepare-machine.mjs'
import { ensureSystemPackages } from '../../build/setup/system-packages.mjs'
import { chooseParts, measureParts, type Part } from '../parts'
import type { Row } from '../rows'
import type { BenchOptions } from '../run-bench'
import { memoryRows } from './memory'
import { ringableRows, windowRows } from './starts'

/** `--pairs 20`, the usual, takes about nine minutes. */
const PARTS: readonly Part[] = [
  { name: 'window', measure: windowRows },
  { name: 'ring', measure: ringableRows },
  { name: 'memory', measure: memoryRows },
]

export async function measureStart({ pairs, only, install }: BenchOptions): Promise<readonly Row[]> {
  const parts = chooseParts(PARTS, only)
  await ensureSystemPackages(['windows', 'packing'], { install })
  const machine = await prepareMachine({ electron: true, browser: false, ownDisplay: true, install })
  try {
    return await measureParts(parts, pairs)
  } finally {
    machine.stop()
  }
}
