// Owns the sharing benchmark: its parts in order, and how often each is repeated. Real Electron, real windows, a real link.
import { prepareMachine } from '../../build/setup/prepare-machine.mjs'
import { ensureSystemPackages } from '../../build/setup/system-packages.mjs'
import { whyNoLink } from '../../e2e/link/link'
import { chooseParts, measureParts, type Part } from '../parts'
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

interface SharePart {
  readonly name: string
  readonly measure: (stage: Stage, rounds: number) => Promise<readonly Row[]>
  /** At most; `--pairs` may ask for fewer. Together they take about eleven minutes. */
  readonly rounds: number
}

const PARTS: readonly SharePart[] = [
  { name: 'picker', measure: pickerRows, rounds: 10 },
  { name: 'first frames', measure: firstFrameRows, rounds: 10 },
  { name: 'switches', measure: switchRows, rounds: 20 },
  { name: 'processor', measure: processorRows, rounds: 3 },
  { name: 'legibility', measure: legibilityRows, rounds: 3 },
  { name: 'motion', measure: motionRows, rounds: 2 },
  { name: 'restarts and outages', measure: outageRows, rounds: 20 },
]

export async function measureShare({ pairs, only, install }: BenchOptions): Promise<readonly Row[]> {
  const reason = whyNoLink()
  if (reason !== null) throw new Error(reason)
  const chosen = chooseParts(PARTS, only)
  await ensureSystemPackages(['windows', 'link', 'reading'], { install })
  const machine = await prepareMachine({ electron: true, browser: false, ownDisplay: true, install })
  try {
    return await onStage((stage) => measureParts(chosen.map(onThe(stage)), pairs))
  } finally {
    machine.stop()
  }
}

const onThe =
  (stage: Stage) =>
  ({ name, measure, rounds }: SharePart): Part => ({
    name,
    measure: (pairs) => measure(stage, Math.min(pairs, rounds)),
  })
