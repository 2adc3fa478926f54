// Owns what one call sends of this computer's screen: the picture, its sound, and how much each may take. What is shared, and
// how, is another feature's.
import type { SharedScreen } from '../../../shared/protocol/call-messages'
import type { CallPath } from '../../rtc/call-path'
import { NORMAL_LIMITS } from '../../rtc/media-encodings'
import type { OwnScreen } from '../../rtc/own-screen'

export class SessionScreen {
  #own: OwnScreen | null = null
  #path: CallPath | null = null

  /** Null: nothing is shown any more. */
  set(own: OwnScreen | null): void {
    this.#own = own
    this.#apply()
  }

  /** Only once both sides agreed to the call. */
  sendOn(path: CallPath): void {
    this.#path = path
    if (this.#own) this.#apply()
  }

  said(): SharedScreen | null {
    return this.#own?.said ?? null
  }

  close(): void {
    this.#own = null
    this.#path = null
  }

  /** Limits first, so that a new picture never goes out with the old one's. */
  #apply(): void {
    const [path, own] = [this.#path, this.#own]
    if (!path) return
    void path.setLimits('camera', own?.camera ?? NORMAL_LIMITS.camera)
    void path.setLimits('screen', own?.limits ?? NORMAL_LIMITS.screen)
    void path.setTrack('screen', own?.picture ?? null)
    void path.setTrack('screen-audio', own?.sound ?? null)
  }
}
