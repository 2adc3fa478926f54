// Owns the time from the press that shares a window to its first picture at the viewer, ours and the reference in turn.
import { watchCodes, type CodeWatch } from '../../e2e/windows/watch-codes'
import type { TestWindow, TestWindows } from '../../e2e/windows/test-windows'
import { smallText } from '../../e2e/windows/reading-text'
import { comparisonRow, type Row } from '../rows'
import { inTurn, type ShareSide } from './share-side'
import type { Stage } from './stage'
import { until } from '../../e2e/fixtures/until'

const SIZE = { width: 1280, height: 800 } as const

/** Windows that stand still, with text of 12 px. */
export async function openPages(
  windows: TestWindows,
  titles: readonly string[],
): Promise<readonly TestWindow[]> {
  const page = smallText({ sizesPx: [12], widthPx: SIZE.width, heightPx: SIZE.height })
  return windows.openAll(
    titles.map((title) => ({ title, program: title, ...SIZE, content: 'text' as const, text: page })),
  )
}

export async function firstFrameRows(stage: Stage, rounds: number): Promise<readonly Row[]> {
  // In turn, so that the picture that stays on a viewer's screen is never the one that is waited for.
  const [one, other] = await openPages(stage.windows, ['Letter', 'Invoice'])
  if (one === undefined || other === undefined) throw new Error('windows are missing')
  const times = await inTurn(stage, rounds + 1, async (side): Promise<FirstFrames> => {
    await side.connectAnew()
    const watch = await watchCodes(side.viewer, side.picture)
    const firstMs = await timeFirst(side, watch, one)
    await side.stopSharing()
    const nextMs = await timeFirst(side, watch, other)
    await side.stopSharing()
    await watch.stop()
    return { firstMs, nextMs }
  })
  for (const window of [one, other]) await window.close()
  // The first round warms caches and compilers.
  const [ours, bare] = [times.ours.slice(1), times.bare.slice(1)]
  const row = (when: string, value: (frames: FirstFrames) => number): Row => {
    const about = { name: `pick → first frame at the viewer${when}`, unit: 'ms', goal: '≤ 1.15×' }
    return comparisonRow(about, ours.map(value), bare.map(value))
  }
  return [row('', ({ firstMs }) => firstMs), row(', next share', ({ nextMs }) => nextMs)]
}

/** The next share in the same call finds an encoder and an estimate of the line that are at work already. */
interface FirstFrames {
  readonly firstMs: number
  readonly nextMs: number
}

async function timeFirst(side: ShareSide, watch: CodeWatch, window: TestWindow): Promise<number> {
  const pressedAtMs = await side.share(window)
  const first = await until(`${window.spec.title} arrives (${side.name})`, async () =>
    (await watch.pictures()).find(
      (picture) =>
        picture.kind === 'window' && picture.number === window.number && picture.atMs > pressedAtMs,
    ),
  )
  await watch.clear()
  return first.atMs - pressedAtMs
}
