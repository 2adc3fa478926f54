// Owns trying camera and microphone before a call: opens both, measures the microphone, gives both back at the end.
import type { FailureCode } from '../../../shared/failure'
import { createScope } from '../../lib/scope'
import type { Clock } from '../../platform/clock'
import type { LevelMeter, LevelMeters } from '../../rtc/audio-level'
import type { LocalMedia, MediaKind, MediaLease } from '../../rtc/local-media'

const LEVEL_MS = 50

export interface DeviceCheckState {
  readonly microphone: MediaStreamTrack | null
  readonly camera: MediaStreamTrack | null
  readonly troubles: Readonly<Record<MediaKind, FailureCode | null>>
  readonly opening: boolean
}

export interface DeviceCheck {
  /** Closes what it opened, and what is still being opened. */
  end(): void
}

export interface DeviceCheckOptions<M extends LevelMeter = LevelMeter> {
  readonly media: LocalMedia
  readonly meters: Pick<LevelMeters, 'end'> & { meter(track: MediaStreamTrack): M }
  readonly clock: Clock
  readonly onState: (state: DeviceCheckState) => void
  /** 0 to 1, 20 times a second. */
  readonly onLevel: (level: number, meter: M) => void
}

const NOTHING_YET: DeviceCheckState = {
  microphone: null,
  camera: null,
  troubles: { microphone: null, camera: null },
  opening: true,
}

export function checkDevices<M extends LevelMeter>(options: DeviceCheckOptions<M>): DeviceCheck {
  return new Check(options)
}

class Check<M extends LevelMeter> implements DeviceCheck {
  private readonly options: DeviceCheckOptions<M>
  private readonly scope = createScope()
  private state = NOTHING_YET
  private endMeter: () => void = () => undefined

  constructor(options: DeviceCheckOptions<M>) {
    this.options = options
    options.onState(this.state)
    void this.openBoth()
  }

  end(): void {
    this.endMeter()
    this.scope.end()
    this.options.meters.end()
  }

  /** In the same turn, so that the browser asks about both at once: rtc/ask-together.ts. */
  private async openBoth(): Promise<void> {
    await Promise.all([this.open('microphone'), this.open('camera')])
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
    this.show({ [kind]: track })
    if (kind === 'microphone') this.measure(track)
  }

  private measure(track: MediaStreamTrack | null): void {
    this.endMeter()
    if (!track) return
    const { clock, meters, onLevel } = this.options
    const meter = meters.meter(track)
    const stop = clock.every(LEVEL_MS, () => onLevel(meter.read(), meter))
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
