// Owns what follows from the stored form of the key and from the keyring. Pure; open-identity.ts does it.
// One rule above all: a key that is there but can't be read is never replaced without being asked.
import { assertNever } from '../../shared/assert-never'

/** What lies on the disk. */
export type StoredForm = 'none' | 'in-keyring' | 'in-file' | 'unreadable'

/** `locked`: there is one, it won't open now. `absent`: none, or one whose key is the same on every machine. */
export type KeyringState = 'working' | 'locked' | 'absent'

export type IdentityStep =
  | { readonly do: 'ask-keyring' }
  | { readonly do: 'create'; readonly keep: 'keyring' | 'file' }
  | { readonly do: 'unseal' }
  | { readonly do: 'use-file' }
  | { readonly do: 'move-into-keyring' }
  | { readonly do: 'wait-for-keyring' }
  | { readonly do: 'report-unreadable' }

/** Asking the keyring may put a prompt before the person, so it is asked only where the answer matters. */
export function nextIdentityStep(stored: StoredForm, keyring: KeyringState | 'not-asked'): IdentityStep {
  switch (stored) {
    case 'none':
      if (keyring === 'not-asked') return { do: 'ask-keyring' }
      // One that is only locked is worth waiting for: this person keeps keys in it.
      if (keyring === 'locked') return { do: 'wait-for-keyring' }
      return { do: 'create', keep: keyring === 'working' ? 'keyring' : 'file' }
    case 'in-keyring':
      // Whatever the keyring says of itself: only trying tells whether this key can be read.
      return { do: 'unseal' }
    case 'in-file':
      return keyring === 'working' ? { do: 'move-into-keyring' } : { do: 'use-file' }
    case 'unreadable':
      return { do: 'report-unreadable' }
    default:
      return assertNever(stored)
  }
}
