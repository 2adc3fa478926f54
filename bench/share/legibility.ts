// Owns how well a still window of small text can be read at the viewer, over a thin line, ours and the reference in turn,
// each in a call that has sent no pictures yet.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { TestWindow } from '../../e2e/windows/test-windows'
import { likeness, pictureOfPgm, type GreyPicture } from '../../e2e/windows/picture-likeness'
import { shareRead } from '../encoding/read-picture'
import { PAGE, pageOf } from '../encoding/text-pages'
import { comparisonRow, plainRow, type Row } from '../rows'
import { greyPicture } from '../../e2e/windows/grey-picture'
import { inTurn, type ShareSide } from './share-side'
import { OPEN_LINK, type Stage } from './stage'

const LINE = { rateKbps: 1000, delayMs: 20 } as const
const STILL_MS = 3000
const READ_LINES = 12
const FIRST_PAGE = 0
const NEXT_PAGE = 7

interface Legibility {
  readonly shared: GreyPicture
  readonly changed: GreyPicture
}
interface Sources {
  readonly first: GreyPicture
  readonly next: GreyPicture
}

export async function legibilityRows(stage: Stage, rounds: number): Promise<readonly Row[]> {
  const spec = {
    title: 'Statement',
    program: 'Reader',
    ...PAGE,
    content: 'text',
    text: pageOf(FIRST_PAGE),
  } as const
  const window = await stage.windows.open(spec)
  const sources: Sources = {
    next: await sourceOf(window, NEXT_PAGE, stage.folder),
    first: await sourceOf(window, FIRST_PAGE, stage.folder),
  }
  await stage.setLinks(LINE)
  const seen = await inTurn(stage, rounds, (side) => look(side, window, { cameras: false, stage }))
  const withCameras = await look(stage.ours, window, { cameras: true, stage })
  await stage.setLinks(OPEN_LINK)
  // Reads with all of the machine, so nothing is measured meanwhile.
  await window.close()
  const like = (source: GreyPicture) => (picture: GreyPicture) => 100 * likeness(source, picture)
  const read = async (pictures: readonly Legibility[]): Promise<number[]> => {
    const shares: number[] = []
    for (const { changed } of pictures) {
      shares.push(
        100 * (await shareRead(changed, pageOf(NEXT_PAGE), { lines: READ_LINES, folder: stage.folder })),
      )
    }
    return shares
  }
  const [first, next] = [like(sources.first), like(sources.next)]
  const all = (pictures: readonly Legibility[]) => ({
    shared: pictures.map(({ shared }) => first(shared)),
    changed: pictures.map(({ changed }) => next(changed)),
  })
  const [ours, bare, cameras] = [all(seen.ours), all(seen.bare), all([withCameras])]
  const about = (name: string, unit: string, goal: string) => ({ name: `1 Mb/s: ${name}`, unit, goal })
  return [
    comparisonRow(about('likeness 3 s after sharing', '% SSIM', '≥ 98 %'), ours.shared, bare.shared),
    comparisonRow(about('likeness 3 s after a change', '% SSIM', '≥ 98 %'), ours.changed, bare.changed),
    comparisonRow(about('read right', '%', '≥ 97 %'), await read(seen.ours), await read(seen.bare)),
    plainRow(about('with cameras, 3 s after sharing', '% SSIM', 'none'), cameras.shared),
    plainRow(about('with cameras, 3 s after a change', '% SSIM', 'none'), cameras.changed),
    plainRow(about('with cameras, read right', '%', 'none'), await read([withCameras])),
  ]
}

async function look(
  side: ShareSide,
  window: TestWindow,
  { cameras, stage }: { readonly cameras: boolean; readonly stage: Stage },
): Promise<Legibility> {
  await side.connectAnew()
  if (cameras) await stage.ours.turnCamerasOn()
  await wait(1000)
  const pressedAtMs = await side.share(window)
  await wait(Math.max(0, pressedAtMs + STILL_MS - Date.now()))
  const shared = await greyPicture(side.viewer, side.picture, PAGE)
  await wait(STILL_MS) // whatever was late at first has come
  await window.show('text', pageOf(NEXT_PAGE))
  await wait(STILL_MS)
  const changed = await greyPicture(side.viewer, side.picture, PAGE)
  await side.stopSharing()
  await window.show('text', pageOf(FIRST_PAGE))
  return { shared, changed }
}

async function sourceOf(window: TestWindow, page: number, folder: string): Promise<GreyPicture> {
  await window.show('text', pageOf(page))
  const file = join(folder, 'source.pgm')
  await window.save(file)
  return pictureOfPgm(readFileSync(file))
}
