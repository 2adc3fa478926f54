// Owns what a viewer notices of a switch from one window to another: how long nothing new is drawn, black pictures, and
// whether anything was negotiated.
import { setTimeout as wait } from 'node:timers/promises'
import { connectionOf } from '../../e2e/fixtures/story'
import { watchCodes, type DrawnPicture } from '../../e2e/windows/watch-codes'
import type { TestWindow } from '../../e2e/windows/test-windows'
import { countRow, plainRow, type Row } from '../rows'
import { openPages } from './first-frames'
import type { Stage } from './stage'
import { until } from '../../e2e/fixtures/until'

const FPS = 15
/** Until the encoder has settled on a window. */
const SETTLED_MS = 1000
/** Long enough that what the old window left behind would show. */
const AFTER_MS = 500

export async function switchRows({ ours, windows }: Stage, rounds: number): Promise<readonly Row[]> {
  const [one, other] = await openPages(windows, ['Contract', 'Report'])
  if (one === undefined || other === undefined) throw new Error('windows are missing')
  for (const window of [one, other]) await window.play(FPS)
  const watch = await watchCodes(ours.viewer, ours.picture)
  const number = async (): Promise<number> =>
    (await connectionOf(ours.presenter)).negotiations + (await connectionOf(ours.viewing)).negotiations
  const before = await number()
  await ours.share(one)
  const pauses: number[] = []
  let black = 0
  for (let round = 0; round < rounds; round += 1) {
    const [from, to] = round % 2 === 0 ? [one, other] : [other, one]
    await until('the old window is seen', async () => lastOf(await watch.pictures(), from))
    await ours.pick(to)
    await wait(SETTLED_MS)
    await watch.clear()
    await wait(AFTER_MS)
    await ours.go()
    await until('the new window is seen', async () => lastOf(await watch.pictures(), to))
    await wait(AFTER_MS)
    const pictures = await watch.pictures()
    pauses.push(pauseAt(pictures, to))
    black += pictures.filter(({ kind }) => kind === 'black').length
  }
  const offers = (await number()) - before
  await watch.stop()
  await ours.stopSharing()
  for (const window of [one, other]) await window.close()
  return [
    plainRow({ name: 'switch: without a new frame', unit: 'ms', goal: 'p95 ≤ 300' }, pauses),
    countRow({ name: 'switch: black frames drawn', unit: 'frames', goal: '0' }, black, rounds),
    countRow({ name: 'switch: descriptions exchanged', unit: 'messages', goal: '0' }, offers, rounds),
  ]
}

function lastOf(pictures: readonly DrawnPicture[], { number }: TestWindow): DrawnPicture | null {
  const last = pictures.at(-1)
  return last?.kind === 'window' && last.number === number ? last : null
}

/** From the last picture of whatever was there to the first of the new window. */
function pauseAt(pictures: readonly DrawnPicture[], { number }: TestWindow): number {
  const at = pictures.findIndex((picture) => picture.kind === 'window' && picture.number === number)
  const [last, first] = [pictures[at - 1], pictures[at]]
  if (last === undefined || first === undefined) throw new Error('the switch was not seen')
  return first.atMs - last.atMs
}
