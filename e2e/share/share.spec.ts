// Sharing between real clients, with real windows of another program: the viewer's own pixels say which window arrived.
import { RECORD_CONNECTIONS } from '../fixtures/connection-probe'
import type { Person } from '../fixtures/person'
import { call, connectionOf } from '../fixtures/story'
import { expect, test as base } from '../fixtures/test'
import { startTestWindows, type TestWindows } from '../windows/test-windows'
import type { CodeWatch } from '../windows/watch-codes'
import { RECORD_CAPTURES, sharingClient, type SharingClient } from './sharing-client'

const LETTER = { title: 'Letter', program: 'writer', width: 640, height: 420, x: 20, y: 20, fps: 5 }
const PHOTOS = { title: 'Photos', program: 'album', width: 500, height: 360, x: 700, y: 40, fps: 5 }

interface Presenting {
  readonly windows: TestWindows
  readonly ana: Person
  readonly ben: Person
  readonly presenter: SharingClient
  readonly viewer: SharingClient
}

const probes = RECORD_CONNECTIONS + RECORD_CAPTURES

const test = base.extend<{ presenting: Presenting }>({
  presenting: async ({ join, atEnd }, use) => {
    const windows = startTestWindows()
    atEnd(windows.stop)
    const ana = await join({ name: 'Ana', host: 'electron', initScript: probes })
    const ben = await join({ name: 'Ben', host: 'electron', initScript: probes })
    await call(ana, ben)
    const [presenter, viewer] = [await sharingClient(ana.page), await sharingClient(ben.page)]
    await use({ windows, ana, ben, presenter, viewer })
  },
})

/** The number of the window that was drawn last; null: none that could be read. */
async function lastNumber(watch: CodeWatch): Promise<number | null> {
  const last = (await watch.pictures()).at(-1)
  return last?.kind === 'window' ? last.number : null
}

test('the chosen window arrives, and the next one by a switch, without any negotiation', async ({
  presenting: { windows, ana, presenter, viewer },
}) => {
  const [letter, photos] = await windows.openAll([LETTER, PHOTOS])
  const before = await connectionOf(ana)
  const watch = await viewer.watch()
  await presenter.share('Letter')
  await expect.poll(() => lastNumber(watch)).toBe(letter?.number)
  expect((await viewer.call())?.remote?.screen).toMatchObject({ title: 'Letter', kind: 'window', epoch: 1 })
  await watch.clear()
  await presenter.share('Photos')
  await expect.poll(() => lastNumber(watch)).toBe(photos?.number)
  expect((await viewer.call())?.remote?.screen).toMatchObject({ title: 'Photos', epoch: 2 })
  expect((await watch.pictures()).filter(({ kind }) => kind === 'black')).toEqual([])
  expect((await connectionOf(ana)).negotiations).toBe(before.negotiations)
  expect(await presenter.openCaptures()).toBe(1)
  await presenter.press('stop')
  await expect.poll(async () => (await viewer.call())?.remote?.screen).toBeNull()
  expect(await presenter.openCaptures()).toBe(0)
})
