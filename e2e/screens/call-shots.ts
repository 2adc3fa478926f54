// Owns the photographs of looking at what is shared, and of texts.
import type { Page } from '@playwright/test'
import { text } from '../../shared/text/en'
import { key, opens, press, shot, there, type Shot } from './shot'

const openTexts = opens('complementary', key('t'))

export const textsShots: readonly Shot[] = [
  shot('call-texts-panel', 'call-texts', { act: openTexts }),
  shot('call-texts-panel-empty', 'call-texts-empty', { act: openTexts }),
  shot('call-texts-panel-odd', 'call-texts-odd', { act: openTexts }),
  shot('call-texts-panel-waiting', 'call-texts-reconnecting', { act: openTexts }),
  shot('call-texts-panel-small', 'call-texts', { act: openTexts, size: 'small' }),
  shot('call-texts-panel-large-text', 'call-texts', { act: openTexts, size: 'small', largeText: true }),
  shot('call-texts-panel-forced-colors', 'call-texts-odd', { act: openTexts, forcedColors: true }),
  shot('call-texts-question', 'call-texts', {
    act: async (page) => {
      await openTexts(page)
      await page.getByRole('button', { name: /^https:/ }).click()
    },
  }),
  shot('call-texts-too-long', 'call-texts', {
    act: async (page) => {
      await openTexts(page)
      await page.keyboard.insertText('word '.repeat(830))
    },
  }),
  shot('call-texts-unseen-small', 'call-texts-unseen', { size: 'small' }),
]

/** The rows of what is shared are the last ones. */
async function showShared(page: Page): Promise<void> {
  await key('i')(page)
  const row = page.getByRole('row').filter({ hasText: text.connection.seenBy('Ben') })
  await row.scrollIntoViewIfNeeded()
}

export const viewingShots: readonly Shot[] = [
  shot('call-viewing-full', 'call-viewing', { act: key('1') }),
  shot('call-viewing-zoomed', 'call-viewing', {
    act: async (page) => {
      await page.keyboard.press('1')
      await page.keyboard.press('+')
      await page.keyboard.press('+')
      await page.keyboard.press('ArrowRight')
    },
  }),
  shot('call-viewing-swapped', 'call-viewing', { act: press(text.viewing.makeCameraLarge('Ben')) }),
  shot('call-viewing-panel', 'call-viewing', { act: opens('complementary', key('i')) }),
  shot('call-viewing-small', 'call-viewing', { size: 'small' }),
  shot('call-viewing-paused-small', 'call-viewing-paused', { size: 'small' }),
  shot('call-viewing-home', 'call-viewing-paused', { size: 'home' }),
  shot('call-viewing-narrow', 'call-viewing', { size: 'narrow' }),
  shot('call-viewing-texts', 'call-viewing', { act: openTexts }),
  shot('call-viewing-texts-narrow', 'call-viewing', { act: openTexts, size: 'narrow' }),
  shot('call-viewing-texts-large-text', 'call-viewing-both', { act: openTexts, largeText: true }),
  shot('call-viewing-swapped-small', 'call-viewing', {
    act: press(text.viewing.makeCameraLarge('Ben')),
    size: 'small',
  }),
  shot('call-viewing-both-panel', 'call-viewing-both', { act: showShared }),
  shot('call-viewing-both-narrow', 'call-viewing-both', { act: there('complementary'), size: 'narrow' }),
  shot('call-viewing-both-small', 'call-viewing-both', { act: there('complementary'), size: 'small' }),
  shot('call-viewing-wide', 'call-viewing', { size: 'wide' }),
  shot('call-viewing-large-text', 'call-viewing-paused', { size: 'small', largeText: true }),
  shot('call-viewing-forced-colors', 'call-viewing-paused', { forcedColors: true }),
]
