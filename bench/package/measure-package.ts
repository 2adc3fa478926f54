// Owns the benchmark of packages: what an installed Parley takes on the disk, and what a new version of it costs to load.
import { prepareMachine } from '../../build/setup/prepare-machine.mjs'
import { ensureSystemPackages } from '../../build/setup/system-packages.mjs'
import { chooseParts, measureParts, type Part } from '../parts'
import type { Row } from '../rows'
import type { BenchOptions } from '../run-bench'
import { sizeRows } from './sizes'
import { updateRows } from './updates'

/** Nothing is repeated: the same files come out of the same sources. */
const PARTS: readonly Part[] = [
  { name: 'size', measure: sizeRows },
  { name: 'update', measure: updateRows },
]

export async function measurePackage({ pairs, only, install }: BenchOptions): Promise<readonly Row[]> {
  const parts = chooseParts(PARTS, only)
  await ensureSystemPackages(['packing'], { install })
  const machine = await prepareMachine({ electron: true, browser: false, ownDisplay: false, install })
  try {
    return await measureParts(parts, pairs)
  } finally {
    machine.stop()
  }
}
