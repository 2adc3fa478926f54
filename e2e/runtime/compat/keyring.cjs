// Owns safeStorage's asynchronous API (Electron 42) on the synchronous one. A real locked keyring would block the whole
// process there, so a test says that it is locked by a file: while PARLEY_TEST_LOCKED_KEYRING exists, the keyring refuses
// with the newer Electron's words and the synchronous calls are skipped.
'use strict'
const fs = require('node:fs')
const { define } = require('./define.cjs')

function addAsyncKeyring(electron) {
  const { safeStorage } = electron
  const lockFile = process.env.PARLEY_TEST_LOCKED_KEYRING ?? ''
  const isLocked = () => lockFile !== '' && fs.existsSync(lockFile)
  const refuseWhileLocked = (method) => {
    if (isLocked()) throw new Error(`safeStorage.${method} is temporarily unavailable. Please try again.`)
  }
  define(safeStorage, 'setUsePlainTextEncryption', () => undefined)
  define(safeStorage, 'getSelectedStorageBackend', () => 'unknown')
  define(
    safeStorage,
    'isAsyncEncryptionAvailable',
    async () => isLocked() || safeStorage.isEncryptionAvailable(),
  )
  define(safeStorage, 'encryptStringAsync', async (text) => {
    refuseWhileLocked('encryptStringAsync')
    return safeStorage.encryptString(text)
  })
  define(safeStorage, 'decryptStringAsync', async (encrypted) => {
    refuseWhileLocked('decryptStringAsync')
    return { shouldReEncrypt: false, result: safeStorage.decryptString(encrypted) }
  })
}

module.exports = { addAsyncKeyring }
