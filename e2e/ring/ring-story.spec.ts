// A real call to an app whose window is hidden: seen, heard and answered in the ring window alone.
import type { Page } from '@playwright/test'
import { ANA_FACE } from '../../renderer/gallery/people-faces'
import { pictureUrl } from '../../shared/model/picture'
import { incomingWords } from '../../shared/text/en-incoming'
import { ringWindowWords } from '../../shared/text/en-ring-window'
import { appWindow } from '../fixtures/app-window'
import { idOf, type Person } from '../fixtures/person'
import { expectInCall, expectSees } from '../fixtures/story'
import { expect, test } from '../fixtures/test'
import { windowFacts } from '../share/bar-client'
import { pressUntil, RING_URL, ringPage } from './ring-client'

test('accepting with picture connects, and the window is gone', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'browser' })
  const ben = await join({ name: 'Ben', host: 'electron' })
  const ring = await ringHidden(ana, ben)
  await press(ring, ringWindowWords.acceptVideo)
  await expectInCall(ana, ben)
  await expectSees(ana, ben)
  expect(await factsOf(ben)).toBeUndefined()
})

test('declining tells the caller, with words where they are chosen', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'browser' })
  const ben = await join({ name: 'Ben', host: 'electron' })
  await press(await ringHidden(ana, ben), ringWindowWords.decline)
  await expect(ana.ui.endedBecause('declined-by-other', 'Ben', false)).toBeVisible()
  await ana.ui.closeEnd.click()
  const again = await ringHidden(ana, ben)
  const choose = again.getByRole('button', { name: ringWindowWords.declineMessage })
  await pressUntil(
    () => choose.click({ timeout: 1_000 }),
    () => again.getByRole('group').isVisible(),
  )
  await press(again, incomingWords.messages[2] ?? '')
  await expect(ana.page.getByRole('heading', { name: incomingWords.messages[2] ?? '' })).toBeVisible()
})

test('it goes when the caller gives up', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'browser' })
  const ben = await join({ name: 'Ben', host: 'electron' })
  const ring = await ringHidden(ana, ben)
  const gone = ring.waitForEvent('close')
  await ana.ui.cancel.click()
  await gone
  expect(await factsOf(ben)).toBeUndefined()
})

test('a contact is shown by the picture that is stored of them', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'browser' })
  const ben = await join({ name: 'Ben', host: 'electron' })
  const known = { id: await idOf(ana), name: 'Ana', server: null, addedAt: 0, favourite: false, notes: '' }
  await ben.page.evaluate(`(async () => {
    const { value } = await window.desktop.call('pictures.save', { data: ${JSON.stringify(ANA_FACE)} })
    await window.desktop.call('contacts.put', {
      contacts: [{ ...${JSON.stringify(known)}, picture: value.picture }],
    })
  })()`)
  const ring = await ringHidden(ana, ben)
  await expect(ring.locator('img')).toHaveAttribute('src', pictureUrl(ANA_FACE))
})

/** Rings Ben, whose window is hidden; the ring window is there, and shows who calls without having the keyboard. */
async function ringHidden(ana: Person, ben: Person): Promise<Page> {
  const link = await ben.ui.ownLink()
  const app = appOf(ben)
  await appWindow(app).hide()
  const coming = ringPage(app)
  await ana.ui.callWithVideo(link)
  const ring = await coming
  await expect(ring.getByRole('heading', { name: 'Ana' })).toBeVisible()
  await expect.poll(async () => (await factsOf(ben))?.visible).toBe(true)
  expect(await factsOf(ben)).toMatchObject({ focused: false })
  return ring
}

const factsOf = (person: Person) => windowFacts(appOf(person), RING_URL)

function appOf({ electron }: Person) {
  if (!electron) throw new Error('no Electron')
  return electron.app
}

/** Until the window is gone. */
function press(ring: Page, name: string): Promise<void> {
  return pressUntil(
    () => ring.getByRole('button', { name, exact: true }).click({ timeout: 1_000 }),
    () => Promise.resolve(ring.isClosed()),
  )
}
