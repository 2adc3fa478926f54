// Owns the picture that the other side sends with a call: nothing of it is opened before it may be shown, and one that is
// none ends nothing. Drawing it anew is the people's (CallControllerDeps.acceptPicture).
import type { Scope } from '../../lib/scope'
import type { CallControllerDeps } from './call-deps'

/** Our own, as part of a message. */
export const withPicture = (picture: string | null) => (picture === null ? {} : { picture })

export interface SessionPictureOptions {
  readonly deps: Pick<CallControllerDeps, 'acceptPicture' | 'log'>
  readonly callId: string
  readonly scope: Scope
  readonly onChange: () => void
}

export class SessionPicture {
  #sent: string | null = null
  #url: string | null = null
  #mayShow = false
  readonly #options: SessionPictureOptions

  constructor(options: SessionPictureOptions) {
    this.#options = options
  }

  /** As it came; undefined where the message had none, empty where that broke the bounds. The first one counts. */
  offer(data: string | undefined): void {
    if (data === undefined || this.#sent !== null) return
    this.#sent = data
    this.#open()
  }

  /** Whoever sent it may be seen now: a contact, or somebody we talk to. */
  show(): void {
    if (this.#mayShow) return
    this.#mayShow = true
    this.#open()
  }

  url(): string | null {
    return this.#url
  }

  #open(): void {
    if (this.#mayShow && this.#sent !== null) void this.#accept(this.#sent)
  }

  async #accept(data: string): Promise<void> {
    const { deps, callId, scope, onChange } = this.#options
    // A guest's page loads what draws it, and its server may be away.
    const url = data === '' ? null : await deps.acceptPicture(data).catch(() => null)
    if (scope.ended) return
    if (url === null) return deps.log.info('picture refused', { callId })
    this.#url = url
    onChange()
  }
}
