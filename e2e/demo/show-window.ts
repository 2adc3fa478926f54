// Owns the demo's sharing: a real window with a part that stands and a part that moves, shared through the picker as a person
// would, and what the other side then sees.
import { expect } from '@playwright/test'
import { inCache } from '../../build/setup/paths.mjs'
import { watchForPress } from '../fixtures/moments'
import type { Person } from '../fixtures/person'
import { startTestWindows, type WindowSpec } from '../windows/test-windows'
import { watchCodes } from '../windows/watch-codes'

export interface ShownWindow {
  readonly title: string
  /** What the viewer decoded, in its own pixels. */
  readonly width: number
  readonly height: number
  /** From the press of "Share this window" to the first picture of this very window on the viewer's screen. */
  readonly firstFrameMs: number
  readonly screenshot: string
}

const LINES = [
  'Line            Planned     Spent      Left',
  'Rent             14 400    13 200     1 200',
  'Kitchen           8 500     9 120      −620',
  'Travel            2 400     1 310     1 090',
  'Insurance         1 980     1 980         0',
  'Heating           1 650       870       780',
]

const WINDOW: WindowSpec = {
  title: 'Budget 2027',
  program: 'Ledger',
  width: 960,
  height: 600,
  fps: 10, // its time code moves, the text below stands
  content: 'text',
  text: [
    { px: 12, width: 460, lines: LINES },
    { px: 16, width: 460, lines: LINES },
  ],
}
/** The large picture of what the other side shows. */
const SHARED_PICTURE = '.shared-picture'
const PATIENCE_MS = 30_000

/** Needs a display, since a real window is shown. */
export async function showWindow(presenter: Person, viewer: Person): Promise<ShownWindow> {
  const windows = startTestWindows()
  try {
    const window = await windows.open(WINDOW)
    const watch = await watchCodes(viewer.page, SHARED_PICTURE)
    await presenter.ui.preview(WINDOW.title)
    const { pressedAtMs } = await watchForPress(presenter.page)
    await presenter.ui.shareThis.click()
    const arrived = async () =>
      (await watch.pictures()).find(
        (picture) => picture.kind === 'window' && picture.number === window.number,
      )
    await expect.poll(arrived, { timeout: PATIENCE_MS }).toBeDefined()
    const first = await arrived()
    // As sharp as it becomes.
    await expect
      .poll(async () => (await watch.pictures()).at(-1)?.width, { timeout: PATIENCE_MS })
      .toBe(WINDOW.width)
    const last = (await watch.pictures()).at(-1)
    const screenshot = inCache('demo', 'shared.png')
    await viewer.page.screenshot({ path: screenshot })
    await presenter.ui.wake()
    await presenter.ui.stopSharing.click()
    await expect(viewer.page.locator(SHARED_PICTURE)).toHaveCount(0)
    return {
      title: WINDOW.title,
      width: last?.width ?? 0,
      height: last?.height ?? 0,
      firstFrameMs: Math.round((first?.atMs ?? Number.NaN) - (await pressedAtMs)),
      screenshot,
    }
  } finally {
    await windows.stop()
  }
}
