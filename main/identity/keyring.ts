// Owns the shape of the system's keyring, and what its answers mean. The real one is system-keyring.ts.
import type { Result } from '../../shared/result'
import type { KeyringState } from './identity-rules'

export interface Keyring {
  /** May ask the person to unlock it, and then takes as long as they do. Never blocks the process. */
  state(): Promise<KeyringState>
  seal(secret: string): Promise<Result<Uint8Array, 'keyring-failed'>>
  unseal(sealed: Uint8Array): Promise<Result<Unsealed, 'keyring-locked' | 'keyring-failed'>>
}

export type Unsealed = {
  readonly secret: string
  /** The keyring has a newer key of its own: seal again. */
  readonly sealAgain: boolean
}

/**
 * On Linux Chromium seals with a constant password where it finds no keyring, and marks that with `v10`; `v11` is the
 * Secret Service or KWallet, `v12` the secret portal. On the other systems every key comes from the system.
 */
export function isSealedByKeyring(sealed: Uint8Array, platform: string): boolean {
  const mark = String.fromCharCode(...sealed.subarray(0, 3))
  return platform !== 'linux' || mark === 'v11' || mark === 'v12'
}

/** Electron says in words only whether it is worth trying again. */
export function isLockedMessage(message: string): boolean {
  return /temporarily unavailable/i.test(message)
}
