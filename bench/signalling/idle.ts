// Owns what a client costs in memory while it does nothing: ten thousand of them beside none, on ours and on the others.
import { setTimeout as wait } from 'node:timers/promises'
import { say } from '../../build/setup/say.mjs'
import { inRoot } from '../../build/setup/paths.mjs'
import { comparisonRow, type Row } from '../rows'
import { CROWD } from './accept'
import { memoryBytes } from './cost'
import { closeCrowd, openCrowd } from './crowd'
import { judged } from './judged'
import { ROOM_RAISED } from './limits'
import { startMeasured, type Kind, type MeasuredServer } from './servers'

/** Node's own growth with its first connections isn't a socket's. */
const WARM_UP = 1_000
/** What a server frees by itself after so many came. */
const SETTLING_MS = 3_000
const COLLECTING_MS = 1_500
const BYTES_OF_KB = 1_000
/** The only thing about it that isn't as shipped: garbage is collected on a signal, so that both are asked at the same moment. */
const COLLECTABLE = ['--expose-gc', '--require', inRoot('bench', 'signalling', 'collect-on-signal.cjs')]

interface Kilobytes {
  /** Once all garbage is gone: what a socket holds. */
  readonly held: number
  /** As it stands, with the garbage that coming in has left. */
  readonly standing: number
}

/** With the usual 20: three rounds. */
export async function idleRows(pairs: number): Promise<readonly Row[]> {
  const rounds = Math.max(1, Math.round(pairs / 7))
  const read: Record<Kind, Kilobytes[]> = { ours: [], stock: [], bare: [] }
  for (let round = 1; round <= rounds; round += 1)
    for (const kind of ['ours', 'stock', 'bare'] as const) {
      say(`${String(CROWD)} idle clients (${kind}), ${String(round)} of ${String(rounds)} …`)
      read[kind].push(await memoryOf(kind))
    }
  const row = (name: string, of: keyof Kilobytes, beside: Kind, goal: string): Row =>
    comparisonRow(
      { name: `idle: memory per client, ${name}`, unit: 'kB', goal },
      read.ours.map((each) => each[of]),
      read[beside].map((each) => each[of]),
    )
  return [
    judged(row('beside stock', 'held', 'stock', '≤ 1.1×'), ({ ratio }) => ratio <= 1.1),
    row('with what coming in left, beside stock', 'standing', 'stock', 'none'),
    row('beside bare ws', 'held', 'bare', 'none'),
  ]
}

async function memoryOf(kind: Kind): Promise<Kilobytes> {
  const server = await startMeasured(kind, { flags: ROOM_RAISED, nodeFlags: COLLECTABLE })
  await closeCrowd(await openCrowd(server, 0, WARM_UP))
  const before = await collected(server)
  await openCrowd(server, WARM_UP, CROWD)
  await wait(SETTLING_MS)
  const standing = perClient(memoryBytes(server.pid) - before)
  const held = perClient((await collected(server)) - before)
  await server.stop()
  return { held, standing }
}

const perClient = (bytes: number): number => bytes / CROWD / BYTES_OF_KB

async function collected(server: MeasuredServer): Promise<number> {
  await wait(SETTLING_MS)
  for (let time = 0; time < 2; time += 1) {
    server.kill('SIGUSR2')
    await wait(COLLECTING_MS)
  }
  return memoryBytes(server.pid)
}
