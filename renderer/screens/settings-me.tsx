// Owns the settings page "Me": name, picture, words for declining, one's key and saving it.
import { useEffect, useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { ok, type Result } from '../../shared/result'
import { text } from '../../shared/text/en'
import { peopleWords } from '../../shared/text/en-people'
import { settingsWords } from '../../shared/text/en-settings'
import { RestoreIdentity } from '../features/identity/restore-identity'
import { SaveIdentity } from '../features/identity/save-identity'
import { PictureControl } from '../features/people/picture-control'
import { DeclineMessages } from '../features/settings/decline-messages'
import { NameSetting } from '../features/settings/name-setting'
import { Avatar } from '../ui/avatar'
import { Button } from '../ui/button'
import { SettingRow } from '../ui/setting-row'
import { useClient, useFrame } from './client-context'
import { rowElementId, type SettingsPageProps } from './settings-page-props'
import { withWayBack } from './way-back'

const { rows, me, save, restore } = settingsWords

export function SettingsMe({ settings, isGuest, change }: SettingsPageProps): ReactElement {
  return (
    <>
      <SettingRow id={rowElementId('name')} title={rows.name.title}>
        <NameSetting name={settings.name} onChange={(name) => change({ name })} />
      </SettingRow>
      <PictureRow name={settings.name} picture={settings.picture} />
      <SettingRow id={rowElementId('messages')} title={rows.messages.title}>
        <p className="muted">{me.messagesHint}</p>
        <DeclineMessages
          messages={settings.declineMessages}
          ours={text.incoming.messages}
          onChange={(declineMessages) => change({ declineMessages })}
        />
      </SettingRow>
      <SaveRow isGuest={isGuest} />
      <RestoreRow isGuest={isGuest} />
      <KeyRow />
    </>
  )
}

interface PictureRowProps {
  readonly name: string
  readonly picture: string | null
}

function PictureRow({ name, picture }: PictureRowProps): ReactElement {
  const { desktop, identity } = useClient()
  const frame = useFrame()
  const id = useStore(identity, (state) => (state.status === 'ready' ? state.id : ''))
  const url = usePictureUrl(picture)
  const take = async (data: string | null): Promise<Result<unknown>> => {
    const saved = data === null ? ok({ picture: null }) : await desktop.call('pictures.save', { data })
    if (!saved.ok) return saved
    const set = (to: string | null) => desktop.call('settings.change', { picture: to })
    if (picture === null) return set(saved.value.picture)
    const words = peopleWords.picture
    const sentence = data === null ? words.removed : words.changed
    // The old one's file is there until the next start.
    return withWayBack(frame, set(saved.value.picture), { sentence, undo: () => set(picture) })
  }
  return (
    <SettingRow id={rowElementId('picture')} title={rows.picture.title}>
      <div className="settings-picture">
        <Avatar id={id} name={name} size="l" picture={url} />
        <div className="grow">
          <PictureControl hasPicture={picture !== null} onChange={take} />
        </div>
      </div>
    </SettingRow>
  )
}

function usePictureUrl(picture: string | null): string | null {
  const { desktop } = useClient()
  const [read, setRead] = useState<{ readonly picture: string; readonly url: string } | null>(null)
  useEffect(() => {
    if (picture === null) return
    let gone = false
    void desktop.call('pictures.read', { pictures: [picture] }).then((answer) => {
      const found = answer.ok ? answer.value.pictures[0] : undefined
      if (!gone && found) setRead({ picture, url: `data:image/jpeg;base64,${found.data}` })
    })
    return () => {
      gone = true
    }
  }, [desktop, picture])
  return read?.picture === picture ? read.url : null
}

function SaveRow({ isGuest }: Pick<SettingsPageProps, 'isGuest'>): ReactElement {
  const { desktop, identity } = useClient()
  const ready = useStore(identity, ({ status }) => status === 'ready')
  return (
    <SettingRow id={rowElementId('save')} title={rows.save.title}>
      {isGuest ? (
        <p className="muted">{save.guest}</p>
      ) : ready ? (
        <SaveIdentity desktop={desktop} />
      ) : (
        <p className="muted">{save.notReady}</p>
      )}
    </SettingRow>
  )
}

function RestoreRow({ isGuest }: Pick<SettingsPageProps, 'isGuest'>): ReactElement {
  return (
    <SettingRow id={rowElementId('restore')} title={rows.restore.title}>
      {isGuest ? <p className="muted">{save.guestRestore}</p> : <RestorePart />}
    </SettingRow>
  )
}

/** The present identity goes aside, so it is asked first; and never under a call, which is signed with it. */
function RestorePart(): ReactElement {
  const { desktop, calls } = useClient()
  const inCall = useStore(calls, (state) => state.calls.some(({ phase }) => phase.name !== 'ended'))
  const [open, setOpen] = useState(false)
  if (inCall) return <p className="muted">{restore.inCall}</p>
  if (!open) {
    return (
      <>
        <p className="muted">{restore.hint}</p>
        <div className="set-line">
          <Button onClick={() => setOpen(true)}>{restore.begin}</Button>
        </div>
      </>
    )
  }
  return (
    <div className="settings-question">
      <p className="strong">{restore.question}</p>
      <p>{restore.questionNext}</p>
      <p>{restore.onlyOne}</p>
      <RestoreIdentity desktop={desktop} onCancel={() => setOpen(false)} />
    </div>
  )
}

function KeyRow(): ReactElement {
  const identity = useStore(useClient().identity)
  return (
    <SettingRow id={rowElementId('key')} title={rows.key.title}>
      {identity.status === 'ready' ? (
        <>
          <p>{text.settings.kept[identity.kept]}</p>
          <p className="mono set-path">{identity.id}</p>
        </>
      ) : (
        <p className="muted">{save.notReady}</p>
      )}
    </SettingRow>
  )
}
