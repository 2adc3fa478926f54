// Owns the names of the scenarios of the settings; each opens them at a page.

export const SETTINGS_NAMES = [
  'settings-general',
  'settings-me',
  'settings-reach',
  'settings-devices',
  'settings-devices-denied',
  'settings-calls',
  'settings-ringing',
  'settings-test',
  'settings-test-counting',
  'settings-test-ringing',
  'settings-test-well',
  'settings-test-failed',
  'settings-test-quiet',
  'settings-test-refused',
  'settings-keys',
  'settings-keys-refused',
  'settings-login-refused',
  'settings-login-unavailable',
  'settings-privacy',
  'settings-about',
  'settings-update-loading',
  'settings-update-ready',
  'settings-update-failed',
  'settings-server-fails',
  'settings-server-slow',
  'settings-long',
  'settings-locked',
  'settings-guest',
] as const

export type SettingsName = (typeof SETTINGS_NAMES)[number]
