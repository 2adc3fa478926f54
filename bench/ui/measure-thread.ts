// Owns what our screen costs in a call: processor time of the page's main thread per second with the panel open, beyond the
// bare page's in the same call, in turn.
import type { CDPSession, Page } from '@playwright/test'
import { markerCameraSwitches } from '../../build/setup/fake-media.mjs'
import { say } from '../../build/setup/say.mjs'
import { startServer } from '../../build/setup/server-process.mjs'
import { arrive, type Person } from '../../e2e/fixtures/person'
import { expectInCall } from '../../e2e/fixtures/story'
import { comparisonRow, plainRow, type Row } from '../rows'
import { startBarePair } from '../setup/bare-pair'
import { CALLEE_COLOUR, CALLER_COLOUR } from '../setup/marker-colours'

/** What starting a call leaves to be done, and the controls that go. */
const QUIET_MS = 8_000
const SPAN_MS = 4_000

export async function measureThread(pairs: number): Promise<readonly Row[]> {
  say('In a call …')
  const server = await startServer()
  const join = (name: string, colour: typeof CALLER_COLOUR): Promise<Person> =>
    arrive({ name, host: 'electron', server: server.baseUrl, media: markerCameraSwitches(name, colour) })
  const ana = await join('Ana', CALLER_COLOUR)
  const ben = await join('Ben', CALLEE_COLOUR)
  const bare = await startBarePair('electron')
  try {
    await callWithPanel(ana, ben)
    await bare.startCall()
    await ana.page.waitForTimeout(QUIET_MS)
    const [ours, reference] = await inTurn(pairs, ana.page, bare.caller)
    return rowsOf(ours, reference)
  } finally {
    await bare.stop()
    await ana.stop()
    await ben.stop()
    await server.stop()
  }
}

async function callWithPanel(ana: Person, ben: Person): Promise<void> {
  await ana.ui.ownLink()
  await ana.ui.callWithVideo(await ben.ui.ownLink())
  await ben.ui.acceptWithVideo.click()
  await expectInCall(ana, ben)
  await ana.ui.wake()
  await ana.ui.connection.click()
  await ana.ui.panel.waitFor()
  await ana.page.mouse.move(0, 0)
}

async function inTurn(pairs: number, our: Page, bare: Page): Promise<readonly [number[], number[]]> {
  const [ours, reference]: [number[], number[]] = [[], []]
  const ourThread = await threadOf(our)
  const bareThread = await threadOf(bare)
  for (let round = -1; round < pairs; round += 1) {
    const took = await ourThread()
    const bareTook = await bareThread()
    if (round < 0) continue
    ours.push(took)
    reference.push(bareTook)
  }
  return [ours, reference]
}

/** Milliseconds of processor time in tasks of the main thread, per second. Not time on the clock: others run here too. */
async function threadOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const before = await taskSeconds(session)
    const startedMs = performance.now()
    await page.waitForTimeout(SPAN_MS)
    const after = await taskSeconds(session)
    return ((after - before) * 1_000) / ((performance.now() - startedMs) / 1_000)
  }
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  const found = metrics.find(({ name }) => name === 'TaskDuration')
  if (!found) throw new Error('This Chromium tells no task durations.')
  return found.value
}

function rowsOf(ours: readonly number[], reference: readonly number[]): readonly Row[] {
  const beyond = ours.map((took, round) => took - (reference[round] ?? 0))
  const name = 'Electron: main thread per second of call, panel open'
  return [
    plainRow({ name: `${name}, beyond the bare page's`, unit: 'ms', goal: '≤ 20 ms' }, beyond),
    comparisonRow({ name, unit: 'ms', goal: 'none' }, ours, reference),
  ]
}
