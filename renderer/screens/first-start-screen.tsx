// Owns the first start: a name, and where one wants to be reached. Asked once.
import { KeyRound } from 'lucide-react'
import { useState, type SyntheticEvent, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { MAX_NAME_CHARS } from '../../shared/protocol/limits'
import { text } from '../../shared/text/en'
import { failureWords } from '../../shared/text/en-codes'
import { applyReach } from '../features/connection/apply-reach'
import { checkReach, draftOf } from '../features/connection/reach-draft'
import { ReachForm } from '../features/connection/reach-form'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { shortId } from '../ui/names'
import { cleanName } from '../lib/clean-name'
import { useClient, useFrame } from './client-context'
import './page.css'

export function FirstStartScreen(): ReactElement {
  const client = useClient()
  const frame = useFrame()
  const settings = useStore(client.settings, (state) => state.settings)
  const identity = useStore(client.identity)
  const restored = useStore(frame, (state) => state.restored)
  const [name, setName] = useState(settings.name)
  const [draft, setDraft] = useState(() => draftOf(settings))
  const [asked, setAsked] = useState(false)
  const [working, setWorking] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const checked = checkReach(draft, settings.stunServers)
  const clean = cleanName(name)
  const start = async (): Promise<string | null> => {
    if (clean === '' || !checked.ok) return null
    const named = await client.desktop.call('settings.change', { name: clean })
    const code = named.ok ? await applyReach(client.desktop, checked) : named.code
    return code === null ? null : `${text.reach.failed} ${failureWords(code)}`
  }
  const restore = () => {
    frame.setState({ overlay: 'restore' })
    // The page is loaded anew after it.
    if (clean === '' || clean === settings.name) return
    void client.desktop.call('settings.change', { name: clean }).then((named) => {
      if (!named.ok) setFailed(failureWords(named.code))
    })
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setAsked(true)
    setFailed(null)
    setWorking(true)
    void start().then((why) => {
      setFailed(why)
      setWorking(false)
    })
  }
  return (
    <main className="page">
      <form className="page-column" onSubmit={submit} noValidate>
        <header className="page-head">
          <h1 className="title">{text.firstStart.title}</h1>
          <p className="muted">{text.firstStart.intro}</p>
        </header>
        {restored && identity.status === 'ready' && (
          <Banner
            icon={<KeyRound />}
            sentence={text.firstStart.restored(shortId(identity.id))}
            aside={text.firstStart.restoredNext}
          />
        )}
        <Field
          label={text.firstStart.name}
          placeholder={text.firstStart.namePlaceholder}
          maxLength={MAX_NAME_CHARS}
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          problem={asked && clean === '' ? text.firstStart.nameMissing : null}
        />
        <ReachForm draft={draft} onChange={setDraft} problem={asked && !checked.ok ? checked : null} />
        <div className="page-acts">
          <Button kind="primary" size="l" type="submit" working={working}>
            {text.firstStart.start}
          </Button>
          <Button kind="ghost" size="l" onClick={restore}>
            {text.identity.restore}
          </Button>
        </div>
        <p className="page-problem" role="alert">
          {failed}
        </p>
      </form>
    </main>
  )
}
