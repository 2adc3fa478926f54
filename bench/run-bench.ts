// Owns which benchmarks there are, and their output: a table on standard output, rows in a JSON file.
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { say } from '../build/setup/say.mjs'
import { tableOf, type Row } from './rows'
import { measureEncoding } from './encoding/measure-encoding'
import { measureSetup } from './setup/measure-setup'
import { measureShare } from './share/measure-share'
import { measureSize } from './size/measure-size'

export interface BenchOptions {
  readonly name: string
  /** How often ours and the reference run in turn. */
  readonly pairs: number
  readonly json: string | null
  readonly install: boolean
}

const BENCHES: Readonly<Record<string, (options: BenchOptions) => Promise<readonly Row[]>>> = {
  encoding: measureEncoding,
  setup: measureSetup,
  share: measureShare,
  size: measureSize,
}

/** Above this, something else runs here, and times mean little. */
const BUSY_PER_CORE = 0.5

export async function runBench(options: BenchOptions): Promise<void> {
  const bench = BENCHES[options.name]
  if (bench === undefined) {
    throw new Error(`There is no benchmark "${options.name}". There are: ${Object.keys(BENCHES).join(', ')}.`)
  }
  const load = loadavg()[0] ?? 0
  if (load > cpus().length * BUSY_PER_CORE) {
    say(`This machine is busy (load ${load.toFixed(1)}): the times will be higher than they should be.`)
  }
  const rows = await bench(options)
  process.stdout.write(`${tableOf(rows)}\n`)
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`)
}
