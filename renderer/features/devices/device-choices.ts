// Owns the list that a person chooses a device from: following the system first, then what is there. Pure.
import { text } from '../../../shared/text/en'
import type { Device, DeviceKind, KindState } from './devices-store'

/** Stands for "follow the system"; no device of Chromium's has an empty id. */
export const FOLLOW = ''

export interface DeviceChoice {
  readonly value: string
  readonly label: string
}

/** Labels are empty until a permission was given. */
export function deviceLabel(kind: DeviceKind, device: Device): string {
  return device.label || text.devices.nameless[kind]
}

export function deviceChoices(kind: DeviceKind, state: KindState): readonly DeviceChoice[] {
  const system = state.wished === null ? state.effective : null
  const follow = system ? text.devices.following(deviceLabel(kind, system)) : text.devices.followSystem
  return [
    { value: FOLLOW, label: follow },
    ...state.available.map((device) => ({ value: device.id, label: deviceLabel(kind, device) })),
  ]
}

/** The wish if it is there, else what stands in for it. */
export function chosenValue(state: KindState): string {
  if (state.wished === null) return FOLLOW
  return state.effective?.id ?? FOLLOW
}

export function deviceByValue(state: KindState, value: string): Device | null {
  return state.available.find((device) => device.id === value) ?? null
}
