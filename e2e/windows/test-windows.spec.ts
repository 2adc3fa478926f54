// The test windows are real: a real Electron captures them, and their pixels tell which one arrived.
import { startBarePair, type BarePair } from '../link/bare/bare-pair'
import { expect, test as base } from '../fixtures/test'
import { startTestWindows, type TestWindows, type WindowSpec } from './test-windows'
import { watchCodes, type CodeWatch, type DrawnPicture } from './watch-codes'

interface Stage {
  readonly windows: TestWindows
  readonly pair: BarePair
  readonly watch: CodeWatch
  readonly lastPicture: () => Promise<DrawnPicture | undefined>
}

const test = base.extend<{ readonly stage: Stage }>({
  stage: async ({ atEnd }, use) => {
    const windows = startTestWindows()
    atEnd(windows.stop)
    const pair = await startBarePair('electron', null)
    atEnd(pair.stop)
    await pair.connect()
    const watch = await watchCodes(pair.viewer, '#remote')
    await use({ windows, pair, watch, lastPicture: async () => (await watch.pictures()).at(-1) })
  },
})

const LEDGER: WindowSpec = { title: 'Ledger – 2026', program: 'Books', width: 640, height: 400, fps: 10 }
const TABLE: WindowSpec = { ...LEDGER, title: 'Table', x: 700 }

test('the viewer tells two windows apart, and when each was painted', async ({ stage }) => {
  const [ledger, table] = await stage.windows.openAll([LEDGER, TABLE])
  if (ledger === undefined || table === undefined) throw new Error('no windows')
  await stage.pair.share(ledger)
  const whole = { kind: 'window', isWhole: true, width: 640, height: 400 }
  await expect.poll(stage.lastPicture).toMatchObject({ ...whole, number: ledger.number })
  await stage.pair.share(table)
  await expect.poll(stage.lastPicture).toMatchObject({ ...whole, number: table.number })
  const picture = await stage.lastPicture()
  if (picture?.kind !== 'window') throw new Error('no window')
  expect(picture.atMs - picture.drawnAtMs).toBeGreaterThan(0)
  expect(picture.atMs - picture.drawnAtMs).toBeLessThan(5_000)
})

test('a window stands still, moves again, and shows its content', async ({ stage }) => {
  const window = await stage.windows.open({ ...LEDGER, fps: 0, content: 'motion' })
  await stage.pair.share(window)
  await expect.poll(stage.lastPicture).toMatchObject({ number: window.number, isWhole: true })
  const still = await stage.lastPicture()
  await window.play(10)
  await expect.poll(async () => (await stage.watch.pictures()).length).toBeGreaterThan(5)
  await window.play(0)
  expect(await stage.lastPicture()).not.toMatchObject({
    drawnAtMs: still?.kind === 'window' && still.drawnAtMs,
  })
})

test('a resized window arrives in its new size', async ({ stage }) => {
  const window = await stage.windows.open(LEDGER)
  await stage.pair.share(window)
  await expect.poll(stage.lastPicture).toMatchObject({ width: 640, height: 400 })
  await window.resize(800, 300)
  await expect.poll(stage.lastPicture).toMatchObject({ width: 800, height: 300, isWhole: true })
})

for (const [how, hide, show] of [
  ['minimised', 'minimise', 'restore'],
  ['on another desktop', 'leave', 'return'],
] as const) {
  test(`a window that is ${how} arrives black, and comes back`, async ({ stage }) => {
    const window = await stage.windows.open(LEDGER)
    const act = {
      minimise: () => window.minimise(),
      restore: () => window.restore(),
      leave: () => window.toDesktop(1),
      return: () => window.toDesktop(0),
    }
    await stage.pair.share(window)
    await expect.poll(stage.lastPicture).toMatchObject({ kind: 'window' })
    await act[hide]()
    await expect.poll(stage.lastPicture).toMatchObject({ kind: 'black' })
    await act[show]()
    await expect.poll(stage.lastPicture).toMatchObject({ kind: 'window', number: window.number })
  })
}

test('a program opens its window anew: same names, another number', async ({ stage }) => {
  const window = await stage.windows.open(LEDGER)
  const again = await window.recreate()
  expect(again.spec).toEqual(window.spec)
  expect(again.number).not.toBe(window.number)
  await stage.pair.share(again)
  await expect.poll(stage.lastPicture).toMatchObject({ number: again.number })
})

test('200 windows, names of 4 000 characters and of another direction', async ({ stage }) => {
  const odd = `\u202e‮אבג\u0007\n${'x'.repeat(4000)}`
  const many = Array.from({ length: 200 }, (_, index) => ({ ...LEDGER, fps: 0, title: `${odd} ${index}` }))
  const opened = await stage.windows.openAll(many)
  const last = opened.at(-1)
  if (last === undefined) throw new Error('no windows')
  await last.resize(1, 1)
  await last.close()
  await expect(last.raise()).rejects.toThrow('KeyError')
  const first = opened[0]
  if (first) await stage.pair.share(first)
  await expect.poll(stage.lastPicture).toMatchObject({ number: first?.number })
})
