// Owns saving one's identity into a file: a passphrase, typed twice, and how strong it is. The file and the key are the
// host's: nothing of either comes here.
import { useState, type ReactElement, type SyntheticEvent } from 'react'
import { LONGEST_PASSPHRASE, SHORTEST_PASSPHRASE } from '../../../shared/model/identity-backup'
import { failureWords } from '../../../shared/text/en-codes'
import { text } from '../../../shared/text/en'
import { settingsWords } from '../../../shared/text/en-settings'
import type { Desktop } from '../../platform/desktop'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { passphraseStrength } from './passphrase-strength'
import './saved-identity.css'

const words = settingsWords.save

export function SaveIdentity({ desktop }: { readonly desktop: Desktop }): ReactElement {
  const [open, setOpen] = useState(false)
  const [savedAs, setSavedAs] = useState<string | null>(null)
  const done = (file: string | null) => {
    setOpen(false)
    setSavedAs(file)
  }
  return (
    <>
      <p className="muted">{words.hint}</p>
      {open ? (
        <SaveForm desktop={desktop} onDone={done} />
      ) : (
        <div className="set-line">
          <Button onClick={() => setOpen(true)}>{words.begin}</Button>
        </div>
      )}
      <p className="set-said" role="status">
        {!open && savedAs !== null && words.saved(savedAs)}
      </p>
    </>
  )
}

interface SaveFormProps {
  readonly desktop: Desktop
  /** The file's name, or null where it was cancelled. */
  readonly onDone: (file: string | null) => void
}

function SaveForm({ desktop, onDone }: SaveFormProps): ReactElement {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [asked, setAsked] = useState(false)
  const [working, setWorking] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const isShort = passphrase.length < SHORTEST_PASSPHRASE
  const differs = passphrase !== again
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    setAsked(true)
    setFailed(null)
    if (isShort || differs || working) return
    setWorking(true)
    void desktop.call('identity.save', { passphrase }).then((saved) => {
      setWorking(false)
      if (!saved.ok) setFailed(failureWords(saved.code))
      else if (saved.value.file !== null) onDone(saved.value.file)
    })
  }
  const strength = isShort ? words.rule(SHORTEST_PASSPHRASE) : words.strength[passphraseStrength(passphrase)]
  return (
    <form className="passphrase-form" onSubmit={save} noValidate>
      <Field
        label={words.passphrase}
        type="password"
        autoComplete="new-password"
        autoFocus
        maxLength={LONGEST_PASSPHRASE}
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
        problem={asked && isShort ? words.tooShort(SHORTEST_PASSPHRASE) : null}
        hint={<span>{strength}</span>}
      />
      <Field
        label={words.again}
        type="password"
        autoComplete="new-password"
        maxLength={LONGEST_PASSPHRASE}
        value={again}
        onChange={(event) => setAgain(event.target.value)}
        problem={asked && !isShort && differs ? words.differs : null}
        hint={<span>{words.lost}</span>}
      />
      <div className="set-line">
        <Button kind="primary" type="submit" working={working}>
          {words.choosePlace}
        </Button>
        <Button kind="ghost" onClick={() => onDone(null)}>
          {text.app.cancel}
        </Button>
      </div>
      <p className="set-problem" role="alert">
        {failed}
      </p>
    </form>
  )
}
