// A real window crosses a thin link between two real clients of either kind, as the pixels at the far end show.
import { expect, test } from '../fixtures/test'
import { startTestWindows } from '../windows/test-windows'
import { watchCodes } from '../windows/watch-codes'
import { BROWSER_TITLE, startBarePair } from './bare/bare-pair'
import { startLink } from './link'
import { needsLink } from './needs-link'

test.beforeEach(needsLink)

for (const host of ['electron', 'browser'] as const) {
  test(`a window crosses a link of 1 Mb/s, and nothing while it is cut (${host})`, async ({ atEnd }) => {
    const windows = startTestWindows()
    atEnd(windows.stop)
    const link = await startLink({ rateKbps: 1000, delayMs: 30 })
    atEnd(link.stop)
    const window = await windows.open({
      ...{ title: BROWSER_TITLE, program: 'Clock', width: 640, height: 360 },
      fps: 10,
    })
    const pair = await startBarePair(host, link)
    atEnd(pair.stop)
    await pair.connect()
    await pair.share(window)
    const watch = await watchCodes(pair.viewer, '#remote')
    const lastPicture = async () => (await watch.pictures()).at(-1)
    await expect.poll(lastPicture).toMatchObject({ kind: 'window', number: window.number, isWhole: true })
    const picture = await lastPicture()
    expect(picture?.kind === 'window' && picture.atMs - picture.drawnAtMs).toBeGreaterThan(30)

    await link.set({ isCut: true })
    const { packets } = (await link.counts()).aToB
    await expect.poll(async () => (await link.counts()).aToB.cut).toBeGreaterThan(20)
    expect((await link.counts()).aToB.packets).toBe(packets)
    const before = (await watch.pictures()).length
    await link.set({ isCut: false })
    await expect.poll(async () => (await watch.pictures()).length).toBeGreaterThan(before + 5)
  })
}
