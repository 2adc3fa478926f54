// Owns how a test finds its way in the settings, and what the system's dialogues answer there.
import type { Locator, Page } from '@playwright/test'
import { text } from '../../shared/text/en'
import { settingsWords as words } from '../../shared/text/en-settings'
import type { ElectronClient } from '../fixtures/electron-client'

export function settingsOf(page: Page) {
  const dialog = page.getByRole('dialog', { name: text.settings.title })
  const button = (name: string): Locator => dialog.getByRole('button', { name, exact: true })
  return {
    dialog,
    button,
    /** A row may be called like its field. */
    field: (name: string): Locator =>
      dialog.getByLabel(name, { exact: true }).and(dialog.locator('input, select')),
    radio: (name: string): Locator => dialog.getByRole('radio', { name }),
    open: async (pageName: keyof typeof words.pages): Promise<void> => {
      if (!(await dialog.isVisible())) await page.keyboard.press('Control+,')
      await button(words.pages[pageName]).click()
      await dialog.getByRole('heading', { level: 2, name: words.pages[pageName] }).waitFor()
    },
    close: () => button(words.back).click(),
  }
}

/** Nobody is there to answer them: from now on each is answered with this file. */
export function answerDialogs({ app }: ElectronClient, path: string): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, {
      showSaveDialog: () => Promise.resolve({ canceled: false, filePath }),
      showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [filePath] }),
    })
  }, path)
}
