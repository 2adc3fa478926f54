// The link does what it is told, as measured by packets through it, and leaves nothing behind.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inRoot } from '../../build/setup/paths.mjs'
import { runCommand } from '../../build/setup/run-command.mjs'
import { expect, test } from '../fixtures/test'
import { PYTHON } from '../fixtures/line-program'
import { startLink, type Link, type LinkLimits, type Side } from './link'
import { needsLink } from './needs-link'

const PROBE = [PYTHON, '-B', inRoot('e2e', 'link', 'program', 'probe.py')]

interface Probed {
  readonly received: number
  readonly rttsMs: readonly number[]
  readonly kbps: number
}
interface Packets {
  readonly count: number
  readonly sizeBytes: number
  readonly everyMs: number
}

test.beforeEach(needsLink)

async function inside(side: Side, words: readonly string[]): Promise<string> {
  const [command = '', ...args] = [...side.prefix, ...words]
  const { stdout, stderr, code } = await runCommand(command, args)
  if (code !== 0) throw new Error(`${words.join(' ')}: ${stderr}`)
  return stdout
}

async function probe(from: Side, to: string, { count, sizeBytes, everyMs }: Packets): Promise<Probed> {
  const words = ['send', to, String(count), String(sizeBytes), String(everyMs)]
  return JSON.parse(await inside(from, [...PROBE, ...words])) as Probed
}

async function echoing(side: Side): Promise<() => Promise<void>> {
  const [command, ...args] = [...side.prefix, ...PROBE, 'echo']
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return async () => {
    const ended = once(child, 'exit')
    child.stdin.end()
    await ended
  }
}

const linkTest = test.extend<{ readonly linked: (limits: Partial<LinkLimits>) => Promise<Link> }>({
  linked: async ({ atEnd }, use) => {
    await use(async (limits) => {
      const link = await startLink(limits)
      atEnd(link.stop)
      atEnd(await echoing(link.b))
      return link
    })
  },
})

const median = (values: readonly number[]): number =>
  [...values].sort((x, y) => x - y)[Math.floor(values.length / 2)] ?? NaN

const FEW: Packets = { count: 40, sizeBytes: 100, everyMs: 10 }

linkTest(
  'a packet takes its delay in each direction, and what is set later counts at once',
  async ({ linked }) => {
    const link = await linked({ delayMs: 40 })
    const both = await probe(link.a, link.b.address, FEW)
    expect(both.received).toBe(FEW.count)
    expect(Math.min(...both.rttsMs)).toBeGreaterThanOrEqual(80)
    expect(median(both.rttsMs)).toBeLessThan(110)
    await link.set({ delayMs: 0 }, ['bToA'])
    const one = await probe(link.a, link.b.address, FEW)
    expect(Math.min(...one.rttsMs)).toBeGreaterThanOrEqual(40)
    expect(median(one.rttsMs)).toBeLessThan(70)
  },
)

linkTest('jitter spreads the times and keeps the order', async ({ linked }) => {
  const link = await linked({ jitterMs: 60 })
  const { rttsMs } = await probe(link.a, link.b.address, { ...FEW, everyMs: 40 })
  expect(Math.max(...rttsMs) - Math.min(...rttsMs)).toBeGreaterThan(30)
})

linkTest('packets are lost as often as asked, the same ones with the same seed', async ({ linked }) => {
  const link = await linked({})
  await link.set({ lossPct: 20 }, ['aToB'])
  const { received } = await probe(link.a, link.b.address, { count: 500, sizeBytes: 100, everyMs: 2 })
  expect(received).toBeGreaterThan(350)
  expect(received).toBeLessThan(450)
  const again = await linked({})
  await again.set({ lossPct: 20 }, ['aToB'])
  const twin = await probe(again.a, again.b.address, { count: 500, sizeBytes: 100, everyMs: 2 })
  // The systems' own packets (routers, names) take numbers too.
  expect(Math.abs(twin.received - received)).toBeLessThanOrEqual(8)
})

linkTest('no more than its rate passes, and what would wait too long is dropped', async ({ linked }) => {
  const link = await linked({ queueMs: 200 })
  await link.set({ rateKbps: 1000 }, ['aToB'])
  const { kbps, rttsMs, received } = await probe(link.a, link.b.address, {
    count: 400,
    sizeBytes: 972,
    everyMs: 4,
  })
  expect(kbps).toBeGreaterThan(900)
  expect(kbps).toBeLessThan(1050)
  expect(received).toBeLessThan(300)
  expect((await link.counts()).aToB.overflowed).toBeGreaterThan(100)
  // Not the longest: one turn of a busy machine's is no queue.
  const sorted = [...rttsMs].sort((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThan(260)
})

linkTest('nothing passes while it is cut, and all does again afterwards', async ({ linked }) => {
  const link = await linked({})
  await link.set({ isCut: true })
  expect((await probe(link.a, link.b.address, FEW)).received).toBe(0)
  await link.set({ isCut: false })
  expect((await probe(link.a, link.b.address, FEW)).received).toBe(FEW.count)
})

linkTest(
  'both sides reach a server of this machine as 127.0.0.1, A over the link',
  async ({ linked, atEnd }) => {
    const server = createServer((_request, response) => void response.end('here'))
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    atEnd(() => void server.close())
    const { port } = server.address() as AddressInfo
    const link = await linked({ delayMs: 50 })
    await link.forward(port)
    const script = `const t = performance.now(); fetch('http://127.0.0.1:${port}/').then(async (r) => console.log([await r.text(), performance.now() - t].join(" ")))`
    const [fromA, fromB] = await Promise.all(
      [link.a, link.b].map(async (side) =>
        (await inside(side, [process.execPath, '-e', script])).trim().split(' '),
      ),
    )
    expect(fromA?.[0]).toBe('here')
    expect(fromB?.[0]).toBe('here')
    expect(Number(fromA?.[1])).toBeGreaterThanOrEqual(100)
    expect(Number(fromB?.[1])).toBeLessThan(Number(fromA?.[1]))
  },
)

async function leftovers(link: Link): Promise<readonly string[]> {
  const { stdout: spaces } = await runCommand('ip', ['netns', 'list'])
  const { stdout: devices } = await runCommand('ip', ['-4', 'address'])
  const { stdout: processes } = await runCommand('ps', ['-eo', 'args'])
  const id = /\d+/.exec(link.a.namespace)?.[0] ?? ''
  return [spaces, devices, processes].flatMap((text) =>
    text.split('\n').filter((line) => line.includes(`parley-${id}-`) || line.includes(`parley${id}`)),
  )
}

test('nothing is left when it stops, whatever still runs in it', async () => {
  const link = await startLink()
  await link.forward(9)
  const [command, ...args] = [...link.a.prefix, 'sleep', '1000']
  const sleeper = spawn(command, args, { stdio: 'ignore' })
  await expect.poll(() => leftovers(link).then((lines) => lines.join('\n'))).toContain(link.a.namespace)
  await link.stop()
  await expect.poll(() => sleeper.signalCode).toBe('SIGKILL')
  expect(await leftovers(link)).toEqual([])
})
