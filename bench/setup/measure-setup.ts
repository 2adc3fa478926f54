// Owns the set-up benchmark: ours and the bare page in turn, on Electron and on Chromium.
import type { BenchOptions } from '../run-bench'
import type { Row } from '../rows'
import { prepareMachine } from '../../build/setup/prepare-machine.mjs'
import { startBarePair } from './bare-pair'

export async function measureSetup({ pairs, install }: BenchOptions): Promise<readonly Row[]> {
  const machine = await prepareMachine({ electron: true, browser: true, ownDisplay: true, install })
  for (const host of ['electron', 'browser'] as const) {
    const bare = await startBarePair(host)
    const times = []
    for (let i = 0; i < pairs; i += 1) times.push(await bare.timeCall())
    console.log(host, times)
    await bare.stop()
  }
  machine.stop()
  return []
}
