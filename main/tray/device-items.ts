// Owns choosing microphone, speaker and ringer in the tray's menu. Pure.
import type { Status, StatusDevices } from '../../shared/model/status'
import { trayWords as words } from '../../shared/text/desktop-tray-en'
import type { TrayItem } from './tray-item'
import { shortLabel } from './tray-names'

type Kind = keyof Status['devices']
type Device = StatusDevices['choices'][number]

export const deviceMenus = (devices: Status['devices']): readonly TrayItem[] => [
  deviceMenu('microphone', devices.microphone),
  deviceMenu('speaker', devices.speaker),
  deviceMenu('ringer', devices.ringer),
]

function deviceMenu(kind: Kind, { choices, wished }: StatusDevices): TrayItem {
  if (choices.length === 0 && wished === null)
    return { is: 'action', label: words.noDevices[kind], ask: null }
  const item = (label: string, device: Device | null): TrayItem => ({
    is: 'radio',
    label,
    checked: device?.id === wished?.id,
    ask: { verb: 'choose-device', kind, device },
  })
  // The system has no names for them before somebody allowed the microphone.
  const named = (device: Device, n: number): string =>
    shortLabel(device.label) || words.nameless(words.devices[kind], n)
  const gone = wished !== null && !choices.some(({ id }) => id === wished.id)
  const items = [
    item(words.followSystem, null),
    ...choices.map((device, index) => item(named(device, index + 1), device)),
    ...(gone ? [item(words.notThere(named(wished, choices.length + 1)), wished)] : []),
  ]
  return { is: 'menu', label: words.devices[kind], items }
}
