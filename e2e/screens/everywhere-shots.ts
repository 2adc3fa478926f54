// Owns the photographs of what has to hold on every screen and needs no scenario of its own: a 4K window, in which nothing is
// stretched. Large text, forced colours and more contrast are variants.ts's.
import { text } from '../../shared/text/en'
import { key, opens, shot, there, type Shot } from './shot'

export const everywhereShots: readonly Shot[] = [
  shot('home-4k', 'home', { size: '4k' }),
  shot('home-empty-4k', 'home-empty', { size: '4k' }),
  shot('first-start-4k', 'first-start', { size: '4k' }),
  shot('incoming-4k', 'incoming', { size: '4k' }),
  shot('call-4k', 'call', { size: '4k' }),
  shot('call-viewing-4k', 'call-viewing', { size: '4k' }),
  shot('call-picker-4k', 'call-picker', { size: '4k', act: there('dialog') }),
  shot('settings-4k', 'home', { size: '4k', act: opens('dialog', key('Control+,')) }),
  shot('keys-4k', 'home', { size: '4k', act: opens('dialog', key('?')) }),
  shot('ended-4k', 'ended-no-route', { size: '4k' }),
  shot('hostile-contacts', 'hostile-home', {
    act: (page) => page.getByRole('tab', { name: text.home.contacts }).click(),
  }),
]
