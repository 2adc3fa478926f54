// What is said of a bad line, in a call that really has one: both screens name the side whose line it is, and which way; on a
// good line nothing is said. The server is on neither computer, as its echoes tell of a line only where they travel over it.
import type { Page } from '@playwright/test'
import { diagnosisWords } from '../../shared/text/en-diagnosis'
import { startServer } from '../../build/setup/server-process.mjs'
import type { Diagnosis } from '../../renderer/features/stats/choose-diagnosis'
import type { Person } from '../fixtures/person'
import { call, expectSees } from '../fixtures/story'
import { expect, test } from '../fixtures/test'
import { startLink, type Link, type Side } from './link'
import { needsLink } from './needs-link'

/** A quarter of all packets: half of the echoes of half a minute are late by a whole retransmission. */
const LOSSY = { lossPct: 25 }
const WELL = { lossPct: 0 }
/** Long enough for a sentence that would come. */
const GOOD_S = 20
/** Half a minute of echoes, and what must be so for some seconds before it is said, twice. */
const PATIENCE = { timeout: 90_000 }

/** Those that blame somebody's line. */
const LINES: readonly Diagnosis[] = [
  ...(['my-upload', 'my-download', 'my-line'] as const),
  ...(['their-upload', 'their-download', 'their-line'] as const),
]

interface Panel {
  readonly sentences: () => Promise<string[]>
  readonly sentence: (is: Diagnosis) => string
}

/** Opens the panel; what stands in it is read as it comes, also what goes again. */
async function panelOf({ ui, page }: Person, other: Person): Promise<Panel> {
  await ui.wake()
  await page.keyboard.press('i')
  await expect(ui.panel).toBeVisible()
  return {
    sentences: () => ui.panel.locator('.panel-diagnosis').allInnerTexts(),
    sentence: (is) => diagnosisWords[is](other.name),
  }
}

/** Every sentence that the page shows from now on. */
async function recordSentences(page: Page): Promise<() => Promise<string[]>> {
  const shown = await page.evaluateHandle(() => {
    const all: string[] = []
    const look = (): void => {
      for (const { textContent } of document.querySelectorAll('.panel-diagnosis')) all.push(textContent)
    }
    look()
    new MutationObserver(look).observe(document.body, { childList: true, characterData: true, subtree: true })
    return all
  })
  return () => shown.jsonValue()
}

const secondsOf = async ({ ui }: Person): Promise<number> => {
  const [seconds = 0, minutes = 0] = ((await ui.duration.textContent()) ?? '')
    .split(':')
    .map(Number)
    .reverse()
  return minutes * 60 + seconds
}

test('a line that loses packets is named on both screens, by its side and its direction, and a good one never', async ({
  join,
  atEnd,
}) => {
  needsLink()
  test.setTimeout(420_000)
  const link = await startLink({ delayMs: 20 })
  atEnd(link.stop)
  const server = await startServer({ args: ['--host', '0.0.0.0', '--plain-http'] })
  atEnd(server.stop)
  const home = `http://${link.serverAddress}:${String(server.port)}/`
  const at = (name: string, side: Side) => join({ name, server: home, host: 'electron', electron: { side } })
  const [ana, ben] = [await at('Ana', link.a), await at('Ben', link.b)]
  await call(ana, ben)
  await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
  const [here, there] = [await panelOf(ana, ben), await panelOf(ben, ana)]

  await test.step('a good line', async () => {
    const recorded = [await recordSentences(ana.page), await recordSentences(ben.page)]
    const from = await secondsOf(ana)
    await expect.poll(() => secondsOf(ana), PATIENCE).toBeGreaterThan(from + GOOD_S)
    // A machine with too much to do is late as well, and that is said; but of no line.
    const blaming = LINES.flatMap((is) => [here.sentence(is), there.sentence(is)])
    for (const read of recorded) expect((await read()).filter((each) => blaming.includes(each))).toEqual([])
    await Promise.all([here, there].map((panel) => expect.poll(panel.sentences, PATIENCE).toEqual([])))
  })

  const names = async (
    limits: Parameters<Link['set']>,
    mine: Diagnosis,
    theirs: Diagnosis,
  ): Promise<void> => {
    await link.set(...limits)
    // Each for itself: half of what one side knows is what the other told it.
    await Promise.all([
      expect.poll(here.sentences, PATIENCE).toEqual([here.sentence(mine)]),
      expect.poll(there.sentences, PATIENCE).toEqual([there.sentence(theirs)]),
    ])
    await link.set(WELL)
    await expect.poll(here.sentences, PATIENCE).toEqual([])
    await expect.poll(there.sentences, PATIENCE).toEqual([])
  }
  await test.step("Ana's upload", () => names([LOSSY, ['aToB']], 'my-upload', 'their-upload'))
  await test.step("Ana's download", () => names([LOSSY, ['bToA']], 'my-download', 'their-download'))
})
