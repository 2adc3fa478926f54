// Owns the settings page "Privacy": whether calls go through a relay only, where everything lies, what is kept, and deleting it after a question.
import { useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { failureWords } from '../../shared/text/en-codes'
import { settingsWords } from '../../shared/text/en-settings'
import { Button } from '../ui/button'
import { SettingRow } from '../ui/setting-row'
import { Switch } from '../ui/switch'
import { useClient } from './client-context'
import { FolderLine } from './settings-folder'
import { rowElementId, type SettingsPageProps } from './settings-page-props'
import { useAbout } from './use-about'

const { rows, privacy } = settingsWords

export function SettingsPrivacy({ isGuest, settings, change }: SettingsPageProps): ReactElement {
  const about = useAbout()
  const kept = Object.entries(privacy.kept).filter(([what]) => !(isGuest && what === 'logs'))
  return (
    <>
      <SettingRow id={rowElementId('relay')} title={rows.relay.title}>
        <Switch
          label={privacy.relay}
          hint={privacy.relayHint}
          checked={settings.relayOnly}
          onChange={(relayOnly) => change({ relayOnly })}
        />
      </SettingRow>
      <SettingRow id={rowElementId('data')} title={rows.data.title}>
        {isGuest ? (
          <p>{privacy.guestHint}</p>
        ) : (
          <>
            <FolderLine folder="data" path={about?.folders?.data ?? ''} />
            <p className="small muted">{privacy.folderHint}</p>
          </>
        )}
      </SettingRow>
      <SettingRow id={rowElementId('kept')} title={rows.kept.title}>
        <ul className="set-list">
          {kept.map(([what, sentence]) => (
            <li key={what}>{sentence}</li>
          ))}
        </ul>
        <p className="muted">{privacy.notKept}</p>
      </SettingRow>
      <SettingRow id={rowElementId('erase')} title={rows.erase.title}>
        <EraseSetting isGuest={isGuest} />
      </SettingRow>
    </>
  )
}

function EraseSetting({ isGuest }: Pick<SettingsPageProps, 'isGuest'>): ReactElement {
  const { calls } = useClient()
  const inCall = useStore(calls, (state) => state.calls.some(({ phase }) => phase.name !== 'ended'))
  const [asking, setAsking] = useState(false)
  if (asking && !inCall) return <EraseQuestion isGuest={isGuest} onKeep={() => setAsking(false)} />
  return (
    <>
      <p className="muted">{isGuest ? privacy.eraseGuestHint : privacy.eraseHint}</p>
      {inCall ? (
        <p className="muted">{privacy.inCall}</p>
      ) : (
        <div className="set-line">
          <Button kind="danger" onClick={() => setAsking(true)}>
            {privacy.erase}
          </Button>
        </div>
      )}
    </>
  )
}

interface EraseQuestionProps {
  readonly isGuest: boolean
  readonly onKeep: () => void
}

function EraseQuestion({ isGuest, onKeep }: EraseQuestionProps): ReactElement {
  const { desktop } = useClient()
  const [working, setWorking] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const erase = () => {
    setWorking(true)
    void desktop.call('app.deleteEverything').then((deleted) => {
      // Else the app is on its way out, and nothing more is to be pressed.
      if (deleted.ok) return
      setWorking(false)
      setFailed(failureWords(deleted.code))
    })
  }
  return (
    <div className="settings-question" role="group" aria-label={privacy.question}>
      <p className="strong">{privacy.question}</p>
      <p>{isGuest ? privacy.questionGuest : privacy.questionNext}</p>
      <div className="set-line">
        <Button kind="danger" working={working} onClick={erase}>
          {privacy.confirm}
        </Button>
        <Button autoFocus onClick={onKeep}>
          {privacy.keep}
        </Button>
      </div>
      <p className="set-problem" role="alert">
        {failed}
      </p>
    </div>
  )
}
