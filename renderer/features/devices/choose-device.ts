// Owns which device serves a wish, and what the browser's list of devices means. Pure.
import type { Device, DeviceKind } from './devices-store'

/** The fields of MediaDeviceInfo that count. Before permission Chromium leaves id and label empty. */
export interface SeenDevice {
  readonly kind: MediaDeviceInfo['kind']
  readonly deviceId: string
  readonly groupId: string
  readonly label: string
}

export interface KindDevices {
  /** Real devices, without Chromium's entries that stand for another one. */
  readonly real: readonly Device[]
  /** What the system would take. Its id may be '' (before permission) or "default". Null: there is none. */
  readonly system: Device | null
  /** Changes when another device may stand behind `system`. */
  readonly behind: string
}

const KIND_OF: Readonly<Record<DeviceKind, MediaDeviceInfo['kind']>> = {
  microphone: 'audioinput',
  camera: 'videoinput',
  speaker: 'audiooutput',
  ringer: 'audiooutput',
}
/** Chromium's entries for "whatever the system takes"; `communications` is Windows' second default. */
const STANDING_FOR_OTHERS: ReadonlySet<string> = new Set(['default', 'communications'])

export function devicesOfKind(kind: DeviceKind, seen: readonly SeenDevice[]): KindDevices {
  const all = seen.filter((device) => device.kind === KIND_OF[kind])
  const real = all.filter((device) => device.deviceId !== '' && !STANDING_FOR_OTHERS.has(device.deviceId))
  const standIn = all.find((device) => device.deviceId === 'default')
  const behind = standIn
    ? [standIn.label, standIn.groupId, ...real.map((device) => device.deviceId)].join('\n')
    : ''
  return {
    real: real.map(({ deviceId, label }) => ({ id: deviceId, label })),
    system: standIn ? { id: 'default', label: labelBehind(standIn, real) } : firstOf(all),
    behind,
  }
}

function firstOf(all: readonly SeenDevice[]): Device | null {
  const first = all[0]
  return first ? { id: first.deviceId, label: first.label } : null
}

/** Windows and macOS write "Default - Headset"; on Linux the label is only "Default", but the group may be the real one's. */
function labelBehind(standIn: SeenDevice, real: readonly SeenDevice[]): string {
  const named = /^Default - (.+)$/.exec(standIn.label)?.[1]
  if (named !== undefined) return named
  const [same, ...more] = real.filter((device) => device.groupId !== '' && device.groupId === standIn.groupId)
  if (same && more.length === 0) return same.label
  return real.length === 1 && real[0] ? real[0].label : standIn.label
}

export type ChosenBy = 'id' | 'label' | 'system' | 'none'

/** The wish by its id, else by its name (ids change with the port or a new driver), else what the system takes. */
export function chooseDevice(
  wish: Device | null,
  { real, system }: Pick<KindDevices, 'real' | 'system'>,
): { readonly device: Device | null; readonly by: ChosenBy } {
  const byId = wish && real.find((device) => device.id === wish.id)
  if (byId) return { device: byId, by: 'id' }
  const byLabel = wish && wish.label !== '' && real.find((device) => device.label === wish.label)
  if (byLabel) return { device: byLabel, by: 'label' }
  return system ? { device: system, by: 'system' } : { device: null, by: 'none' }
}
