import { expect, test } from 'vitest'
import { keeperOf } from './profile-names'

test.each([
  ...['settings.json', 'contacts.json', 'history.json', 'advertised.json', 'identity.json'],
  ...['join-codes.json', 'join-codes.last-good.json'],
  ...['contacts.last-good.json', 'history.damaged-2026-11-21T09-00-00-000Z.json'],
  ...['identity.set-aside-2026-11-21T09-00-00-000Z.json', 'identity.json.1234567', 'pictures', 'logs'],
])('%s is ours', (name) => {
  expect(keeperOf(name)).toBe('ours')
})

test.each([
  ...['Preferences', 'Network Persistent State', 'TransportSecurity', 'Cookies', 'Cookies-journal'],
  ...['Local Storage', 'Session Storage', 'IndexedDB', 'Network', 'DIPS-wal', 'Trust Tokens-journal'],
  ...[
    'Cache',
    'Code Cache',
    'GPUCache',
    'DawnCache',
    'blob_storage',
    'shared_proto_db',
    'WebrtcVideoStats',
    'Crashpad',
  ],
])('%s is what Chromium keeps of us', (name) => {
  expect(keeperOf(name)).toBe('chromium')
})

test.each([
  ...['SingletonLock', 'SingletonCookie', 'lockfile', 'Local State', 'DevToolsActivePort'],
  ...['Documents', 'holiday.jpg', 'settings', 'my-settings.json', 'parley-identity.json', 'contacts'],
  ...['preferences', 'Cookies.txt', 'delete-everything', '..', ''],
])('%j is none of them', (name) => {
  expect(keeperOf(name)).toBe('other')
})
