// Owns choosing one kind of device inside a menu of the call.
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import { MenuChoices } from '../../ui/menu'
import { chosenValue, deviceByValue, deviceChoices } from './device-choices'
import type { DeviceCommands, DeviceKind, DevicesStore } from './devices-store'

interface DeviceMenuGroupProps {
  readonly kind: DeviceKind
  readonly devices: DevicesStore
  readonly commands: DeviceCommands
}

export function DeviceMenuGroup({ kind, devices, commands }: DeviceMenuGroupProps): ReactElement {
  const state = useStore(devices, (all) => all[kind])
  const nothing = state.available.length === 0
  return (
    <MenuChoices
      title={text.devices[kind]}
      choices={nothing ? [] : deviceChoices(kind, state)}
      value={chosenValue(state)}
      onChoose={(value) => commands.choose(kind, deviceByValue(state, value))}
      note={nothing ? text.devices.none[kind] : null}
    />
  )
}
