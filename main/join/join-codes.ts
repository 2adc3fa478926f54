// Owns the join codes that the user typed, and proving to a server that its code is here. A page types a code in and hears
// proofs; no code ever goes back to it.
import { createHmac, pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import { fromBase64url, toBase64url } from '../../shared/encoding/base64url'
import { normaliseBaseUrl, type BaseUrl } from '../../shared/link/base-url'
import { JOIN_KEY_BYTES, JOIN_ROUNDS, joinSalt, joinText } from '../../shared/protocol/join-code'
import type { SessionBody } from '../../shared/protocol/server-messages'
import { fail, ok, type Result } from '../../shared/result'
import type { StoredDocument } from '../documents/stored-document'
import type { Keyring } from '../identity/keyring'
import type { Log } from '../log/log'
import { MAX_JOIN_CODES, type JoinCodes as JoinCodesDocument, type KeptCode } from './join-codes-document'

export type JoinCodesOptions = {
  readonly document: Pick<StoredDocument<JoinCodesDocument>, 'read' | 'replace'>
  readonly keyring: Keyring
  readonly log: Log
}

type Asked = Pick<SessionBody, 'nonce' | 'id'> & { readonly server: string }

const derive = promisify(pbkdf2)

export class JoinCodes {
  readonly #options: JoinCodesOptions
  /** What is derived already, or just being looked for. */
  readonly #keys = new Map<BaseUrl, Promise<Result<Buffer | null>>>()

  constructor(options: JoinCodesOptions) {
    this.#options = options
  }

  /** In place of the one before. Fails with `identity-locked` where the keyring would take it, but not now. */
  async keep(server: string, code: string): Promise<Result<undefined>> {
    const { document, log } = this.#options
    const base = normaliseBaseUrl(server)
    if (!base.ok) return fail('bad-input', base.code)
    const kept = await this.#seal(base.value, code)
    if (!kept.ok) return kept
    const others = document.read().codes.filter((known) => known.server !== base.value)
    const codes = [...others, kept.value].slice(-MAX_JOIN_CODES)
    this.#keys.set(base.value, this.#derive(base.value, code))
    log.info('join code kept', { kept: kept.value.kept })
    return document.replace({ v: 1, codes })
  }

  /** Null where no code is known for that server. */
  async prove({ server, nonce, id }: Asked): Promise<Result<{ proof: string | null }>> {
    const base = normaliseBaseUrl(server)
    if (!base.ok) return fail('bad-input', base.code)
    const key = await this.#keyFor(base.value)
    if (!key.ok) return key
    if (key.value === null) return ok({ proof: null })
    const text = joinText({ nonce, audience: base.value, id })
    return ok({ proof: createHmac('sha256', key.value).update(text).digest('base64url') })
  }

  async #keyFor(server: BaseUrl): Promise<Result<Buffer | null>> {
    const known = this.#keys.get(server) ?? this.#open(server)
    this.#keys.set(server, known)
    const key = await known
    // A keyring that was locked may be open the next time, and pages may ask for any server.
    if (!(key.ok && key.value) && this.#keys.get(server) === known) this.#keys.delete(server)
    return key
  }

  async #open(server: BaseUrl): Promise<Result<Buffer | null>> {
    const kept = this.#options.document.read().codes.find((known) => known.server === server)
    if (!kept) return ok(null)
    if (kept.kept === 'file') return this.#derive(server, kept.code)
    const opened = await this.#options.keyring.unseal(fromBase64url(kept.sealed) ?? new Uint8Array())
    if (opened.ok) return this.#derive(server, opened.value.secret)
    if (opened.code === 'keyring-locked') return fail('identity-locked')
    // As if there were none: it is asked for again, and that takes this one's place.
    this.#options.log.error('join code not readable')
    return ok(null)
  }

  async #derive(server: BaseUrl, code: string): Promise<Result<Buffer>> {
    return ok(await derive(code, joinSalt(server), JOIN_ROUNDS, JOIN_KEY_BYTES, 'sha256'))
  }

  async #seal(server: BaseUrl, code: string): Promise<Result<KeptCode>> {
    const { keyring } = this.#options
    const state = await keyring.state()
    if (state === 'locked') return fail('identity-locked')
    const sealed = state === 'working' ? await keyring.seal(code) : null
    return ok(
      sealed?.ok
        ? { server, kept: 'keyring', sealed: toBase64url(sealed.value) }
        : { server, kept: 'file', code },
    )
  }
}
