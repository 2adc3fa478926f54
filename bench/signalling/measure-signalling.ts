// Owns the benchmark of our signalling server: its parts in order, and how often each is repeated.
import { loadavg } from 'node:os'
import { ensureBuilt } from '../../build/setup/app-build.mjs'
import { say } from '../../build/setup/say.mjs'
import { chooseParts, measureParts, type Part } from '../parts'
import type { Row } from '../rows'
import type { BenchOptions } from '../run-bench'
import { LOAD_CORE, pinTo } from './servers'
import { acceptRows } from './accept'
import { hostileRows, soakRows } from './hostile'
import { idleRows } from './idle'
import { latencyRows } from './latency'
import { relayRows } from './relay'
import { returnRows } from './returning'

/** With the usual 20 pairs: see each part; about 20 minutes in all. */
const PARTS: readonly Part[] = [
  { name: 'relay', measure: relayRows },
  { name: 'latency', measure: latencyRows },
  { name: 'idle', measure: idleRows },
  { name: 'accept', measure: acceptRows },
  { name: 'return', measure: returnRows },
  { name: 'hostile', measure: hostileRows },
  { name: 'soak', measure: soakRows },
]

export async function measureSignalling({ pairs, only }: BenchOptions): Promise<readonly Row[]> {
  const parts = chooseParts(PARTS, only)
  await ensureBuilt()
  pinTo(LOAD_CORE, process.pid)
  const rows = await measureParts(parts, pairs)
  say(
    `load of the machine at the end: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}`,
  )
  return rows
}
