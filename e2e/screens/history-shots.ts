// Owns the photographs of recent calls: opened, deleted with a way back, chosen, searched, scrolled, in every size.
import type { Page } from '@playwright/test'
import { text } from '../../shared/text/en'
import { historyWords } from '../../shared/text/en-history'
import { key, press, shot, type Shot } from './shot'

const open = (name: string) => async (page: Page) => {
  // By key: under the pointer the row's buttons come, which take the room of a name where the text is large.
  const row = page.locator('[data-row]').filter({ has: page.getByRole('heading', { name }) })
  await row.first().press('Space')
  await page.getByText(historyWords.id, { exact: true }).waitFor()
}

const choose = (filter: string) => async (page: Page) => {
  await page.getByLabel(historyWords.show).selectOption(filter)
}

async function removeFirst(page: Page): Promise<void> {
  await page.getByRole('tab', { name: text.home.recent }).focus()
  await toList(page)
  await page.keyboard.press('Delete')
  await page.getByText(historyWords.undo).waitFor()
}

/** From the tab: the filter, the button beside it, the first row. */
async function toList(page: Page): Promise<void> {
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab')
}

async function toEnd(page: Page): Promise<void> {
  await page.getByRole('tab', { name: text.home.recent }).focus()
  await toList(page)
  await page.keyboard.press('End')
}

const small = { size: 'small' } as const

export const historyShots: readonly Shot[] = [
  shot('history-open', 'history', { act: open('Chidi') }),
  shot('history-open-group', 'history', { act: open('Dalia') }),
  shot('history-open-tall', 'history-odd-names', { act: open('Wolfe'), size: 'tall' }),
  shot('history-open-small', 'history', { act: open('Maximiliane'), ...small }),
  shot('history-open-large-text', 'history', { act: open('Dalia'), ...small, largeText: true }),
  shot('history-open-forced-colors', 'history-new', {
    act: open('Dalia'),
    forcedColors: true,
    themes: ['light'],
  }),
  shot('history-none', 'history', {
    act: async (page) => {
      await choose('missed')(page)
      await press(historyWords.removeSeveral)(page)
      await page.getByRole('group', { name: historyWords.removeSeveral }).getByRole('button').first().click()
      await page.getByText(historyWords.noneTitle.missed).waitFor()
    },
  }),
  shot('history-missed', 'history', { act: choose('missed') }),
  shot('history-remove', 'history', {
    act: async (page) => {
      await choose('missed')(page)
      await press(historyWords.removeSeveral)(page)
    },
  }),
  shot('history-deleted', 'history', { act: removeFirst }),
  shot('history-deleted-small', 'history', { act: removeFirst, ...small }),
  shot('history-many-end', 'history-many', { act: toEnd }),
  shot('history-many-small', 'history-many', { ...small, act: toEnd }),
  shot('history-many-contacts', 'history-many', {
    act: (page) => page.getByRole('tab', { name: text.home.contacts }).click(),
  }),
  shot('history-unseen-small', 'history-unseen', { ...small }),
  shot('history-keyboard', 'history-new', {
    act: async (page) => {
      await page.getByRole('tab', { name: text.home.recent }).focus()
      await toList(page)
      await page.keyboard.press('ArrowDown')
      await key('Tab')(page)
    },
  }),
]
