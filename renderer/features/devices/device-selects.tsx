// Owns choosing devices outside a call: one select each, with the reason and the remedy where one can't be used.
import type { ReactElement } from 'react'
import { useId } from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import { Select } from '../../ui/select'
import { chosenValue, deviceByValue, deviceChoices } from './device-choices'
import { DeviceTrouble } from './device-trouble'
import type { DeviceCommands, DeviceKind, DevicesStore } from './devices-store'
import './device-selects.css'

interface DeviceSelectProps {
  readonly kind: DeviceKind
  readonly devices: DevicesStore
  readonly commands: DeviceCommands
  /** A row of the settings says it already. */
  readonly labelHidden?: boolean
  /** What is wrong is said elsewhere. */
  readonly quiet?: boolean
}

export function DeviceSelect(props: DeviceSelectProps): ReactElement {
  const { kind, devices, commands, labelHidden = false, quiet = false } = props
  const state = useStore(devices, (all) => all[kind])
  const id = useId()
  const nothing = state.available.length === 0
  return (
    <div className="device-select">
      <label htmlFor={id} className={labelHidden ? 'sr' : 'strong'}>
        {text.devices[kind]}
      </label>
      <Select
        id={id}
        disabled={nothing}
        value={chosenValue(state)}
        onChange={(event) => commands.choose(kind, deviceByValue(state, event.target.value))}
      >
        {nothing ? (
          <option value="">{text.devices.none[kind]}</option>
        ) : (
          deviceChoices(kind, state).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))
        )}
      </Select>
      {!quiet && state.trouble && <DeviceTrouble kind={kind} code={state.trouble} commands={commands} />}
    </div>
  )
}
