// Owns the photographs of contacts: the list, a contact's page, cropping a picture, importing, exporting, who is blocked.
import type { Page } from '@playwright/test'
import { writeContactsJson } from '../../shared/exchange/contacts-json'
import type { Contact } from '../../shared/model/contact'
import { historyWords } from '../../shared/text/en-history'
import { peopleWords } from '../../shared/text/en-people'
import { text } from '../../shared/text/en'
import { ANA_FACE } from '../../renderer/gallery/people-faces'
import { opens, press, shot, type Shot } from './shot'

const small = { size: 'small' } as const

const contacts = (page: Page) => page.getByRole('tab', { name: text.home.contacts }).click()

const pageOf = (name: string) => async (page: Page) => {
  await contacts(page)
  await page.getByRole('group', { name }).first().press('Space')
  await page.getByRole('dialog').waitFor()
}

async function manage(page: Page): Promise<void> {
  await contacts(page)
  await opens('dialog', press(text.people.manage))(page)
}

/** The hidden field beside the button. */
async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  const files = page.getByRole('dialog').locator('input[type=file]').first()
  await files.setInputFiles({ name, mimeType: '', buffer })
}

const BEN_ID = 'b41be07a9d52c3f1aa72e9041c6d85f2'
const entry = (id: string, name: string): Contact => ({
  ...{ id, name, server: 'https://call.oak-lane.example/', addedAt: 0 },
  ...{ favourite: false, notes: 'From the file', picture: null },
})
const FILE = writeContactsJson(
  [
    entry(BEN_ID, 'Benjamin Okafor'),
    entry('e'.repeat(32), 'Inês Duarte'),
    entry('f'.repeat(32), 'محمد عبد الرحمن'),
  ],
  () => null,
).replace(']}', ',{"id":"b41b","name":"Half"},\n{"id":\n]}')

async function preview(page: Page): Promise<void> {
  await manage(page)
  await chooseFile(page, 'contacts.json', Buffer.from(FILE))
  await page.getByText(peopleWords.importing.keep).waitFor()
}

async function foreign(page: Page): Promise<void> {
  await manage(page)
  await chooseFile(page, 'holidays.ics', Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'))
  await page.getByText(peopleWords.importing.problems.calendar).waitFor()
}

async function crop(page: Page): Promise<void> {
  await pageOf('Chidi Eze')(page)
  await chooseFile(page, 'face.jpg', Buffer.from(ANA_FACE, 'base64'))
  await page.getByText(peopleWords.picture.hint).waitFor()
}

async function noPicture(page: Page): Promise<void> {
  await pageOf('Chidi Eze')(page)
  await chooseFile(page, 'face.jpg', Buffer.from('not a picture'))
  await page.getByRole('dialog').getByText(peopleWords.picture.problems['not-a-picture']).waitFor()
}

const add = async (page: Page) => {
  await contacts(page)
  await opens('dialog', press(text.people.add))(page)
}

async function wrongLink(page: Page): Promise<void> {
  await add(page)
  await page.getByRole('dialog').getByLabel(text.callBox.field).fill('parley://call/b41b?server=x')
  await press(peopleWords.add.save)(page)
}

/** Above the page's foot, which a pointer alone would leave it under; drawing a long list may move it once more. */
async function lookAt(page: Page, name: string): Promise<void> {
  const row = page.getByRole('group', { name }).first()
  for (const pause of [200, 0]) {
    await row.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    await page.waitForTimeout(pause)
  }
  const box = await row.boundingBox()
  if (box) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
}
const hoverCall = (page: Page) => lookAt(page, 'Inês Duarte')

async function hoverContact(page: Page): Promise<void> {
  await contacts(page)
  await lookAt(page, 'Ben Okafor')
}

async function removed(page: Page): Promise<void> {
  await pageOf('Chidi Eze')(page)
  await press(peopleWords.page.remove)(page)
  await page.getByText(peopleWords.page.removed('Chidi')).waitFor()
}

async function blocked(page: Page): Promise<void> {
  await pageOf('Ben Okafor')(page)
  await press(historyWords.block)(page)
  await page.getByText(historyWords.blocked('Ben')).waitFor()
}

const relayOnly = async (page: Page) => {
  await pageOf('Ben Okafor')(page)
  const row = page.getByRole('switch', { name: peopleWords.page.relayOnly })
  await row.focus()
  await page.keyboard.press('Space')
  await row.scrollIntoViewIfNeeded()
}

export const peopleShots: readonly Shot[] = [
  shot('contacts-list', 'contacts', { act: contacts }),
  shot('contacts-list-small', 'contacts', { act: contacts, ...small }),
  shot('contacts-list-odd', 'contacts-odd', { act: contacts }),
  shot('contacts-list-nobody', 'contacts-nobody', { act: contacts }),
  shot('contact-page', 'contacts', { act: pageOf('Ben Okafor') }),
  shot('contact-page-tall', 'contacts', { act: pageOf('Ben Okafor'), size: 'tall' }),
  shot('contact-page-small', 'contacts', { act: pageOf('Ben Okafor'), ...small }),
  shot('contact-relay-only', 'contacts', { act: relayOnly, size: 'tall' }),
  shot('contact-relay-only-small', 'contacts', { act: relayOnly, ...small }),
  shot('contact-page-odd', 'contacts-odd', { act: pageOf('Wolfe'), size: 'tall' }),
  shot('contact-page-rtl', 'contacts-odd', { act: pageOf('محمد'), size: 'tall' }),
  shot('contact-page-large-text', 'contacts', { act: pageOf('Ben Okafor'), ...small, largeText: true }),
  shot('contacts-hover-large-text', 'contacts', { act: hoverContact, ...small, largeText: true }),
  shot('calls-hover-large-text', 'home', { act: hoverCall, ...small, largeText: true }),
  shot('calls-hover', 'home', { act: hoverCall }),
  shot('contact-crop', 'contacts', { act: crop, size: 'tall' }),
  shot('contact-crop-small', 'contacts', { act: crop, ...small }),
  shot('contact-no-picture', 'contacts', { act: noPicture }),
  shot('contact-removed', 'contacts', { act: removed }),
  shot('contact-blocked', 'contacts', { act: blocked }),
  shot('contact-blocked-small', 'contacts', { act: blocked, ...small }),
  shot('contact-blocked-large-text', 'contacts', { act: blocked, ...small, largeText: true }),
  shot('contact-new', 'contacts', { act: add }),
  shot('contact-new-wrong', 'contacts', { act: wrongLink, ...small }),
  shot('contacts-manage', 'contacts', { act: manage }),
  shot('contacts-manage-small', 'contacts', { act: manage, ...small }),
  shot('contacts-import', 'contacts', { act: preview, size: 'tall' }),
  shot('contacts-import-small', 'contacts', { act: preview, ...small }),
  shot('contacts-import-foreign', 'contacts', { act: foreign }),
]
