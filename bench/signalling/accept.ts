// Owns what a new client costs the server's processor: ours checks a signature for a ticket and the ticket, the stock one asks
// nobody who they are. A thousand after the other, up to ten thousand that stay.
import { say } from '../../build/setup/say.mjs'
import { comparisonRow, type Row } from '../rows'
import { processorMs } from './cost'
import { closeCrowd, openCrowd } from './crowd'
import { judged } from './judged'
import { ROOM_RAISED } from './limits'
import type { One } from './pairs'
import { startMeasured, type Kind } from './servers'

export const CROWD = 10_000
const STEP = 1_000
/** What the compilers haven't seen yet isn't a matter of how many there are. */
const WARM_UP = 500
const MOST_US = 1_200
/** "Flat": within what one thousand differs from the next in any case. */
const FLAT = 1.2

/** With the usual 20: three rounds. */
export async function acceptRows(pairs: number): Promise<readonly Row[]> {
  const rounds = Math.max(1, Math.round(pairs / 7))
  const [ours, stock]: readonly [number[][], number[][]] = [[], []]
  for (let round = 1; round <= rounds; round += 1) {
    say(
      `${String(CROWD)} clients come in, ours and the stock server in turn, ${String(round)} of ${String(rounds)} …`,
    )
    ours.push(await costsOf('ours'))
    stock.push(await costsOf('stock'))
  }
  const step = (costs: readonly number[][], at: number): readonly number[] =>
    costs.flatMap((round) => round[at] ?? [])
  const beside = (name: string, goal: string, own: readonly number[], other: readonly number[]): Row =>
    comparisonRow({ name: `accept: server CPU per client, ${name}`, unit: 'µs', goal }, own, other)
  const whole = beside('with ticket, beside stock', '≤ 1200 µs', ours.map(mean), stock.map(mean))
  const grown = 'the tenth thousand beside the second'
  const last = CROWD / STEP - 1
  return [
    { ...whole, met: whole.value <= MOST_US },
    judged(beside(grown, 'flat (≤ 1.2×)', step(ours, last), step(ours, 1)), ({ ratio }) => ratio <= FLAT),
    beside(`${grown}, stock`, 'none', step(stock, last), step(stock, 1)),
  ]
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length

/** Microseconds per client, of each thousand. */
async function costsOf(kind: Kind): Promise<number[]> {
  const server = await startMeasured(kind, { flags: ROOM_RAISED })
  await closeCrowd(await openCrowd(server, 0, WARM_UP))
  const costs: number[] = []
  const all: One[] = []
  while (all.length < CROWD) {
    const beganMs = processorMs(server.pid)
    all.push(...(await openCrowd(server, WARM_UP + all.length, STEP)))
    costs.push(((processorMs(server.pid) - beganMs) * 1000) / STEP)
  }
  await server.stop()
  return costs
}
