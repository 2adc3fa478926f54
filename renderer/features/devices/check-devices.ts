// Owns trying camera and microphone before a call: opens both, measures the microphone, gives both back at the end.
import type { FailureCode } from '../../../shared/failure'
import { createScope } from '../../lib/scope'
import type { Clock } from '../../platform/clock'
import type { LevelMeters } from '../../rtc/audio-level'
import type { LocalMedia, MediaKind, MediaLease } from '../../rtc/local-media'

const LEVEL_MS = 50

export interface DeviceCheckState {
  readonly camera: MediaStreamTrack | null
  readonly troubles: Readonly<Record<MediaKind, FailureCode | null>>
  readonly opening: boolean
}

export interface DeviceCheck {
  /** Closes what it opened, and what is still being opened. */
  end(): void
}

export interface DeviceCheckOptions {
  readonly media: LocalMedia
  readonly meters: LevelMeters
  readonly clock: Clock
  readonly onState: (state: DeviceCheckState) => void
  /** 0 to 1, 20 times a second. */
  readonly onLevel: (level: number) => void
}

const NOTHING_YET: DeviceCheckState = {
  camera: null,
  troubles: { microphone: null, camera: null },
  opening: true,
}

export function checkDevices(options: DeviceCheckOptions): DeviceCheck {
  return new Check(options)
}

class Check implements DeviceCheck {
  private readonly options: DeviceCheckOptions
  private readonly scope = createScope()
  private state = NOTHING_YET
  private endMeter: () => void = () => undefined

  constructor(options: DeviceCheckOptions) {
    this.options = options
    options.onState(this.state)
    void this.openBoth()
  }

  end(): void {
    this.endMeter()
    this.scope.end()
    this.options.meters.end()
  }

  /** One after the other: browsers ask about one thing at a time. */
  private async openBoth(): Promise<void> {
    await this.open('microphone')
    await this.open('camera')
    this.show({ opening: false })
  }

  private async open(kind: MediaKind): Promise<void> {
    if (this.scope.ended) return
    const opened = await this.options.media.open(kind)
    if (!opened.ok) this.setTrouble(kind, opened.code)
    else this.take(kind, opened.value)
  }

  /** After the end the scope closes it at once. */
  private take(kind: MediaKind, lease: MediaLease): void {
    this.scope.add(() => lease.close())
    this.scope.add(
      lease.onTrack((track, code) => {
        this.use(kind, track)
        this.setTrouble(kind, code)
      }),
    )
    this.use(kind, lease.track())
  }

  private use(kind: MediaKind, track: MediaStreamTrack | null): void {
    if (this.scope.ended) return
    if (kind === 'camera') this.show({ camera: track })
    else this.measure(track)
  }

  private measure(track: MediaStreamTrack | null): void {
    this.endMeter()
    if (!track) return
    const { clock, meters, onLevel } = this.options
    const meter = meters.meter(track)
    const stop = clock.every(LEVEL_MS, () => onLevel(meter.read()))
    this.endMeter = () => {
      stop()
      meter.end()
      this.endMeter = () => undefined
    }
  }

  private setTrouble(kind: MediaKind, code: FailureCode | null): void {
    this.show({ troubles: { ...this.state.troubles, [kind]: code } })
  }

  private show(change: Partial<DeviceCheckState>): void {
    if (this.scope.ended) return
    this.state = { ...this.state, ...change }
    this.options.onState(this.state)
  }
}
