// A real relay, Debian's coturn, with credentials from a session: relay only over UDP and TCP, new ones in a running call, and a
// wrong secret.
import { expect, test } from '@playwright/test'
import { turnCredentials, type TurnConfig } from '../../server/turn'
import { checkTurn } from '../../server/turn-check'
import { warnOfTurn } from '../../server/turn-warning'
import {
  closeBrowser,
  closePages,
  connectPair,
  expectFreshMedia,
  launchBrowser,
  sendMedia,
  startOwnServer,
  type RtcPage,
  type TestServer,
} from './rtc-harness'
import { startTurnRelay, type TurnRelay } from './turn-relay'

const SECRET = 'what only server and relay know'

let relay: TurnRelay | null = null
let server: TestServer | null = null
test.beforeAll(async () => {
  await launchBrowser()
  relay = await startTurnRelay(SECRET)
})
test.afterAll(async () => {
  await closeBrowser()
  await relay?.close()
})
test.afterEach(async () => {
  await closePages()
  await server?.close()
  server = null
})

const turnOver = (transport: 'udp' | 'tcp', changes: Partial<TurnConfig> = {}): TurnConfig => ({
  urls: [`turn:127.0.0.1:${String(relay?.port)}?transport=${transport}`],
  secret: SECRET,
  lifeS: 3_600,
  ...changes,
})

async function connectByRelayOnly(there: TestServer) {
  const { caller, callee } = await connectPair(there, { relayOnly: true })
  for (const side of [caller, callee]) expect(await policy(side)).toBe('relay')
  return { caller, callee }
}

const policy = ({ page }: RtcPage) =>
  page.evaluate(() => window.rtc.connections.at(-1)?.getConfiguration().iceTransportPolicy)

/** The candidate that a side sends from now: its type, and how it speaks to the relay. */
const usedCandidate = ({ page }: RtcPage) =>
  page.evaluate(async () => {
    const report = await window.rtc.connections.at(-1)?.getStats()
    const all: Record<string, unknown>[] = []
    report?.forEach((entry: Record<string, unknown>) => all.push(entry))
    const transport = all.find(({ type }) => type === 'transport')
    const pair = all.find(({ id }) => id === transport?.['selectedCandidatePairId'])
    const local = all.find(({ id }) => id === pair?.['localCandidateId'])
    return { type: local?.['candidateType'], over: local?.['relayProtocol'] }
  })

for (const transport of ['udp', 'tcp'] as const) {
  test(`two who may only use the relay talk over it, by ${transport}`, async () => {
    server = await startOwnServer(0, { turn: turnOver(transport) })
    const { caller, callee } = await connectByRelayOnly(server)
    for (const side of [caller, callee]) await sendMedia(side)
    for (const side of [caller, callee]) {
      await expectFreshMedia(side)
      expect(await usedCandidate(side)).toEqual({ type: 'relay', over: transport })
    }
  })
}

test('credentials that end while a call runs are renewed on both sides, and its next restart gathers with them', async () => {
  server = await startOwnServer(0, { turn: turnOver('udp', { lifeS: 6 }) })
  const { caller, callee } = await connectByRelayOnly(server)
  const sides = [caller, callee]
  for (const side of sides) await sendMedia(side)
  const first = await Promise.all(sides.map(endOfCredentials))
  for (const [index, side] of sides.entries())
    await expect
      .poll(() => endOfCredentials(side), { timeout: 20_000 })
      .toBeGreaterThan((first[index] ?? 0) + 1)
  const candidates = ({ page }: RtcPage) =>
    page.evaluate(() => window.rtc.events.filter(({ type }) => type === 'localCandidate').length)
  const had = await Promise.all(sides.map(candidates))
  await caller.page.evaluate(() => window.rtc.path?.restart())
  for (const [index, side] of sides.entries()) {
    // Relayed ones only: without credentials that are good there would be none.
    await expect.poll(() => candidates(side)).toBeGreaterThan(had[index] ?? 0)
    await expectFreshMedia(side)
    expect(await usedCandidate(side)).toMatchObject({ type: 'relay' })
    expect(await policy(side)).toBe('relay')
  }
})

/** The end of the credentials that a side would gather with, Unix time; a name begins with it. */
const endOfCredentials = ({ page }: RtcPage): Promise<number> =>
  page.evaluate(() =>
    Number(window.rtc.connections.at(-1)?.getConfiguration().iceServers?.[0]?.username?.split(':')[0]),
  )

test('with a wrong secret calls go direct, and the operator is told once', async () => {
  const wrong = turnOver('udp', { secret: 'what the relay does not know' })
  server = await startOwnServer(0, { turn: wrong })
  const { caller, callee } = await connectPair(server)
  await sendMedia(caller)
  await sendMedia(callee)
  await expectFreshMedia(callee)
  expect(await usedCandidate(caller)).toMatchObject({ type: 'host' })
  const warnings: string[] = []
  const log = {
    info: () => undefined,
    warn: (text: string) => void warnings.push(text),
    error: () => undefined,
  }
  await warnOfTurn(wrong, log)
  expect(warnings).toEqual([expect.stringContaining('refuses our credentials')])
  await warnOfTurn(turnOver('udp'), log)
  expect(warnings).toHaveLength(1)
  const now = () => turnCredentials(turnOver('tcp'), 'a'.repeat(32), Date.now())
  expect(await checkTurn(turnOver('tcp').urls[0] ?? '', now())).toBe('accepted')
  const past = turnCredentials(turnOver('udp'), 'a'.repeat(32), Date.now() - 7_200_000)
  expect(await checkTurn(turnOver('udp').urls[0] ?? '', past)).toBe('refused')
})
