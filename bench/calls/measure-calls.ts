// Owns the benchmark of what calls leave behind: one pair calls again and again, and after the last call each page must hold
// what it held after the twentieth. By then everything that is made once is there.
import { expect } from '@playwright/test'
import { prepareMachine } from '../../build/setup/prepare-machine.mjs'
import { say } from '../../build/setup/say.mjs'
import { startServer } from '../../build/setup/server-process.mjs'
import { clearHistory } from '../../e2e/fixtures/kept-history'
import { arrive, type Person } from '../../e2e/fixtures/person'
import { expectInCall } from '../../e2e/fixtures/story'
import { countRow, type Row } from '../rows'
import type { BenchOptions } from '../run-bench'
import { readFigures, type PageFigures } from './page-figures'

const FIRST_READING = 20
/** With the usual 20 pairs the second reading is after call 220. */
const CALLS_PER_PAIR = 10
/** What a call leaves to be done later: the last message's patience, a closing connection, a lazy unmount. */
const QUIET_MS = 5_000
const MEBIBYTE = 1024 * 1024

export async function measureCalls({ pairs, install }: BenchOptions): Promise<readonly Row[]> {
  const machine = await prepareMachine({ electron: true, browser: false, ownDisplay: true, install })
  try {
    return await measurePair(pairs * CALLS_PER_PAIR)
  } finally {
    machine.stop()
  }
}

async function measurePair(calls: number): Promise<readonly Row[]> {
  const server = await startServer()
  const people: Person[] = []
  try {
    for (const name of ['Ana', 'Ben']) {
      people.push(await arrive({ name, host: 'electron', server: server.baseUrl }))
    }
    const [ana, ben] = people
    if (!ana || !ben) throw new Error('Nobody came.')
    const link = await ben.ui.ownLink()
    await ana.ui.ownLink()
    await callAgainAndAgain({ ana, ben, link }, FIRST_READING)
    const before = [await readAtRest(ana), await readAtRest(ben)]
    say(`${calls} more calls …`)
    await callAgainAndAgain({ ana, ben, link }, calls)
    const after = [await readAtRest(ana), await readAtRest(ben)]
    return rowsOf(calls, before, after)
  } finally {
    for (const person of people) await person.stop()
    await server.stop()
  }
}

interface Pair {
  readonly ana: Person
  readonly ben: Person
  readonly link: string
}

async function callAgainAndAgain({ ana, ben, link }: Pair, times: number): Promise<void> {
  for (let call = 0; call < times; call += 1) {
    await ana.ui.callWithVideo(link)
    await ben.ui.acceptWithVideo.click()
    await expectInCall(ana, ben)
    const hangsUp = call % 2 === 0 ? ana : ben
    await hangsUp.ui.wake()
    await hangsUp.ui.hangUp.click()
    for (const person of [ana, ben]) {
      await person.ui.closeEnd.click()
      await expect(person.ui.linkField).toBeVisible()
    }
  }
}

/**
 * With no history, which is kept on purpose, and the pointer nowhere. Chromium's undo keeps the field that was typed into last,
 * and with it the screen around that, until another is typed into: that of the last call, with its rows of recent calls.
 */
async function readAtRest(person: Person): Promise<PageFigures> {
  const { page, ui } = person
  await page.mouse.move(0, 0)
  await clearHistory(person)
  await ui.linkField.fill('-')
  await ui.linkField.fill('')
  await page.waitForTimeout(QUIET_MS)
  return readFigures(page)
}

type Figure = keyof PageFigures

const FIGURES: readonly (readonly [figure: Figure, name: string])[] = [
  ['connections', 'RTCPeerConnections'],
  ['tracks', 'tracks'],
  ['listeners', 'event listeners'],
  ['nodes', 'DOM nodes'],
]

/** The larger difference of the two pages. */
function rowsOf(
  calls: number,
  before: readonly PageFigures[],
  after: readonly PageFigures[],
): readonly Row[] {
  const grown = (figure: Figure): number =>
    Math.max(...after.map((page, index) => page[figure] - (before[index]?.[figure] ?? 0)))
  const about = `after ${calls} more calls`
  const heap = Math.round((grown('heapBytes') / MEBIBYTE) * 100) / 100
  return [
    countRow({ name: `${about}: heap after GC`, unit: 'MB', goal: '≤ 2' }, heap, calls),
    ...FIGURES.map(([figure, name]) =>
      countRow({ name: `${about}: ${name}`, unit: 'more', goal: '0' }, grown(figure), calls),
    ),
  ]
}
