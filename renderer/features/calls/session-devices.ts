// Owns what one call sends of this computer's microphone and camera, and telling the other side about it.
import type { CallMessageOf, SharedScreen } from '../../../shared/protocol/call-messages'
import type { CallPath } from '../../rtc/call-path'
import type { LocalMedia, MediaKind } from '../../rtc/local-media'
import type { CallView } from './calls-store'
import { announced, SendingDevice } from './sending-device'

export interface SessionDevicesDeps {
  readonly media: LocalMedia
  readonly announce: (state: Pick<CallMessageOf<'state'>, 't' | 'mic' | 'cam' | 'screen' | 'share'>) => void
  /** What this side shows of its screen. */
  readonly screen: () => SharedScreen | null
  readonly onChange: () => void
}

export type DeviceWishes = Readonly<Record<MediaKind, boolean>>

export class SessionDevices {
  #announcing = false
  #inherited: DeviceWishes | null = null
  #last = ''
  readonly #deps: SessionDevicesDeps
  readonly #microphone: SendingDevice
  readonly #camera: SendingDevice

  constructor(deps: SessionDevicesDeps) {
    this.#deps = deps
    const onChange = () => this.#onChange()
    this.#microphone = new SendingDevice('microphone', deps.media, onChange)
    this.#camera = new SendingDevice('camera', deps.media, onChange)
  }

  open(camera: boolean): void {
    const wishes = this.#inherited ?? { microphone: true, camera }
    if (wishes.microphone) this.#microphone.set(true)
    if (wishes.camera) this.#camera.set(true)
  }

  wishes(): DeviceWishes {
    return { microphone: this.#microphone.isWished(), camera: this.#camera.isWished() }
  }

  /** Before it opens: what the user had on and off already. */
  inherit(wishes: DeviceWishes): void {
    this.#inherited = wishes
  }

  set(kind: MediaKind, on: boolean): void {
    this.#of(kind).set(on)
  }

  recover(kind: MediaKind): void {
    this.#of(kind).recover()
  }

  track(kind: MediaKind): MediaStreamTrack | null {
    return this.#of(kind).track()
  }

  sending(): CallView['local'] {
    return { microphone: this.#microphone.sending(), camera: this.#camera.sending() }
  }

  /** Only once both sides agreed to the call. */
  sendOn(path: CallPath): void {
    this.#microphone.sendOn(path)
    this.#camera.sendOn(path)
  }

  /** Says it now, and from now on whenever it changes. */
  announce(): void {
    this.#announcing = true
    this.#last = ''
    this.#announceChange()
  }

  /** What is shown of the screen has changed. */
  screenChanged(): void {
    if (this.#announcing) this.#announceChange()
  }

  /** There is a new way to the other side: what went over the old one may be lost. */
  announceAgain(): void {
    if (this.#announcing) this.announce()
  }

  close(): void {
    this.#announcing = false
    this.#microphone.close()
    this.#camera.close()
  }

  #of(kind: MediaKind): SendingDevice {
    return kind === 'microphone' ? this.#microphone : this.#camera
  }

  #onChange(): void {
    if (this.#announcing) this.#announceChange()
    this.#deps.onChange()
  }

  #announceChange(): void {
    const mic = announced(this.#microphone.sending())
    const cam = announced(this.#camera.sending())
    const share = this.#deps.screen()
    const now = JSON.stringify([mic, cam, share])
    if (now === this.#last) return
    this.#last = now
    this.#deps.announce({ t: 'state', mic, cam, screen: share ? 'on' : 'off', share })
  }
}
