// Owns how long a message takes at a fixed rate, which no server has trouble with: what its slowest hundredth waits for. Ours and
// the others in turn; the rate is the load's own, whatever the server does.
import { setTimeout as wait } from 'node:timers/promises'
import { say } from '../../build/setup/say.mjs'
import { comparisonRow, quantile, type Row } from '../rows'
import { processorMs } from './cost'
import { judged } from './judged'
import { RATES_RAISED } from './limits'
import { openPairs, type Message, type Pair, type Side } from './pairs'
import { startMeasured, type Kind, type MeasuredServer } from './servers'

const PAIRS = 100
const MESSAGES_PER_SECOND = 5_000
const ROUND_MS = 6_000
const WARM_UP = 1
/** What is still under way at the end of a round. */
const LATE_MS = 10_000

interface Figures {
  readonly p50Ms: number[]
  readonly p99Ms: number[]
  readonly costUs: number[]
}

interface Contender {
  readonly server: MeasuredServer
  readonly pairs: readonly Pair[]
  readonly figures: Figures
}

/** With the usual 20: five rounds of each. */
export async function latencyRows(pairs: number): Promise<readonly Row[]> {
  const rounds = Math.max(1, Math.round(pairs / 4))
  const [ours, stock, bare] = [await start('ours'), await start('stock'), await start('bare')]
  const ctl = await contender(ours, 'CTL')
  const reference = await contender(stock, 'OFFER')
  const offer = await contender(ours, 'OFFER')
  const floor = await contender(bare, 'OFFER')
  say(`${String(MESSAGES_PER_SECOND)} messages a second, ${String(rounds)} times each …`)
  for (let round = -WARM_UP; round < rounds; round += 1)
    for (const each of [ctl, reference, offer, floor]) {
      const taken = await measureRound(each)
      if (round < 0) continue
      for (const name of ['p50Ms', 'p99Ms', 'costUs'] as const) each.figures[name].push(taken[name])
    }
  for (const server of [ours, stock, bare]) await server.stop()
  return [
    ...rowsBeside('CTL beside stock OFFER', ctl.figures, reference.figures),
    ...rowsBeside('OFFER beside stock', offer.figures, reference.figures),
    p99Row('OFFER beside bare ws', offer.figures, floor.figures, 'none'),
  ]
}

const start = (kind: Kind): Promise<MeasuredServer> => startMeasured(kind, { flags: RATES_RAISED })

const contender = async (server: MeasuredServer, message: Message): Promise<Contender> => ({
  server,
  pairs: await openPairs(server, message, PAIRS),
  figures: { p50Ms: [], p99Ms: [], costUs: [] },
})

function rowsBeside(name: string, own: Figures, other: Figures): readonly Row[] {
  return [
    judged(p99Row(name, own, other, '≤ 1.2×'), ({ ratio }) => ratio <= 1.2),
    comparisonRow({ name: `latency: p50, ${name}`, unit: 'ms', goal: 'none' }, own.p50Ms, other.p50Ms),
    comparisonRow(
      { name: `latency: server CPU per message at this rate, ${name}`, unit: 'µs', goal: 'none' },
      own.costUs,
      other.costUs,
    ),
  ]
}

const p99Row = (name: string, own: Figures, other: Figures, goal: string): Row =>
  comparisonRow({ name: `latency: p99, ${name}`, unit: 'ms', goal }, own.p99Ms, other.p99Ms)

async function measureRound({ server, pairs }: Contender): Promise<Record<keyof Figures, number>> {
  const sides = pairs.flat()
  const times: number[] = []
  const underWay = timedSides(pairs, times)
  const beganCpuMs = processorMs(server.pid)
  const sent = await sendAtRate(sides, underWay, { perSecond: MESSAGES_PER_SECOND, forMs: ROUND_MS })
  const cpuMs = processorMs(server.pid) - beganCpuMs
  const lateAtMs = performance.now() + LATE_MS
  while (times.length < sent) {
    if (performance.now() > lateAtMs)
      throw new Error(`of ${String(sent)} messages ${String(sent - times.length)} didn’t arrive`)
    await wait(10)
  }
  return { p50Ms: quantile(times, 0.5), p99Ms: quantile(times, 0.99), costUs: (cpuMs * 1000) / sent }
}

/** When each side has sent what is under way: from one side to the other, the first that was sent arrives first. */
export function timedSides(pairs: readonly Pair[], times: number[]): ReadonlyMap<Side, number[]> {
  const underWay = new Map<Side, number[]>()
  for (const [ann, bob] of pairs)
    for (const [from, to] of [
      [ann, bob],
      [bob, ann],
    ] as const) {
      const sentAtMs: number[] = []
      underWay.set(from, sentAtMs)
      to.onMessage = () => {
        const since = sentAtMs.shift()
        if (since !== undefined) times.push(performance.now() - since)
      }
    }
  return underWay
}

export async function sendAtRate(
  sides: readonly Side[],
  underWay: ReadonlyMap<Side, number[]>,
  { perSecond, forMs }: { readonly perSecond: number; readonly forMs: number },
): Promise<number> {
  const beganMs = performance.now()
  let sent = 0
  for (;;) {
    const passedMs = performance.now() - beganMs
    if (passedMs >= forMs) return sent
    for (const due = (passedMs * perSecond) / 1000; sent < due; sent += 1) {
      const side = sides[sent % sides.length]
      if (!side) break
      underWay.get(side)?.push(performance.now())
      side.send()
    }
    await wait(1)
  }
}
