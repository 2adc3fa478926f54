// Owns the photographs of being rung beyond answering, of how it ends, and of a connection that is explained.
import type { Page } from '@playwright/test'
import { text } from '../../shared/text/en'
import { key, opens, press, shot, type Shot } from './shot'

async function showMessages(page: Page): Promise<void> {
  await press(text.incoming.message)(page)
  await page.getByRole('group').filter({ hasText: text.incoming.back }).waitFor()
}

const showPanel = opens('complementary', key('i'))

export const rungShots: readonly Shot[] = [
  shot('incoming-messages', 'incoming', { act: showMessages }),
  shot('incoming-messages-small', 'incoming-long-name', { act: showMessages, size: 'small' }),
  shot('incoming-messages-large-text', 'incoming', { act: showMessages, size: 'small', largeText: true }),
  shot('incoming-messages-forced-colors', 'incoming', {
    ...{ act: showMessages, forcedColors: true, themes: ['light'] },
  }),
  shot('incoming-namesake-small', 'incoming-namesake', { size: 'small' }),
  shot('call-namesake-small', 'call-namesake', { size: 'small' }),
  shot('call-diagnosis-panel', 'call-diagnosis', { act: showPanel }),
  shot('call-diagnosis-small', 'call-diagnosis', { size: 'small' }),
  shot('call-diagnosis-panel-small', 'call-diagnosis', { act: showPanel, size: 'small' }),
  shot('call-diagnosis-forced-colors', 'call-diagnosis', { act: showPanel, forcedColors: true }),
  shot('ended-declined-words-small', 'ended-declined-words', { size: 'small' }),
]
