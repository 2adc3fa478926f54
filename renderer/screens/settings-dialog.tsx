// Owns the settings of this version: name, look, where one is reached, devices, contacts, STUN, key. Each applies at once.
import { useState, type ReactElement, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Settings, SettingsChange } from '../../shared/model/settings'
import { text } from '../../shared/text/en'
import { failureWords } from '../../shared/text/en-codes'
import { DeviceSelect } from '../features/devices/device-selects'
import { NameSetting } from '../features/settings/name-setting'
import { StunSetting } from '../features/settings/stun-setting'
import { Dialog } from '../ui/dialog'
import { Segments } from '../ui/segments'
import { Switch } from '../ui/switch'
import { useClient } from './client-context'
import { ReachSetting } from './reach-setting'
import './settings-dialog.css'

type Change = (change: SettingsChange) => void

export function SettingsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const client = useClient()
  const settings = useStore(client.settings, (state) => state.settings)
  const identity = useStore(client.identity)
  const [problem, setProblem] = useState<string | null>(null)
  const change: Change = (wanted) => {
    void client.desktop.call('settings.change', wanted).then((answer) => {
      setProblem(answer.ok ? null : `${text.settings.notSaved} ${failureWords(answer.code)}`)
    })
  }
  const isGuest = client.info.host === 'guest'
  return (
    <Dialog title={text.settings.title} onClose={onClose} size="l">
      <p className="page-problem" role="alert">
        {problem}
      </p>
      <Part title={text.settings.name}>
        <NameSetting name={settings.name} onChange={(name) => change({ name })} />
      </Part>
      <Part title={text.settings.look}>
        <LookSetting theme={settings.theme} onChange={(theme) => change({ theme })} />
      </Part>
      {!isGuest && (
        <Part title={text.settings.reach}>
          <ReachSetting />
        </Part>
      )}
      <Part title={text.settings.devices}>
        <DeviceSelect kind="microphone" devices={client.devices} commands={client.commands.devices} />
        <DeviceSelect kind="speaker" devices={client.devices} commands={client.commands.devices} />
        <DeviceSelect kind="camera" devices={client.devices} commands={client.commands.devices} />
      </Part>
      <Part title={text.home.contacts}>
        <Switch
          label={text.settings.prewarm}
          hint={text.settings.prewarmHint}
          checked={settings.prewarm}
          onChange={(prewarm) => change({ prewarm })}
        />
      </Part>
      {!isGuest && (
        <Part title={text.settings.stun}>
          <StunSetting servers={settings.stunServers} onChange={(stunServers) => change({ stunServers })} />
        </Part>
      )}
      <Part title={text.settings.key}>
        {identity.status === 'ready' && <p>{text.settings.kept[identity.kept]}</p>}
        {identity.status === 'ready' && <p className="mono settings-id">{identity.id}</p>}
        <p className="muted">{text.settings.version(client.info.version)}</p>
      </Part>
    </Dialog>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="settings-part">
      <h2>{title}</h2>
      <div className="settings-body">{children}</div>
    </section>
  )
}

interface LookSettingProps {
  readonly theme: Settings['theme']
  readonly onChange: (theme: Settings['theme']) => void
}

function LookSetting({ theme, onChange }: LookSettingProps): ReactElement {
  return (
    <Segments<Settings['theme']>
      kind="choice"
      label={text.settings.look}
      segments={[
        { value: 'system', label: text.settings.system },
        { value: 'light', label: text.settings.light },
        { value: 'dark', label: text.settings.dark },
      ]}
      value={theme}
      onChange={onChange}
    />
  )
}
