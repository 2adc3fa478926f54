// Owns how soon a hidden client can be rung again: after its network was away, and after its machine slept while the server and
// everything between forgot it. It stands behind a link of its own, in a network of its own.
import { setTimeout as wait } from 'node:timers/promises'
import { startServer } from '../../build/setup/server-process.mjs'
import type { Person } from '../../e2e/fixtures/person'
import { within } from '../../e2e/fixtures/until'
import { startLink, whyNoLink, type Link } from '../../e2e/link/link'
import { timeRing } from '../../e2e/ring/ring-moments'
import { countRow, plainRow, type Row } from '../rows'
import { cancelCall, isReachable, onStage, type Callee } from './stage'

/** Until the page has noticed and waits longer and longer between its attempts. */
const AWAY_MS = 25_000
const PATIENCE_MS = 60_000

const BEFORE_SLEEP_MS = 500

interface Away {
  readonly link: Link
  readonly caller: Person
  readonly callee: Callee
  /** Which of its two networks it is in. */
  readonly now: { moved: boolean }
}

interface Absence {
  readonly what: string
  readonly goal: string
  /** Returns when it was over, wall-clock milliseconds. */
  readonly absent: (away: Away) => Promise<number>
}

const ABSENCES: readonly Absence[] = [
  { what: 'the network is back', goal: 'p95 ≤ 3000', absent: loseNetwork },
  { what: 'another network', goal: 'p95 ≤ 3000', absent: changeNetwork },
  { what: 'the machine woke up', goal: 'p95 ≤ 3000', absent: sleep },
  { what: 'a router in between is back', goal: 'none', absent: loseRouter },
]

export async function comebackRows(times: number): Promise<readonly Row[]> {
  const reason = whyNoLink()
  if (reason !== null) throw new Error(reason)
  const link = await startLink()
  try {
    const server = await startServer({ args: ['--host', link.serverAddress] })
    try {
      return await onStage(async ({ caller, openCallee }) => {
        const reached = { server: `http://${link.serverAddress}:${String(server.port)}/`, side: link.a }
        const callee = await openCallee('hidden', reached)
        await callee.client.run(NOTE_FRAMES)
        const away = { link, caller, callee, now: { moved: false } }
        const rows: Row[] = []
        for (const absence of ABSENCES) rows.push(...(await measure(absence, times, away)))
        return rows
      })
    } finally {
      await server.stop()
    }
  } finally {
    await link.stop()
  }
}

async function measure({ what, goal, absent }: Absence, times: number, away: Away): Promise<readonly Row[]> {
  const tookMs: number[] = []
  let rang = 0
  for (let time = 0; time < times; time += 1) {
    const backAtMs = await absent(away)
    const atMs = await within(PATIENCE_MS, () => heardSince(away.callee, backAtMs))
    if (atMs !== null) tookMs.push(atMs - backAtMs)
    if (await rings(away)) rang += 1
  }
  return [
    plainRow({ name: `${what} → reachable`, unit: 'ms', goal }, tookMs),
    countRow({ name: `${what}: rings again`, unit: 'times', goal: 'all' }, rang, times),
  ]
}

/** What the server sent since then, over a socket that the page holds for open: its greeting, or the echo of a beat. */
async function heardSince({ client }: Callee, ms: number): Promise<number | null> {
  const atMs = Number(await client.run('globalThis.benchFrameAtMs'))
  return atMs > ms && (await isReachable(client.inPage)) ? atMs : null
}

async function rings({ caller, callee }: Away): Promise<boolean> {
  const { notice } = await timeRing(callee, caller.page, () => caller.ui.callBySound(callee.link))
  await cancelCall(caller, callee)
  return notice !== null
}

const NOTE_FRAMES = `(() => {
  const { debugger: tools } = firstWindow().webContents
  globalThis.benchFrameAtMs = 0
  tools.attach()
  tools.on('message', (_event, method) => {
    if (method === 'Network.webSocketFrameReceived') globalThis.benchFrameAtMs = Date.now()
  })
  return tools.sendCommand('Network.enable')
})()`

async function loseNetwork({ link, now }: Away): Promise<number> {
  await link.moveTo()
  await wait(AWAY_MS)
  now.moved = false
  await link.moveTo(link.a.address)
  return Date.now()
}

/** As a laptop that is carried from one room to the other: what is sent to where it was is lost. */
async function changeNetwork({ link, now }: Away): Promise<number> {
  now.moved = !now.moved
  await link.moveTo(now.moved ? link.movedAddress : link.a.address)
  return Date.now()
}

/** All its processes stand still, and nothing reaches it meanwhile. */
async function sleep({ link, callee: { client } }: Away): Promise<number> {
  const signal = (name: NodeJS.Signals): boolean => process.kill(-client.pid, name)
  await link.set({ isCut: true })
  // What came before is read by then.
  await wait(BEFORE_SLEEP_MS)
  signal('SIGSTOP')
  await wait(AWAY_MS)
  await link.set({ isCut: false })
  const backAtMs = Date.now()
  signal('SIGCONT')
  await client.run(`electron.powerMonitor.emit('resume')`)
  return backAtMs
}

/** Nothing tells of that but trying. */
async function loseRouter({ link }: Away): Promise<number> {
  await link.set({ isCut: true })
  await wait(AWAY_MS)
  await link.set({ isCut: false })
  return Date.now()
}
