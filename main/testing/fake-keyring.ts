// Owns a keyring for tests: working, absent, locked by refusal, or silent as one that waits for its person.
import { fail, ok } from '../../shared/result'
import type { Keyring } from '../identity/keyring'
import { deferred, type Deferred } from './deferred'

type Mood = 'working' | 'absent' | 'locked' | 'silent' | 'refuses-to-seal' | 'broken'

export interface FakeKeyring extends Keyring {
  mood: Mood
  /** The person unlocks it: whoever waited goes on. */
  unlock(): void
  sealAgain: boolean
  /** How often it was asked for anything. */
  readonly asked: number
}

const MARK = 'sealed:'

export function createFakeKeyring(first: Mood): FakeKeyring {
  let waiting: Deferred<undefined> = deferred()
  let asked = 0
  const keyring: FakeKeyring = {
    mood: first,
    sealAgain: false,
    get asked() {
      return asked
    },
    unlock() {
      keyring.mood = 'working'
      waiting.resolve(undefined)
      waiting = deferred()
    },
    async state() {
      asked += 1
      if (keyring.mood === 'silent') await waiting.promise
      if (keyring.mood === 'absent' || keyring.mood === 'locked') return keyring.mood
      return 'working'
    },
    async seal(secret) {
      asked += 1
      if (keyring.mood === 'silent') await waiting.promise
      const text = Buffer.from(secret).toString('hex')
      return keyring.mood === 'working' ? ok(Buffer.from(MARK + text)) : fail('keyring-failed')
    },
    async unseal(sealed) {
      asked += 1
      if (keyring.mood === 'silent') await waiting.promise
      if (keyring.mood === 'locked') return fail('keyring-locked')
      const text = Buffer.from(sealed).toString()
      if (keyring.mood !== 'working' || !text.startsWith(MARK)) return fail('keyring-failed')
      return ok({
        secret: Buffer.from(text.slice(MARK.length), 'hex').toString(),
        sealAgain: keyring.sealAgain,
      })
    },
  }
  return keyring
}
