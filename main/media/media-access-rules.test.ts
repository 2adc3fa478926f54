import { expect, it } from 'vitest'
import { accessOf, settingsPageOf } from './media-access-rules'

it.each([
  ['granted', 'granted'],
  ['denied', 'denied'],
  ['restricted', 'denied'],
  ['not-determined', 'unknown'],
  ['unknown', 'unknown'],
  ['something new', 'unknown'],
])('%s means %s', (status, access) => {
  expect(accessOf(status)).toBe(access)
})

it.each([
  ['darwin', 'microphone', /Privacy_Microphone$/],
  ['darwin', 'camera', /Privacy_Camera$/],
  ['win32', 'microphone', /^ms-settings:privacy-microphone$/],
  ['win32', 'camera', /^ms-settings:privacy-webcam$/],
] as const)('%s has a page for the %s', (platform, kind, page) => {
  expect(settingsPageOf(platform, kind)).toMatch(page)
})

it('Linux has none', () => {
  expect(settingsPageOf('linux', 'camera')).toBeNull()
})
