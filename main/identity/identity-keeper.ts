// Owns this device's identity while the app runs: how it stands, one attempt at a time, signing.
// How the key is got hold of is open-identity.ts.
import { assertNever } from '../../shared/assert-never'
import type { IdentityState } from '../../shared/model/identity'
import type { Purpose } from '../../shared/protocol/identity'
import { fail, ok, type Result } from '../../shared/result'
import type { Log } from '../log/log'
import { moveIntoKeyring, openIdentity, type IdentityParts, type Opened } from './open-identity'

/** A keyring that is open answers at once; past this it is waiting for the person, and we say so. */
const KEYRING_PATIENCE_MS = 2_000

export type IdentityKeeperOptions = IdentityParts & {
  readonly log: Log
  /** Returns its undo. */
  readonly after: (ms: number, run: () => void) => () => void
  readonly changed: (state: IdentityState) => void
}

export interface IdentityKeeper {
  read(): IdentityState
  /** Once the window is up. Settles only after the keyring answered, which may take as long as the person does. */
  load(): Promise<void>
  /** Answers at once where an attempt is still waiting for the keyring. */
  retry(): Promise<IdentityState>
  /** Only while `unreadable`: the old file is set aside, a new key is made, and with it a new link. */
  startOver(): Promise<Result<IdentityState>>
  sign(purpose: Purpose, body: string): Result<{ sig: string }>
}

type Held = Opened | { readonly status: 'loading' }

const REFUSAL = {
  loading: 'identity-missing',
  locked: 'identity-locked',
  unreadable: 'identity-unreadable',
} as const

export function createIdentityKeeper(options: IdentityKeeperOptions): IdentityKeeper {
  const { store, log } = options
  let held: Held = { status: 'loading' }
  /** One at a time: a retry pressed twice must not make two keys. */
  let attempt: Promise<void> | null = null

  function hold(next: Held): void {
    if (next.status === held.status && next.status !== 'ready') return
    held = next
    log.info('identity changed', {
      status: next.status,
      ...(next.status === 'ready' ? { kept: next.kept } : {}),
    })
    options.changed(stateOf(held))
  }

  async function attemptNow(): Promise<void> {
    const stopWaiting = options.after(KEYRING_PATIENCE_MS, () => hold({ status: 'locked' }))
    try {
      hold(await openIdentity(options, await store.read()))
    } finally {
      stopWaiting()
    }
    if (held.status !== 'ready' || held.kept !== 'file') return
    const moved = await moveIntoKeyring(options, held.key)
    if (moved) hold(moved)
  }

  function load(): Promise<void> {
    attempt ??= attemptNow().finally(() => (attempt = null))
    return attempt
  }

  return {
    read: () => stateOf(held),
    load,
    async retry() {
      if (held.status !== 'ready' && !attempt) await load()
      return stateOf(held)
    },
    async startOver() {
      if (held.status !== 'unreadable' || attempt) return fail('not-supported-here', held.status)
      const moved = (await store.read()).kind === 'none' ? ok(undefined) : await store.setAside()
      if (!moved.ok) return moved
      await load()
      return ok(stateOf(held))
    },
    sign(purpose, body) {
      return held.status === 'ready' ? ok({ sig: held.key.sign(purpose, body) }) : fail(REFUSAL[held.status])
    },
  }
}

function stateOf(held: Held): IdentityState {
  switch (held.status) {
    case 'loading':
      return { status: 'loading' }
    case 'locked':
      return { status: 'locked' }
    case 'unreadable':
      return { status: 'unreadable', detail: held.detail }
    case 'ready':
      return { status: 'ready', id: held.key.id, key: held.key.publicKey, kept: held.kept }
    default:
      return assertNever(held)
  }
}
