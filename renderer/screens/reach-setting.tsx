// Owns changing where one is reached, after the line that old links break.
import { useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../shared/text/en'
import { failureWords } from '../../shared/text/en-codes'
import { applyReach } from '../features/connection/apply-reach'
import { checkReach, draftOf } from '../features/connection/reach-draft'
import { ReachForm } from '../features/connection/reach-form'
import { Button } from '../ui/button'
import { useClient } from './client-context'

export function ReachSetting(): ReactElement {
  const client = useClient()
  const settings = useStore(client.settings, (state) => state.settings)
  const [open, setOpen] = useState(false)
  if (!open) {
    return (
      <div className="settings-acts">
        <p>{text.reach.from(text.reach.places[settings.reach.mode])}</p>
        <Button onClick={() => setOpen(true)}>{text.reach.change}</Button>
      </div>
    )
  }
  return <ReachChange onDone={() => setOpen(false)} />
}

function ReachChange({ onDone }: { readonly onDone: () => void }): ReactElement {
  const client = useClient()
  const settings = useStore(client.settings, (state) => state.settings)
  const [draft, setDraft] = useState(() => draftOf(settings))
  const [asked, setAsked] = useState(false)
  const [working, setWorking] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const checked = checkReach(draft, settings.stunServers)
  const apply = () => {
    setAsked(true)
    if (!checked.ok) return
    setWorking(true)
    void applyReach(client.desktop, checked).then((code) => {
      setWorking(false)
      if (code === null) onDone()
      else setFailed(`${text.reach.failed} ${failureWords(code)}`)
    })
  }
  return (
    <>
      <ReachForm draft={draft} onChange={setDraft} problem={asked && !checked.ok ? checked : null} />
      <p className="muted">{text.reach.breaksLinks}</p>
      <div className="settings-acts">
        <Button kind="primary" working={working} onClick={apply}>
          {text.reach.apply}
        </Button>
        <Button kind="ghost" onClick={onDone}>
          {text.app.cancel}
        </Button>
      </div>
      <p className="page-problem" role="alert">
        {failed}
      </p>
    </>
  )
}
