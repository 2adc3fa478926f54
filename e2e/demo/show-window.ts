// Owns the demo's sharing: a real window of another program with text that stands and parts that move, shared through the picker
// as a person would, and what the other side then sees.
import { expect } from '@playwright/test'
import type { FoundElectron } from '../../build/setup/find-electron.mjs'
import { inCache } from '../../build/setup/paths.mjs'
import { watchForPress } from '../fixtures/moments'
import type { Person } from '../fixtures/person'
import { watchCodes } from '../windows/watch-codes'
import { DOCUMENT_NUMBER, DOCUMENT_TITLE, openDocument } from './demo-document'
import type { Bounds } from './demo-stage'

export interface ShownWindow {
  readonly title: string
  /** What the viewer decoded, in its own pixels. */
  readonly width: number
  readonly height: number
  /** From the press of "Share this window" to the first picture of this very window on the viewer's screen. */
  readonly firstFrameMs: number
  readonly screenshot: string
}

export interface Showing {
  readonly shown: ShownWindow
  /** By the presenter's button; the viewer's picture goes with it. */
  readonly stop: () => Promise<void>
}

/** The large picture of what the other side shows. */
const SHARED_PICTURE = '.shared-picture'
const PATIENCE_MS = 30_000
/** As tests have always shared it. */
const SIZE = { width: 960, height: 600 }

interface Setting {
  readonly presenter: Person
  readonly viewer: Person
  readonly electron: FoundElectron
  /** Where the document stands; null leaves it to the system. */
  readonly bounds: Bounds | null
  readonly atEnd: (end: () => void) => void
}

/** Needs a display, since a real window is shown. */
export async function showWindow({ presenter, viewer, electron, bounds, atEnd }: Setting): Promise<Showing> {
  atEnd(await openDocument(electron, bounds ?? SIZE))
  const watch = await watchCodes(viewer.page, SHARED_PICTURE)
  await presenter.ui.preview(DOCUMENT_TITLE)
  const { pressedAtMs } = await watchForPress(presenter.page)
  await presenter.ui.shareThis.click()
  const arrived = async () =>
    (await watch.pictures()).find(
      (picture) => picture.kind === 'window' && picture.number === DOCUMENT_NUMBER,
    )
  await expect.poll(arrived, { timeout: PATIENCE_MS }).toBeDefined()
  const first = await arrived()
  const widthNow = async () => (await watch.pictures()).at(-1)?.width ?? 0
  // As sharp as it becomes; a dense screen captures more pixels than the window's own.
  const { width } = bounds ?? SIZE
  await expect.poll(widthNow, { timeout: PATIENCE_MS }).toBeGreaterThanOrEqual(width)
  const last = (await watch.pictures()).at(-1)
  const screenshot = inCache('demo', 'shared.png')
  await viewer.page.screenshot({ path: screenshot })
  return {
    shown: {
      title: DOCUMENT_TITLE,
      width: last?.width ?? 0,
      height: last?.height ?? 0,
      firstFrameMs: Math.round((first?.atMs ?? Number.NaN) - (await pressedAtMs)),
      screenshot,
    },
    stop: async () => {
      await presenter.ui.pressAwake(presenter.ui.stopSharing)
      await expect(viewer.page.locator(SHARED_PICTURE)).toHaveCount(0)
    },
  }
}
