// A call that was missed: counted until its list is looked at, told of in its details, deleted and taken back, called back.
import { text } from '../../shared/text/en'
import { historyWords } from '../../shared/text/en-history'
import { idOf } from '../fixtures/person'
import { expect, test } from '../fixtures/test'

test('a missed call is counted until it was seen, comes back by Undo, and is called back', async ({
  join,
}) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const ben = await join({ name: 'Ben', host: 'browser' })
  const benId = await idOf(ben)
  await ben.ui.callWithVideo(await ana.ui.ownLink())
  await ana.ui.incoming.waitFor()
  await ben.ui.cancel.click()
  await ana.ui.closeEnd.waitFor()
  await expect(ana.page).toHaveTitle(historyWords.title(1, text.app.name))
  await ana.ui.closeEnd.click()
  await ana.page.bringToFront()

  const row = ana.page.getByRole('group', { name: 'Ben' })
  await expect(row).toContainText(historyWords.marks.missed)
  await expect(ana.page).toHaveTitle(text.app.name)
  await expect(ana.ui.recent).toHaveText(text.home.recent)

  await row.getByRole('heading').click()
  await expect(ana.page.getByText(benId)).toBeVisible()
  await row.focus()
  await ana.page.keyboard.press('Delete')
  await expect(ana.page.getByText(text.home.noCallsTitle)).toBeVisible()
  await ana.page.getByRole('button', { name: historyWords.undo }).click()
  await expect(row).toBeVisible()

  // What is on the screen was kept, and so was that it was seen.
  await ana.page.reload()
  await expect(row).toBeVisible()
  await expect(ana.ui.recent).toHaveText(text.home.recent)
  await ana.ui.ownLink()
  await row.focus()
  await ana.page.keyboard.press('Enter')
  await expect(ben.ui.incoming).toContainText('Ana')
  await ana.ui.cancel.click()
})
