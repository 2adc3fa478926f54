// Owns which benchmarks there are, and their output: a table on standard output, rows in a JSON file.
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { say } from '../build/setup/say.mjs'
import { tableOf, type Row } from './rows'
import { measureCalls } from './calls/measure-calls'
import { measureEncoding } from './encoding/measure-encoding'
import { measurePackage } from './package/measure-package'
import { measureRing } from './ring/measure-ring'
import { measureSetup } from './setup/measure-setup'
import { measureShare } from './share/measure-share'
import { measureSignalling } from './signalling/measure-signalling'
import { measureSize } from './size/measure-size'
import { measureStart } from './start/measure-start'
import { measureUi } from './ui/measure-ui'

export interface BenchOptions {
  readonly name: string
  /** How often ours and the reference run in turn. */
  readonly pairs: number
  /** One part of a benchmark that has several; null: all. */
  readonly only: string | null
  readonly json: string | null
  readonly install: boolean
}

const BENCHES: Readonly<Record<string, (options: BenchOptions) => Promise<readonly Row[]>>> = {
  calls: measureCalls,
  encoding: measureEncoding,
  package: measurePackage,
  ring: measureRing,
  setup: measureSetup,
  share: measureShare,
  signalling: measureSignalling,
  size: measureSize,
  start: measureStart,
  ui: measureUi,
}

const WITH_PARTS: ReadonlySet<string> = new Set(['package', 'ring', 'share', 'signalling', 'start'])

/** Above this, something else runs here, and times mean little. */
const BUSY_PER_CORE = 0.5

export async function runBench(options: BenchOptions): Promise<void> {
  const bench = BENCHES[options.name]
  if (bench === undefined) {
    throw new Error(`There is no benchmark "${options.name}". There are: ${Object.keys(BENCHES).join(', ')}.`)
  }
  if (options.only !== null && !WITH_PARTS.has(options.name)) {
    throw new Error(`"${options.name}" has no parts; ${[...WITH_PARTS].join(', ')} have.`)
  }
  const load = loadavg()[0] ?? 0
  if (load > cpus().length * BUSY_PER_CORE) {
    say(`This machine is busy (load ${load.toFixed(1)}): the times will be higher than they should be.`)
  }
  const rows = await bench(options)
  process.stdout.write(`${tableOf(rows)}\n`)
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`)
}
