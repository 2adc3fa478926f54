// Owns trying camera and microphone before a call: opens both, measures the microphone, gives both back at the end.
import type { FailureCode } from '../../../shared/failure'
import type { Clock } from '../../platform/clock'
import type { LevelMeters } from '../../rtc/audio-level'
import type { LocalMedia, MediaKind, MediaLease } from '../../rtc/local-media'

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

export function checkDevices({ media, meters, clock, onState, onLevel }: DeviceCheckOptions): DeviceCheck {
  let ended = false
  let state: DeviceCheckState = { camera: null, troubles: { microphone: null, camera: null }, opening: true }
  const ends: (() => void)[] = []
  const show = (change: Partial<DeviceCheckState>) => {
    if (ended) return
    state = { ...state, ...change }
    onState(state)
  }
  const fail = (kind: MediaKind, code: FailureCode | null) =>
    show({ troubles: { ...state.troubles, [kind]: code } })

  let endMeter: () => void = () => undefined
  function measure(track: MediaStreamTrack | null): void {
    endMeter()
    if (!track) return
    const meter = meters.meter(track)
    const stop = clock.every(50, () => onLevel(meter.read()))
    endMeter = () => {
      stop()
      meter.end()
      endMeter = () => undefined
    }
  }

  function use(kind: MediaKind, track: MediaStreamTrack | null): void {
    if (kind === 'camera') show({ camera: track })
    else measure(track)
  }

  function take(kind: MediaKind, lease: MediaLease): void {
    const undo = lease.onTrack((track, code) => {
      use(kind, track)
      fail(kind, code)
    })
    ends.push(undo, () => lease.close())
    use(kind, lease.track())
  }

  async function open(kind: MediaKind): Promise<void> {
    const opened = await media.open(kind)
    if (!opened.ok) fail(kind, opened.code)
    else if (ended) opened.value.close()
    else take(kind, opened.value)
  }

  onState(state)
  // One after the other: browsers ask about one thing at a time.
  void open('microphone')
    .then(() => open('camera'))
    .then(() => show({ opening: false }))
  return {
    end() {
      ended = true
      endMeter()
      for (const end of ends.splice(0)) end()
      meters.end()
    },
  }
}
