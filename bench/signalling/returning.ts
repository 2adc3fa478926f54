// Owns how long 5 000 clients are away when their server restarts: they wait and try as our client does, and the server is
// started again as soon as it has ended, as a service manager does it. No limit is raised: twenty clients share an address.
import { setTimeout as wait } from 'node:timers/promises'
import { say } from '../../build/setup/say.mjs'
import { waitAfter } from '../../renderer/rtc/reconnect-policy'
import { connectLeanClient, Refused, type LeanClient } from '../../server/testing/lean-client'
import { loopbackAddress, type Dialled } from '../../server/testing/lean-socket'
import { createTestIdentity, type TestIdentity } from '../../server/testing/test-client'
import { FAILURE_CODES, type FailureCode } from '../../shared/failure'
import { quantile, type Row } from '../rows'
import { startMeasured, type MeasuredServer } from './servers'

const CLIENTS = 5_000
const OF_AN_ADDRESS = 20
const AT_ONCE = 32
/** As in renderer/rtc/peer-link.ts. */
const OPEN_TIMEOUT_MS = 10_000
const MOST_MS = 5_000
/** Whoever is away longer isn't waited for. */
const GIVE_UP_MS = 60_000

interface Away {
  readonly backAfterMs: number[]
  /** By the server's own word, after it had started again. */
  refusals: number
  readonly codes: Map<string, number>
}

interface Absent {
  readonly at: Dialled
  readonly identity: TestIdentity
  readonly sinceMs: number
  readonly code: FailureCode
  readonly askedMs: number
}

/** With the usual 20: four restarts, and one crash. */
export async function returnRows(pairs: number): Promise<readonly Row[]> {
  const restarts = Math.max(1, Math.round(pairs / 5))
  const told = await measureEnds('SIGTERM', restarts)
  const crashed = await measureEnds('SIGKILL', 1)
  return [...rowsOf('after a restart', told, true), ...rowsOf('after a crash', crashed, false)]
}

function rowsOf(when: string, ends: readonly Away[], judges: boolean): readonly Row[] {
  const [p99s, all] = [ends.map(({ backAfterMs }) => quantile(backAfterMs, 0.99)), ends.length * CLIENTS]
  const back = ends.reduce((sum, { backAfterMs }) => sum + backAfterMs.length, 0)
  const refusals = ends.reduce((sum, each) => sum + each.refusals, 0)
  const plain = { p95: 0, reference: null, ratio: null, n: all }
  const judge = (met: boolean): Pick<Row, 'met'> => (judges ? { met } : {})
  const p99Ms = Math.round(quantile(p99s, 0.5))
  const [all99, allBack, none] = judges ? ['≤ 5000 ms', 'all', '0'] : ['none', 'none', 'none']
  return [
    {
      ...{ ...plain, name: `return: p99, ${when}`, unit: 'ms', goal: all99, value: p99Ms },
      ...{ p95: Math.round(quantile(p99s, 0.95)), n: ends.length, ...judge(p99Ms <= MOST_MS) },
    },
    {
      ...{ ...plain, name: `return: back, ${when}`, unit: 'clients', goal: allBack, value: back, p95: back },
      ...judge(back === all),
    },
    {
      ...{
        ...plain,
        name: `return: refused, ${when}`,
        unit: 'times',
        goal: none,
        value: refusals,
        p95: refusals,
      },
      ...judge(refusals === 0),
    },
  ]
}

async function measureEnds(signal: NodeJS.Signals, times: number): Promise<readonly Away[]> {
  const ends: Away[] = []
  for (let time = 1; time <= times; time += 1) {
    say(`${String(CLIENTS)} clients return after ${signal}, ${String(time)} of ${String(times)} …`)
    const away = await measureEnd(signal)
    say(`  they heard: ${[...away.codes].map(([code, count]) => `${code} ${String(count)}×`).join(', ')}`)
    ends.push(away)
  }
  return ends
}

async function measureEnd(signal: NodeJS.Signals): Promise<Away> {
  const first = await startMeasured('ours')
  const away: Away = { backAfterMs: [], refusals: 0, codes: new Map() }
  const absents: Promise<Absent>[] = []
  const returned: Promise<LeanClient | null>[] = []
  for (const client of await fill(first)) absents.push(lossOf(client))
  for (const absent of absents) returned.push(absent.then((each) => comeBack(each, away)))
  first.kill(signal)
  await first.ended
  const second = await startMeasured('ours', { port: first.port })
  const clients = await Promise.all(returned)
  for (const client of clients) client?.socket.destroy()
  await second.stop()
  return away
}

interface Present {
  readonly at: Dialled
  readonly client: LeanClient
}

async function fill({ port }: MeasuredServer): Promise<readonly Present[]> {
  const all: Present[] = []
  let next = 0
  const some = async (): Promise<void> => {
    while (next < CLIENTS) {
      const at = { port, from: loopbackAddress(Math.floor(next / OF_AN_ADDRESS)) }
      next += 1
      all.push({ at, client: await connectLeanClient(at, createTestIdentity()) })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, some))
  return all
}

/** Resolves once the server has said why it goes, or the line is gone. */
function lossOf({ at, client: { identity, socket } }: Present): Promise<Absent> {
  return new Promise((resolve) => {
    const lost = (code: FailureCode, askedMs: number): void =>
      resolve({ ...{ at, identity, code, askedMs }, sinceMs: performance.now() })
    void socket.closed.then(() => lost('server-unreachable', 0))
    socket.onText = (payload) => {
      const frame = JSON.parse(payload.toString()) as {
        type: string
        payload?: { code: FailureCode; retryAfterMs?: number }
      }
      if (frame.type === 'NOTICE' && frame.payload) lost(frame.payload.code, frame.payload.retryAfterMs ?? 0)
    }
  })
}

async function comeBack(
  { at, identity, sinceMs, code, askedMs }: Absent,
  away: Away,
): Promise<LeanClient | null> {
  let [why, asked] = [code, askedMs]
  for (let failures = 1; performance.now() - sinceMs < GIVE_UP_MS; failures += 1) {
    away.codes.set(why, (away.codes.get(why) ?? 0) + 1)
    await wait(waitAfter(why, failures, Math.random(), asked))
    try {
      const client = await inTime((signal) => connectLeanClient({ ...at, signal }, identity))
      away.backAfterMs.push(performance.now() - sinceMs)
      return client
    } catch (error) {
      const said = error instanceof Refused ? FAILURE_CODES.find((known) => known === error.code) : undefined
      if (said && said !== 'restarting') away.refusals += 1
      why = said ?? 'server-unreachable'
      asked = error instanceof Refused ? error.retryAfterMs : 0
    }
  }
  return null
}

/** What is late is given up with its connections, as our client does it. */
async function inTime(open: (signal: AbortSignal) => Promise<LeanClient>): Promise<LeanClient> {
  const stop = new AbortController()
  const late = setTimeout(() => stop.abort(), OPEN_TIMEOUT_MS)
  try {
    return await open(stop.signal)
  } finally {
    clearTimeout(late)
  }
}
