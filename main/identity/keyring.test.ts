import { expect, it } from 'vitest'
import { isLockedMessage, isSealedByKeyring } from './keyring'

const sealed = (mark: string): Uint8Array => Buffer.from(`${mark}rest of it`)

it.each([
  ['v11', 'linux', true],
  ['v12', 'linux', true],
  ['v10', 'linux', false],
  ['', 'linux', false],
  ['v10', 'darwin', true],
  ['v10', 'win32', true],
])('what begins with "%s" on %s was sealed by a keyring: %s', (mark, platform, byKeyring) => {
  expect(isSealedByKeyring(sealed(mark), platform)).toBe(byKeyring)
})

it('tells "locked" from "cannot"', () => {
  expect(
    isLockedMessage('safeStorage.decryptStringAsync is temporarily unavailable. Please try again.'),
  ).toBe(true)
  expect(
    isLockedMessage('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.'),
  ).toBe(false)
})
