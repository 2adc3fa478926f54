// Owns taking an identity from a file: the host asks for the file and checks it, then the passphrase is asked here. After it
// the host loads the page anew, with the other identity.
import { useState, type ReactElement, type SyntheticEvent } from 'react'
import { LONGEST_PASSPHRASE } from '../../../shared/model/identity-backup'
import { failureWords } from '../../../shared/text/en-codes'
import { text } from '../../../shared/text/en'
import { settingsWords } from '../../../shared/text/en-settings'
import type { Desktop } from '../../platform/desktop'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import './saved-identity.css'

const words = settingsWords.restore

interface RestoreIdentityProps {
  readonly desktop: Desktop
  readonly onCancel: () => void
}

export function RestoreIdentity({ desktop, onCancel }: RestoreIdentityProps): ReactElement {
  const [file, setFile] = useState<string | null>(null)
  const [working, setWorking] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const choose = () => {
    setWorking(true)
    setFailed(null)
    void desktop.call('identity.chooseSaved').then((chosen) => {
      setWorking(false)
      if (!chosen.ok) {
        setFile(null)
        setFailed(failureWords(chosen.code))
      } else if (chosen.value.file !== null) setFile(chosen.value.file)
    })
  }
  return (
    <div className="passphrase-form">
      {file === null ? (
        <div className="set-line">
          <Button kind="primary" working={working} onClick={choose}>
            {words.choose}
          </Button>
          <Button kind="ghost" onClick={onCancel}>
            {text.app.cancel}
          </Button>
        </div>
      ) : (
        <PassphraseForm key={file} desktop={desktop} file={file} onOther={choose} onCancel={onCancel} />
      )}
      <p className="set-problem" role="alert">
        {failed}
      </p>
    </div>
  )
}

interface PassphraseFormProps extends RestoreIdentityProps {
  readonly file: string
  readonly onOther: () => void
}

type Progress =
  | { readonly is: 'asking'; readonly problem: string | null }
  | { readonly is: 'working' }
  | { readonly is: 'done' }

function PassphraseForm({ desktop, file, onOther, onCancel }: PassphraseFormProps): ReactElement {
  const [passphrase, setPassphrase] = useState('')
  const [progress, setProgress] = useState<Progress>({ is: 'asking', problem: null })
  const restore = (event: SyntheticEvent) => {
    event.preventDefault()
    if (progress.is !== 'asking') return
    if (passphrase === '') return setProgress({ is: 'asking', problem: words.missing })
    setProgress({ is: 'working' })
    void desktop.call('identity.restore', { passphrase }).then((restored) => {
      setProgress(restored.ok ? { is: 'done' } : { is: 'asking', problem: failureWords(restored.code) })
    })
  }
  return (
    <form className="passphrase-form" onSubmit={restore} noValidate>
      <p>{words.chosen(file)}</p>
      <Field
        label={words.passphrase}
        type="password"
        autoComplete="off"
        autoFocus
        maxLength={LONGEST_PASSPHRASE}
        value={passphrase}
        onChange={(event) => {
          setPassphrase(event.target.value)
          setProgress({ is: 'asking', problem: null })
        }}
        problem={progress.is === 'asking' ? progress.problem : null}
      />
      <div className="set-line">
        <Button kind="primary" type="submit" working={progress.is === 'working'}>
          {words.go}
        </Button>
        <Button onClick={onOther}>{words.other}</Button>
        <Button kind="ghost" onClick={onCancel}>
          {text.app.cancel}
        </Button>
      </div>
      <p className="set-said" role="status">
        {progress.is === 'done' && words.done}
      </p>
    </form>
  )
}
