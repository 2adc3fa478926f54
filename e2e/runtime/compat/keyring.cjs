// Owns safeStorage's asynchronous API (Electron 42) on the synchronous one. A real locked keyring would block the whole
// process there, so a test says that it is locked by a file: while PARLEY_TEST_LOCKED_KEYRING exists, promises stay
// pending, as they do on the newer Electron until somebody unlocks.
'use strict'
const fs = require('node:fs')
const { define } = require('./define.cjs')

const POLL_MS = 50

function addAsyncKeyring(electron) {
  const { safeStorage } = electron
  const lockFile = process.env.PARLEY_TEST_LOCKED_KEYRING ?? ''
  const whenUnlocked = async () => {
    while (lockFile !== '' && fs.existsSync(lockFile))
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  define(safeStorage, 'setUsePlainTextEncryption', () => undefined)
  define(safeStorage, 'getSelectedStorageBackend', () =>
    safeStorage.isEncryptionAvailable() ? 'gnome_libsecret' : 'basic_text',
  )
  define(safeStorage, 'isAsyncEncryptionAvailable', async () => {
    await whenUnlocked()
    return safeStorage.isEncryptionAvailable()
  })
  define(safeStorage, 'encryptStringAsync', async (text) => {
    await whenUnlocked()
    return safeStorage.encryptString(text)
  })
  define(safeStorage, 'decryptStringAsync', async (encrypted) => {
    await whenUnlocked()
    return { shouldReEncrypt: false, result: safeStorage.decryptString(encrypted) }
  })
}

module.exports = { addAsyncKeyring }
