// Owns a computer's devices in tests, as navigator.mediaDevices shows them: plugged in and out, in
// use, slow, and counted.
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

export function createFakeDevices(...devices: readonly FakeDevice[]): FakeDevices {
  return new FakeDevices(devices)
}

export class FakeDevices {
  private readonly events = new EventTarget()
  private readonly live = new Set<DeviceTrack>()
  private readonly refusals = new Map<string | null, string>()
  private readonly requests: (MediaStreamConstraints | undefined)[] = []
  private devices: readonly FakeDevice[]
  private hidden = false
  private lists = 0
  private gate: { readonly open: Promise<void>; readonly release: () => void } | null = null

  constructor(devices: readonly FakeDevice[]) {
    this.devices = devices
  }

  readonly mediaDevices: Pick<
    MediaDevices,
    'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'
  > = {
    getUserMedia: (constraints) => this.openDevice(constraints),
    enumerateDevices: () => this.list(),
    addEventListener: this.events.addEventListener.bind(this.events),
    removeEventListener: this.events.removeEventListener.bind(this.events),
  }

  plug(device: FakeDevice): void {
    this.devices = [...this.devices, device]
  }

  /** `silently`: as PulseAudio does, without `ended` on its tracks and without `devicechange`. */
  unplug(deviceId: string, silently = false): void {
    this.devices = this.devices.filter((device) => device.deviceId !== deviceId)
    if (silently) return
    for (const track of [...this.live].filter((each) => each.getSettings().deviceId === deviceId)) {
      track.stop()
      track.dispatchEvent(new Event('ended'))
    }
    this.changed()
  }

  changed(): void {
    this.events.dispatchEvent(new Event('devicechange'))
  }

  /** Opening that device (any, where null) fails with an error of that name; undefined: works again. */
  refuse(deviceId: string | null, errorName: string | undefined): void {
    if (errorName === undefined) this.refusals.delete(deviceId)
    else this.refusals.set(deviceId, errorName)
  }

  /** Opening waits until `release`. */
  hold(): void {
    let release = (): void => undefined
    const open = new Promise<void>((resolve) => (release = resolve))
    this.gate = { open, release }
  }

  release(): void {
    this.gate?.release()
    this.gate = null
  }

  /** Before permission names and ids are hidden. */
  hideNames(hidden: boolean): void {
    this.hidden = hidden
  }

  /** Ids of devices with a live track, sorted; one entry per device. */
  open(): readonly string[] {
    return [...new Set([...this.live].map((track) => track.getSettings().deviceId ?? ''))].sort()
  }

  /** What getUserMedia was asked for, in order. */
  asked(): readonly (MediaStreamConstraints | undefined)[] {
    return this.requests
  }

  /** How often the list was asked for. */
  listed(): number {
    return this.lists
  }

  private async openDevice(constraints?: MediaStreamConstraints): Promise<MediaStream> {
    this.requests.push(constraints)
    await this.gate?.open
    const device = wanted(constraints, this.devices)
    if (!device) throw new DOMException('gone', 'NotFoundError')
    const refusal = this.refusals.get(device.deviceId) ?? this.refusals.get(null)
    if (refusal !== undefined) throw new DOMException('refused', refusal)
    const track = new DeviceTrack(
      device.kind === 'videoinput' ? 'video' : 'audio',
      device.deviceId,
      this.live,
    )
    const stream: Pick<MediaStream, 'getTracks'> = { getTracks: () => [track] }
    return stream as MediaStream // the only part of it that is read
  }

  private list(): Promise<MediaDeviceInfo[]> {
    this.lists += 1
    const seen = this.devices.map((device) =>
      this.hidden ? { ...device, deviceId: '', label: '', groupId: '' } : device,
    )
    return Promise.resolve(seen.map((device) => ({ ...device, toJSON: () => device })))
  }
}
