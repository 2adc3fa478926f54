// Owns what being hidden costs while nothing happens, beside an empty hidden window of the same Electron: the processor's time of
// both at once, the memory of each alone, since two of one Electron share what one has for itself.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inRoot } from '../../build/setup/paths.mjs'
import { say } from '../../build/setup/say.mjs'
import { forgetProfile } from '../../e2e/fixtures/electron-client'
import { startRaw, type RawClient } from '../../e2e/fixtures/raw-client'
import { comparisonRow, plainRow, type Row } from '../rows'
import { onStage } from './stage'
import { memoryMiB, processorMs } from '../tree'

/** With the usual 20 it is five minutes. */
const LOOK_EVERY_MS = 15_000
const MEMORY_EVERY_MS = 1_000
/** What a start leaves to be done. */
const SETTLING_MS = 10_000

export function idleRows(looks: number): Promise<readonly Row[]> {
  return onStage(async ({ caller, openCallee }) => {
    const { client } = await openCallee('hidden')
    await caller.stop()
    const empty = await startEmpty()
    await wait(SETTLING_MS)
    say(`Hidden and idle for ${String((looks * LOOK_EVERY_MS) / 1000)} seconds …`)
    const processor = await compareProcessor([client, empty], looks)
    await empty.stop()
    const memory = await readMemory(client, looks)
    await client.stop()
    return [...processorRows(processor), memoryRow(memory, await memoryOfEmpty(looks))]
  })
}

async function startEmpty(): Promise<RawClient> {
  const profile = mkdtempSync(join(tmpdir(), 'parley-empty-'))
  const empty = await startRaw({ profile, program: inRoot('bench', 'ring', 'empty-main.cjs') })
  return {
    ...empty,
    stop: async () => {
      await empty.stop()
      forgetProfile(profile)
    },
  }
}

async function memoryOfEmpty(looks: number): Promise<readonly number[]> {
  const empty = await startEmpty()
  await wait(SETTLING_MS)
  const memory = await readMemory(empty, looks)
  await empty.stop()
  return memory
}

type Pair = readonly [ours: number, theirs: number]

/** Of a core, in percent. */
async function compareProcessor(
  [ours, theirs]: readonly [RawClient, RawClient],
  looks: number,
): Promise<readonly Pair[]> {
  const read = (): Pair => [processorMs(ours.pid), processorMs(theirs.pid)]
  const shares: Pair[] = []
  for (let look = 0; look < looks; look += 1) {
    const [before, beganMs] = [read(), performance.now()]
    await wait(LOOK_EVERY_MS)
    const [after, percent] = [read(), 100 / (performance.now() - beganMs)]
    shares.push([(after[0] - before[0]) * percent, (after[1] - before[1]) * percent])
  }
  return shares
}

async function readMemory({ pid }: RawClient, looks: number): Promise<readonly number[]> {
  const read: number[] = []
  for (let look = 0; look < looks; look += 1) {
    await wait(MEMORY_EVERY_MS)
    read.push(memoryMiB(pid))
  }
  return read
}

function processorRows(shares: readonly Pair[]): readonly Row[] {
  const [ours, theirs] = [shares.map(([own]) => own), shares.map(([, other]) => other)]
  const unit = '% of a core'
  return [
    comparisonRow({ name: 'hidden and idle: processor', unit, goal: 'none' }, ours, theirs),
    // Of the whole time: it is too little to be counted in each part of it.
    plainRow({ name: 'hidden and idle: processor, more than empty', unit, goal: '≤ 0.5' }, [
      mean(ours) - mean(theirs),
    ]),
  ]
}

const memoryRow = (ours: readonly number[], theirs: readonly number[]): Row =>
  comparisonRow({ name: 'hidden and idle: memory (PSS)', unit: 'MiB', goal: '≤ 1.25×' }, ours, theirs)

const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length
