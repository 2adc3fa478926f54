// The figures and the rings of a running call, on both Chromiums: what is shown is there, plausible, and moves.
import { text } from '../../shared/text/en'
import type { Person } from '../fixtures/person'
import { call } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

const words = text.connection
/** Row, and what a local call between two cameras may show in both directions. */
const ROWS: readonly (readonly [title: string, received: RegExp, sent?: RegExp])[] = [
  // Chromium makes it smaller while the machine is busy.
  [words.picture, /^\d{3,4}\s×\s\d{3}$/],
  [words.frames, /^([5-9]|[12]\d|3[01])\sfps$/],
  [words.data, /^(\d{2,3}\skb\/s|\d\.\d\sMb\/s)$/],
  [words.jitter, /^\d{1,3}\sms$/],
  [words.loss, /^\d{1,2}\.\d\s%$/],
  [words.freezes, /^\d+(\s×, \d+\.\d\ss)?$/, /^–$/],
  [words.codec, /^VP8, Opus$/],
]

async function expectFigures({ ui }: Person): Promise<void> {
  for (const [title, received, sent = received] of ROWS) {
    const row = ui.panel.getByRole('row').filter({ hasText: title })
    await expect(row.getByRole('cell').nth(0)).toHaveText(received)
    await expect(row.getByRole('cell').nth(1)).toHaveText(sent)
  }
}

/** How often within `forMs` some ring of that page lit up; the fake microphones beep once a second. */
const rings = ({ page }: Person, forMs: number): Promise<number> =>
  page.evaluate(async (durationMs) => {
    let lit = 0
    // The rings are decoration without a name, so only their state tells.
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes)
        if (target instanceof Element && target.hasAttribute('data-speaking')) lit += 1
    })
    observer.observe(document.body, { subtree: true, attributeFilter: ['data-speaking'] })
    await new Promise((resolve) => setTimeout(resolve, durationMs))
    observer.disconnect()
    return lit
  }, forMs)

test('show in the app and in a browser', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const ben = await join({ name: 'Ben', host: 'browser' })
  await call(ana, ben)
  for (const person of [ana, ben]) {
    await person.page.keyboard.press('i')
    await expectFigures(person)
  }
  await expect(ana.ui.panel).toContainText(words.direct('Ben'))
})

test('the rings move with a voice, and rest when nobody speaks', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const ben = await join({ name: 'Ben', host: 'browser' })
  await call(ana, ben)
  for (const person of [ana, ben]) await expect.poll(() => rings(person, 2_500)).toBeGreaterThan(0)
  for (const person of [ana, ben]) {
    await person.ui.pressAwake(person.ui.mute)
  }
  for (const person of [ana, ben]) await expect.poll(() => rings(person, 2_500)).toBe(0)
})
