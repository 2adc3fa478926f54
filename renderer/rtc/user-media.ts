// Owns this computer's microphone and camera: each opened once however many leases are on it, closed with the last.
// Which device it should be is decided by features/devices and told by `use`.
import type { FailureCode } from '../../shared/failure'
import { createEmitter } from '../lib/emitter'
import type { Desktop } from '../platform/desktop'
import type { Log } from '../platform/log'
import { askTogether, type MediaDevicesPart, type PermissionsPart } from './ask-together'
import { DeviceMaster, type DeviceOrder, type MasterReport } from './device-master'
import type { LocalMedia, MediaKind } from './local-media'
import { errorFacts, mediaFailure, type SystemAccess } from './media-failure'

export interface MediaReport extends MasterReport {
  readonly kind: MediaKind
}

export interface UserMedia extends LocalMedia {
  /**
   * The device to open from now on, and to switch what is open over to; null leaves it to the system.
   * `behind` names what stands behind an id that means "the default": when it changes, the device is opened again.
   */
  use(kind: MediaKind, deviceId: string | null, behind?: string): void
  /** Opens again what failed or was lost, where somebody still holds a lease. */
  retry(kind: MediaKind): void
  /** The ids that exist now. An open device that isn't among them is lost, which Chromium doesn't always say itself. */
  present(kind: MediaKind, deviceIds: ReadonlySet<string>): void
  onReport(listener: (report: MediaReport) => void): () => void
}

export interface UserMediaOptions {
  /** Undefined on a page that isn't secure. */
  readonly devices: MediaDevicesPart | undefined
  readonly desktop: Desktop
  readonly log: Log
  /** macOS asks the person when it is asked for access; elsewhere that only says why something failed. */
  readonly asksFirst: boolean
  /** The page's own by default. */
  readonly permissions?: PermissionsPart | undefined
}

export function createLocalMedia(options: UserMediaOptions): UserMedia {
  const { desktop, log, asksFirst, permissions = ownPermissions() } = options
  const devices = options.devices && askTogether(options.devices, permissions)
  const reports = createEmitter<MediaReport>()

  async function access(kind: MediaKind): Promise<SystemAccess> {
    const answer = await desktop.call('media.access', { kind })
    return answer.ok ? answer.value : 'unknown'
  }

  function master(kind: MediaKind): DeviceMaster {
    return new DeviceMaster({
      acquire: async (order) => {
        const allowed = access(kind)
        // Here the question is what makes the system ask the person, and a device asked for too early is refused.
        if (asksFirst && (await allowed) === 'denied')
          return { ok: false, code: 'permission-denied-by-system' }
        const opened = await openTrack(devices, kind, order, allowed)
        log.info(`${kind} ${opened.ok ? 'opened' : 'not opened'}`, opened.ok ? {} : { code: opened.code })
        return opened
      },
      onReport: (report) => reports.emit({ kind, ...report }),
    })
  }

  const masters: Readonly<Record<MediaKind, DeviceMaster>> = {
    microphone: master('microphone'),
    camera: master('camera'),
  }
  return {
    open: (kind) => masters[kind].open(),
    use: (kind, deviceId, behind = '') => masters[kind].use({ deviceId, behind }),
    retry: (kind) => masters[kind].retry(),
    present: (kind, deviceIds) => masters[kind].present(deviceIds),
    onReport: (listener) => reports.on(listener),
  }
}

/** Not there in a unit test. */
const ownPermissions = (): PermissionsPart | undefined =>
  typeof navigator === 'undefined' ? undefined : navigator.permissions

type Opened =
  { readonly ok: true; readonly value: MediaStreamTrack } | { readonly ok: false; readonly code: FailureCode }

/** The ordered device; where it is gone, the system's own, so that a call goes on while the controller looks again. */
async function openTrack(
  devices: MediaDevicesPart | undefined,
  kind: MediaKind,
  order: DeviceOrder,
  access: Promise<SystemAccess>,
): Promise<Opened> {
  const first = await requestTrack(devices, kind, order.deviceId, access)
  if (first.ok || first.code !== 'device-missing' || order.deviceId === null) return first
  return requestTrack(devices, kind, null, access)
}

async function requestTrack(
  devices: MediaDevicesPart | undefined,
  kind: MediaKind,
  deviceId: string | null,
  access: Promise<SystemAccess>,
): Promise<Opened> {
  if (!devices) return { ok: false, code: 'device-failed' }
  try {
    const stream = await devices.getUserMedia(constraintsFor(kind, deviceId))
    const track = stream.getTracks()[0]
    return track ? { ok: true, value: track } : { ok: false, code: 'device-failed' }
  } catch (thrown) {
    return { ok: false, code: mediaFailure(errorFacts(thrown), await access) }
  }
}

/** Only the device's id is a must: a camera that can't do 720p is better than none. */
export function constraintsFor(kind: MediaKind, deviceId: string | null): MediaStreamConstraints {
  const device = deviceId === null ? {} : { deviceId: { exact: deviceId } }
  if (kind === 'camera') {
    const size = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } }
    return { video: { ...device, ...size } }
  }
  return {
    audio: {
      ...device,
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
      channelCount: 1,
    },
  }
}
