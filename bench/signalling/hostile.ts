// Owns what a hostile load does to others: how long their messages take beside a quiet time on the same server, and what the
// server's memory does. No limit is raised.
import { fork, type ChildProcess } from 'node:child_process'
import { say } from '../../build/setup/say.mjs'
import { inRoot } from '../../build/setup/paths.mjs'
import { comparisonRow, countRow, quantile, type Row } from '../rows'
import { MEBIBYTE, memoryBytes } from './cost'
import type { HostileLoad } from './hostile-load'
import { judged } from './judged'
import { sendAtRate, timedSides } from './latency'
import { openPairs, type Pair } from './pairs'
import { startMeasured, type MeasuredServer } from './servers'

const PAIRS = 20
/** A tenth of what each may: people who set up a call. */
const PER_SECOND = 200
const SECOND_MS = 1_000
/** What comes late is waited for so long. */
const LATE_MS = 30_000
const MOST_MIB = 50
const SEED = 1
/** Below the well-behaved one's process on the same core: its times are to be the server's. */
const NICE = '10'

interface Talk {
  readonly timesMs: readonly number[]
  readonly sent: number
  readonly mostMiB: number
}

/** With the usual 20: a quiet minute, then five hostile ones. */
export async function hostileRows(pairs: number): Promise<readonly Row[]> {
  const server = await startMeasured('ours')
  const talkers = await openPairs(server, 'CTL', PAIRS)
  say('A quiet time, then a flood, 5 000 slow sockets, 64 KiB frames to ghosts and junk upgrades …')
  await talkFor(server, talkers, 2 * SECOND_MS)
  const quiet = await talkFor(server, talkers, 3 * SECOND_MS * pairs)
  const before = memoryBytes(server.pid) / MEBIBYTE
  const load = startLoad({ kind: 'four', port: server.port, seed: SEED })
  const hostile = await talkFor(server, talkers, 15 * SECOND_MS * pairs)
  load.kill()
  return finish('hostile', server, { quiet, hostile, grownMiB: hostile.mostMiB - before })
}

/** With the usual 20: a million messages. */
export async function soakRows(pairs: number): Promise<readonly Row[]> {
  const messages = 50_000 * pairs
  const server = await startMeasured('ours')
  const talkers = await openPairs(server, 'CTL', PAIRS)
  say(`${String(messages)} hostile messages of every kind, seed ${String(SEED)} …`)
  await talkFor(server, talkers, 2 * SECOND_MS)
  const quiet = await talkFor(server, talkers, SECOND_MS * pairs)
  const victims = talkers.flat().map(({ id }) => id)
  const load = startLoad({ kind: 'soak', port: server.port, victims, messages, seed: SEED })
  let sent = 0
  load.on('message', (count) => (sent = Number(count)))
  const memory: number[] = []
  const talks: Talk[] = []
  while (load.exitCode === null) {
    talks.push(await talkFor(server, talkers, 2 * SECOND_MS))
    memory.push(memoryBytes(server.pid) / MEBIBYTE)
  }
  const hostile = {
    timesMs: talks.flatMap(({ timesMs }) => timesMs),
    sent: talks.reduce((sum, talk) => sum + talk.sent, 0),
    mostMiB: Math.max(...memory),
  }
  // What it grows by at first it keeps for the next ones: flat is from the second fifth on.
  const fifth = Math.max(1, Math.floor(memory.length / 5))
  const grownMiB = quantile(memory.slice(-fifth), 0.5) - quantile(memory.slice(fifth, 2 * fifth), 0.5)
  const rows = await finish('soak', server, { quiet, hostile, grownMiB })
  const count = countRow(
    { name: 'soak: hostile messages', unit: 'messages', goal: `≥ ${String(messages)}` },
    sent,
    messages,
  )
  return [{ ...count, met: sent >= messages }, ...rows]
}

interface Outcome {
  readonly quiet: Talk
  readonly hostile: Talk
  readonly grownMiB: number
}

async function finish(
  part: string,
  server: MeasuredServer,
  { quiet, hostile, grownMiB }: Outcome,
): Promise<readonly Row[]> {
  const lives = server.exitCode() === null
  await server.stop()
  const p99 = (talk: Talk): readonly number[] => [quantile(talk.timesMs, 0.99)]
  const arrived = countRow(
    { name: `${part}: others’ messages that arrived`, unit: 'messages', goal: 'all' },
    hostile.timesMs.length,
    hostile.sent,
  )
  const memory = countRow(
    { name: `${part}: memory, more than before`, unit: 'MiB', goal: '≤ 50' },
    Math.round(grownMiB),
    1,
  )
  const alive = countRow({ name: `${part}: the server lives`, unit: 'times', goal: '1' }, lives ? 1 : 0, 1)
  return [
    judged(
      {
        ...comparisonRow(
          { name: `${part}: others’ p99 beside a quiet time`, unit: 'ms', goal: '≤ 2×' },
          p99(hostile),
          p99(quiet),
        ),
        n: hostile.timesMs.length,
      },
      ({ ratio }) => ratio <= 2,
    ),
    { ...arrived, met: hostile.timesMs.length === hostile.sent },
    { ...memory, met: grownMiB <= MOST_MIB },
    { ...alive, met: lives },
  ]
}

function startLoad(load: HostileLoad): ChildProcess {
  const program = inRoot('build', 'bench-hostility.mjs')
  const child = fork(program, [JSON.stringify(load)], {
    execPath: 'nice',
    execArgv: ['-n', NICE, process.execPath],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const endWithUs = (): void => void child.kill('SIGKILL')
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  return child
}

async function talkFor(server: MeasuredServer, pairs: readonly Pair[], forMs: number): Promise<Talk> {
  const timesMs: number[] = []
  const underWay = timedSides(pairs, timesMs)
  let mostMiB = 0
  const watch = setInterval(() => {
    if (server.exitCode() === null) mostMiB = Math.max(mostMiB, memoryBytes(server.pid) / MEBIBYTE)
  }, SECOND_MS)
  const sent = await sendAtRate(pairs.flat(), underWay, { perSecond: PER_SECOND, forMs })
  const lateAtMs = performance.now() + LATE_MS
  while (timesMs.length < sent && performance.now() < lateAtMs)
    await new Promise((resolve) => setTimeout(resolve, 10))
  clearInterval(watch)
  return { timesMs, sent, mostMiB }
}
