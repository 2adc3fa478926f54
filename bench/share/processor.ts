// Owns what sharing a still window costs the presenter's processor: all processes of that client, ours and the reference in
// turn. Ours is in a call with sound, the reference sends nothing else, so what the share adds is told apart.
import { setTimeout as wait } from 'node:timers/promises'
import { coreShare } from '../encoding/measure-case'
import { PAGE, pageOf } from '../encoding/text-pages'
import { comparisonRow, type Row } from '../rows'
import { inTurn } from './share-side'
import type { Stage } from './stage'

const SETTLING_MS = 4000
const WATCHED_MS = 4000

interface Cost {
  readonly before: number
  readonly sharing: number
}

export async function processorRows(stage: Stage, rounds: number): Promise<readonly Row[]> {
  const spec = { title: 'Still page', program: 'Reader', ...PAGE, content: 'text', text: pageOf(0) } as const
  const window = await stage.windows.open(spec)
  const { ours, bare } = await inTurn(stage, rounds, async (side): Promise<Cost> => {
    const before = await coreShare(side.link.a, WATCHED_MS)
    await side.share(window, 'text')
    await wait(SETTLING_MS)
    const sharing = await coreShare(side.link.a, WATCHED_MS)
    await side.stopSharing()
    return { before, sharing }
  })
  await window.close()
  const row = (name: string, goal: string, value: (cost: Cost) => number): Row =>
    comparisonRow(
      { name: `presenter, still window: ${name}`, unit: '% of a core', goal },
      ours.map(value),
      bare.map(value),
    )
  return [
    row('all', '≤ 0.7×', ({ sharing }) => 100 * sharing),
    row('without the share', 'none', ({ before }) => 100 * before),
    row('added by the share', 'none', ({ before, sharing }) => 100 * (sharing - before)),
  ]
}
