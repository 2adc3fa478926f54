// Owns the settings page "Calls": who may ring, how long, and connecting before it is answered.
import { useId, type ReactElement } from 'react'
import { UNKNOWN_CALLERS, type UnknownCallers } from '../../shared/model/settings'
import { text } from '../../shared/text/en'
import { settingsWords } from '../../shared/text/en-settings'
import { BlockedList } from '../features/people/blocked-list'
import { ringChoices } from '../features/settings/ring-choices'
import { Select } from '../ui/select'
import { SettingRow } from '../ui/setting-row'
import { Switch } from '../ui/switch'
import { useClient } from './client-context'
import { rowElementId, type SettingsPageProps } from './settings-page-props'
import { useUnblock } from './use-unblock'

const { rows, calls } = settingsWords

export function SettingsCalls({ settings, change }: SettingsPageProps): ReactElement {
  const { people } = useClient()
  return (
    <>
      <SettingRow id={rowElementId('unknown')} title={rows.unknown.title}>
        <UnknownSetting
          value={settings.unknownCallers}
          onChange={(unknownCallers) => change({ unknownCallers })}
        />
      </SettingRow>
      <SettingRow id={rowElementId('ring')} title={rows.ring.title}>
        <div className="set-line">
          <div className="settings-short">
            <Select
              aria-label={calls.ring}
              value={settings.ringSeconds}
              onChange={(event) => change({ ringSeconds: Number(event.target.value) })}
            >
              {ringChoices(settings.ringSeconds).map((seconds) => (
                <option key={seconds} value={seconds}>
                  {calls.ringSeconds(seconds)}
                </option>
              ))}
            </Select>
          </div>
          <p className="muted">{calls.ringHint}</p>
        </div>
      </SettingRow>
      <SettingRow id={rowElementId('prewarm')} title={rows.prewarm.title}>
        <Switch
          label={text.settings.prewarm}
          hint={text.settings.prewarmHint}
          checked={settings.prewarm}
          onChange={(prewarm) => change({ prewarm })}
        />
      </SettingRow>
      <SettingRow id={rowElementId('blocked')} title={rows.blocked.title}>
        <BlockedList people={people} unblock={useUnblock()} />
      </SettingRow>
    </>
  )
}

interface UnknownSettingProps {
  readonly value: UnknownCallers
  readonly onChange: (value: UnknownCallers) => void
}

function UnknownSetting({ value, onChange }: UnknownSettingProps): ReactElement {
  const group = useId()
  return (
    <fieldset>
      <legend className="sr">{calls.unknown}</legend>
      <div className="radios">
        {UNKNOWN_CALLERS.map((each) => (
          <label key={each} className="radio">
            <input type="radio" name={group} checked={each === value} onChange={() => onChange(each)} />
            <span>
              {calls.unknowns[each].title}
              <span className="settings-hint">{calls.unknowns[each].hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
