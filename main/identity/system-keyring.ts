// Owns the use of Electron's safeStorage, by its asynchronous calls only: the others block the process behind a prompt.
import { safeStorage } from 'electron'
import { fail, ok } from '../../shared/result'
import { kindOfError, type Log } from '../log/log'
import { isLockedMessage, isSealedByKeyring, type Keyring } from './keyring'

export function systemKeyring(log: Log): Keyring {
  const explain = (what: string, error: unknown): string => {
    const locked = error instanceof Error && isLockedMessage(error.message)
    log.info(what, { why: kindOfError(error), locked })
    return locked ? 'keyring-locked' : 'keyring-failed'
  }
  return {
    async state() {
      try {
        if (!(await safeStorage.isAsyncEncryptionAvailable())) return 'absent'
        // The only way to learn what it would seal with.
        const probe = await safeStorage.encryptStringAsync('parley')
        return isSealedByKeyring(probe, process.platform) ? 'working' : 'absent'
      } catch (error) {
        return explain('keyring refused a probe', error) === 'keyring-locked' ? 'locked' : 'absent'
      }
    },
    async seal(secret) {
      try {
        const sealed = await safeStorage.encryptStringAsync(secret)
        return isSealedByKeyring(sealed, process.platform) ? ok(sealed) : fail('keyring-failed', 'weak')
      } catch (error) {
        return fail('keyring-failed', explain('keyring refused to seal', error))
      }
    },
    async unseal(sealed) {
      try {
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(sealed))
        return ok({ secret: result, sealAgain: shouldReEncrypt })
      } catch (error) {
        const code = explain('keyring refused to unseal', error)
        return fail(code === 'keyring-locked' ? 'keyring-locked' : 'keyring-failed')
      }
    },
  }
}
