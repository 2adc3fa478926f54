// Owns the sharing benchmark: its parts in order, and how often each is repeated. Real Electron, real windows, a real link.
import { prepareMachine } from '../../build/setup/prepare-machine.mjs'
import { say } from '../../build/setup/say.mjs'
import { ensureSystemPackages } from '../../build/setup/system-packages.mjs'
import { whyNoLink } from '../../e2e/link/link'
import type { Row } from '../rows'
import type { BenchOptions } from '../run-bench'
import { firstFrameRows } from './first-frames'
import { legibilityRows } from './legibility'
import { motionRows } from './motion'
import { outageRows } from './outages'
import { pickerRows } from './picker-times'
import { processorRows } from './processor'
import { onStage, type Stage } from './stage'
import { switchRows } from './switches'

interface Part {
  readonly name: string
  readonly measure: (stage: Stage, rounds: number) => Promise<readonly Row[]>
  /** At most; `--pairs` may ask for fewer. Together they take about eleven minutes. */
  readonly rounds: number
}

const PARTS: readonly Part[] = [
  { name: 'picker', measure: pickerRows, rounds: 10 },
  { name: 'first frames', measure: firstFrameRows, rounds: 10 },
  { name: 'switches', measure: switchRows, rounds: 20 },
  { name: 'processor', measure: processorRows, rounds: 3 },
  { name: 'legibility', measure: legibilityRows, rounds: 3 },
  { name: 'motion', measure: motionRows, rounds: 2 },
  { name: 'restarts and outages', measure: outageRows, rounds: 20 },
]

export async function measureShare({ pairs, install }: BenchOptions): Promise<readonly Row[]> {
  const reason = whyNoLink()
  if (reason !== null) throw new Error(reason)
  await ensureSystemPackages(['windows', 'link', 'reading'], { install })
  const machine = await prepareMachine({ electron: true, browser: false, ownDisplay: true, install })
  try {
    return await onStage((stage) => measureParts(stage, pairs))
  } finally {
    machine.stop()
  }
}

async function measureParts(stage: Stage, pairs: number): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const { name, measure, rounds } of PARTS) {
    const beganMs = performance.now()
    rows.push(...(await measure(stage, Math.min(pairs, rounds))))
    say(`${name}: measured in ${((performance.now() - beganMs) / 1000).toFixed(0)} s`)
  }
  return rows
}
