// Owns how fluent scrolling text and motion are at the viewer over 2 Mb/s, ours and the reference in turn. A picture counts
// when it shows something new.
import { setTimeout as wait } from 'node:timers/promises'
import { watchCodes } from '../../e2e/windows/watch-codes'
import type { TestWindow } from '../../e2e/windows/test-windows'
import { PAGE, pageOf } from '../encoding/text-pages'
import { comparisonRow, type Row } from '../rows'
import { flowOf, type Flow } from './flow'
import { inTurn, type Mode, type ShareSide } from './share-side'
import { OPEN_LINK, type Stage } from './stage'

const LINE = { rateKbps: 2000, delayMs: 20 } as const
const PAINTED_FPS = 30
/** The estimate of the line's rate rises slowly. */
const SETTLING_MS = 4000
const WATCHED_MS = 6000

const CASES = [
  { name: 'scrolling text', content: 'scroll', mode: 'text' },
  { name: 'motion', content: 'motion', mode: 'motion' },
] as const

export async function motionRows(stage: Stage, rounds: number): Promise<readonly Row[]> {
  await stage.setLinks(LINE)
  const rows: Row[] = []
  for (const { name, content, mode } of CASES) {
    const spec = { title: 'Moving page', program: 'Player', ...PAGE, content, text: pageOf(0) }
    const window = await stage.windows.open({ ...spec, fps: PAINTED_FPS })
    const { ours, bare } = await inTurn(stage, rounds, (side) => watchFlow(side, window, mode))
    await window.close()
    const row = (unit: string, goal: string, value: (flow: Flow) => number): Row =>
      comparisonRow(
        {
          name: `2 Mb/s: ${name}${unit === 'fps' ? '' : ','} ${unit}`,
          unit: unit === 'fps' ? 'fps' : '% of time',
          goal,
        },
        ours.map(value),
        bare.map(value),
      )
    rows.push(
      row('fps', '≥ bare', ({ fps }) => fps),
      row('frozen', '≤ bare', ({ frozenShare }) => 100 * frozenShare),
      row('in gaps over 500 ms', '≤ bare', ({ standsShare }) => 100 * standsShare),
    )
  }
  await stage.setLinks(OPEN_LINK)
  return rows
}

async function watchFlow(side: ShareSide, window: TestWindow, mode: Mode): Promise<Flow> {
  await side.share(window, mode)
  await wait(SETTLING_MS)
  const watch = await watchCodes(side.viewer, side.picture)
  const fromMs = Date.now()
  await wait(WATCHED_MS)
  const toMs = Date.now()
  const times = (await watch.pictures()).map(({ atMs }) => atMs)
  await watch.stop()
  await side.stopSharing()
  return flowOf(times, fromMs, toMs)
}
