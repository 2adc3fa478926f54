// Owns what a started program holds in memory: each alone, since two of one Electron share what one has for itself.
import { setTimeout as wait } from 'node:timers/promises'
import { say } from '../../build/setup/say.mjs'
import { comparisonRow, plainRow, type Row } from '../rows'
import { memoryMiB } from '../tree'
import type { PackedProgram } from './packed-programs'
import { startProgram, type ProgramHome } from './program-start'
import { onStartStage } from './stage'

/** What a start leaves to be done. */
const SETTLING_MS = 10_000
/** It differs little from start to start, and each takes its time. */
const PAIRS_A_START = 4
const HIDDEN = ['--hidden']
const BYTES_A_MIB = 1024 * 1024
const BYTES_A_MB = 1_000_000

type Reading = readonly [program: PackedProgram, home: ProgramHome, words: readonly string[]]

export function memoryRows(pairs: number): Promise<readonly Row[]> {
  return onStartStage(async ({ parley, empty, homeServer, homeOf }) => {
    const elsewhere = await homeOf({ mode: 'anywhere', server: homeServer.baseUrl })
    const withServer = await homeOf({ mode: 'this-computer' })
    const none = await homeOf(null)
    const readings = {
      open: [parley, elsewhere, []],
      emptyOpen: [empty, none, []],
      hidden: [parley, elsewhere, HIDDEN],
      emptyHidden: [empty, none, HIDDEN],
      server: [parley, withServer, []],
    } satisfies Readonly<Record<string, Reading>>
    const starts = Math.ceil(pairs / PAIRS_A_START)
    say(`Memory of ${String(starts)} starts of each kind …`)
    const read = { open: [], emptyOpen: [], hidden: [], emptyHidden: [], server: [] } as Record<
      keyof typeof readings,
      number[]
    >
    for (let start = 0; start < starts; start += 1)
      for (const [name, reading] of Object.entries(readings))
        read[name as keyof typeof readings].push(await readOnce(reading))
    const extra = read.server.map((each, at) => ((each - (read.open[at] ?? 0)) * BYTES_A_MIB) / BYTES_A_MB)
    const about = (what: string) => ({ name: `memory (PSS), ${what}`, unit: 'MiB', goal: '≤ 1.25×' })
    return [
      comparisonRow(about('window open'), read.open, read.emptyOpen),
      comparisonRow(about('started hidden'), read.hidden, read.emptyHidden),
      plainRow({ name: 'memory (PSS), the server in the app, more', unit: 'MB', goal: '≤ 25' }, extra),
    ]
  })
}

async function readOnce([program, home, words]: Reading): Promise<number> {
  const started = startProgram(program, home, words)
  try {
    await wait(SETTLING_MS)
    if (!started.isRunning()) throw new Error(`${program.name} ended by itself.`)
    return memoryMiB(started.pid)
  } finally {
    await started.stop()
  }
}
