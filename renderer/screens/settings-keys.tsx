// Owns the settings page "Keys": those that work from any program, and single letters in the window.
import { useEffect, useState, type ReactElement } from 'react'
import { NO_GLOBAL_KEYS, type GlobalKeysState } from '../../shared/model/global-keys'
import { text } from '../../shared/text/en'
import { settingsWords } from '../../shared/text/en-settings'
import { GlobalKeysSetting } from '../features/settings/global-keys-setting'
import { SettingRow } from '../ui/setting-row'
import { Switch } from '../ui/switch'
import { useClient } from './client-context'
import { rowElementId, type SettingsPageProps } from './settings-page-props'

const { rows } = settingsWords

export function SettingsKeys({ settings, isGuest, change }: SettingsPageProps): ReactElement {
  const { desktop } = useClient()
  const state = useGlobalKeys()
  return (
    <>
      {!isGuest && (
        <SettingRow id={rowElementId('globalKeys')} title={rows.globalKeys.title}>
          <GlobalKeysSetting
            keys={settings.globalKeys}
            state={state}
            onListen={(paused) => void desktop.call('keys.pause', { paused })}
            onChange={(globalKeys) => change({ globalKeys })}
          />
        </SettingRow>
      )}
      <SettingRow id={rowElementId('letters')} title={rows.letters.title}>
        <Switch
          label={text.keys.letters}
          hint={text.keys.lettersHint}
          checked={settings.letterKeys}
          onChange={(letterKeys) => change({ letterKeys })}
        />
      </SettingRow>
    </>
  )
}

/** As main says it, now and when it changes. Leaving the page while keys are pressed lets them work again. */
function useGlobalKeys(): GlobalKeysState {
  const { desktop } = useClient()
  const [state, setState] = useState(NO_GLOBAL_KEYS)
  useEffect(() => {
    let newest = false
    const stop = desktop.on('keys.changed', (changed) => {
      newest = true
      setState(changed)
    })
    void desktop.call('keys.read').then((answer) => {
      if (!newest && answer.ok) setState(answer.value)
    })
    return () => {
      newest = true
      stop()
      void desktop.call('keys.pause', { paused: false })
    }
  }, [desktop])
  return state
}
