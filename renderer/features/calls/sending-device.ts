// Owns one device for one call: the user's wish, the lease, and what the other side is sent of it. Switching on and off is
// safe in any order and as quick as somebody can press.
import { assertNever } from '../../../shared/assert-never'
import type { FailureCode } from '../../../shared/failure'
import type { Sending } from '../../../shared/protocol/call-messages'
import type { CallPath } from '../../rtc/call-path'
import type { LocalMedia, MediaKind, MediaLease } from '../../rtc/local-media'
import type { LocalSending } from './calls-store'

type Held =
  | { readonly is: 'nothing' }
  | { readonly is: 'opening' }
  | { readonly is: 'open'; readonly lease: MediaLease; readonly stop: () => void }
  | { readonly is: 'failed'; readonly code: FailureCode }

export class SendingDevice {
  #wish = false
  #held: Held = { is: 'nothing' }
  #lost: FailureCode | null = null
  #path: CallPath | null = null
  #closed = false

  readonly #kind: MediaKind
  readonly #media: LocalMedia
  readonly #onChange: () => void

  constructor(kind: MediaKind, media: LocalMedia, onChange: () => void) {
    this.#kind = kind
    this.#media = media
    this.#onChange = onChange
  }

  /** The microphone stays open while it is muted, so that speaking again is instant; the camera's lamp must go out. */
  set(on: boolean): void {
    if (this.#closed) return
    this.#wish = on
    if (on) {
      if (this.#held.is === 'nothing' || this.#held.is === 'failed') void this.#open()
    } else if (this.#kind === 'camera') this.#letGo()
    this.#apply()
  }

  /** Also where the device isn't there, or still opening. */
  isWished(): boolean {
    return this.#wish
  }

  /** The device works again: taken where the call would have had it. */
  recover(): void {
    if (this.#wish && this.#held.is === 'failed') this.set(true)
  }

  /** Attaches to this connection, now and after every change. Only to be called once both sides agreed to the call. */
  sendOn(path: CallPath): void {
    this.#path = path
    this.#apply()
  }

  track(): MediaStreamTrack | null {
    return this.#held.is === 'open' ? this.#held.lease.track() : null
  }

  sending(): LocalSending {
    const held = this.#held
    switch (held.is) {
      case 'nothing':
        return { is: 'off' }
      case 'opening':
        return this.#wish ? { is: 'starting' } : { is: 'off' }
      case 'failed':
        return { is: 'none', code: held.code }
      case 'open':
        if (held.lease.track()) return { is: this.#wish ? 'on' : 'off' }
        return { is: 'none', code: this.#lost ?? 'device-missing' }
      default:
        return assertNever(held)
    }
  }

  close(): void {
    this.#closed = true
    this.#path = null
    this.#letGo()
  }

  async #open(): Promise<void> {
    this.#held = { is: 'opening' }
    const opened = await this.#media.open(this.#kind)
    const unwanted = this.#closed || (!this.#wish && this.#kind === 'camera')
    if (!opened.ok) this.#held = unwanted ? { is: 'nothing' } : { is: 'failed', code: opened.code }
    else if (unwanted) {
      opened.value.close()
      this.#held = { is: 'nothing' }
    } else this.#keep(opened.value)
    if (!this.#closed) this.#apply()
  }

  #keep(lease: MediaLease): void {
    const stop = lease.onTrack((_, code) => {
      this.#lost = code
      this.#apply()
    })
    this.#held = { is: 'open', lease, stop }
  }

  #letGo(): void {
    if (this.#held.is === 'opening') return // seen to when it has opened
    if (this.#held.is === 'open') {
      this.#held.stop()
      this.#held.lease.close()
    }
    this.#held = { is: 'nothing' }
  }

  #apply(): void {
    const track = this.track()
    if (track) track.enabled = this.#wish
    void this.#path?.setTrack(this.#kind, track)
    this.#onChange()
  }
}

/** What the other side is told; a device that is just opening is off until it sends. */
export function announced(sending: LocalSending): Sending {
  return sending.is === 'starting' ? 'off' : sending.is
}
