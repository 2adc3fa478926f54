// Owns the settings page "General": the look, and starting with the session.
import type { ReactElement } from 'react'
import type { Settings } from '../../shared/model/settings'
import { text } from '../../shared/text/en'
import { settingsWords } from '../../shared/text/en-settings'
import { Segments } from '../ui/segments'
import { SettingRow } from '../ui/setting-row'
import { LoginSetting } from './login-setting'
import { rowElementId, type SettingsPageProps } from './settings-page-props'

const { rows } = settingsWords

export function SettingsGeneral({ settings, isGuest, change }: SettingsPageProps): ReactElement {
  return (
    <>
      <SettingRow id={rowElementId('look')} title={rows.look.title}>
        <div className="settings-segments">
          <Segments<Settings['theme']>
            kind="choice"
            label={rows.look.title}
            segments={[
              { value: 'system', label: text.settings.system },
              { value: 'light', label: text.settings.light },
              { value: 'dark', label: text.settings.dark },
            ]}
            value={settings.theme}
            onChange={(theme) => change({ theme })}
          />
        </div>
      </SettingRow>
      {!isGuest && (
        <SettingRow id={rowElementId('login')} title={rows.login.title}>
          <LoginSetting />
        </SettingRow>
      )}
    </>
  )
}
