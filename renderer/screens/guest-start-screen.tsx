// Owns a guest's first page: a name, a look at camera and microphone, then on to the call.
import { useState, type SyntheticEvent, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { MAX_NAME_CHARS } from '../../shared/protocol/limits'
import { text } from '../../shared/text/en'
import { failureWords } from '../../shared/text/en-codes'
import { DeviceCheck } from '../features/devices/device-check'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { cleanName } from '../lib/clean-name'
import { useClient } from './client-context'
import { OpenInApp } from './open-in-app'
import './page.css'

export function GuestStartScreen(): ReactElement {
  const client = useClient()
  const settings = useStore(client.settings, (state) => state.settings)
  const [name, setName] = useState(settings.name)
  const [asked, setAsked] = useState(false)
  const [working, setWorking] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const clean = cleanName(name)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setAsked(true)
    if (clean === '') return
    setWorking(true)
    void client.desktop.call('settings.change', { name: clean }).then((answer) => {
      setWorking(false)
      setFailed(answer.ok ? null : `${text.settings.notSaved} ${failureWords(answer.code)}`)
    })
  }
  return (
    <main className="page">
      <form className="page-column" onSubmit={submit} noValidate>
        <header className="page-head">
          <h1 className="title">
            {client.info.openedWith === null ? text.guest.title : text.guest.titleWithLink}
          </h1>
          <p className="muted">{text.guest.intro}</p>
        </header>
        <Field
          label={text.firstStart.name}
          placeholder={text.firstStart.namePlaceholder}
          maxLength={MAX_NAME_CHARS}
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          problem={asked && clean === '' ? text.firstStart.nameMissing : null}
        />
        {/* With a link the next page asks for camera and microphone, where they are used. */}
        {client.info.openedWith === null && (
          <DeviceCheck
            media={client.localMedia}
            clock={client.clock}
            devices={client.devices}
            commands={client.commands.devices}
          />
        )}
        <div className="page-acts">
          <Button kind="primary" size="l" type="submit" working={working}>
            {text.guest.continue}
          </Button>
        </div>
        <p className="page-problem" role="alert">
          {failed}
        </p>
        <OpenInApp link={client.info.openedWith} />
        <p className="small muted">{text.guest.trust}</p>
      </form>
    </main>
  )
}
