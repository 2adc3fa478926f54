// Owns a computer's devices in tests, as navigator.mediaDevices shows them: plugged in and out, in use, slow, and counted.
import { FakeTrack } from './fake-track'

export interface FakeDevice {
  readonly kind: 'audioinput' | 'videoinput' | 'audiooutput'
  readonly deviceId: string
  readonly groupId: string
  readonly label: string
}

export const fakeDevice = (kind: FakeDevice['kind'], deviceId: string, label = deviceId): FakeDevice => ({
  kind,
  deviceId,
  groupId: `group of ${label}`,
  label,
})

export interface FakeDevices {
  readonly mediaDevices: Pick<
    MediaDevices,
    'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'
  >
  plug(device: FakeDevice): void
  /** `silently`: as PulseAudio does, without `ended` on its tracks and without `devicechange`. */
  unplug(deviceId: string, silently?: boolean): void
  /** Opening that device (any, where null) fails with an error of that name; undefined: works again. */
  refuse(deviceId: string | null, errorName: string | undefined): void
  /** Opening waits until `release`. */
  hold(): void
  release(): void
  /** Before permission names and ids are hidden. */
  hideNames(hidden: boolean): void
  changed(): void
  /** Ids of devices with a live track, sorted; one entry per device. */
  open(): readonly string[]
  /** What getUserMedia was asked for, in order. */
  asked(): readonly (MediaStreamConstraints | undefined)[]
  listed(): number
}

class DeviceTrack extends FakeTrack {
  private readonly deviceId: string
  private readonly live: Set<DeviceTrack>

  constructor(kind: 'audio' | 'video', deviceId: string, live: Set<DeviceTrack>) {
    super(kind, `${deviceId}-${live.size}`)
    this.deviceId = deviceId
    this.live = live
    live.add(this)
  }
  override clone(): DeviceTrack {
    return new DeviceTrack(this.kind === 'audio' ? 'audio' : 'video', this.deviceId, this.live)
  }
  override getSettings(): MediaTrackSettings {
    return { deviceId: this.deviceId }
  }
  override stop(): void {
    super.stop()
    this.live.delete(this)
  }
}

/** The one that `constraints` name, else the first of its kind. */
function wanted(
  constraints: MediaStreamConstraints | undefined,
  devices: readonly FakeDevice[],
): FakeDevice | undefined {
  const video = constraints?.video !== undefined
  const asked = video ? constraints.video : constraints?.audio
  const deviceId = typeof asked === 'object' ? asked.deviceId : undefined
  const exact = typeof deviceId === 'object' && 'exact' in deviceId ? deviceId.exact : undefined
  const ofKind = devices.filter((device) => device.kind === (video ? 'videoinput' : 'audioinput'))
  return exact === undefined ? ofKind[0] : ofKind.find((device) => device.deviceId === exact)
}

export function createFakeDevices(...initial: readonly FakeDevice[]): FakeDevices {
  const events = new EventTarget()
  const live = new Set<DeviceTrack>()
  const refusals = new Map<string | null, string>()
  const asked: (MediaStreamConstraints | undefined)[] = []
  let devices = [...initial]
  let hidden = false
  let listed = 0
  let gate: { readonly open: Promise<void>; readonly release: () => void } | null = null

  async function getUserMedia(constraints?: MediaStreamConstraints): Promise<MediaStream> {
    asked.push(constraints)
    await gate?.open
    const device = wanted(constraints, devices)
    if (!device) throw new DOMException('gone', 'NotFoundError')
    const refusal = refusals.get(device.deviceId) ?? refusals.get(null)
    if (refusal !== undefined) throw new DOMException('refused', refusal)
    const track = new DeviceTrack(device.kind === 'videoinput' ? 'video' : 'audio', device.deviceId, live)
    const stream: Pick<MediaStream, 'getTracks'> = { getTracks: () => [track] }
    return stream as MediaStream // the only part of it that is read
  }

  const changed = (): void => void events.dispatchEvent(new Event('devicechange'))
  return {
    mediaDevices: {
      getUserMedia,
      enumerateDevices() {
        listed += 1
        const seen = devices.map((device) =>
          hidden ? { ...device, deviceId: '', label: '', groupId: '' } : device,
        )
        return Promise.resolve(seen.map((device) => ({ ...device, toJSON: () => device })))
      },
      addEventListener: events.addEventListener.bind(events),
      removeEventListener: events.removeEventListener.bind(events),
    },
    plug(device) {
      devices = [...devices, device]
    },
    unplug(deviceId, silently = false) {
      devices = devices.filter((device) => device.deviceId !== deviceId)
      if (silently) return
      for (const track of [...live].filter((each) => each.getSettings().deviceId === deviceId)) {
        track.stop()
        track.dispatchEvent(new Event('ended'))
      }
      changed()
    },
    refuse(deviceId, errorName) {
      if (errorName === undefined) refusals.delete(deviceId)
      else refusals.set(deviceId, errorName)
    },
    hold() {
      let release = (): void => {}
      const open = new Promise<void>((resolve) => (release = resolve))
      gate = { open, release }
    },
    release() {
      gate?.release()
      gate = null
    },
    hideNames: (next) => {
      hidden = next
    },
    changed,
    open: () => [...new Set([...live].map((track) => track.getSettings().deviceId ?? ''))].sort(),
    asked: () => asked,
    listed: () => listed,
  }
}
