// Owns what one call sends of this computer's screen: the picture, its sound, and how much each may take. What is shared, and
// how, is another feature's.
import type { SharedScreen } from '../../../shared/protocol/call-messages'
import type { CallPath } from '../../rtc/call-path'
import { NORMAL_LIMITS } from '../../rtc/media-encodings'
import type { OwnScreen } from '../../rtc/own-screen'
import { hasSentScreenOf } from '../../rtc/screen-stats'
import type { SenderLimits } from '../../rtc/sender-limits'
import { startScale } from '../../rtc/small-start'
import type { Clock } from '../../platform/clock'

/** A first picture of a large window is hundreds of kilobytes: seconds, on a line that was just measured by a face. */
const START_PIXELS = 480 * 300
/** Time for one small picture to leave; then it comes in full. */
export const SMALL_MS = 300
/** A busy machine needs longer: with both cameras on, its first picture took 1.6 s, and was a large one. */
const LOOK_AGAIN_MS = 100
export const MOST_SMALL_MS = 1_500
/** What most windows begin with, made ready while nothing is shown: so a share that begins sets nothing first. */
const USUAL_SCALE = 4

export class SessionScreen {
  #own: OwnScreen | null = null
  #path: CallPath | null = null
  /** While a share begins. */
  #endSmall: (() => void) | null = null
  #beganMs = 0
  /** For while nothing is shown. */
  #ready: SenderLimits = NORMAL_LIMITS.screen
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Null: nothing is shown any more. Resolves when what was sent before is sent no longer. */
  set(own: OwnScreen | null): Promise<void> {
    if (own && !this.#own) this.#begin()
    this.#own = own
    if (!own) this.#stopSmall()
    return this.#apply()
  }

  /** Only once both sides agreed to the call. */
  sendOn(path: CallPath): void {
    this.#path = path
    if (this.#own) void this.#apply()
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
    this.#beganMs = this.#clock.now()
    this.#lookAfter(SMALL_MS)
  }

  #lookAfter(ms: number): void {
    const stop = this.#clock.after(ms, () => void this.#look(stop))
    this.#endSmall = stop
  }

  async #look(turn: () => void): Promise<void> {
    const hasLeft = await this.#smallHasLeft()
    if (this.#endSmall !== turn) return // it has ended, or another began
    const isLate = this.#clock.now() - this.#beganMs >= MOST_SMALL_MS
    if (!hasLeft && !isLate) return this.#lookAfter(LOOK_AGAIN_MS)
    this.#endSmall = null
    void this.#apply()
  }

  async #smallHasLeft(): Promise<boolean> {
    const [path, picture] = [this.#path, this.#own?.picture]
    if (!path || !picture) return true
    const { width = 0 } = picture.getSettings()
    try {
      return hasSentScreenOf((await path.stats()).values(), width / (this.#smallScale(picture) ?? 1))
    } catch {
      return true // a connection that closes while it is asked
    }
  }

  #stopSmall(): void {
    this.#endSmall?.()
    this.#endSmall = null
  }

  readonly #smallScale = (picture: MediaStreamTrack): number | null =>
    startScale(picture.getSettings(), START_PIXELS)

  #limits({ limits, picture }: OwnScreen): SenderLimits {
    this.#ready = scaledBy(limits, USUAL_SCALE)
    const scale = this.#endSmall && picture && this.#smallScale(picture)
    return scale ? scaledBy(limits, scale) : limits
  }

  /** Limits first, so that a new picture never goes out with the old one's. */
  async #apply(): Promise<void> {
    const [path, own] = [this.#path, this.#own]
    if (!path) return
    void path.setLimits('camera', own?.camera ?? NORMAL_LIMITS.camera)
    void path.setLimits('screen', own ? this.#limits(own) : this.#ready)
    const picture = path.setTrack('screen', own?.picture ?? null)
    const sound = path.setTrack('screen-audio', own?.sound ?? null)
    await Promise.all([picture, sound])
  }
}

const scaledBy = (limits: SenderLimits, scale: number): SenderLimits => ({
  ...limits,
  scaleDownBy: Math.max(scale, limits.scaleDownBy ?? 1),
})
