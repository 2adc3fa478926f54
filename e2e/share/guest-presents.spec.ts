// A guest who shows a window by the browser's own picker: what the viewer in the app is told and sees of it, by its own pixels.
import { text } from '../../shared/text/en'
import type { Person } from '../fixtures/person'
import { call } from '../fixtures/story'
import { expect, test as base } from '../fixtures/test'
import { startTestWindows, type TestWindow } from '../windows/test-windows'
import { watchCodes, type CodeWatch } from '../windows/watch-codes'
import { RECORD_CAPTURES, sharingClient, type SharingClient } from './sharing-client'

const PHOTOS = { title: 'Photos', program: 'album', width: 500, height: 360, x: 700, y: 40, fps: 5 }
/** Longer than a browser's silence takes to be noticed. */
const NOTICED_MS = 5_000

interface Presenting {
  readonly photos: TestWindow
  readonly viewer: Person
  readonly presenter: SharingClient
  readonly guest: Person
  readonly watch: CodeWatch
}

const test = base.extend<{ presenting: Presenting }>({
  presenting: async ({ join, atEnd }, use) => {
    const windows = startTestWindows()
    atEnd(windows.stop)
    const photos = await windows.open(PHOTOS)
    const viewer = await join({ name: 'Ana', host: 'electron' })
    const guest = await join({
      ...{ name: 'Gil', host: 'browser', initScript: RECORD_CAPTURES, guest: { picks: 'Photos' } },
    })
    await call(viewer, guest)
    const presenter = await sharingClient(guest.page)
    const watch = await watchCodes(viewer.page, '.shared-picture')
    await presenter.press('open')
    await expectLive(watch, photos)
    await use({ photos, viewer, presenter, guest, watch })
  },
})

/** Pictures of that window, painted after now. */
async function expectLive(watch: CodeWatch, window: TestWindow): Promise<void> {
  const sinceMs = Date.now()
  await expect
    .poll(async () => {
      const last = (await watch.pictures()).at(-1)
      return last?.kind === 'window' && last.number === window.number && last.drawnAtMs > sinceMs
    })
    .toBe(true)
}

async function expectHeldAndBack(
  { photos, viewer, presenter, watch }: Presenting,
  hide: () => Promise<void>,
  showAgain: () => Promise<void>,
): Promise<void> {
  const note = viewer.page.locator('.held-place')
  await hide()
  await expect(note).toHaveText(text.viewing.held.hidden('Gil'))
  expect((await presenter.state()).own).toMatchObject({ is: 'live', held: 'hidden' })
  expect((await watch.pictures()).at(-1)).toMatchObject({ kind: 'window', number: photos.number })
  await showAgain()
  await expect(note).toHaveText('')
  await expectLive(watch, photos)
  expect((await watch.pictures()).filter(({ kind }) => kind === 'black')).toEqual([])
}

test('a window that a guest minimises, or moves away, keeps its last picture with a note, and comes back by itself', async ({
  presenting,
}) => {
  const { photos } = presenting
  await expectHeldAndBack(
    presenting,
    () => photos.minimise(),
    () => photos.restore(),
  )
  await expectHeldAndBack(
    presenting,
    () => photos.toDesktop(1),
    () => photos.toDesktop(0),
  )
})

test('a window of a guest that only stands still is no hidden one', async ({ presenting }) => {
  const { photos, presenter, viewer } = presenting
  await photos.play(0)
  await viewer.page.waitForTimeout(NOTICED_MS)
  expect((await presenter.state()).own).toMatchObject({ is: 'live', held: null })
  await expect(viewer.page.locator('.held-place')).toHaveText('')
})

test('a guest who pauses and goes on, closes the window or reloads leaves a clear word at the viewer', async ({
  presenting,
}) => {
  const { photos, presenter, viewer, watch, guest } = presenting
  await presenter.press('pause')
  await expect(viewer.page.locator('.held-place')).toHaveText(text.viewing.held.paused('Gil'))
  await viewer.page.waitForTimeout(NOTICED_MS)
  await presenter.press('resume')
  await expect(viewer.page.locator('.held-place')).toHaveText('')
  await expectLive(watch, photos)
  await viewer.page.waitForTimeout(NOTICED_MS)
  await expect(viewer.page.locator('.held-place')).toHaveText('')
  await guest.page.reload()
  await expect(viewer.page.locator('.shared-picture')).toHaveCount(0)
  await guest.ui.expectAwake(guest.ui.duration)
  const again = await sharingClient(guest.page)
  expect((await again.state()).own).toEqual({ is: 'none' })
  await again.press('open')
  await expectLive(await watchCodes(viewer.page, '.shared-picture'), photos)
  await photos.close()
  await expect(viewer.page.locator('.shared-picture')).toHaveCount(0)
  await expect.poll(() => again.openCaptures()).toBe(0)
})
