// A person becomes a contact in a call, is kept as the user wants, leaves as a file, and is called from another profile that
// took the file.
import { readFileSync } from 'node:fs'
import { historyWords } from '../../shared/text/en-history'
import { peopleWords } from '../../shared/text/en-people'
import { text } from '../../shared/text/en'
import { ANA_FACE } from '../../renderer/gallery/people-faces'
import type { Person } from '../fixtures/person'
import { call, expectInCall, hangUp } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

const words = peopleWords.page

async function openContacts({ page }: Person): Promise<void> {
  await page.getByRole('tab', { name: text.home.contacts }).click()
}

async function openPage(person: Person, name: string): Promise<void> {
  await person.page.getByRole('group', { name }).press('Space')
  await person.page.getByRole('dialog').waitFor()
}

const press = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true }).click()

async function choose({ page }: Person, name: string, buffer: Buffer): Promise<void> {
  const files = page.getByRole('dialog').locator('input[type=file]').first()
  await files.setInputFiles({ name, mimeType: '', buffer })
}

/** In place of the system's dialogue. */
async function exportTo(person: Person, path: string): Promise<void> {
  await person.electron?.app.evaluate(({ session }, target) => {
    session.defaultSession.once('will-download', (_event, item) => item.setSavePath(target))
  }, path)
  await press(person, peopleWords.manage.json)
  await expect
    .poll(() => {
      try {
        return readFileSync(path, 'utf8').endsWith(']}\n')
      } catch {
        return false
      }
    })
    .toBe(true)
}

test('saved from a call, edited, deleted and brought back, exported, imported elsewhere and called', async ({
  join,
}, info) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const ben = await join({ name: 'Ben', host: 'electron' })
  await call(ana, ben)
  await hangUp(ana, ben)
  await press(ana, text.people.saveShort)
  await press(ana, text.app.close)
  await press(ben, text.app.close)

  await openContacts(ana)
  await openPage(ana, 'Ben')
  await ana.page.getByLabel(words.name, { exact: true }).fill('Ben the plumber')
  await ana.page.getByLabel(words.notes).fill('After 17:00')
  await press(ana, words.makeFavourite)
  await choose(ana, 'face.jpg', Buffer.from(ANA_FACE, 'base64'))
  await press(ana, peopleWords.picture.use)
  await expect(ana.page.locator('.dialog .avatar img')).toBeVisible()

  await press(ana, words.remove)
  await expect(ana.page.getByText(text.home.noContactsTitle)).toBeVisible()
  await press(ana, historyWords.undo)
  await openPage(ana, 'Ben the plumber')
  await expect(ana.page.getByLabel(words.notes)).toHaveValue('After 17:00')
  await expect(ana.page.locator('.dialog .avatar img')).toBeVisible()
  await press(ana, text.app.close)

  const file = info.outputPath('contacts.json')
  await press(ana, text.people.manage)
  await exportTo(ana, file)
  await ana.stop()

  const dalia = await join({ name: 'Dalia', host: 'electron' })
  await openContacts(dalia)
  await press(dalia, text.people.manage)
  await choose(dalia, 'contacts.json', readFileSync(file))
  await press(dalia, peopleWords.importing.take(1))
  await expect(
    dalia.page.getByText(peopleWords.importing.taken({ added: 1, changed: 0, withoutPicture: 0 })).first(),
  ).toBeVisible()
  await press(dalia, text.app.close)
  const row = dalia.page.getByRole('group', { name: 'Ben the plumber' })
  await expect(row.locator('.avatar img')).toBeVisible()
  await dalia.ui.ownLink()
  await row.press('Enter')
  await ben.ui.acceptWithVideo.click()
  await expectInCall(dalia, ben)
})
