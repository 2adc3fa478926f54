// Who may ring, between a real app and a real guest: a stranger who is only listed, one who is refused, one who is blocked; and
// what is said with a decline, or by a ring that ends by itself.
import { keptHistory } from '../fixtures/kept-history'
import type { Person } from '../fixtures/person'
import { idOf } from '../fixtures/person'
import { expectInCall, ring } from '../fixtures/story'
import { expect, test } from '../fixtures/test'
import { text } from '../../shared/text/en'
import { endWords } from '../../shared/text/en-codes'
import type { EndReason } from '../../shared/model/call'
import type { Settings } from '../../shared/model/settings'

/** It rings for 10 s there; unset it would be 45. */
const RUNG_OUT_MS = 30_000
/** No `ringing` comes: the caller gives up after 5 s. */
const SILENCE_MS = 15_000

const ask = (person: Person, name: string, input: object | null = null): Promise<unknown> =>
  person.page.evaluate(
    `window.desktop.call(${JSON.stringify(name)}${input === null ? '' : `, ${JSON.stringify(input)}`})`,
  )
const setUp = (person: Person, change: Partial<Settings>): Promise<unknown> =>
  ask(person, 'settings.change', change)

async function recordsOf(person: Person): Promise<readonly string[]> {
  const { records } = await keptHistory(person)
  return records.map(({ name, direction, reason }) => `${direction} ${name}: ${reason}`)
}

/** Who doesn't answer gives no name. */
const NOBODY = { name: text.app.otherSide }
const whyEnded = ({ name }: { readonly name: string }, reason: EndReason): string =>
  endWords(reason, { name, talked: false }).title

/** Presses "call", and sees `ringing` never come. */
async function callInVain(caller: Person, link: string, why: string): Promise<void> {
  await caller.ui.callWithVideo(link)
  await expect(caller.ui.endedTitle).toHaveText(why, { timeout: SILENCE_MS })
  await caller.ui.closeEnd.click()
}

/** Asked often enough to see it come and go. */
async function neverRings(person: Person, meanwhile: () => Promise<void>): Promise<void> {
  await person.page.evaluate(() => {
    const seen = { ring: false }
    Reflect.set(window, 'testSeen', seen)
    new MutationObserver(() => {
      seen.ring ||= document.querySelector('[role="alertdialog"]') !== null
    }).observe(document.body, { childList: true, subtree: true })
  })
  await meanwhile()
  expect(await person.page.evaluate(() => Reflect.get(window, 'testSeen') as unknown)).toMatchObject({
    ring: false,
  })
}

test('strangers ring, are listed, are refused or meet silence, as the user wants', async ({ join }) => {
  test.setTimeout(180_000)
  const ben = await join({ name: 'Ben', host: 'electron' })
  const ana = await join({ name: 'Ana', host: 'browser' })
  const link = await ben.ui.ownLink()
  const id = await idOf(ana)

  await setUp(ben, { unknownCallers: 'list' })
  await neverRings(ben, () => callInVain(ana, link, whyEnded(NOBODY, 'no-answer')))
  await expect.poll(() => recordsOf(ben)).toEqual(['incoming Ana: missed'])

  await setUp(ben, { unknownCallers: 'refuse' })
  await neverRings(ben, () => callInVain(ana, link, whyEnded(NOBODY, 'declined-by-other')))
  await expect.poll(async () => (await recordsOf(ben))[0]).toBe('incoming Ana: declined-by-me')

  await setUp(ben, { unknownCallers: 'ring' })
  await ask(ben, 'contacts.block', { id, name: 'Ana', blockedAt: 0 })
  await neverRings(ben, () => callInVain(ana, link, whyEnded(NOBODY, 'no-answer')))
  expect(await recordsOf(ben)).toHaveLength(2)

  // Whom we call ourselves can take it, blocked or not.
  await ben.ui.callWithVideo(await ana.ui.ownLink())
  await ana.ui.acceptWithVideo.click()
  await expectInCall(ana, ben)
})

test('a decline has words, and a ring that ends by itself says so', async ({ join }) => {
  test.setTimeout(120_000)
  const ben = await join({ name: 'Ben', host: 'electron' })
  const ana = await join({ name: 'Ana', host: 'browser' })
  await setUp(ben, { declineMessages: ['', 'On a train: https://train.example/', ''], ringSeconds: 10 })

  await ring(ana, ben)
  await ben.page.keyboard.press('Alt+m')
  await ben.page.getByRole('button', { name: 'On a train' }).click()
  await expect(ana.ui.endedTitle).toHaveText(text.ended.said('Ben', 'On a train: https://train.example/'))
  await expect(ana.page.getByRole('main').getByRole('link')).toHaveCount(0)
  await ana.ui.closeEnd.click()
  await expect(ben.ui.linkField).toBeVisible()

  await ring(ana, ben)
  await expect(ana.ui.endedTitle).toHaveText(whyEnded(ben, 'no-answer'), { timeout: RUNG_OUT_MS })
  await expect(ben.ui.endedTitle).toHaveText(whyEnded(ana, 'missed'))
})
