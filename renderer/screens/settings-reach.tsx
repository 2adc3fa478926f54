// Owns the settings page "Reachability": where one is reached, who sees what there, and STUN servers.
import { useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { hostOf, normaliseBaseUrl } from '../../shared/link/base-url'
import { text } from '../../shared/text/en'
import { settingsWords } from '../../shared/text/en-settings'
import { StunSetting } from '../features/settings/stun-setting'
import { Button } from '../ui/button'
import { SettingRow } from '../ui/setting-row'
import { useClient } from './client-context'
import { rowElementId, type SettingsPageProps } from './settings-page-props'
import { ReachChange } from './settings-reach-change'

const { rows, reach: words } = settingsWords

export function SettingsReach({ settings, isGuest, change }: SettingsPageProps): ReactElement {
  const reach = useStore(useClient().connection, (state) => state.reach)
  const host = hostIn(reach.home.status === 'ready' ? reach.home.dial : settings.reach.server)
  return (
    <>
      <SettingRow id={rowElementId('home')} title={rows.home.title}>
        {isGuest ? <p>{words.guest(host)}</p> : <HomeSetting />}
      </SettingRow>
      <SettingRow id={rowElementId('operator')} title={rows.operator.title}>
        <p>{seenBy(reach.mode, host)}</p>
        <p className="muted">{words.never}</p>
      </SettingRow>
      {!isGuest && (
        <SettingRow id={rowElementId('stun')} title={rows.stun.title}>
          <StunSetting
            key={settings.stunServers.join()}
            servers={settings.stunServers}
            onChange={(stunServers) => change({ stunServers })}
          />
        </SettingRow>
      )}
    </>
  )
}

function HomeSetting(): ReactElement {
  const client = useClient()
  const mode = useStore(client.settings, ({ settings }) => settings.reach.mode)
  const server = useStore(client.settings, ({ settings }) => settings.reach.server)
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState<{ readonly news: string; readonly of: string } | null>(null)
  const done = (news: string | null) => {
    const { reach } = client.settings.getState().settings
    setOpen(false)
    setSaid(news === null ? null : { news, of: reach.server })
  }
  if (open) return <ReachChange onDone={done} />
  return (
    <>
      <div className="set-line">
        <p>
          {text.reach.from(text.reach.places[mode])}
          {mode === 'anywhere' && <span className="settings-hint set-path">{server}</span>}
        </p>
        <Button onClick={() => setOpen(true)}>{text.reach.change}</Button>
      </div>
      <p className="set-said" role="status">
        {/* Undone, it is true no more. */}
        {mode === 'anywhere' && said?.of === server && said.news}
      </p>
    </>
  )
}

function hostIn(address: string): string {
  const base = normaliseBaseUrl(address)
  return base.ok ? hostOf(base.value) : ''
}

function seenBy(mode: keyof typeof text.reach.places, host: string): string {
  switch (mode) {
    case 'unset':
      return words.sees.none
    case 'this-computer':
      return words.sees.alone
    case 'this-network':
      return words.sees.own
    case 'anywhere':
      return words.sees.other(host)
  }
}
