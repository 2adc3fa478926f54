// Owns whether a share outlasts an ICE restart and a line that is cut for ten seconds, and when its picture is back.
import { setTimeout as wait } from 'node:timers/promises'
import { say } from '../../build/setup/say.mjs'
import { connectionOf } from '../../e2e/fixtures/story'
import { watchCodes, type CodeWatch } from '../../e2e/windows/watch-codes'
import type { TestWindow } from '../../e2e/windows/test-windows'
import { countRow, plainRow, type Row } from '../rows'
import { openPages } from './first-frames'
import { startOurShare, type OurShare } from './our-share'
import type { Stage } from './stage'
import { until, within } from '../../e2e/fixtures/until'

const CUT_MS = 10_000
const PATIENCE_MS = 30_000
const FPS = 5

interface Watched {
  readonly ours: OurShare
  readonly window: TestWindow
  readonly watch: CodeWatch
}

type Trouble = (watched: Watched) => Promise<void>

/** Two calls at a time, each over a link of its own: half as long. */
export async function outageRows(stage: Stage, rounds: number): Promise<readonly Row[]> {
  const second = await startOurShare(stage.bare.link)
  try {
    const calls = [await beShared(stage, stage.ours, 'Minutes'), await beShared(stage, second, 'Agenda')]
    const restarts = await repeat(calls, rounds, restartIce)
    say('Cutting the lines …')
    const cuts = await repeat(calls, rounds, cutLine)
    for (const { watch, ours, window } of calls) {
      await watch.stop()
      await ours.presenting.press('stop')
      await window.close()
    }
    return [...rowsOf('an ICE restart', restarts), ...rowsOf('10 s without a line', cuts)]
  } finally {
    await second.stop()
  }
}

async function beShared({ windows }: Stage, ours: OurShare, title: string): Promise<Watched> {
  const [window] = await openPages(windows, [title])
  if (window === undefined) throw new Error('a window is missing')
  await window.play(FPS)
  await ours.share(window)
  const watched = { ours, window, watch: await watchCodes(ours.viewer, ours.picture) }
  await until('the window is seen', () => seenSince(watched, 0))
  return watched
}

/** Milliseconds until the picture was back; null: the share was lost. */
async function repeat(
  calls: readonly Watched[],
  rounds: number,
  trouble: Trouble,
): Promise<readonly (number | null)[]> {
  const backAfter: (number | null)[] = []
  while (backAfter.length < rounds) {
    backAfter.push(...(await Promise.all(calls.map((each) => outlast(each, trouble)))))
  }
  return backAfter.slice(0, rounds)
}

async function outlast(watched: Watched, trouble: Trouble): Promise<number | null> {
  const { ours, window, watch } = watched
  const before = (await ours.seeing.call())?.remote?.screen?.epoch
  await trouble(watched)
  const overAtMs = Date.now()
  const back = await within(PATIENCE_MS, () => seenSince(watched, overAtMs))
  const after = (await ours.seeing.call())?.remote?.screen?.epoch
  const own = (await ours.presenting.state()).own.is
  await watch.clear()
  if (back !== null && own === 'live' && before !== undefined && after === before) return back - overAtMs
  say(
    `A share was not kept: ${own}, epoch ${String(before)} → ${String(after)}, picture ${back === null ? 'gone' : 'back'}.`,
  )
  await ours.connectAnew()
  await ours.share(window)
  await until('the window is seen again', () => seenSince(watched, Date.now()))
  return null
}

/** When a picture was drawn that was painted after that. */
async function seenSince({ window, watch }: Watched, sinceMs: number): Promise<number | null> {
  const found = (await watch.pictures()).find(
    (each) => each.kind === 'window' && each.number === window.number && each.drawnAtMs > sinceMs,
  )
  return found?.atMs ?? null
}

const restartIce: Trouble = async ({ ours: { presenter } }) => {
  const { iceUser } = await connectionOf(presenter)
  await presenter.changeNetwork()
  await until('ICE restarts', async () => ((await connectionOf(presenter)).iceUser === iceUser ? null : true))
}

const cutLine: Trouble = async ({ ours: { link } }) => {
  await link.set({ isCut: true })
  await wait(CUT_MS)
  await link.set({ isCut: false })
}

function rowsOf(what: string, backAfter: readonly (number | null)[]): readonly Row[] {
  const kept = backAfter.filter((ms) => ms !== null)
  return [
    countRow({ name: `kept through ${what}`, unit: 'shares', goal: 'all' }, kept.length, backAfter.length),
    plainRow({ name: `picture back after ${what}`, unit: 'ms', goal: 'none' }, kept),
  ]
}
