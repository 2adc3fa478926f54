// Owns what one call sends of this computer's screen: the picture, its sound, and how much each may take. What is shared, and
// how, is another feature's.
import type { SharedScreen } from '../../../shared/protocol/call-messages'
import type { CallPath } from '../../rtc/call-path'
import { NORMAL_LIMITS } from '../../rtc/media-encodings'
import type { OwnScreen } from '../../rtc/own-screen'
import type { SenderLimits } from '../../rtc/sender-limits'
import { startScale } from '../../rtc/small-start'
import type { Clock } from '../../platform/clock'

/** A first picture of a large window is hundreds of kilobytes: seconds, on a line that was just measured by a face. */
const START_PIXELS = 480 * 300
/** Time for one small picture to leave; then it comes in full. */
export const SMALL_MS = 300

export class SessionScreen {
  #own: OwnScreen | null = null
  #path: CallPath | null = null
  /** While a share begins. */
  #endSmall: (() => void) | null = null
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Null: nothing is shown any more. */
  set(own: OwnScreen | null): void {
    if (own && !this.#own) this.#begin()
    this.#own = own
    if (!own) this.#stopSmall()
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
    this.#stopSmall()
  }

  #begin(): void {
    this.#stopSmall()
    this.#endSmall = this.#clock.after(SMALL_MS, () => {
      this.#endSmall = null
      this.#apply()
    })
  }

  #stopSmall(): void {
    this.#endSmall?.()
    this.#endSmall = null
  }

  #limits({ limits, picture }: OwnScreen): SenderLimits {
    const scale = this.#endSmall && picture && startScale(picture.getSettings(), START_PIXELS)
    return scale ? { ...limits, scaleDownBy: Math.max(scale, limits.scaleDownBy ?? 1) } : limits
  }

  /** Limits first, so that a new picture never goes out with the old one's. */
  #apply(): void {
    const [path, own] = [this.#path, this.#own]
    if (!path) return
    void path.setLimits('camera', own?.camera ?? NORMAL_LIMITS.camera)
    void path.setLimits('screen', own ? this.#limits(own) : NORMAL_LIMITS.screen)
    void path.setTrack('screen', own?.picture ?? null)
    void path.setTrack('screen-audio', own?.sound ?? null)
  }
}
