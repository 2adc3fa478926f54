// Owns saving this device's identity into a file and taking another one from a file. The key and the passphrase stay here:
// a page hears of names of files and of outcomes.
import type { IdentityState } from '../../shared/model/identity'
import type { IdentityBackup } from '../../shared/model/identity-backup'
import { fail, ok, type Result } from '../../shared/result'
import type { Log } from '../log/log'
import { openBackup, readBackup, sealIdentity } from './identity-backup'
import type { IdentityKeeper } from './identity-keeper'

export interface BackupFiles {
  /** Asks where. The file's name; null: the person cancelled. */
  save(text: string): Promise<Result<string | null>>
  open(): Promise<Result<{ readonly name: string; readonly text: string } | null>>
}

export type IdentitySavingOptions = {
  readonly identity: Pick<IdentityKeeper, 'key' | 'restore'>
  readonly files: BackupFiles
  /** Another identity is in force: what the page knows belongs to the old one. */
  readonly restored: () => void
  readonly log: Log
}

export class IdentitySaving {
  readonly #options: IdentitySavingOptions
  /** What `choose` found, until it is restored or another one is chosen. */
  #chosen: IdentityBackup | null = null
  #isRestored = false

  constructor(options: IdentitySavingOptions) {
    this.#options = options
  }

  async save(passphrase: string): Promise<Result<{ file: string | null }>> {
    const { identity, files, log } = this.#options
    const key = identity.key()
    if (!key.ok) return key
    const saved = await files.save(await sealIdentity(key.value, passphrase))
    log.info('identity saved', {
      outcome: !saved.ok ? saved.code : saved.value === null ? 'cancelled' : 'ok',
    })
    return saved.ok ? ok({ file: saved.value }) : saved
  }

  async choose(): Promise<Result<{ file: string | null }>> {
    const opened = await this.#options.files.open()
    if (!opened.ok) return opened
    if (opened.value === null) return ok({ file: null })
    const backup = readBackup(opened.value.text)
    this.#chosen = backup.ok ? backup.value : null
    return backup.ok ? ok({ file: opened.value.name }) : backup
  }

  async restore(passphrase: string): Promise<Result<IdentityState>> {
    const { identity, restored, log } = this.#options
    if (!this.#chosen) return fail('not-found')
    const key = await openBackup(this.#chosen, passphrase)
    const outcome = key.ok ? await identity.restore(key.value) : key
    log.info('identity restored', { outcome: outcome.ok ? 'ok' : outcome.code })
    if (!outcome.ok) return outcome
    this.#chosen = null
    this.#isRestored = true
    restored()
    return outcome
  }

  /** Whether the page that asks is the one after that; said once. */
  takeRestored(): boolean {
    const taken = this.#isRestored
    this.#isRestored = false
    return taken
  }
}
