// Owns this device's identity while the app runs: how it stands, one attempt at a time, signing.
// How the key is got hold of is open-identity.ts.
import { assertNever } from '../../shared/assert-never'
import type { IdentityState } from '../../shared/model/identity'
import type { Purpose } from '../../shared/protocol/identity'
import { fail, ok, type Result } from '../../shared/result'
import type { Log } from '../log/log'
import type { IdentityKey } from './identity-key'
import { keepIdentity, moveIntoKeyring, openIdentity, type IdentityParts, type Opened } from './open-identity'

/** A keyring that is open answers at once; past this it is waiting for the person, and we say so. */
const KEYRING_PATIENCE_MS = 2_000

export type IdentityKeeperOptions = IdentityParts & {
  readonly log: Log
  /** Returns its undo. */
  readonly after: (ms: number, run: () => void) => () => void
  readonly changed: (state: IdentityState) => void
}

type Held = Opened | { readonly status: 'loading' }

const REFUSAL = {
  loading: 'identity-missing',
  locked: 'identity-locked',
  unreadable: 'identity-unreadable',
} as const

export class IdentityKeeper {
  readonly #options: IdentityKeeperOptions
  #held: Held = { status: 'loading' }
  /** One at a time: a retry pressed twice must not make two keys. */
  #attempt: Promise<unknown> | null = null

  constructor(options: IdentityKeeperOptions) {
    this.#options = options
  }

  read(): IdentityState {
    return stateOf(this.#held)
  }

  /** Before the window is up: a key that lies in a file is there without the keyring, which isn't asked here. */
  async loadFromFile(): Promise<void> {
    this.#attempt ??= this.#openFile().finally(() => (this.#attempt = null))
    await this.#attempt
  }

  /** Once the window is up. Settles only after the keyring answered, which may take as long as the person does. */
  async load(): Promise<void> {
    this.#attempt ??= this.#open().finally(() => (this.#attempt = null))
    await this.#attempt
  }

  /** Answers at once where an attempt still waits for the keyring: that one goes on by itself. */
  async retry(): Promise<IdentityState> {
    if (this.#held.status !== 'ready' && !this.#attempt) await this.load()
    return this.read()
  }

  /** Only while `unreadable`: the old file is set aside, a new key is made, and with it a new link. */
  async startOver(): Promise<Result<IdentityState>> {
    const { store } = this.#options
    if (this.#held.status !== 'unreadable' || this.#attempt)
      return fail('not-supported-here', this.#held.status)
    const moved = (await store.read()).kind === 'none' ? ok(undefined) : await store.setAside()
    if (!moved.ok) return moved
    await this.load()
    return ok(this.read())
  }

  /** For saving it into a file. Never leaves main. */
  key(): Result<IdentityKey> {
    const held = this.#held
    return held.status === 'ready' ? ok(held.key) : fail(REFUSAL[held.status])
  }

  /** In place of the present one, of which a copy is set aside. On a failure the present one stays. */
  async restore(key: IdentityKey): Promise<Result<IdentityState>> {
    if (this.#attempt) return fail('identity-locked')
    if (this.#held.status === 'ready' && this.#held.key.id === key.id) return ok(this.read())
    const replacing = this.#replace(key).finally(() => (this.#attempt = null))
    this.#attempt = replacing
    return replacing
  }

  sign(purpose: Purpose, body: string): Result<{ sig: string }> {
    const held = this.#held
    return held.status === 'ready' ? ok({ sig: held.key.sign(purpose, body) }) : fail(REFUSAL[held.status])
  }

  async #replace(key: IdentityKey): Promise<Result<IdentityState>> {
    const aside = await this.#options.store.copyAside()
    if (!aside.ok) return aside
    const kept = await keepIdentity(this.#options, key)
    if (!kept.ok) return kept
    this.#hold(kept.value)
    return ok(this.read())
  }

  async #open(): Promise<void> {
    if (this.#held.status !== 'ready') await this.#openPatiently()
    const held = this.#held
    if (held.status !== 'ready' || held.kept !== 'file') return
    const moved = await moveIntoKeyring(this.#options, held.key)
    if (moved) this.#hold(moved)
  }

  async #openFile(): Promise<void> {
    const reading = await this.#options.store.read()
    if (reading.kind === 'stored' && reading.stored.kept === 'file')
      this.#hold(await openIdentity(this.#options, reading))
  }

  async #openPatiently(): Promise<void> {
    const { store, after } = this.#options
    const stopWaiting = after(KEYRING_PATIENCE_MS, () => this.#hold({ status: 'locked' }))
    try {
      this.#hold(await openIdentity(this.#options, await store.read()))
    } finally {
      stopWaiting()
    }
  }

  #hold(next: Held): void {
    const { log, changed } = this.#options
    if (next.status === this.#held.status && next.status !== 'ready') return
    this.#held = next
    log.info('identity changed', {
      status: next.status,
      ...(next.status === 'ready' ? { kept: next.kept } : {}),
    })
    changed(this.read())
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
