import { expect, it } from 'vitest'
import { mayHavePermission } from './permission-rules'

const GRANTED = [
  'media',
  'display-capture',
  'speaker-selection',
  'fullscreen',
  'clipboard-sanitized-write',
  'local-network-access',
  'local-network',
  'loopback-network',
]

it.each(GRANTED)('our page may have %s, however Electron names the page', (permission) => {
  expect(mayHavePermission(permission, 'app://parley/')).toBe(true)
  expect(mayHavePermission(permission, 'app://parley/index.html')).toBe(true)
})

it.each(GRANTED)('the sharing bar may not have %s', (permission) => {
  expect(mayHavePermission(permission, 'app://parley/sharebar.html')).toBe(false)
})

it.each(GRANTED)('no other page may have %s', (permission) => {
  for (const asking of ['https://example.org/', 'app://other/', 'null', '']) {
    expect(mayHavePermission(permission, asking)).toBe(false)
  }
})

it.each([
  'geolocation',
  'clipboard-read',
  'midi',
  'hid',
  'serial',
  'usb',
  'openExternal',
  'pointerLock',
  // Main keeps the display on, and shows notifications.
  'screen-wake-lock',
  'notifications',
  'unknown',
])('nobody may have %s', (permission) => {
  expect(mayHavePermission(permission, 'app://parley/')).toBe(false)
})
